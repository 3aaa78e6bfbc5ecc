"""Taking back an entry beside a source's record: by a later entry, for none is ever changed."""

from collections.abc import Mapping
from typing import Any, TypeVar

from django.utils import timezone

from sources.models.conduct import ConductEntry
from sources.services.conduct_errors import TakenBackAlready
from workbench.audit.services import record_event

E = TypeVar("E", bound=ConductEntry)
OWN = {"id", "created_at", "workspace", "recorded_at", "recorded_by", "takes_back"}


def take_back(entry: E, *, actor: str, action: str, facts: Mapping[str, Any]) -> E:
    """Record an entry that says the same and takes `entry` back, and log it with `facts`.

    Raises `TakenBackAlready` where that was done before, or `entry` takes back another itself.
    """
    rows = type(entry)._default_manager
    held = rows.select_for_update(of=("self",)).get(pk=entry.pk)
    if held.takes_back is not None or rows.filter(takes_back=held).exists():
        raise TakenBackAlready
    said = {field.name: getattr(held, field.name) for field in held._meta.fields if field.name not in OWN}
    row = rows.create(
        workspace=held.workspace, recorded_at=timezone.now(), recorded_by=actor, takes_back=held, **said
    )
    record_event(
        workspace=held.workspace,
        actor=actor,
        action=action,
        target=("source", held.source_id),
        payload={"takes_back": str(held.pk), "entry": str(row.pk), **facts},
    )
    return row
