"""Scoring what a tagger reads with the scorer that lies beside the data."""

import importlib.util
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from claims.training.tagger.corpora import Record

SHOWN = (
    "exact/content", "partial/content", "partial/cue", "partial/source",
    "pair/exact", "pair/partial", "pair/head",
)  # fmt: skip


def load_scorer(data: Path) -> ModuleType:
    """Return `score_attribution.py` of the data folder as a module."""
    path = data / "attribution" / "score_attribution.py"
    spec = importlib.util.spec_from_file_location("score_attribution", path)
    if not path.is_file() or spec is None or spec.loader is None:
        raise SystemExit(f"{path} is missing: point --data at the folder that holds attribution/.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(scorer: ModuleType, gold: Sequence[Record], read: Sequence[Record]) -> dict[str, Any]:
    """Return the F1 figures in per cent, and the pair partial of quotations alone as "quoted pair"."""
    theirs = {record["id"]: record for record in gold}
    ours = {record["id"]: record for record in read}
    figures = scorer.score(theirs, ours)
    quoted = scorer.score(theirs, ours, scorer.is_direct)
    return {name: figures[name]["f1"] for name in SHOWN} | {"quoted pair": quoted["pair/partial"]["f1"]}
