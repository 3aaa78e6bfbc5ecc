"""The exam: stories with gold, and stories of our own, analysed by the real command and scored."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tests.benchmarks.figures import Figure

ROOT = Path(__file__).resolve().parent.parent.parent
EXAM = Path(os.environ.get("WORKBENCH_EXAM_DIR", ROOT.parent / "shared" / "exam"))
BLIND = {
    "blind": Path(__file__).parent / "stories",
    "final blind": Path(__file__).parent / "final_stories",
}
"""Folders of stories that nothing is tuned on, by what their figures are called."""

OF_FOUND = {
    "exact_of_found": 0.75,
    "source_span_of_found": 0.85,
    "originator_of_found": None,
    "anonymous_of_found": 0.92,
    "modality_of_found": 0.88,
}
"""Shares of the claims found, with their targets."""

LINKS = {"corroborates": 0.65, "conflicts": 0.55}
"""F1 of links between gold claims, with their targets."""


def analyse(folder: Path, output: Path) -> None:
    """Run `manage.py analyze` on `folder`."""
    subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), "analyze", str(folder), "--output", str(output)],
        check=True,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
    )


def scored(folder: Path, output: Path) -> dict:
    """Return the scorer's figures for an analysis."""
    command = [sys.executable, str(EXAM / "score.py"), str(folder), str(output), "--json"]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def measure() -> Iterator[Figure]:
    """Yield the figures of the exam's development stories, then of the blind ones; none without the exam."""
    folder = EXAM / "dev"
    if not folder.is_dir():
        print(f"No exam below {EXAM}: set WORKBENCH_EXAM_DIR to its folder.", file=sys.stderr)
        return
    yield from figures_of(result_of(folder))
    for label, blind in BLIND.items():
        for figure in figures_of(result_of(blind)):
            yield replace(figure, name=f"{label} {figure.name}", target=None)


def result_of(folder: Path) -> dict:
    """Analyse `folder` and return the scorer's figures."""
    with tempfile.TemporaryDirectory() as scratch:
        output = Path(scratch) / "analysis.json"
        analyse(folder, output)
        return scored(folder, output)


def figures_of(result: dict) -> Iterator[Figure]:
    """Yield the scorer's result as figures with their targets."""
    for language, claims in result["by_language"].items():
        yield Figure(f"claim_and_originator F1 ({language})", claims["claim_and_originator"]["f1"], 0.70)
    everything = result["all"]
    yield Figure("claim_and_originator F1", everything["claim_and_originator"]["f1"], 0.72)
    yield Figure("attributed F1", everything["attributed"]["f1"])
    yield Figure("chain of found", everything["chain_of_found"], 0.80)
    for name, target in OF_FOUND.items():
        yield Figure(name.replace("_", " "), everything[name], target)
    yield Figure("narrated recall", everything["narrated_recall"], 0.80)
    yield Figure("narrated an article", everything["narrated_per_article"], 7.0, at_least=False)
    yield Figure("republished_from", result["republished_from"], 1.0)
    for kind, links in result["links"].items():
        yield Figure(f"{kind} F1", links["f1"], LINKS[kind])
    yield Figure("conflicts slot", result["links"]["conflicts"]["slot"], 0.80)
    yield Figure("corroborates independence", result["links"]["corroborates"]["independent"], 0.80)
