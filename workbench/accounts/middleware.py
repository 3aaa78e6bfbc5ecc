"""Puts the person's workspace and membership on each request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.functional import SimpleLazyObject

from workbench.accounts.models import Membership


def _membership(request: HttpRequest) -> Membership | None:
    if not request.user.is_authenticated:
        return None
    mine = (
        Membership.objects.filter(user=request.user).select_related("workspace").order_by("created_at", "pk")
    )
    chosen = request.session.get("workspace")
    return (mine.filter(workspace_id=chosen).first() if chosen else None) or mine.first()


class WorkspaceMiddleware:
    """Sets `request.membership` (None without one), and the page language that the person chose.

    The role is read from the database on each request, so that a change acts at once.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request with the workspace at hand."""
        request.membership = SimpleLazyObject(lambda: _membership(request))  # type: ignore[attr-defined]
        language = getattr(request.user, "language", "") if request.user.is_authenticated else ""
        if language:
            translation.activate(language)
            request.LANGUAGE_CODE = translation.get_language()
        return self.get_response(request)
