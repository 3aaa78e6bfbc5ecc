"""Recording what happened; the only code that writes events."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from workbench.accounts.models import Workspace
from workbench.audit.models import Event, EventChain


def event_hash(previous: str, facts: Mapping[str, Any]) -> str:
    """Return SHA-256 over the hash before and the facts as canonical JSON (sorted keys, no blanks)."""
    canonical = json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256((previous + canonical).encode()).hexdigest()


@transaction.atomic
def record_event(
    *,
    workspace: Workspace,
    actor: str,
    action: str,
    target: tuple[str, UUID | None],
    payload: Mapping[str, Any] | None = None,
) -> Event:
    """Append one event to the workspace's chain, in the caller's transaction.

    `target` is the kind and the identifier of what was acted on. The chain's row
    stays locked until the transaction ends, so numbers follow the order of commits.
    """
    EventChain.objects.get_or_create(workspace=workspace)
    chain = EventChain.objects.select_for_update().get(workspace=workspace)
    kind, identifier = target
    moment = timezone.now()
    facts = {
        "n": chain.length + 1,
        "workspace": str(workspace.pk),
        "at": moment.isoformat(),
        "actor": actor,
        "action": action,
        "kind": kind,
        "id": str(identifier) if identifier else None,
        "payload": dict(payload or {}),
    }
    digest = event_hash(chain.head, facts)
    event = Event.objects.create(
        workspace=workspace,
        number=chain.length + 1,
        recorded_at=moment,
        actor=actor,
        action=action,
        object_kind=kind,
        object_id=identifier,
        payload=dict(payload or {}),
        previous_hash=chain.head,
        hash=digest,
    )
    EventChain.objects.filter(pk=chain.pk).update(length=chain.length + 1, head=digest)
    return event
