"""How newsroom systems prove who they are, and what their key opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils import timezone
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed, NotAuthenticated
from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.request import Request

from workbench.accounts import policies
from workbench.accounts.middleware import current_membership
from workbench.accounts.models import ApiKey, Scope, User, Workspace
from workbench.accounts.services import hash_key

if TYPE_CHECKING:
    from rest_framework.views import APIView


class KeyHolder:
    """Who asks when a key does: authenticated, and nobody in particular."""

    is_authenticated = True
    is_active = True
    pk = None


class ApiKeyAuthentication(BaseAuthentication):
    """`Authorization: Bearer cw_…`: the key names its workspace."""

    def authenticate(self, request: Request) -> tuple[KeyHolder, ApiKey] | None:
        """Return the key's holder and the key; None where no key was sent."""
        scheme, _, key = get_authorization_header(request).decode("latin-1").partition(" ")
        if scheme.lower() != "bearer":
            return None
        row = (
            ApiKey.objects.select_related("workspace")
            .filter(secret_sha256=hash_key(key.strip()), revoked_at=None)
            .filter(Q(expires_at=None) | Q(expires_at__gt=timezone.now()))
            .first()
        )
        if row is None:
            raise AuthenticationFailed(
                "This API key is unknown, expired or revoked. Make a new one in Settings."
            )
        ApiKey.objects.filter(pk=row.pk).update(last_used_at=timezone.now())
        return KeyHolder(), row

    def authenticate_header(self, request: Request) -> str:
        """Return what a client without a key is told to send."""
        return "Bearer"


def request_workspace(request: Request) -> Workspace:
    """Return the workspace that the request's key or person works in."""
    if isinstance(request.auth, ApiKey):
        return request.auth.workspace
    membership = current_membership(request)
    if membership is None:
        raise NotAuthenticated
    return membership.workspace


def request_key(request: Request) -> ApiKey | None:
    """Return the key that the request came with; None for a person."""
    return request.auth if isinstance(request.auth, ApiKey) else None


def request_person(request: Request) -> User | None:
    """Return the person who is logged in; None for a key."""
    return request.user if isinstance(request.user, User) and request_key(request) is None else None


class HasScope(BasePermission):
    """Reading needs `read`, adding needs `ingest`; people pass by their role."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        """Tell whether the key's scopes or the person's role allow the method."""
        reading = request.method in SAFE_METHODS
        if isinstance(request.auth, ApiKey):
            return (Scope.READ if reading else Scope.INGEST) in request.auth.scopes
        membership = current_membership(request)
        return policies.may_read(membership) if reading else policies.may_add_articles(membership)


class MayDecide(BasePermission):
    """Deciding on claims needs `decide`; people pass where they may judge."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        """Tell whether the key's scopes or the person's role allow to decide."""
        if isinstance(request.auth, ApiKey):
            return Scope.DECIDE in request.auth.scopes
        return policies.may_judge(current_membership(request))


class MayManageSources(BasePermission):
    """Merging and splitting sources, which moves grades, needs `manage_sources`; people pass as judges."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        """Tell whether the key's scopes or the person's role allow to say which sources are one."""
        if isinstance(request.auth, ApiKey):
            return Scope.MANAGE_SOURCES in request.auth.scopes
        return policies.may_judge(current_membership(request))


class MayManage(BasePermission):
    """Reading needs `read`; changing is for people who manage the workspace, and for no key."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        """Tell whether the key's scopes or the person's role allow the method."""
        reading = request.method in SAFE_METHODS
        if isinstance(request.auth, ApiKey):
            return reading and Scope.READ in request.auth.scopes
        membership = current_membership(request)
        return policies.may_read(membership) if reading else policies.may_manage(membership)
