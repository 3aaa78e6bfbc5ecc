"""A record narrowed to topics, regions and roles: the same verdicts, seen apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise

from sources.reliability.types import Outcome, Scorecard


@dataclass(frozen=True, slots=True)
class FacetRow:
    """The record narrowed to one value; below `least` verdicts that is too thin to stand for itself."""

    word: str | Promise
    card: Scorecard
    least: int

    @property
    def is_thin(self) -> bool:
        """Whether the verdicts are too few to part this value from the whole record."""
        return self.card.outcome_count < self.least


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """One way of narrowing, with its values that have verdicts, those with most first."""

    word: str | Promise
    rows: Sequence[FacetRow]


def faceted_records(outcomes: Sequence[Outcome], *, as_of: datetime) -> Sequence[FacetGroup]:
    """Return the record narrowed in every way in which the outcomes known at `as_of` part."""
    return ()
