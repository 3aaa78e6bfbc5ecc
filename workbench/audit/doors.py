"""Who comes in: people's logins and systems' keys, each with its event in the log."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from workbench.accounts.attempts import is_paused, note_failure
from workbench.accounts.models import ApiKey, Membership, Scope, User, Workspace, actor_label
from workbench.accounts.services import create_api_key, revoke_api_key
from workbench.audit.services import record_event

STRANGER = "stranger"
"""Who acted where nobody proved who they are."""


@transaction.atomic
def note_login(user: User) -> None:
    """Log that the person came in, in each workspace that opens to them."""
    open_to_them = Membership.objects.filter(user=user, ended_at=None).values("workspace")
    for workspace in Workspace.objects.filter(pk__in=open_to_them).order_by("pk"):
        record_event(
            workspace=workspace, actor=actor_label(user), action="login.succeeded", target=("user", None)
        )


@transaction.atomic
def note_failed_login(*, username: str, address: str) -> None:
    """Log that somebody could not come in, without what they typed.

    Where the name is a member's, or was, each of their workspaces is told whose login it was. Any other name
    is told to every workspace as a stranger's, a few times an address: more would let strangers fill the log.
    """
    member = User.objects.filter(username=username).first()
    if member is not None:
        told = Workspace.objects.filter(memberships__user=member)
        payload = {"user": actor_label(member)}
    else:
        if is_paused(username="", address=address):
            return
        note_failure(username="", address=address)
        told, payload = Workspace.objects.all(), {}
    for workspace in told.order_by("pk"):
        record_event(
            workspace=workspace, actor=STRANGER, action="login.failed", target=("user", None), payload=payload
        )


@transaction.atomic
def open_api_key(
    *,
    workspace: Workspace,
    name: str,
    scopes: Sequence[Scope],
    created_by: User,
    expires_at: datetime | None = None,
) -> tuple[ApiKey, str]:
    """Make a key and log that, by its first letters; the second value is the key, never to be had again."""
    row, key = create_api_key(
        workspace=workspace, name=name, scopes=scopes, created_by=created_by, expires_at=expires_at
    )
    record_event(
        workspace=workspace,
        actor=actor_label(created_by),
        action="api_key.made",
        target=("api_key", row.pk),
        payload={
            "name": name,
            "prefix": row.prefix,
            "scopes": row.scopes,
            "expires_at": expires_at.isoformat() if expires_at else None,
        },
    )
    return row, key


@transaction.atomic
def close_api_key(*, key: ApiKey, user: User) -> None:
    """Close a key at once and log that; one that is closed already stays as it is."""
    if ApiKey.objects.select_for_update().get(pk=key.pk).revoked_at is not None:
        return
    revoke_api_key(key=key)
    record_event(
        workspace=key.workspace,
        actor=actor_label(user),
        action="api_key.revoked",
        target=("api_key", key.pk),
        payload={"name": key.name, "prefix": key.prefix},
    )
