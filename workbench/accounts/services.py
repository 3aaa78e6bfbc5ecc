"""Acts on people, workspaces and keys."""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from workbench.accounts.errors import LoginNameTaken, NotALoginName, UnknownRole, WeakPassword
from workbench.accounts.models import ApiKey, Membership, Role, Scope, User, Workspace

KEY_MARK = "cw"
READABLE = "abcdefghijkmnpqrstuvwxyz23456789"
"""The signs of a password that is made by chance: none that looks like another (l and 1, o and 0)."""


def hash_key(key: str) -> str:
    """Return the SHA-256 of a key, as it is stored; keys hold 256 random bits, so no salt is needed."""
    return hashlib.sha256(key.encode()).hexdigest()


@transaction.atomic
def create_workspace(*, name: str, slug: str) -> Workspace:
    """Open a newsroom's space."""
    return Workspace.objects.create(name=name, slug=slug)


@transaction.atomic
def create_member(*, workspace: Workspace, username: str, password: str, role: Role) -> User:
    """Give a new person a login and a place in `workspace`, without an event: `workbench.audit.members` logs.

    Raises `NotALoginName`, `LoginNameTaken`, `WeakPassword` or `UnknownRole`.
    """
    name = _login_name(username)
    check_role(role)
    check_password(password, User(username=name))
    try:
        with transaction.atomic():
            user = User.objects.create_user(username=name, password=password)
    except IntegrityError as error:
        raise LoginNameTaken(name=name) from error
    Membership.objects.create(workspace=workspace, user=user, role=role)
    return user


def new_password() -> str:
    """Return a password by chance that can be read out: 16 of 32 signs, so 80 bits."""
    groups = ("".join(secrets.choice(READABLE) for _ in range(4)) for _ in range(4))
    return "-".join(groups)


def check_password(password: str, user: User) -> None:
    """Raise `WeakPassword` where the rules of the settings refuse the password for this person."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise WeakPassword(reasons=" ".join(error.messages)) from error


def check_role(role: str) -> None:
    """Raise `UnknownRole` where nobody can have this role."""
    if role not in Role.values:
        raise UnknownRole(role=role, roles=", ".join(Role.values))


def _login_name(typed: str) -> str:
    """Return the name as it is stored; two that differ only in capitals are one to a reader."""
    name = User.normalize_username(typed.strip())
    try:
        User._meta.get_field("username").clean(name, None)
    except ValidationError as error:
        raise NotALoginName(name=name) from error
    if User.objects.filter(username__iexact=name).exists():
        raise LoginNameTaken(name=name)
    return name


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
