"""The stories of a workspace, and one story: its articles in time, and which outlet says what."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from claims.selectors.stories import (
    disputed_particulars,
    parts_of,
    stories_of,
    story_table,
    survivor_of,
    timeline_of,
)
from claims.selectors.story_changes import shown_changes, with_reasons
from sources.selectors.grades import grades_of
from workbench.accounts.access import member_required, membership_of
from workbench.core.as_of import page_as_of

PAGE_SIZE = 20


@member_required()
@require_safe
def story_list(request: HttpRequest) -> HttpResponse:
    """List the stories, the last changed first, with the particulars in dispute."""
    page = Paginator(stories_of(membership_of(request).workspace), PAGE_SIZE).get_page(
        request.GET.get("page")
    )
    disputed = disputed_particulars(list(page))
    rows = [(story, disputed.get(story.pk, [])) for story in page]
    return render(request, "claims/stories.html", {"page": page, "rows": rows})


@member_required()
@require_safe
def story(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show one event as its outlets tell it; a story that went into another leads there."""
    workspace = membership_of(request).workspace
    found = stories_of(workspace).filter(pk=pk).first()
    if found is None:
        return _led_on(survivor_of(workspace, pk), page_as_of(request).query)
    timeline = list(timeline_of(found))
    changes = shown_changes(found)
    as_of = page_as_of(request)
    table = story_table(found)
    context = {
        "as_of": as_of,
        "grades": grades_of(table.outlets, as_of=as_of.moment),
        "story": found,
        "disputed": disputed_particulars([found]).get(found.pk, []),
        "timeline": with_reasons(timeline, found),
        "table": table,
        "changes": changes,
        "changed": next((c for c in changes if str(c.change.pk) == request.GET.get("changed")), None),
        "parts": parts_of(found, timeline),
    }
    return render(request, "claims/story.html", context)


def _led_on(kept: UUID | None, query: str) -> HttpResponse:
    """Lead from a story that went into another to that one; raise Http404 where there is none."""
    if kept is None:
        raise Http404
    return redirect(reverse("claims:story", args=[kept]) + query)
