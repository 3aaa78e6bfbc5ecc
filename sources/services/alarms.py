"""Raising alarms, closing them with a note, and taking that back."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from sources.models import Alarm, Source
from sources.services.alarm_errors import AlarmMoved, NoteRequired
from workbench.accounts.models import User, Workspace, actor_label
from workbench.audit.services import hold_log, record_event


@transaction.atomic
def raise_alarm(
    *, workspace: Workspace, kind: str, key: str, facts: Mapping[str, Any], source: Source | None = None
) -> bool:
    """Tell people of a finding once, and log it; False where it was told before, even if it is closed."""
    hold_log(workspace)
    row, is_new = Alarm.objects.get_or_create(
        workspace=workspace,
        kind=kind,
        key=key[:200],
        defaults={"source": source, "facts": dict(facts), "raised_at": timezone.now()},
    )
    if is_new:
        _log(row, "alarm.raised", actor_label(None), {"facts": row.facts})
    return is_new


@transaction.atomic
def close_alarm(*, alarm: Alarm, user: User | None, note: str) -> Alarm:
    """Close an alarm with a note; by nobody where the machine saw that it is over.

    Raises `NoteRequired` or `AlarmMoved`.
    """
    hold_log(alarm.workspace_id)
    if user is not None and not note.strip():
        raise NoteRequired
    row = _locked(alarm)
    if row.closed_at is not None:
        raise AlarmMoved
    row.closed_at, row.closed_by, row.note = timezone.now(), user, note.strip()
    row.save(update_fields=["closed_at", "closed_by", "note"])
    _log(row, "alarm.closed", actor_label(user), {"note": row.note})
    return row


@transaction.atomic
def reopen_alarm(*, alarm: Alarm, user: User) -> Alarm:
    """Take the closing of an alarm back. Raises `AlarmMoved`."""
    hold_log(alarm.workspace_id)
    row = _locked(alarm)
    if row.closed_at is None:
        raise AlarmMoved
    row.closed_at, row.closed_by, row.note = None, None, ""
    row.save(update_fields=["closed_at", "closed_by", "note"])
    _log(row, "alarm.reopened", actor_label(user), {})
    return row


def _locked(alarm: Alarm) -> Alarm:
    rows = Alarm.objects.select_for_update(of=("self",)).select_related("workspace", "source")
    return rows.get(pk=alarm.pk)


def _log(row: Alarm, action: str, actor: str, more: Mapping[str, Any]) -> None:
    record_event(
        workspace=row.workspace,
        actor=actor,
        action=action,
        target=("alarm", row.pk),
        payload={
            "kind": row.kind,
            "key": row.key,
            "source": str(row.source_id) if row.source_id else None,
            **more,
        },
    )
