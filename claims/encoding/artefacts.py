"""Model folders: weights beside a manifest that says what they are and how they were made."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims.encoding.errors import ArtefactMissing, ArtefactTampered, ArtefactUnfit

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Artefact:
    """A model folder whose files are the ones its manifest describes.

    `kind` says which code can run it, `version` names it in stored results.
    """

    folder: Path
    name: str
    kind: str
    version: str
    facts: dict[str, Any]

    def path(self, file: str) -> Path:
        """Return the path of `file`, which the manifest must list."""
        if file not in self.facts["files"]:
            raise ArtefactMissing(folder=self.folder, file=file)
        return self.folder / file


def load_artefact(folder: Path, *, kind: str) -> Artefact:
    """Return the model in `folder` after comparing each of its files with the manifest.

    Raises
    ------
    ArtefactMissing
        The manifest, or a file it lists, cannot be read.
    ArtefactTampered
        A file is not the one that the manifest describes.
    ArtefactUnfit
        The manifest is not one of ours, or describes another kind of model than `kind`.
    """
    facts = _read_manifest(folder)
    if facts["kind"] != kind:
        raise ArtefactUnfit(folder=folder, field="kind", found=facts["kind"], expected=kind)
    for file, described in facts["files"].items():
        found = _digest(folder, file)
        if found != described["sha256"]:
            raise ArtefactTampered(folder=folder, file=file, found=found, expected=described["sha256"])
    return Artefact(folder=folder, name=facts["name"], kind=kind, version=facts["version"], facts=facts)


def _read_manifest(folder: Path) -> dict[str, Any]:
    try:
        facts: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ArtefactMissing(folder=folder, file=MANIFEST) from error
    for field in ("name", "kind", "version", "files"):
        if field not in facts:
            raise ArtefactUnfit(folder=folder, field=field, found="nothing", expected="a value")
    for file in facts["files"]:
        if Path(file).name != file:
            raise ArtefactUnfit(folder=folder, field="files", found=file, expected="a name without a path")
    return facts


def _digest(folder: Path, file: str) -> str:
    try:
        with (folder / file).open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise ArtefactMissing(folder=folder, file=file) from error
