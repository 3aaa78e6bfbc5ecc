"""How much a claim deserves a check: named factors, the points that each counts, and their sum as a worth."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from claims.nlp.types import Factor

SLOPE = 4.0
"""How steeply points turn into worth: one whole point from the middle is a worth of 0.98, or of 0.02."""

BASE = -0.3
"""Points of a statement that shows no sign at all: most sentences of an article are not worth a check."""

DEFAULT_POINTS: Mapping[str, float] = MappingProxyType(
    {
        "attributed": 0.3,
        "figure": 0.25,
        "date": 0.3,
        "named": 0.0,
        "event": 0.25,
        "consequence": 0.15,
        "accusation": 0.1,
        "record": 0.1,
        "headline": 0.05,
        "lead": 0.1,
        "background": 0.05,
        "denial": 0.05,
        "hedged": -0.1,
        "forecast": -0.1,
        "demand": -0.3,
        "opinion": -0.4,
        "question": -0.8,
        "vague_subject": -0.25,
        "voiced": -0.5,
        "own_process": -0.55,
        "address": -0.4,
        "fragment": -0.3,
    }
)
"""What each factor counts unless a workspace sets it otherwise, in [-1, 1].

Figures, dates and completed events are what two outlets can contradict; consequences are what a mistake
costs; demands, forecasts and opinions cannot be held against what happened; questions, addresses to the
reader and an outlet's word about its own reporting say nothing about the story. Fitted on marked narrated
claims (`claims.training.worth`) and rounded; the factors of attributed claims, and those seen fewer than ten
times, are set by hand (docs/decisions/0013-worth.md). Names tell marked statements from others not at
all, so they count only where a workspace wants them to.
"""

FACTORS = tuple(DEFAULT_POINTS)
"""The names of all factors, those that speak for a check first."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The points of each factor, in [-1, 1]; a factor that is not given counts its default."""

    points: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, points in self.points.items():
            if name not in DEFAULT_POINTS:
                raise ValueError(f"{name!r} is no factor of worth; the factors are {', '.join(FACTORS)}.")
            if not -1.0 <= points <= 1.0:
                raise ValueError(f"The factor {name!r} counts {points}; give it between -1 and 1.")

    def of(self, name: str) -> float:
        """Return what the factor counts."""
        return self.points.get(name, DEFAULT_POINTS[name])

    def factors(self, names: Iterable[str]) -> tuple[Factor, ...]:
        """Return the named factors with their points, the heaviest first; what counts nothing is left out."""
        shown = (Factor(name=name, points=self.of(name)) for name in set(names))
        counted = (factor for factor in shown if factor.points)
        return tuple(sorted(counted, key=lambda f: (-abs(f.points), FACTORS.index(f.name))))


def worth_of(factors: Iterable[Factor]) -> float:
    """Return the worth that factors make, in [0, 1]: the logistic function of their summed points.

    `1 / (1 + exp(-SLOPE * (BASE + sum of points)))`: more signs always count more, none decides alone,
    and the order of two claims depends on their points only. Not calibrated.

    >>> worth_of([])
    0.23
    >>> worth_of([Factor(name="event", points=0.3)])
    0.5
    """
    total = BASE + sum(factor.points for factor in factors)
    return round(1.0 / (1.0 + math.exp(-SLOPE * total)), 2)
