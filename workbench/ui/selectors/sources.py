"""What claims say of a source: whom it quotes, who quotes it, and what it said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, F, Max, Q, QuerySet

from claims.models import Claim, Hop, Verdict
from sources.models import Outcome, Source
from sources.selectors.pages import sources_of
from workbench.accounts.models import Workspace

UPHELD = (Outcome.Rating.TRUE, Outcome.Rating.MOSTLY_TRUE)
REFUTED = (Outcome.Rating.FALSE, Outcome.Rating.MISLEADING)
ORDERS = {
    "quoted": ("-claim_count", "name", "pk"),
    "name": ("name", "pk"),
    "recent": (F("last_seen").desc(nulls_last=True), "name", "pk"),
}
MOST_PARTNERS = 12
"""Rows of each table of who quotes whom; the rest are rare."""


def listed_sources(workspace: Workspace, *, kind: str, words: str, order: str) -> QuerySet[Source]:
    """Return sources with the number of claims they stand behind and when last. One query."""
    living = ~Q(hops__claim__state=Claim.State.REJECTED)
    return (
        sources_of(workspace, kind=kind, words=words)
        .annotate(
            claim_count=Count("hops__claim", filter=living, distinct=True),
            last_seen=Max("hops__claim__created_at", filter=living),
        )
        .order_by(*ORDERS.get(order, ORDERS["quoted"]))
    )


def source_in_full(workspace: Workspace) -> QuerySet[Source]:
    """Return the workspace's sources with outlet and spellings. Two queries."""
    return (
        Source.objects.filter(workspace=workspace)
        .select_related("outlet", "workspace")
        .prefetch_related("aliases")
    )


def claims_through(source: Source, *, part: str = "all") -> QuerySet[Claim]:
    """Return claims in whose chain the source stands, the newest first. Two queries.

    `part` is `originated`, `passed` (on from others) or `all`.
    """
    return (
        Claim.objects.filter(_parts(source).get(part, Q()), hops__source=source)
        .exclude(state=Claim.State.REJECTED)
        .select_related("article__outlet", "originator")
        .prefetch_related("hops")
        .defer("embedding", "match_text", "article__text", "article__signature")
        .order_by(F("article__published_on").desc(nulls_last=True), "-created_at", "ordinal")
        .distinct()
    )


def part_counts(source: Source) -> dict[str, int]:
    """Return how many claims the source originated, passed on, and both together. One query."""
    parts = _parts(source)
    living = Claim.objects.filter(hops__source=source).exclude(state=Claim.State.REJECTED)
    counts = living.aggregate(
        all=Count("pk", distinct=True),
        originated=Count("pk", filter=parts["originated"], distinct=True),
        passed=Count("pk", filter=parts["passed"], distinct=True),
    )
    return {name: int(number) for name, number in counts.items()}


def _parts(source: Source) -> dict[str, Q]:
    return {"originated": Q(originator=source), "passed": ~Q(originator=source)}


@dataclass(frozen=True, slots=True)
class Partner:
    """Another source next to this one in chains, and in how many claims."""

    source: Source
    claims: int


def quoted_by(source: Source) -> list[Partner]:
    """Return whom the source quotes, the most quoted first. Two queries."""
    after = Hop.objects.filter(claim__hops__source=source, claim__hops__position=F("position") - 1)
    return _partners(after.exclude(source=source))


def quoting(source: Source) -> list[Partner]:
    """Return who quotes the source, the most frequent first. Two queries."""
    before = Hop.objects.filter(claim__hops__source=source, claim__hops__position=F("position") + 1)
    return _partners(before.exclude(source=source))


def _partners(hops: QuerySet[Hop]) -> list[Partner]:
    living = hops.exclude(claim__state=Claim.State.REJECTED).order_by().values("source")
    rows = living.annotate(number=Count("claim", distinct=True)).order_by("-number", "source")[:MOST_PARTNERS]
    counts = {row["source"]: row["number"] for row in rows}
    named = Source.objects.select_related("outlet").in_bulk(list(counts))
    return [Partner(named[pk], number) for pk, number in counts.items()]


@dataclass(frozen=True, slots=True)
class Unnamed:
    """An unnamed source of an outlet: how often it speaks, and what came of it."""

    source: Source
    claims: int
    checked: int
    upheld: int
    refuted: int


def ledger_of(outlet: Source) -> list[Unnamed]:
    """Return the unnamed sources that speak through the outlet, the most used first. Two queries."""
    unnamed = Source.objects.filter(outlet=outlet, kind=Source.Kind.ANONYMOUS)
    living = ~Q(originated_claims__state=Claim.State.REJECTED)
    rows = unnamed.annotate(number=Count("originated_claims", filter=living, distinct=True))
    rows = rows.order_by("-number", "name")
    found = list(rows)
    ratings = _ratings(found)
    return [_unnamed(source, source.number, ratings.get(source.pk, [])) for source in found]


def _ratings(sources: Sequence[Source]) -> dict[UUID, list[str]]:
    verdicts = Verdict.objects.filter(claim__originator__in=sources, superseded_at=None)
    found: dict[UUID, list[str]] = {}
    for source, rating in verdicts.values_list("claim__originator", "rating"):
        found.setdefault(source, []).append(rating)
    return found


def _unnamed(source: Source, claims: int, ratings: Sequence[str]) -> Unnamed:
    return Unnamed(
        source,
        claims,
        checked=sum(rating != Outcome.Rating.UNVERIFIED for rating in ratings),
        upheld=sum(rating in UPHELD for rating in ratings),
        refuted=sum(rating in REFUTED for rating in ratings),
    )


def kept_claims(identifiers: Iterable[UUID]) -> set[UUID]:
    """Return which of the claims still have a page; verdicts may be older than the archive. One query."""
    return set(Claim.objects.filter(pk__in=list(identifiers)).values_list("pk", flat=True))
