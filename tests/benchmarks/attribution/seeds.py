"""The three seed articles of the exam: every attribution, with its whole chain."""

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.benchmarks.attribution.corpora import exam_scorer
from tests.benchmarks.exam import EXAM, analyse
from tests.benchmarks.figures import Figure

SEEDS = EXAM / "dev" / "seeds"
NAME = "seed articles, attributions found with their whole chain"


def measure() -> Iterator[Figure]:
    """Yield the share of attributions that the real command finds with every hop; the others go to stderr."""
    scorer = exam_scorer()
    if scorer is None or not SEEDS.is_dir():
        yield Figure(NAME, None, 1.0)
        return
    with tempfile.TemporaryDirectory() as scratch:
        output = Path(scratch) / "analysis.json"
        analyse(SEEDS, output)
        analysis = json.loads(output.read_text(encoding="utf-8"))
    found = chains_found(SEEDS, analysis, scorer)
    missed = sorted(key for key, whole in found.items() if not whole)
    if missed:
        print(f"Seed attributions without their whole chain: {', '.join(missed)}", file=sys.stderr)
    yield Figure(NAME, sum(found.values()) / len(found), 1.0)


def chains_found(folder: Path, analysis: dict[str, Any], scorer: ModuleType) -> dict[str, bool]:
    """Tell of each attributed gold claim of `folder` whether it is found with its whole chain."""
    claims = {article["id"]: article["claims"] for article in analysis["articles"]}
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["articles"]
    found = {}
    for identifier, article in gold.items():
        text = json.loads((folder / f"{identifier}.json").read_text(encoding="utf-8"))["text"]
        matched = scorer.pair_up(claims.get(identifier, []), article["claims"], text)
        for claim in filter(scorer.attributed, article["claims"]):
            hit, _ = matched.get(claim["id"], (None, 0.0))
            found[f"{identifier}/{claim['id']}"] = bool(hit) and has_chain(hit, claim["chain"], scorer)
    return found


def has_chain(claim: dict[str, Any], chain: list[list[str]], scorer: ModuleType) -> bool:
    """Tell whether a claim is attributed along `chain`, each hop a list of accepted names."""
    hops = claim.get("chain", [])
    return (
        scorer.attributed(claim)
        and len(hops) == len(chain)
        and all(scorer.same_name(hop, accepted) for hop, accepted in zip(hops, chain, strict=True))
    )
