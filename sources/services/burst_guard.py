"""Noticing a burst: more verdicts of one person on one source in a day than a newsroom gives."""

from datetime import datetime, timedelta
from uuid import UUID

from sources.models import Alarm, Outcome, Source
from sources.reliability import types
from sources.reliability.bursts import held_by_burst
from sources.selectors.families import family_of
from sources.selectors.records import PARAMETERS, outcome_record
from sources.services.alarms import raise_alarm


def comes_in_burst(source: Source, author: str, claim_id: UUID, *, at: datetime) -> bool:
    """Tell whether the author judged so many other claims of the source within a day that this one waits.

    A source that was merged counts with all its names. Three queries.
    """
    if not author:
        return False
    since = at - timedelta(hours=PARAMETERS.guards.burst_hours)
    theirs = Outcome.objects.filter(source__in=family_of(source), author=author)
    lately = theirs.filter(recorded_at__gt=since, recorded_at__lte=at)
    known = theirs.filter(recorded_at__lte=since, claim_id__in=lately.values("claim_id"))
    new = types.Outcome(
        id="",
        claim_id=str(claim_id),
        story_id=None,
        rating=types.Rating.UNVERIFIED,
        role=types.Role.ORIGINATED,
        recorded_at=at,
        settled_on=at.date(),
        author=author,
    )
    return held_by_burst(map(outcome_record, [*lately, *known]), new, PARAMETERS)


def tell_burst(*, source: Source, author: str, at: datetime) -> None:
    """Ask for a second look at the author's held outcomes on the source, unless that is asked already.

    Whether it is asked under this name or another of a merged source makes no difference.
    """
    asked = Alarm.objects.filter(
        kind=Alarm.Kind.BURST, source__in=family_of(source), closed_at=None, facts__author=author
    )
    if not asked.exists():
        raise_alarm(
            workspace=source.workspace,
            kind=Alarm.Kind.BURST,
            key=f"{source.pk}:{author}:{at.isoformat()}",
            source=source,
            facts={"author": author, "source": source.name},
        )
