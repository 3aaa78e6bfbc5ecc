"""The articles of a workspace, and the reader: the text with its claims beside it."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from claims.models import Article
from claims.selectors.articles import (
    ASIDE,
    ArticleReading,
    article_in_full,
    articles_of,
    is_read_by_words,
    notices_of,
    reading_of,
    sightings_of,
    versions_of,
)
from claims.selectors.progress import Progress, progress_of
from workbench.accounts.access import member_required, membership_of

PAGE_SIZE = 30

FACETS: tuple[tuple[str, str | Promise], ...] = (
    ("", _("All")),
    ("conflict", _("Disputed")),
    ("corroborated", _("Corroborated")),
    ("circular", _("Same root")),
    ("unverified", _("Unverified")),
    ("narrated", _("Own narration")),
)


@member_required()
@require_safe
def article_list(request: HttpRequest) -> HttpResponse:
    """List the articles, the newest first."""
    pages = Paginator(articles_of(membership_of(request).workspace), PAGE_SIZE)
    return render(request, "claims/articles.html", {"page": pages.get_page(request.GET.get("page"))})


@member_required()
@require_safe
def article(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show one article's text with each claim underlined, and the claims' cards beside it."""
    found = get_object_or_404(article_in_full(membership_of(request).workspace), pk=pk)
    reading = reading_of(found)
    facet = request.GET.get("show", "")
    context = {
        "article": found,
        "reading": reading,
        "facet": facet,
        "facets": [(key, word, reading.count(key) if key else len(reading.cards)) for key, word in FACETS],
        "shown": [card for card in reading.cards if not facet or facet in card.facets.split()],
        "versions": list(versions_of(found)),
        "sightings": list(sightings_of(found)),
        "progress": _open_progress(found, reading),
        "address": reverse("claims:progress", args=[found.pk]),
        "aside": ASIDE,
        "notices": notices_of(found),
        "is_read_by_words": is_read_by_words(found),
    }
    return render(request, "claims/article.html", context)


def _open_progress(found: Article, reading: ArticleReading) -> Progress | None:
    """Return the steps where they are not all done yet; a text that is ready has nothing to tell."""
    if found.state == Article.State.READY:
        return None
    progress = progress_of(found)
    return progress if progress.is_open or progress.has_failed else None
