"""Keeping how often outlets are heard, and telling when one fell silent."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from sources.models import Alarm, Cadence, Silence, Source
from sources.reliability.parameters import CoverageRules
from sources.reliability.silence import Rhythm, find_rhythm, find_silences
from sources.services.alarms import close_alarm, raise_alarm
from workbench.accounts.models import Workspace

RULES = CoverageRules()
HOUR = timedelta(hours=1)
"""Arrivals are told apart by the hour."""


@transaction.atomic
def keep_coverage(
    *, workspace: Workspace, arrivals: Mapping[UUID, Sequence[datetime]], as_of: datetime
) -> int:
    """Keep each outlet's rhythm and silences, given when its articles came; return how many are silent.

    Doing it twice changes nothing. An outlet with too few arrivals loses its rhythm: nobody can say what
    is usual there.
    """
    outlets = Source.objects.filter(workspace=workspace).in_bulk(list(arrivals))
    kept: set[UUID] = set()
    for pk, outlet in sorted(outlets.items()):
        rhythm = find_rhythm(arrivals[pk], RULES)
        if rhythm is not None:
            _keep_rhythm(outlet, rhythm, as_of)
            _keep_silences(outlet, arrivals[pk], rhythm, as_of)
            kept.add(pk)
    Cadence.objects.filter(workspace=workspace).exclude(source__in=kept).delete()
    return Silence.objects.filter(workspace=workspace, until=None, source__in=kept).count()


def _keep_rhythm(outlet: Source, rhythm: Rhythm, as_of: datetime) -> None:
    Cadence.objects.update_or_create(
        source=outlet,
        defaults={
            "workspace_id": outlet.workspace_id,
            "article_count": rhythm.arrivals,
            "usual_hours": rhythm.usual_hours,
            "long_hours": rhythm.long_hours,
            "last_at": rhythm.last_at,
            "as_of": as_of,
        },
    )


def _keep_silences(outlet: Source, arrivals: Sequence[datetime], rhythm: Rhythm, as_of: datetime) -> None:
    gaps = find_silences(arrivals, rhythm, as_of=as_of, rules=RULES)
    ends = {gap.since: gap.until for gap in gaps}
    for silence in Silence.objects.filter(source=outlet, until=None).exclude(since__in=ends):
        later = (moment for moment in sorted(arrivals) if moment >= silence.since + HOUR)
        _end(silence, next(later, as_of))
    for since, until in ends.items():
        silence, is_new = Silence.objects.get_or_create(
            source=outlet,
            since=since,
            defaults={
                "workspace_id": outlet.workspace_id,
                "until": until,
                "usual_hours": rhythm.usual_hours,
            },
        )
        if until and silence.until is None:
            _end(silence, until)
        if is_new and until is None:
            _tell(outlet, silence)


def _end(silence: Silence, until: datetime) -> None:
    """Note that the outlet is heard again, and close the alarm that nobody has closed."""
    silence.until = until
    silence.save(update_fields=["until"])
    told = Alarm.objects.filter(kind=Alarm.Kind.SILENCE, key=_key(silence), closed_at=None)
    for alarm in told:
        close_alarm(alarm=alarm, user=None, note="")


def _tell(outlet: Source, silence: Silence) -> None:
    raise_alarm(
        workspace=outlet.workspace,
        kind=Alarm.Kind.SILENCE,
        key=_key(silence),
        source=outlet,
        facts={
            "source": outlet.name,
            "since": silence.since.isoformat(),
            "usual_hours": round(silence.usual_hours, 2),
        },
    )


def _key(silence: Silence) -> str:
    return f"{silence.source_id}:{silence.since.isoformat()}"
