"""The log: every act in the workspace in words, and whether the log is whole."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from workbench.accounts.access import member_required, membership_of
from workbench.accounts.policies import may_manage
from workbench.audit.selectors import events_of, standing_of
from workbench.ui.event_words import BREAKS
from workbench.ui.selectors.log import act_choices, object_choices, shown_events

PAGE_SIZE = 50


@member_required(may_manage)
@require_safe
def show_log(request: HttpRequest) -> HttpResponse:
    """Show the events, the newest first, of one act or object where that is asked for."""
    workspace = membership_of(request).workspace
    act, kind = request.GET.get("act", ""), request.GET.get("kind", "")
    about = _identifier(request.GET.get("about", ""))
    page = Paginator(events_of(workspace, action=act, kind=kind, about=about), PAGE_SIZE).get_page(
        request.GET.get("page")
    )
    standing = standing_of(workspace)
    found = standing.verification
    context = {
        "page": page,
        "events": shown_events(workspace, page),
        "acts": act_choices(act),
        "kinds": object_choices(kind),
        "act": act,
        "kind": kind,
        "about": about,
        "standing": standing,
        "break_word": BREAKS.get(found.kind, found.kind) if found else "",
    }
    return render(request, "workbench/log/log.html", context)


def _identifier(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
