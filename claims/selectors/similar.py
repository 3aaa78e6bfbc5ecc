"""Which stored claims may be about what a new one is about: the candidates of linking."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from django.contrib.postgres.search import TrigramSimilarity
from django.db import connection, transaction
from django.db.models import F, Q, QuerySet
from pgvector.django import CosineDistance

from claims.models import Article, Claim

EVENT_WINDOW = timedelta(days=10)
"""Reports of one event appear within days of each other (a week either way, and some slack)."""
NEAREST = 24
"""Neighbours taken by meaning for each claim; see docs/decisions/0007-candidates-and-roots.md."""
WORDED_ALIKE = 8
"""Neighbours taken by wording for each claim."""
EXACT_BELOW = 20_000
"""Under this many rows a filter is searched exactly; plain HNSW loses most hits there (same record)."""
MAX_ARTICLES = 14
"""Articles whose claims are compared whole: those with most and nearest candidates."""


def claims_near(article: Article) -> QuerySet[Claim]:
    """Return the other articles' claims that could be linked with this article's, by time alone."""
    others = Claim.objects.filter(workspace=article.workspace, embedding__isnull=False)
    others = others.exclude(article__publication=article.publication_id).exclude(state=Claim.State.REJECTED)
    if article.published_on is None:
        return others
    first, last = article.published_on - EVENT_WINDOW, article.published_on + EVENT_WINDOW
    return others.filter(Q(article__published_on=None) | Q(article__published_on__range=(first, last)))


def candidate_articles(article: Article, claims: Sequence[Claim]) -> list[UUID]:
    """Return the articles whose claims come nearest to `claims`, best first, `MAX_ARTICLES` at most.

    Two queries a claim: one by meaning, one by wording. Ranks are fused by their
    reciprocals (Cormack et al. 2009, k = 60), meaning weighing double.
    """
    near = claims_near(article)
    exact = near.count() < EXACT_BELOW
    scores: dict[UUID, float] = {}
    for claim in claims:
        for weight, found in ((2.0, _by_meaning(near, claim, exact)), (1.0, _by_wording(near, claim))):
            best: dict[UUID, float] = {}
            for rank, other in enumerate(found):
                best.setdefault(other, weight / (60 + rank))
            for other, score in best.items():
                scores[other] = scores.get(other, 0.0) + score
    return sorted(scores, key=lambda other: (-scores[other], str(other)))[:MAX_ARTICLES]


def _by_meaning(near: QuerySet[Claim], claim: Claim, exact: bool) -> list[UUID]:
    distance = CosineDistance("embedding", claim.embedding)
    if exact:
        # Adding zero keeps the planner off the HNSW index, which a narrow filter would starve.
        ordered = near.annotate(distance=distance + 0.0).order_by("distance")
        return list(ordered.values_list("article_id", flat=True)[:NEAREST])
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL hnsw.ef_search = 100")
        cursor.execute("SET LOCAL hnsw.iterative_scan = 'relaxed_order'")
        ordered = near.annotate(distance=distance).order_by("distance")
        return list(ordered.values_list("article_id", flat=True)[:NEAREST])


def _by_wording(near: QuerySet[Claim], claim: Claim) -> list[UUID]:
    alike = near.filter(language=claim.language, match_text__trigram_similar=claim.match_text[:400])
    alike = alike.annotate(likeness=TrigramSimilarity(F("match_text"), claim.match_text[:400]))
    return list(alike.order_by("-likeness").values_list("article_id", flat=True)[:WORDED_ALIKE])


def claims_with_particulars(articles: Sequence[UUID]) -> QuerySet[Claim]:
    """Return the linkable claims of some articles with spans, chains and slots. Four queries."""
    return (
        Claim.objects.filter(article_id__in=articles, embedding__isnull=False)
        .exclude(state=Claim.State.REJECTED)
        .select_related("article")
        .prefetch_related("spans", "hops", "slots")
        .order_by("article_id", "ordinal")
    )
