"""What a person sees when a request cannot be served."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that the form was too old, and how to send it again."""
    return _failure(
        request,
        status=403,
        title=_("This form is too old"),
        detail=_("Go back, reload the page and send it again. What you typed is still in the form."),
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that nothing is here, or nothing for this person."""
    return _failure(
        request,
        status=404,
        title=_("Nothing is here"),
        detail=_("The address is wrong, or the page belongs to another workspace."),
    )


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that the person's role does not reach that far."""
    return _failure(
        request,
        status=403,
        title=_("Your role does not allow this"),
        detail=_("Ask an editor or administrator of your workspace to give you a role that does."),
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """Say that the fault is ours."""
    return _failure(
        request,
        status=500,
        title=_("The workbench made a mistake"),
        detail=_(
            "Nothing that you saved is lost. Try again; if it happens once more, "
            "tell whoever runs the workbench."
        ),
    )


def _failure(request: HttpRequest, *, status: int, title: str, detail: str) -> HttpResponse:
    return render(request, "workbench/failure.html", {"title": title, "detail": detail}, status=status)
