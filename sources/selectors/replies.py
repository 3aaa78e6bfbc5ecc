"""Whether a source had its say before an adverse grade of it is shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from sources.models import Reply, Source
from sources.selectors.families import families_of, family_of
from sources.selectors.records import PARAMETERS
from sources.selectors.standing_entries import standing_entries


@dataclass(frozen=True, slots=True)
class RightOfReply:
    """When the source was first asked and first answered, and until when an adverse grade waits for it."""

    asked_on: date | None
    answered_on: date | None
    waits_until: date | None
    may_show: bool


def right_of_reply(source: Source, as_of: datetime) -> RightOfReply:
    """Return how far the source, under any of its names, had its say at `as_of`. Two queries at most."""
    return _right(_steps(Reply.objects.filter(source__in=family_of(source, as_of)), as_of), as_of)


def may_show_adverse(source: Source, as_of: datetime) -> bool:
    """Tell whether a D or E of the source may be shown at `as_of`: it answered, or had days enough to.

    The days are `Parameters.guards.reply_days`. Until then pages withhold the letter.
    """
    return right_of_reply(source, as_of).may_show


def sources_showing_adverse(sources: Iterable[Source], as_of: datetime) -> set[UUID]:
    """Return which of the sources, all of one workspace, may be shown with a D or E. Two queries at most."""
    rows = list(sources)
    steps = _steps(Reply.objects.filter(workspace=rows[0].workspace_id), as_of) if rows else []
    if not steps:
        return set()
    families = families_of(rows[0].workspace_id, as_of=as_of)
    taken: dict[UUID, list[Step]] = {}
    for step in steps:
        taken.setdefault(families.survivor(step[0]), []).append(step)
    return {row.pk for row in rows if _right(taken.get(families.survivor(row.pk), []), as_of).may_show}


def open_appeals(source: Source) -> list[Reply]:
    """Return the source's appeals that nobody decided yet, the oldest first. Two queries."""
    standing = standing_entries(Reply.objects.filter(source__in=family_of(source)), timezone.now())
    decided = standing.filter(step=Reply.Step.DECIDED).values_list("about_id", flat=True)
    return list(standing.filter(step=Reply.Step.APPEALED).exclude(pk__in=set(decided)))


Step = tuple[UUID, str, date]


def _steps(rows: QuerySet[Reply], as_of: datetime) -> list[Step]:
    happened = standing_entries(rows.filter(happened_on__lte=_day(as_of)), as_of)
    return list(happened.values_list("source_id", "step", "happened_on"))


def _right(steps: Iterable[Step], as_of: datetime) -> RightOfReply:
    days: dict[str, list[date]] = {}
    for _source, step, day in steps:
        days.setdefault(step, []).append(day)
    asked = min(days.get(Reply.Step.ASKED, []), default=None)
    spoken = days.get(Reply.Step.ANSWERED, []) + days.get(Reply.Step.APPEALED, [])
    answered = min(spoken, default=None)
    until = asked + timedelta(days=PARAMETERS.guards.reply_days) if asked else None
    over = until is not None and until <= _day(as_of)
    return RightOfReply(asked, answered, until, answered is not None or over)


def _day(moment: datetime) -> date:
    return timezone.localtime(moment).date()
