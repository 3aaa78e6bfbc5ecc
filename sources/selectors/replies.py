"""Whether a source had its say before an adverse grade of it is shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db.models import Max, Min, Q, QuerySet
from django.utils import timezone

from sources.models import Reply, Scorecard, Source
from sources.selectors.disclosure import ADVERSE
from sources.selectors.families import families_of, family_of
from sources.selectors.records import PARAMETERS
from sources.selectors.standing_entries import standing_entries


@dataclass(frozen=True, slots=True)
class RightOfReply:
    """When the source was first asked and first answered, and until when an adverse grade waits for it.

    Of the present adverse letter, if there is one: what was said too long before it began is left out.
    """

    asked_on: date | None
    answered_on: date | None
    waits_until: date | None
    may_show: bool


def right_of_reply(source: Source, as_of: datetime) -> RightOfReply:
    """Return how far the source, under any of its names, had its say at `as_of`. Three queries at most."""
    families = families_of(source.workspace_id, as_of=as_of)
    standing = standing_entries(Reply.objects.filter(source__in=families.members(source.pk)), as_of)
    return right_from(standing, survivor=families.survivor(source.pk), as_of=as_of)


def right_from(entries: Iterable[Reply], *, survivor: UUID, as_of: datetime) -> RightOfReply:
    """Return how far a source had its say at `as_of` by entries that stood then, of it and its second names.

    One query at most, for when its adverse letter began.
    """
    day = _day(as_of)
    steps = [
        Step(row.source_id, row.step, row.happened_on, row.recorded_at)
        for row in entries
        if row.happened_on <= day
    ]
    begins = _adverse_since([survivor], as_of) if steps else {}
    return _right(steps, begins.get(survivor, as_of), as_of)


def may_show_adverse(source: Source, as_of: datetime) -> bool:
    """Tell whether a D or E of the source may be shown at `as_of`: it answered, or had days enough to.

    The days are `Parameters.guards.reply_days`, counted from the day that it was asked or the day that this
    was recorded, whichever is later. A question or answer from more than `guards.reply_reach_days` before
    the adverse letter began is of no account. Until then pages withhold the letter.
    """
    return right_of_reply(source, as_of).may_show


def sources_showing_adverse(sources: Iterable[Source], as_of: datetime) -> set[UUID]:
    """Return which of the sources, of one workspace, may be shown with a D or E. Three queries at most."""
    rows = list(sources)
    steps = _steps(Reply.objects.filter(workspace=rows[0].workspace_id), as_of) if rows else []
    if not steps:
        return set()
    families = families_of(rows[0].workspace_id, as_of=as_of)
    taken: dict[UUID, list[Step]] = {}
    for step in steps:
        taken.setdefault(families.survivor(step.source), []).append(step)
    begins = _adverse_since(taken, as_of)

    def may_show(survivor: UUID) -> bool:
        return _right(taken.get(survivor, []), begins.get(survivor, as_of), as_of).may_show

    return {row.pk for row in rows if may_show(families.survivor(row.pk))}


def open_appeals(source: Source) -> list[Reply]:
    """Return the source's appeals that nobody decided yet, the oldest first. Two queries."""
    standing = standing_entries(Reply.objects.filter(source__in=family_of(source)), timezone.now())
    decided = standing.filter(step=Reply.Step.DECIDED).values_list("about_id", flat=True)
    return list(standing.filter(step=Reply.Step.APPEALED).exclude(pk__in=set(decided)))


class Step(NamedTuple):
    """A step that was taken: by or towards whom, which, on which day, and when that was recorded."""

    source: UUID
    step: str
    day: date
    recorded_at: datetime

    @property
    def counts_from(self) -> date:
        """Return the day from which it counts: a step that is entered late counts from then on."""
        return max(self.day, _day(self.recorded_at))


def _steps(rows: QuerySet[Reply], as_of: datetime) -> list[Step]:
    happened = standing_entries(rows.filter(happened_on__lte=_day(as_of)), as_of)
    fields = happened.values_list("source_id", "step", "happened_on", "recorded_at")
    return [Step(*row) for row in fields]


def _adverse_since(survivors: Iterable[UUID], as_of: datetime) -> dict[UUID, datetime]:
    """Return when the adverse letters began that these sources have at `as_of`. One query.

    Each began after the last scorecard that was kept with another letter. A source without any kept
    scorecard is left out: its letter begins now, as that of one whose last letter is none of these.
    """
    kept = Scorecard.objects.filter(source__in=list(survivors), facet="", as_of__lte=as_of).order_by()
    other = Max("as_of", filter=~Q(letter__in=ADVERSE))
    found = kept.values("source").annotate(other=other, first=Min("as_of"))
    return {row["source"]: row["other"] or row["first"] for row in found}


def _right(steps: Iterable[Step], begins: datetime, as_of: datetime) -> RightOfReply:
    guards = PARAMETERS.guards
    reach = _day(begins) - timedelta(days=guards.reply_reach_days)
    within = [step for step in steps if step.day >= reach]
    asking = [step for step in within if step.step == Reply.Step.ASKED]
    asked = min(asking, key=lambda step: (step.counts_from, step.day), default=None)
    spoken = [step.day for step in within if step.step in {Reply.Step.ANSWERED, Reply.Step.APPEALED}]
    answered = min(spoken, default=None)
    until = asked.counts_from + timedelta(days=guards.reply_days) if asked else None
    over = until is not None and until <= _day(as_of)
    return RightOfReply(asked.day if asked else None, answered, until, answered is not None or over)


def _day(moment: datetime) -> date:
    return timezone.localtime(moment).date()
