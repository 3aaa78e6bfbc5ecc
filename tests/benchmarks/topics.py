"""Topics of stories: how many of the invented ones, labelled by hand, are given their topic or another."""

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from claims.linking.encoder import OnnxEncoder
from claims.linking.topics import TopicFinder
from tests.benchmarks.figures import Figure

STORIES = Path(__file__).parent / "stories" / "topics.jsonl"
"""Written and labelled by the authors of the descriptions: clear ones, and ones in which two topics meet.
Nothing was chosen on them, but who writes both knows what a description says: read it as a ceiling."""
ENCODER = Path("claims/artefacts/encoder")


def measure() -> Iterator[Figure]:
    """Yield, for clear and for mixed stories, how many get a proposal, and how many of these are right."""
    encoder = OnnxEncoder(ENCODER)
    finder = TopicFinder(encoder)
    stories = [json.loads(line) for line in STORIES.read_text(encoding="utf-8").splitlines()]
    for kind in ("clear", "mixed"):
        told = [story for story in stories if story["kind"] == kind]
        said = [_proposed(finder, encoder, story) for story in told]
        proposed = [(topic, story) for topic, story in zip(said, told, strict=True) if topic]
        right = [topic == story["topic"] for topic, story in proposed]
        yield Figure(f"topics of {kind} stories: proposed", len(proposed) / len(told))
        yield Figure(
            f"topics of {kind} stories: right where proposed", float(np.mean(right)) if right else None
        )


def _proposed(finder: TopicFinder, encoder: OnnxEncoder, story: dict[str, object]) -> str:
    claims = list(story["claims"])
    return finder.propose(encoder.encode(claims), [str(story["language"])] * len(claims))
