"""What sources' records would be if some outcomes were gone, or said otherwise."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from sources.models import Outcome as OutcomeRow
from sources.models import Source
from sources.reliability.model import score_source
from sources.reliability.types import Outcome, Rating
from sources.selectors.families import families_of
from sources.selectors.grades import ShownGrade
from sources.selectors.records import PARAMETERS
from sources.selectors.replies import sources_showing_adverse
from sources.selectors.workspace_records import estimates_by_source, outcomes_by_survivor


@dataclass(frozen=True, slots=True)
class Instead:
    """The verdict that would take the place of the one that falls."""

    rating: str
    author: str


@dataclass(frozen=True, slots=True)
class CardChange:
    """A source's record now and then, as it may be seen, with the outcomes that would go."""

    source: Source
    going: tuple[OutcomeRow, ...]
    now: ShownGrade
    then: ShownGrade

    @property
    def points(self) -> float:
        """Return by how much the expected share would move, in percentage points."""
        return (self.then.card.mean - self.now.card.mean) * 100

    @property
    def letter_changes(self) -> bool:
        """Tell whether the letter would be another, at once or after the nights that it takes."""
        before, after = self.now.card, self.then.card
        return (before.letter, before.pending_letter) != (after.letter, after.pending_letter)


def cards_without(
    verdict_ids: Collection[UUID], *, as_of: datetime, instead: Instead | None = None
) -> list[CardChange]:
    """Return each source that the verdicts touched, with its record now and without them. Five queries.

    The record then is what the source's page shows once the verdicts are superseded: the same outcomes of
    the same family, superseded at `as_of`, scored by the same parameters. `instead` is recorded in their
    place, by one person.
    """
    falling = OutcomeRow.objects.filter(verdict_id__in=verdict_ids, superseded_at=None)
    rows = list(falling.select_related("source").order_by("source__name", "source", "role"))
    if not rows:
        return []
    families = families_of(rows[0].workspace_id, as_of=as_of)
    going: dict[UUID, list[OutcomeRow]] = defaultdict(list)
    for row in rows:
        going[families.survivor(row.source_id)].append(row)
    members = {member for head in going for member in families.members(head)}
    known = outcomes_by_survivor(rows[0].workspace_id, families, sources=members)
    estimates = estimates_by_source(going)
    sources = Source.objects.in_bulk(list(going))

    shown = sources_showing_adverse(sources.values(), as_of)

    def scored(head: UUID, outcomes: Sequence[Outcome]) -> ShownGrade:
        card = score_source(outcomes, parameters=PARAMETERS, as_of=as_of, estimates=estimates.get(head, ()))
        return ShownGrade(card, adverse_shown=head in shown)

    return [
        CardChange(
            source=sources[head],
            going=tuple(gone),
            now=scored(head, known[head]),
            then=scored(head, _then(known[head], gone, as_of, instead)),
        )
        for head, gone in going.items()
    ]


def _then(
    outcomes: Sequence[Outcome], going: Sequence[OutcomeRow], as_of: datetime, instead: Instead | None
) -> list[Outcome]:
    """Return the outcomes as the log would have them after the act."""
    gone = {str(row.pk) for row in going}
    left = [replace(item, superseded_at=as_of) if item.id in gone else item for item in outcomes]
    if instead is None:
        return left
    return left + [
        replace(
            item,
            id=f"instead of {item.id}",
            rating=Rating(instead.rating),
            author=instead.author,
            reviewer="",
            recorded_at=as_of,
            settled_on=timezone.localdate(),
        )
        for item in outcomes
        if item.id in gone
    ]
