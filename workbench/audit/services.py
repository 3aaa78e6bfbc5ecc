"""Recording what happened; the only code that writes events."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from workbench.accounts.models import Workspace
from workbench.audit.models import Event, EventChain
from workbench.audit.verifier import canonical_text, hash_of


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
    stays locked until the transaction ends, so numbers follow the order of commits;
    the database moves it on as it takes the event.
    """
    chain = _locked_chain(workspace)
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
    canonical = canonical_text(facts)
    return Event.objects.create(
        workspace=workspace,
        number=chain.length + 1,
        recorded_at=moment,
        actor=actor,
        action=action,
        object_kind=kind,
        object_id=identifier,
        payload=facts["payload"],
        canonical=canonical,
        previous_hash=chain.head,
        hash=hash_of(chain.head, canonical),
    )


def _locked_chain(workspace: Workspace) -> EventChain:
    """Return the workspace's chain, begun with its first event, and hold it until the transaction ends."""
    locked = EventChain.objects.select_for_update()
    chain = locked.filter(workspace=workspace).first()
    if chain is None:
        EventChain.objects.get_or_create(workspace=workspace)
        chain = locked.get(workspace=workspace)
    return chain
