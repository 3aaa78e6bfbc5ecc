"""Letters of many sources at any moment, made from what verdicts said of them by then."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from sources.models import Source
from sources.reliability.model import score_source
from sources.reliability.types import Letter, Scorecard
from sources.selectors.disclosure import is_adverse, seen_letter
from sources.selectors.families import Families
from sources.selectors.family_history import FamilyHistory
from sources.selectors.records import PARAMETERS
from sources.selectors.replies import sources_showing_adverse
from sources.selectors.workspace_records import estimates_by_source, outcomes_by_survivor


@dataclass(frozen=True, slots=True)
class ShownGrade:
    """A source's record at a moment, and whether an adverse letter of it may be seen."""

    card: Scorecard
    adverse_shown: bool = True

    @property
    def letter(self) -> str:
        """Return the letter as it may be seen; "" for one that is withheld."""
        return seen_letter(self.card.letter, adverse_shown=self.adverse_shown)

    @property
    def pending_letter(self) -> str:
        """Return the letter that is to be in force soon, as it may be seen; "" for none."""
        return seen_letter(self.card.pending_letter, adverse_shown=self.adverse_shown)

    @property
    def pending_from(self) -> date | None:
        """Return the day from which the letter to come is in force; None where that may not be seen."""
        return self.card.pending_from if self.pending_letter else None

    @property
    def withheld(self) -> bool:
        """Whether there is a letter that may not be seen yet."""
        return not self.letter

    @property
    def is_judged(self) -> bool:
        """Whether there is a letter that says more than that there is nothing to judge by."""
        return bool(self.letter) and self.letter != Letter.F


class RecordedSources:
    """What is recorded of sources of one workspace, read once, to score each of them at any moment.

    Each under all names that it had at that moment. Three queries, and three more where any letter is
    adverse: whether those may be seen is asked for `as_of`, the moment that the reader looks from.
    """

    def __init__(self, sources: Iterable[Source], *, as_of: datetime) -> None:
        self._sources = {source.pk: source for source in sources}
        if not self._sources:
            return
        self._as_of = as_of
        workspace = next(iter(self._sources.values())).workspace_id
        self._families = FamilyHistory(workspace)
        everybody = self._families.ever_with(self._sources)
        # Kept by the name that each bears: who counts for whom differs from moment to moment.
        self._outcomes = outcomes_by_survivor(workspace, Families({}), sources=everybody)
        self._estimates = estimates_by_source(everybody)

    def grade(self, source_id: UUID, as_of: datetime) -> ShownGrade | None:
        """Return the source's grade at `as_of`; None for the unnamed, who are never graded."""
        if self._sources[source_id].kind == Source.Kind.ANONYMOUS:
            return None
        families = self._families.at(as_of)
        card = score_source(
            [outcome for name in families.members(source_id) for outcome in self._outcomes.get(name, ())],
            parameters=PARAMETERS,
            as_of=as_of,
            estimates=self._estimates.get(families.survivor(source_id), ()),
        )
        adverse = is_adverse([card.letter, card.pending_letter])
        return ShownGrade(card, adverse_shown=not adverse or source_id in self._showing_adverse)

    @cached_property
    def _showing_adverse(self) -> set[UUID]:
        return sources_showing_adverse(self._sources.values(), self._as_of)


def grades_of(sources: Iterable[Source], *, as_of: datetime) -> dict[UUID, ShownGrade]:
    """Return the grade at `as_of` of each source about which a verdict was known by then. Three queries."""
    listed = list(sources)
    recorded = RecordedSources(listed, as_of=as_of)
    found = {source.pk: recorded.grade(source.pk, as_of) for source in listed}
    return {pk: grade for pk, grade in found.items() if grade is not None and grade.card.outcome_count}
