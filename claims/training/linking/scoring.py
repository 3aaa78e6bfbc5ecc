"""How right the links are on stories that were left out of the fit."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claims.linking.kinship import KinshipModel
from claims.linking.relations import Judgement, Read, judge
from claims.linking.types import Relation
from claims.training.linking.examples import Example
from claims.training.linking.stories import Story

BINS = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """An example of one story and what the engine makes of it."""

    example: Example
    judgement: Judgement | None

    @property
    def relation(self) -> str:
        """The relation that is proposed, "" for none."""
        return self.judgement.relation.value if self.judgement else ""


def judged_by(model: KinshipModel, example: Example) -> Judged:
    """Return what the engine makes of an example by `model`."""
    assert example.reading is not None
    assert example.signs is not None
    chances = model.chances(example.signs, example.languages)
    slots = model.slot_chances(example.pair, example.reading)
    return Judged(example, judge(Read(example.pair, example.reading, chances, slots)))


def link_figures(stories: Sequence[Story], judged: Iterable[Judged]) -> dict[str, float]:
    """Return precision, recall and F1 of both kinds of link, and the share of right slots."""
    listed = list(judged)
    figures: dict[str, float] = {}
    for relation in (Relation.CORROBORATES, Relation.CONFLICTS):
        gold = sum(link.relation == relation for story in stories for link in story.links.values())
        proposed = [one for one in listed if one.relation == relation]
        right = [one for one in proposed if one.example.gold.relation == relation]
        figures[f"{relation} precision"] = len(right) / max(1, len(proposed))
        figures[f"{relation} recall"] = len(right) / max(1, gold)
        figures[f"{relation} F1"] = 2 * len(right) / max(1, len(proposed) + gold)
        figures[f"{relation} gold"] = gold
    figures["slot"] = _right_slots(listed)
    return {name: round(value, 3) for name, value in figures.items()}


def _right_slots(judged: Sequence[Judged]) -> float:
    named = [
        one.judgement.slot == one.example.gold.slot
        for one in judged
        if one.judgement and one.relation == one.example.gold.relation == "conflicts"
    ]
    return sum(named) / max(1, len(named))


def calibration_error(judged: Iterable[Judged], *, sparser: float = 1.0) -> float:
    """Return the expected calibration error of what is proposed, ten bins of equal width.

    What is meant is that the relation is right; for "related", that the two bear on each other. `sparser`
    is how much fewer links the news has than the stories: what is not linked counts so many times.
    """
    return expected_error([row for one in judged if (row := _row(one, sparser))])


Row = tuple[float, bool, float]
"""A stated chance, whether it came true, and how often it counts."""


def _row(one: Judged, sparser: float) -> Row | None:
    if one.judgement is None:
        return None
    weight = 1.0 if one.example.is_linked else sparser
    return one.judgement.probability, _is_right(one), weight


def _is_right(one: Judged) -> bool:
    if one.relation == Relation.RELATED:
        return one.example.is_linked
    return one.example.gold.relation == one.relation


def expected_error(rows: Sequence[Row]) -> float:
    """Return how far stated chances lie from what came true, weighed by the number in each bin."""
    total = sum(weight for *_, weight in rows)
    gaps = (abs(stated - came) * count for stated, came, count in _bins(rows))
    return sum(gaps) / total if total else 0.0


def reliability(judged: Iterable[Judged], *, sparser: float = 1.0) -> list[tuple[float, float, float]]:
    """Return, a bin, the mean stated chance, the share that was right, and the number."""
    rows = [row for one in judged if (row := _row(one, sparser))]
    return [(round(stated, 3), round(came, 3), round(count, 3)) for stated, came, count in _bins(rows)]


def _bins(rows: Sequence[Row]) -> Iterator[tuple[float, float, float]]:
    for k in range(BINS):
        inside = [row for row in rows if min(int(row[0] * BINS), BINS - 1) == k]
        count = sum(weight for *_, weight in inside)
        if inside:
            stated = sum(chance * weight for chance, _, weight in inside) / count
            came = sum(weight for _, right, weight in inside if right) / count
            yield stated, came, count
