"""Noticing a burst: more verdicts of one person on one source in a day than a newsroom gives."""

from datetime import datetime, timedelta
from uuid import UUID

from sources.models import Alarm, Outcome, Source
from sources.selectors.records import PARAMETERS
from sources.services.alarms import raise_alarm


def comes_in_burst(source: Source, author: str, claim_id: UUID, *, at: datetime) -> bool:
    """Tell whether the author judged so many other claims of the source within a day that this one waits."""
    if not author:
        return False
    rules = PARAMETERS.guards
    lately = Outcome.objects.filter(source=source, author=author, recorded_at__lte=at)
    lately = lately.filter(recorded_at__gt=at - timedelta(hours=rules.burst_hours))
    others = lately.exclude(claim_id=claim_id).order_by().values("claim_id").distinct()
    return others.count() >= rules.burst_count


def tell_burst(*, source: Source, author: str, at: datetime) -> None:
    """Ask for a second look at the author's held outcomes on the source, unless that is asked already."""
    asked = Alarm.objects.filter(kind=Alarm.Kind.BURST, source=source, closed_at=None, facts__author=author)
    if not asked.exists():
        raise_alarm(
            workspace=source.workspace,
            kind=Alarm.Kind.BURST,
            key=f"{source.pk}:{author}:{at.isoformat()}",
            source=source,
            facts={"author": author, "source": source.name},
        )
