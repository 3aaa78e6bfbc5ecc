"""One order out of several rankings of candidates, by the reciprocals of their ranks."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

Id = TypeVar("Id", bound=Hashable)

FLATTENING = 10
"""Added to every rank, so that first places do not outweigh agreement between rankings (Cormack, Clarke and
Buettcher 2009, "Reciprocal Rank Fusion outperforms Condorcet and individual Rank Learning Methods"). They
used 60, for lists of a thousand. Of lists of 24 we keep 20, and what a ranking of half weight alone found
would never be among them: at 10, its first stands beside the eleventh of a ranking of full weight."""


class Way(StrEnum):
    """How a candidate was come by."""

    MEANING = "meaning"
    WORDING = "wording"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Ranking(Generic[Id]):
    """Candidates of one search, the best first, and how much the search counts beside the others."""

    way: Way
    weight: float
    found: Sequence[Id]


@dataclass(frozen=True, slots=True)
class Fused:
    """What the rankings make of one candidate: its score, and its best place, from 0, by each way."""

    score: float
    ways: Mapping[Way, int]


def fuse_rankings(rankings: Iterable[Ranking[Id]]) -> dict[Id, Fused]:
    """Return every candidate with its fused score, best first; equal scores in the order they were met.

    >>> fused = fuse_rankings([Ranking(Way.MEANING, 2.0, "ab"), Ranking(Way.WORDING, 1.0, "b")])
    >>> list(fused), dict(fused["b"].ways)
    (['b', 'a'], {<Way.MEANING: 'meaning'>: 1, <Way.WORDING: 'wording'>: 0})
    """
    scores: dict[Id, float] = {}
    ways: dict[Id, dict[Way, int]] = {}
    for ranking in rankings:
        for rank, candidate in enumerate(dict.fromkeys(ranking.found)):
            scores[candidate] = scores.get(candidate, 0.0) + ranking.weight / (FLATTENING + rank)
            best = ways.setdefault(candidate, {})
            best[ranking.way] = min(rank, best.get(ranking.way, rank))
    order = sorted(scores, key=lambda candidate: -scores[candidate])
    return {candidate: Fused(scores[candidate], ways[candidate]) for candidate in order}
