"""Holding what comes in a burst: many verdicts of one person on one source wait for somebody else's look."""

from collections.abc import Sequence

from django.db import transaction

from sources.models import Alarm, Outcome
from sources.selectors.alarms import held_outcomes
from sources.services.alarm_errors import OwnVerdicts
from sources.services.alarms import close_alarm
from sources.services.outcomes import LEFT_OUT, restate_outcomes, withdraw_outcomes
from sources.services.scorecards import queue_refresh
from workbench.accounts.models import User, actor_label
from workbench.audit.services import hold_log
from workbench.jobs.models import Job

RELEASED = "burst_released"


@transaction.atomic
def release_held(*, alarm: Alarm, user: User, note: str) -> list[Job]:
    """Let the held outcomes of a burst count, and close its alarm; return the refreshes to ring for.

    Raises `OwnVerdicts`, `NoteRequired` or `AlarmMoved`.
    """
    hold_log(alarm.workspace_id)
    rows = _others_outcomes(alarm, user, note)
    restate_outcomes(rows=rows, actor=actor_label(user), cause=RELEASED, held=False)
    return _refreshes(alarm, user)


@transaction.atomic
def leave_held_out(*, alarm: Alarm, user: User, note: str) -> list[Job]:
    """Take the held outcomes of a burst out for good, and close its alarm; return the refreshes.

    The verdicts stay on their claims. Raises `OwnVerdicts`, `NoteRequired` or `AlarmMoved`.
    """
    hold_log(alarm.workspace_id)
    rows = _others_outcomes(alarm, user, note)
    withdraw_outcomes(rows=rows, actor=actor_label(user), cause=LEFT_OUT)
    return _refreshes(alarm, user)


def _others_outcomes(alarm: Alarm, user: User, note: str) -> Sequence[Outcome]:
    """Close the alarm and return what it held, unless it is the person's own."""
    if alarm.facts["author"] == actor_label(user):
        raise OwnVerdicts
    return list(held_outcomes(close_alarm(alarm=alarm, user=user, note=note)))


def _refreshes(alarm: Alarm, user: User) -> list[Job]:
    return [queue_refresh(source=alarm.source, user=user)] if alarm.source else []
