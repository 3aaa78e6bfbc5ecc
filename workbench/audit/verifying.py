"""Verifying the stored log, exporting it, and both every night."""

import json
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TextIO

from django.utils import timezone

from workbench.accounts.models import Workspace
from workbench.audit.anchoring import anchor_log, anchors_file, as_noted
from workbench.audit.keys import anchor_key
from workbench.audit.models import Anchor, Verification
from workbench.audit.selectors import StoredLog
from workbench.audit.verifier import Anchor as Note
from workbench.audit.verifier import Report, read_anchors, verify

logger = logging.getLogger(__name__)


def verify_log(workspace: Workspace, *, kept: Path | None = None) -> Report:
    """Follow the workspace's log from its first event to its last and keep what that found.

    It is held against the anchors in the database, in the state folder, and in the file `kept` elsewhere.
    """
    stored = StoredLog(workspace)
    notes = _anchors(workspace, kept)
    report = verify(stored.entries(), chain=lambda: stored.chain, anchors=notes, key=anchor_key())
    broken = report.broken
    Verification.objects.create(
        workspace=workspace,
        verified_at=timezone.now(),
        length=report.length,
        broken_at=broken.number if broken else None,
        kind=broken.kind.value if broken else "",
    )
    return report


def _anchors(workspace: Workspace, kept: Path | None) -> list[Note]:
    notes = {as_noted(row) for row in Anchor.objects.filter(workspace=workspace)}
    own = anchors_file(workspace)
    for path in filter(None, [own if own.exists() else None, kept]):
        notes.update(read_anchors(path, str(workspace.pk)))
    return sorted(notes, key=lambda note: (note.length, note.at, note.signature))


def anchor_all() -> int:
    """Verify and anchor the log of every workspace, and return how many are broken.

    A broken log gets no anchor: that would vouch for what was made of it.
    """
    broken = 0
    for workspace in Workspace.objects.order_by("created_at", "pk"):
        report = verify_log(workspace)
        if report.broken:
            broken += 1
            logger.error("the log of workspace %s is broken: %s", workspace.pk, report.broken)
        else:
            anchor_log(workspace)
    return broken


def export_log(workspace: Workspace, path: Path) -> int:
    """Anchor the log, write it as JSON lines for `workbench.audit.verifier`, and return how many events."""
    anchor_log(workspace)
    stored = StoredLog(workspace)
    count = 0
    with path.open("w", encoding="utf-8") as lines:
        _write(lines, {"workspace": str(workspace.pk), "exported_at": timezone.now().isoformat()})
        for entry in stored.entries():
            said = {name: value for name, value in entry.facts.items() if name != "workspace"}
            hashed = {"canonical": entry.canonical, "previous_hash": entry.previous_hash, "hash": entry.hash}
            _write(lines, said | hashed)
            count += 1
        _write(lines, {"length": stored.chain.length, "head": stored.chain.head})
    return count


def _write(lines: TextIO, record: Mapping[str, Any]) -> None:
    lines.write(json.dumps(record, ensure_ascii=False) + "\n")
