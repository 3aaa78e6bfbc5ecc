"""How right links are where the claims themselves are given, and whether their chances come true.

The stories that the link models were fitted on are judged by fits that left them out; those figures are kept
with the weights (`claims/linking/data/kinship.json`). The exam's and the blind stories took part in nothing.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from claims.linking.encoder import OnnxEncoder
from claims.linking.independence import estimate_independence
from claims.linking.kinship import load_kinship
from claims.linking.relating.network import RelationNetwork
from claims.linking.weights import FOLDER
from claims.training.linking.examples import gather_examples, read_examples
from claims.training.linking.scoring import (
    Judged,
    calibration_error,
    judged_by,
    link_figures,
)
from claims.training.linking.stories import ENCODER, RELATIONS, STORIES, Story, read_stories, with_vectors
from tests.benchmarks.exam import BLIND, EXAM
from tests.benchmarks.figures import Figure

INDEPENDENT = 0.5


def measure() -> Iterator[Figure]:
    """Yield the figures of the fit, then those of the exam's and the blind stories."""
    stored = json.loads((FOLDER / "kinship.json").read_text(encoding="utf-8"))["held_out"]
    yield Figure(
        "calibration error, stories left out of the fit", stored["calibration error"], 0.05, at_least=False
    )
    for name, value in stored["all"].items():
        yield Figure(f"stories left out of the fit, {name}", value)
    yield _independence()
    folders = {"exam dev": EXAM / "dev", "blind": BLIND["blind"]}
    for label, folder in folders.items():
        if folder.is_dir():
            yield from _figures_of(label, folder)


def _independence() -> Figure:
    """Return how often independence is told rightly where the stories' writers say of a pair what it is."""
    right = []
    for story in read_stories([STORIES]):
        claims = {claim.id: claim for claim in story.claims}
        for ids, link in story.links.items():
            if link.independent is not None:
                a, b = (claims[one] for one in sorted(ids))
                right.append((estimate_independence(a, b).score >= INDEPENDENT) == link.independent)
    return Figure(f"independence, {len(right)} pairs of the stories", sum(right) / max(1, len(right)))


def _figures_of(label: str, folder: Path) -> Iterator[Figure]:
    encoder, network = OnnxEncoder(ENCODER), RelationNetwork(RELATIONS, ENCODER)
    stories = with_vectors(read_stories([folder]), encoder)
    judged = _judge(stories, network)
    for name, value in link_figures(stories, judged).items():
        yield Figure(f"{label}, gold claims, {name}", value)
    yield Figure(f"{label}, gold claims, calibration error", calibration_error(judged), at_least=False)


def _judge(stories: list[Story], network: RelationNetwork) -> list[Judged]:
    model = load_kinship()
    candidates = [e for e in gather_examples(stories) if len(e.stories) == 1]
    return [judged_by(model, example) for example in read_examples(candidates, network)]
