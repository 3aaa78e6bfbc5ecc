"""How many independent roots several reports of one claim rest on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import prod

ONE_ROOT = 0.2
"""Independence up to which two reports are of one root: chains that meet as the machine reads (1 - 0.8)."""

Independent = Callable[[int, int], float]
"""Independence in [0, 1] of two reports, by their places; the same both ways."""


@dataclass(frozen=True, slots=True)
class RootGroup:
    """Reports of one root by their places, in the order in which they appeared.

    `counted` in [0, 1] is what the root adds to those before it.
    """

    members: tuple[int, ...]
    counted: float

    @property
    def representative(self) -> int:
        """The report that stands for the root: the first."""
        return self.members[0]


def group_by_root(count: int, independent: Independent) -> list[RootGroup]:
    """Group reports, numbered from 0 in the order in which they appeared, by root.

    Reports that are nearly the same one (`ONE_ROOT`), directly or by way of a third, are
    one root. A root adds the product over the earlier roots of its independence from
    each, taken where the two come nearest. Where every root has one report, this is the sum
    over reports of prod(1 - d) over earlier ones (design, reliability 4.4); grouping
    first is what keeps the sum within the number of roots, whatever is copied.
    """
    groups = _components(count, independent)
    return [
        RootGroup(tuple(members), prod(_nearest(members, earlier, independent) for earlier in groups[:place]))
        for place, members in enumerate(groups)
    ]


def count_independent(groups: Sequence[RootGroup]) -> float:
    """Return the estimated number of independent roots, in [0, number of groups]."""
    return round(sum(group.counted for group in groups), 3)


def _components(count: int, independent: Independent) -> list[list[int]]:
    """Return the reports that hang together, each group in order, the group seen first foremost."""
    groups: list[list[int]] = []
    for report in range(count):
        near = [g for g in groups if any(independent(report, other) <= ONE_ROOT for other in g)]
        apart = [g for g in groups if g not in near]
        groups = sorted([*apart, sorted([*(member for g in near for member in g), report])])
    return groups


def _nearest(group: Sequence[int], earlier: Sequence[int], independent: Independent) -> float:
    return min(independent(x, y) for x in group for y in earlier)
