"""Puts the person's workspace and membership on each request."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.functional import SimpleLazyObject

from workbench.accounts.models import Membership

if TYPE_CHECKING:
    from rest_framework.request import Request


def _membership(request: HttpRequest) -> Membership | None:
    if not request.user.is_authenticated:
        return None
    mine = (
        Membership.objects.filter(user=request.user, ended_at=None)
        .select_related("workspace")
        .order_by("created_at", "pk")
    )
    chosen = request.session.get("workspace")
    return (mine.filter(workspace_id=chosen).first() if chosen else None) or mine.first()


def current_membership(request: HttpRequest | Request) -> Membership | None:
    """Return the place of whoever asks in their workspace; None for a key or a stranger."""
    return getattr(request, "membership", None) or None


class WorkspaceMiddleware:
    """Sets `request.membership` (None without one), and the page language that the person chose.

    The role is read from the database on each request, so that a change acts at once.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request with the workspace at hand."""
        request.membership = SimpleLazyObject(lambda: _membership(request))  # type: ignore[attr-defined]
        language = request.user.language if request.user.is_authenticated else ""
        if language:
            translation.activate(language)
            request.LANGUAGE_CODE = translation.get_language()
        return self.get_response(request)
