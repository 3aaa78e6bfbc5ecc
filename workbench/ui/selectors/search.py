"""Search across languages: by folded words, by the names of sources in any script, and near in meaning."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import connection, transaction
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from pgvector.django import CosineDistance

from claims.models import Article, Claim, Hop
from claims.selectors.articles import articles_of
from claims.selectors.standings import live_links
from sources.models import Source
from sources.selectors.pages import sources_of
from workbench.accounts.models import Workspace
from workbench.core.text import fold_text
from workbench.ui.highlights import search_terms

MOST_NAMED = 50
"""Sources of one name that a search looks behind; a word that more are named by is no name."""
MOST_OUTLETS = 12
SEEDS = 3
NEAR = 6
NEAR_IN_LANGUAGE, NEAR_ACROSS = 0.10, 0.13
"""Cosine distance up to which two claims are shown as near. Of the sample stories' claims 0.3 % of all pairs
lie within 0.10, and 0.4 % of those across languages within 0.13, where half of the true matches lie."""
ALIKE = 5
ALIKE_FROM = 0.4
"""Word similarity from which a spelling is near: two mistakes in three words pass, other words do not."""

LETTER_VARIANTS = {"ا": "[اأإآٱ]", "ي": "[يىیئ]", "ه": "[هة]", "ك": "[كک]", "و": "[وؤ]"}
MARKS = "[\u0640\u064b-\u0652\u0670]*"
RELATIONS = ("conflicts", "corroborates", "none")


@dataclass(frozen=True, slots=True)
class Question:
    """What is searched for: words, and the values of each facet that are wanted; none means any."""

    words: str = ""
    languages: tuple[str, ...] = ()
    outlets: tuple[UUID, ...] = ()
    modalities: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()

    @property
    def is_narrowed(self) -> bool:
        """Tell whether any facet is set."""
        return bool(self.languages or self.outlets or self.modalities or self.relations)

    @property
    def terms(self) -> list[str]:
        """Return the folded words to look for."""
        return search_terms(self.words)


class Searcher:
    """Answers one question in one workspace; the sources that its words name are looked up once."""

    def __init__(self, workspace: Workspace, question: Question) -> None:
        self.workspace = workspace
        self.question = question
        self.terms = question.terms
        self.named = self._named() if self.terms else []

    def _named(self) -> list[UUID]:
        named = sources_of(self.workspace, words=self.question.words).order_by("pk")
        found = list(named.values_list("pk", flat=True)[: MOST_NAMED + 1])
        if len(found) > MOST_NAMED:
            return []
        return [*found, *Source.objects.filter(merged_into__in=found).values_list("pk", flat=True)]

    def claims(self, *, without: str = "") -> QuerySet[Claim]:
        """Return the claims that answer the question, leaving the facet `without` open. One query."""
        rows = Claim.objects.filter(workspace=self.workspace).exclude(state=Claim.State.REJECTED)
        rows = rows.filter(self._worded() | self._said_by_named())
        for facet, condition in self._facets().items():
            if facet != without:
                rows = rows.filter(condition)
        return rows

    def ranked_claims(self) -> QuerySet[Claim]:
        """Return the claims for a page, the nearest to the words first, then the newest. Two queries."""
        rows = (
            self.claims()
            .select_related("article__outlet", "originator")
            .prefetch_related("hops")
            .defer("embedding", "match_text", "article__text", "article__signature")
        )
        newest = (F("article__published_on").desc(nulls_last=True), "-created_at", "ordinal")
        if not self.terms:
            return rows.order_by(*newest)
        likeness = TrigramWordSimilarity(fold_text(self.question.words), "match_text")
        return rows.annotate(likeness=likeness).order_by("-likeness", *newest)

    def articles(self) -> QuerySet[Article]:
        """Return the articles whose headline or claims hold every word, the newest first. One query."""
        rows = articles_of(self.workspace)
        for term in self.terms:
            said = Claim.objects.filter(article=OuterRef("pk"), match_text__contains=term)
            rows = rows.filter(
                Q(title__iregex=spelling_pattern(term)) | Q(Exists(said)) | Q(outlet__in=self.named)
            )
        if self.question.languages:
            rows = rows.filter(language__in=self.question.languages)
        if self.question.outlets:
            rows = rows.filter(_published_by("outlet", self.question.outlets))
        return rows

    def near_in_meaning(self, hits: Sequence[Claim]) -> list[Claim]:
        """Return claims that say nearly what the first hits say in other words or another language.

        Two queries, and one for each of the first hits.
        """
        shown = [claim.pk for claim in hits]
        seeds = Claim.objects.filter(pk__in=shown[:SEEDS], embedding__isnull=False)
        best: dict[UUID, float] = {}
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL hnsw.iterative_scan = 'relaxed_order'")
            for language, vector in seeds.values_list("language", "embedding"):
                for pk, distance in self._neighbours(language, vector, shown):
                    best[pk] = min(distance, best.get(pk, distance))
        nearest = sorted(best, key=lambda pk: (best[pk], str(pk)))[:NEAR]
        rows = Claim.objects.select_related("article__outlet", "originator").prefetch_related("hops")
        found = rows.defer("embedding", "match_text", "article__text", "article__signature").in_bulk(nearest)
        return [found[pk] for pk in nearest if pk in found]

    def _neighbours(
        self, language: str, vector: object, shown: Sequence[UUID]
    ) -> Iterator[tuple[UUID, float]]:
        others = Claim.objects.filter(workspace=self.workspace, embedding__isnull=False)
        others = others.exclude(state=Claim.State.REJECTED).exclude(pk__in=shown).exclude(self._worded())
        measured = others.annotate(distance=CosineDistance("embedding", vector)).order_by("distance")
        for pk, own, distance in measured.values_list("pk", "language", "distance")[: 2 * NEAR]:
            if distance <= (NEAR_IN_LANGUAGE if own == language else NEAR_ACROSS):
                yield pk, distance

    def spelled_alike(self) -> list[Claim]:
        """Return claims with words spelled nearly so, for a question without an answer. Three queries."""
        asked = fold_text(self.question.words)
        rows = Claim.objects.filter(workspace=self.workspace, match_text__trigram_word_similar=asked)
        rows = rows.exclude(state=Claim.State.REJECTED).select_related("article__outlet", "originator")
        rows = rows.prefetch_related("hops").defer("embedding", "article__text", "article__signature")
        rows = rows.annotate(likeness=TrigramWordSimilarity(asked, "match_text")).order_by("-likeness", "pk")
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL pg_trgm.word_similarity_threshold = %s", [ALIKE_FROM])
            return list(rows[:ALIKE])

    def _worded(self) -> Q:
        if not self.terms:
            return Q(pk__isnull=False)
        condition = Q()
        for term in self.terms:
            condition &= Q(match_text__contains=term)
        return condition

    def _said_by_named(self) -> Q:
        if not self.named:
            return Q(pk__in=[])
        return Q(Exists(Hop.objects.filter(claim=OuterRef("pk"), source__in=self.named)))

    def _facets(self) -> dict[str, Q]:
        question = self.question
        wanted = {
            "languages": Q(language__in=question.languages) if question.languages else Q(),
            "outlets": _published_by("article__outlet", question.outlets) if question.outlets else Q(),
            "modalities": Q(modality__in=question.modalities) if question.modalities else Q(),
            "relations": Q(),
        }
        for relation in question.relations:
            wanted["relations"] |= linked(relation)
        return wanted

    def counted(self, facet: str, field: str) -> list[tuple[object, int]]:
        """Return the values of a field among the answers, the most frequent first. One query."""
        value = Coalesce(f"{field}__merged_into", field) if facet == "outlets" else F(field)
        rows = self.claims(without=facet).order_by().annotate(value=value).values("value")
        rows = rows.annotate(number=Count("pk")).order_by("-number", "value")
        return [(row["value"], row["number"]) for row in rows]

    def counted_relations(self) -> dict[str, int]:
        """Return how many answers are contradicted, confirmed, or neither. One query."""
        counts = {name: Count("pk", filter=linked(name)) for name in RELATIONS}
        return self.claims(without="relations").aggregate(**counts)

    def relaxed(self) -> list[tuple[str, Question, int]]:
        """Return easier questions that have an answer, with how many; the word left out comes first in each.

        The facets are given up before a word is. One query for each word, and one where facets are set.
        """
        opened = Question(words=self.question.words)
        easier = [("", opened)] if self.question.is_narrowed else []
        if len(self.terms) > 1:
            for term in self.terms:
                kept = " ".join(_as_typed(other) for other in self.terms if other != term)
                easier.append((term, replace(opened, words=kept)))
        counted = [(term, asked, Searcher(self.workspace, asked).claims().count()) for term, asked in easier]
        return [(term, asked, number) for term, asked, number in counted if number]


def _published_by(field: str, outlets: Sequence[UUID]) -> Q:
    """Return the condition that one of the outlets published it, under any of its names."""
    return Q(**{f"{field}__in": outlets}) | Q(**{f"{field}__merged_into__in": outlets})


def linked(relation: str) -> Q:
    """Return the condition that a claim has a live link of this relation, or neither of the two."""
    if relation == "none":
        return ~linked("conflicts") & ~linked("corroborates")
    # Each end apart: the database then answers for all claims at once instead of row by row.
    ends = [Q(Exists(live_links(Q(**{end: OuterRef("pk")}, relation=relation)))) for end in ("a", "b")]
    return ends[0] | ends[1]


def spelling_pattern(term: str) -> str:
    """Return a PostgreSQL pattern that finds a folded term in text as it was written.

    >>> spelling_pattern("ab")
    'a[ـً-ْٰ]*b[ـً-ْٰ]*'
    """
    return "".join(
        (LETTER_VARIANTS.get(letter, letter) if letter.isalnum() else ".") + MARKS for letter in term
    )


def _as_typed(term: str) -> str:
    return f'"{term}"' if " " in term else term


def outlet_names(identifiers: Sequence[UUID]) -> dict[UUID, Source]:
    """Return outlets by identifier. One query."""
    return Source.objects.in_bulk(list(identifiers))
