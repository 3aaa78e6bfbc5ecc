"""How right the links are on stories that were left out of the fit."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

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


def calibration_error(judged: Iterable[Judged]) -> float:
    """Return the expected calibration error of what is proposed, ten bins of equal width.

    What is meant is that the relation is right; for "related", that the two bear on each other.
    """
    pairs = [(one.judgement.probability, _is_right(one)) for one in judged if one.judgement is not None]
    return expected_error(pairs)


def _is_right(one: Judged) -> bool:
    if one.relation == Relation.RELATED:
        return one.example.is_linked
    return one.example.gold.relation == one.relation


def expected_error(pairs: Sequence[tuple[float, bool]]) -> float:
    """Return how far stated chances lie from what came true, weighed by the number in each bin."""
    if not pairs:
        return 0.0
    chances = np.array([chance for chance, _ in pairs])
    right = np.array([came for _, came in pairs], float)
    bins = np.minimum((chances * BINS).astype(int), BINS - 1)
    gaps = [
        abs(chances[bins == k].mean() - right[bins == k].mean()) * (bins == k).sum()
        for k in range(BINS)
        if (bins == k).any()
    ]
    return float(sum(gaps) / len(pairs))


def reliability(judged: Iterable[Judged]) -> Iterator[tuple[float, float, int]]:
    """Yield, a bin, the mean stated chance, the share that was right, and the number."""
    pairs = [(o.judgement.probability, _is_right(o)) for o in judged if o.judgement is not None]
    for k in range(BINS):
        inside = [(c, r) for c, r in pairs if min(int(c * BINS), BINS - 1) == k]
        if inside:
            yield (
                sum(c for c, _ in inside) / len(inside),
                sum(r for _, r in inside) / len(inside),
                len(inside),
            )
