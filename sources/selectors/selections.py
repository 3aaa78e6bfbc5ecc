"""Why the claims behind a record were chosen to be checked: only random audits speak for all that it says."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sources.models import Outcome
from sources.reliability.evidence import WeightedOutcome

HELD_FROM = 0.75
"""Value of a rating from which a claim is said to have held: true and mostly true."""


@dataclass(frozen=True, slots=True)
class SelectionCount:
    """How many checked claims were chosen for one reason, and what became of them.

    `share` is the upheld part of their weights in [0, 1], without any expectation; None where there is none.
    """

    selection: str
    checked: int
    upheld: int
    refuted: int
    share: float | None


def count_selections(items: Iterable[WeightedOutcome]) -> Sequence[SelectionCount]:
    """Return a count for each reason for which a claim can be chosen, in their fixed order."""
    found: dict[str, list[WeightedOutcome]] = defaultdict(list)
    for item in items:
        found[item.outcome.selection.value].append(item)
    return [_count(selection, found[selection]) for selection in Outcome.Selection.values]


def _count(selection: str, items: Sequence[WeightedOutcome]) -> SelectionCount:
    mass = math.fsum(item.weight for item in items)
    upheld = math.fsum(item.weight * item.value for item in items)
    return SelectionCount(
        selection,
        checked=len(items),
        upheld=sum(item.value >= HELD_FROM for item in items),
        refuted=sum(item.value < 0.5 for item in items),
        share=upheld / mass if mass else None,
    )
