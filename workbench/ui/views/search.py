"""Search: one question, answers among claims, articles and sources, all of it in the address."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from claims.models import Claim
from claims.selectors.standings import standings_of
from sources.selectors.grades import grades_of
from workbench.accounts.access import member_required, membership_of
from workbench.core.as_of import AsOf, page_as_of
from workbench.ui.highlights import marked_hits
from workbench.ui.languages import language_name
from workbench.ui.selectors.search import MOST_OUTLETS, Question, Searcher, outlet_names
from workbench.ui.selectors.sources import listed_sources

PAGE_SIZE = 20
PLACES = ("claims", "articles", "sources")
RELATION_WORDS = {
    "conflicts": _("Somebody says otherwise"),
    "corroborates": _("Somebody says the same"),
    "none": _("Nobody else speaks of it"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet: how many answers have it, and whether it is wanted."""

    value: str
    word: str | Promise
    count: int
    wanted: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """One way of narrowing the answers, with its values."""

    name: str
    word: str | Promise
    choices: Sequence[Choice]


@member_required()
@require_safe
def show_search(request: HttpRequest) -> HttpResponse:
    """Answer the question in the address, or show everything where it has no words."""
    workspace = membership_of(request).workspace
    as_of = page_as_of(request)
    question = asked(request.GET)
    searcher = Searcher(workspace, question)
    place = request.GET.get("in", "claims")
    place = place if place in PLACES else "claims"
    sources = listed_sources(workspace, kind="", words=question.words, order="quoted", as_of=as_of.moment)
    rows = {"claims": searcher.ranked_claims(), "articles": searcher.articles(), "sources": sources}
    counts = {name: found.order_by().count() for name, found in rows.items()}
    page = Paginator(rows[place], PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "as_of": as_of,
        "question": question,
        "place": place,
        "page": page,
        "tabs": [
            ("claims", _("Claims"), counts["claims"]),
            ("articles", _("Articles"), counts["articles"]),
            ("sources", _("Sources"), counts["sources"]),
        ],
        "facets": facets_of(searcher) if place == "claims" else [],
    }
    context |= _DRESSED[place](searcher, page, as_of)
    return render(request, "workbench/search/search.html", context)


def asked(parameters: QueryDict) -> Question:
    """Return the question that an address asks; what it does not know is left out."""
    return Question(
        words=parameters.get("q", "").strip()[:300],
        languages=tuple(code for code in parameters.getlist("lang") if code.isalpha() and len(code) <= 8),
        outlets=tuple(pk for pk in map(_identifier, parameters.getlist("outlet")) if pk),
        modalities=tuple(value for value in parameters.getlist("said") if value in Claim.Modality.values),
        relations=tuple(value for value in parameters.getlist("link") if value in RELATION_WORDS),
    )


def address_of(question: Question) -> str:
    """Return the query string that asks the question."""
    query = QueryDict(mutable=True)
    query["q"] = question.words
    query.setlist("lang", list(question.languages))
    query.setlist("outlet", [str(pk) for pk in question.outlets])
    query.setlist("said", list(question.modalities))
    query.setlist("link", list(question.relations))
    return query.urlencode()


def facets_of(searcher: Searcher) -> list[Facet]:
    """Return the facets with counts; each count takes the other facets as they are. Five queries."""
    question = searcher.question
    outlets = searcher.counted("outlets", "article__outlet")
    names = outlet_names([pk for pk, _count in outlets if isinstance(pk, UUID)])
    relations = searcher.counted_relations()
    languages = searcher.counted("languages", "language")
    codes = [*(str(code) for code, _count in languages), *question.languages]
    modalities = dict(Claim.Modality.choices)
    return [
        Facet(
            "lang",
            _("Language"),
            _choices(languages, {code: language_name(code) for code in codes}, question.languages),
        ),
        Facet(
            "link",
            _("Other outlets"),
            _choices(list(relations.items()), RELATION_WORDS, question.relations),
        ),
        Facet(
            "said",
            _("How it is said"),
            _choices(searcher.counted("modalities", "modality"), modalities, question.modalities),
        ),
        Facet(
            "outlet",
            _("Outlet"),
            _choices(outlets, {pk: source.name for pk, source in names.items()}, question.outlets)[
                :MOST_OUTLETS
            ],
        ),
    ]


def _choices(counted: Sequence[tuple[Any, int]], words: Any, wanted: Sequence[Any]) -> list[Choice]:
    """Return the values that occur, and those wanted that do not, so that they can be taken back."""
    found = [
        Choice(str(value), words.get(value, value), count, value in wanted)
        for value, count in counted
        if count
    ]
    met = {choice.value for choice in found}
    gone = [Choice(str(value), words.get(value, value), 0, True) for value in wanted if str(value) not in met]
    return [*found, *gone]


def _dressed_claims(searcher: Searcher, page: Any, _as_of: AsOf) -> dict[str, Any]:
    claims = list(page)
    standings = standings_of(claims)
    context: dict[str, Any] = {
        "claims": [(claim, marked_hits(claim.text, searcher.terms), standings[claim.pk]) for claim in claims]
    }
    if claims and searcher.terms and page.number == 1:
        context["near"] = searcher.near_in_meaning(claims)
    if not claims and searcher.terms:
        context["relaxed"] = [
            (term, address_of(easier), number) for term, easier, number in searcher.relaxed()
        ]
        context["alike"] = searcher.spelled_alike()
    return context


def _dressed_articles(searcher: Searcher, page: Any, _as_of: AsOf) -> dict[str, Any]:
    return {"articles": [(article, marked_hits(article.title, searcher.terms)) for article in page]}


def _dressed_sources(_searcher: Searcher, page: Any, as_of: AsOf) -> dict[str, Any]:
    grades = grades_of(page, as_of=as_of.moment)
    return {"sources": [(source, grades.get(source.pk)) for source in page]}


_DRESSED = {"claims": _dressed_claims, "articles": _dressed_articles, "sources": _dressed_sources}


def _identifier(value: str) -> UUID | None:
    try:
        return UUID(value)
    except ValueError:
        return None
