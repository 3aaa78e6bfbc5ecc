"""Acts on people, workspaces and keys."""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from workbench.accounts.models import ApiKey, Membership, Role, Scope, User, Workspace

KEY_MARK = "cw"


def hash_key(key: str) -> str:
    """Return the SHA-256 of a key, as it is stored; keys hold 256 random bits, so no salt is needed."""
    return hashlib.sha256(key.encode()).hexdigest()


@transaction.atomic
def create_workspace(*, name: str, slug: str) -> Workspace:
    """Open a newsroom's space."""
    return Workspace.objects.create(name=name, slug=slug)


@transaction.atomic
def create_member(*, workspace: Workspace, username: str, password: str, role: Role) -> User:
    """Give a new person a login and a place in `workspace`."""
    user = User.objects.create_user(username=username, password=password)
    Membership.objects.create(workspace=workspace, user=user, role=role)
    return user


@transaction.atomic
def create_api_key(
    *,
    workspace: Workspace,
    name: str,
    scopes: Sequence[Scope],
    created_by: User | None = None,
    expires_at: datetime | None = None,
) -> tuple[ApiKey, str]:
    """Make a key for a newsroom system; the second value is the key, never to be had again."""
    prefix = secrets.token_hex(4)
    key = f"{KEY_MARK}_{prefix}_{secrets.token_urlsafe(32)}"
    row = ApiKey.objects.create(
        workspace=workspace,
        name=name,
        prefix=prefix,
        secret_sha256=hash_key(key),
        scopes=[str(scope) for scope in scopes],
        created_by=created_by,
        expires_at=expires_at,
    )
    return row, key


def revoke_api_key(*, key: ApiKey) -> None:
    """Close a key at once; the next request with it is refused."""
    ApiKey.objects.filter(pk=key.pk, revoked_at=None).update(revoked_at=timezone.now())


def choose_appearance(
    *, user: User, language: str | None = None, theme: str | None = None, shortcuts: bool | None = None
) -> None:
    """Keep how the person likes the pages: what is not given stays as it is."""
    if language is not None:
        user.language = language
    if theme in User.Theme.values:
        user.theme = theme
    if shortcuts is not None:
        user.shortcuts = shortcuts
    user.save(update_fields=["language", "theme", "shortcuts"])
