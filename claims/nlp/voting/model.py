"""The questions that the vote answers, each by a weighted sum of plain signs that a person can read."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from claims.nlp.types import Factor

Signs = Mapping[str, float]

QUESTIONS = ("content", "source", "modality", "keep", "right")
"""Whose content, source and modality is taken; is it an attribution at all; is it right as it stands."""


@dataclass(frozen=True, slots=True)
class VoteModel:
    """For each question the weight of each sign and the constant; logistic regressions, fitted offline.

    `floor` is the probability from which a candidate is kept.
    """

    weights: Mapping[str, Mapping[str, float]]
    floor: float
    version: str

    @classmethod
    def load(cls) -> "VoteModel":
        """Return the model that lies beside this module."""
        stored = json.loads(files(__package__).joinpath("vote.json").read_text(encoding="utf-8"))
        return cls(stored["weights"], stored["floor"], stored["version"])

    def chance(self, question: str, signs: Signs) -> float:
        """Return the probability of "yes": for the first three, that the tagger's reading is better."""
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self._sum(question, signs)))))

    def factors(self, question: str, signs: Signs, most: int = 4) -> tuple[Factor, ...]:
        """Return the signs that weigh most in the answer, heaviest first."""
        weights = self.weights[question]
        points = [Factor(name=n, points=round(weights[n] * v, 3)) for n, v in signs.items() if n in weights]
        heavy = sorted((p for p in points if p.points), key=lambda p: (-abs(p.points), p.name))
        return tuple(heavy[:most])

    def _sum(self, question: str, signs: Signs) -> float:
        weights = self.weights[question]
        return weights.get("", 0.0) + sum(weights.get(name, 0.0) * value for name, value in signs.items())
