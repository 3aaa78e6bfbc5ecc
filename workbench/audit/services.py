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
    chain = hold_log(workspace)
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


def hold_log(workspace: Workspace | UUID) -> EventChain:
    """Hold the workspace's log until the transaction ends; the first statement of each act that will log.

    Who holds the log first and rows afterwards cannot meet somebody who holds those rows and waits for the
    log: acts take their turn, and none dies of another. What is read then is what the log says. A change
    of stories takes the turn of stories before, a job's own row comes after. Begins the chain where there is
    none; holding it twice is holding it once.
    """
    locked = EventChain.objects.select_for_update()
    chain = locked.filter(workspace=workspace).first()
    if chain is None:
        key = workspace if isinstance(workspace, UUID) else workspace.pk
        EventChain.objects.get_or_create(workspace_id=key)
        chain = locked.get(workspace=workspace)
    return chain
