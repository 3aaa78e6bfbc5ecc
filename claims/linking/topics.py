"""What a story is about: the topic whose description is nearest to what its claims say."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from claims.linking.background import centre_on_background
from claims.linking.encoder import SentenceEncoder
from claims.linking.similarity import Matrix

_SEEDS = Path(__file__).parent / "data" / "topics.tsv"
LEAST_LIKENESS = 0.22
"""Cosine to the nearest topic below which nothing is proposed. Chosen, with `LEAST_MARGIN`, on the
descriptions alone: each described by its counterpart in the other language is found above both."""
LEAST_MARGIN = 0.03
"""How much nearer the first topic has to be than the second."""


@dataclass(frozen=True, slots=True)
class Seed:
    """A short description of a topic, in one language."""

    topic: str
    language: str
    text: str


@lru_cache(maxsize=1)
def load_seeds() -> tuple[Seed, ...]:
    """Return the descriptions, from `data/topics.tsv`."""
    lines = _SEEDS.read_text(encoding="utf-8").splitlines()[1:]
    return tuple(Seed(*line.split("\t")) for line in lines if line)


class TopicFinder:
    """Finds the topic of claims, whose vectors the same encoder made."""

    def __init__(self, encoder: SentenceEncoder) -> None:
        seeds = load_seeds()
        raw = np.asarray(encoder.encode([seed.text for seed in seeds]), dtype=np.float32)
        vectors = centre_on_background(raw, [seed.language for seed in seeds])
        grouped: dict[str, list[int]] = defaultdict(list)
        for place, seed in enumerate(seeds):
            grouped[seed.topic].append(place)
        self.topics = tuple(grouped)
        self._vectors = _unit(np.stack([vectors[places].mean(axis=0) for places in grouped.values()]))

    def rank(self, vectors: Matrix, languages: Sequence[str]) -> list[tuple[str, float]]:
        """Return each topic with its likeness in [-1, 1] to the mean of the claims, the likest first.

        `vectors` are unit vectors as the encoder made them, shape (n, 384), n at least 1.
        """
        mean = centre_on_background(vectors, languages).mean(axis=0, keepdims=True)
        likeness = (self._vectors @ _unit(mean)[0]).tolist()
        return sorted(zip(self.topics, likeness, strict=True), key=lambda found: (-found[1], found[0]))

    def propose(self, vectors: Matrix, languages: Sequence[str]) -> str:
        """Return the topic that is near enough and clearly the nearest, or ""."""
        (topic, first), (_, second) = self.rank(vectors, languages)[:2]
        near = first >= LEAST_LIKENESS and first - second >= LEAST_MARGIN
        return topic if near else ""


def _unit(vectors: Matrix) -> Matrix:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-9), dtype=np.float32)
