"""The marked texts that attribution is measured on; others' texts stay outside the repository."""

import gzip
import importlib.util
import json
import os
import sys
from functools import lru_cache
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import Any

from claims.training.holding import is_held_out
from tests.benchmarks.exam import EXAM, ROOT

INVENTED = ROOT / "claims" / "training" / "articles"
DATA = Path(os.environ.get("WORKBENCH_DATA_DIR", ROOT.parent / "shared" / "data"))

Corpus = dict[str, dict[str, Any]]
"""Records by `id`, each with `text`, `lang` and `attributions` (spans of `source`, `cue` and `content`)."""


def corpus(name: str, folder: Path = DATA) -> Corpus:
    """Return the records of a file of marked texts; none, with a word on stderr, where it is absent."""
    path = folder / "attribution" / f"{name}.jsonl.gz"
    if not path.is_file():
        _missing(path, "WORKBENCH_DATA_DIR")
        return {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return {record["id"]: record for record in map(json.loads, lines)}


def held_out(*names: str, folder: Path = DATA) -> Corpus:
    """Return the held-out articles of hand-marked files."""
    records = {key: record for name in names for key, record in corpus(name, folder).items()}
    return {key: record for key, record in records.items() if is_held_out(key)}


def invented() -> Corpus:
    """Return the held-out ones of the project's own invented articles."""
    lines = chain.from_iterable(
        file.read_text(encoding="utf-8").splitlines() for file in sorted(INVENTED.glob("*.jsonl"))
    )
    records = {record["id"]: record for record in map(json.loads, lines)}
    return {key: record for key, record in records.items() if is_held_out(key)}


def attribution_scorer() -> ModuleType | None:
    """Return the data folder's scorer of attributions; None, with a word on stderr, where it is absent."""
    return script(DATA / "attribution" / "score_attribution.py", "WORKBENCH_DATA_DIR")


def exam_scorer() -> ModuleType | None:
    """Return the exam's scorer; None, with a word on stderr, where it is absent."""
    return script(EXAM / "score.py", "WORKBENCH_EXAM_DIR")


@lru_cache
def script(path: Path, variable: str) -> ModuleType | None:
    """Return a script of another folder as a module; `variable` is what names that folder."""
    if not path.is_file():
        _missing(path, variable)
        return None
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules.setdefault(path.stem, module)  # dataclasses of the script look their module up
    spec.loader.exec_module(module)
    return module


def _missing(path: Path, variable: str) -> None:
    print(f"No {path}: set {variable} to its folder. What needs it is not measured.", file=sys.stderr)
