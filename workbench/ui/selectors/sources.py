"""What claims say of a source: what it said, and in which part."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

from django.db.models import (
    Aggregate,
    Case,
    Count,
    Exists,
    F,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)

from claims.models import Claim, Hop
from sources.models import Outcome, Source
from sources.selectors.pages import ranked_by_grade, sources_of
from workbench.accounts.models import Workspace

ORDERS = {
    "quoted": ("-claim_count", "name", "pk"),
    "grade": (F("grade_place").asc(nulls_last=True), "-claim_count", "name", "pk"),
    "name": ("name", "pk"),
    "recent": (F("last_seen").desc(nulls_last=True), "name", "pk"),
}


def listed_sources(
    workspace: Workspace, *, kind: str, words: str, order: str, as_of: datetime
) -> QuerySet[Source]:
    """Return sources with the number of claims they stood behind by `as_of`, and when last, by any name.

    By grade, A to E come first and then, apart, whoever cannot be judged.
    """
    living = ~Q(hops__claim__state=Claim.State.REJECTED) & Q(hops__claim__created_at__lte=as_of)
    merged = Source.objects.filter(workspace=workspace, merged_into__isnull=False)
    gathering = list(merged.values_list("merged_into", flat=True).distinct())
    of_family = partial(_of_family, gathering, as_of)
    judged = Outcome.objects.filter(source=OuterRef("pk"), recorded_at__lte=as_of)
    rows = sources_of(workspace, kind=kind, words=words)
    if order == "grade":
        rows = ranked_by_grade(rows, as_of=as_of)
    return (
        rows.filter(Q(created_at__lte=as_of) | Exists(judged))
        .annotate(
            own_count=Count("hops__claim", filter=living, distinct=True),
            own_seen=Max("hops__claim__created_at", filter=living),
        )
        .annotate(
            claim_count=of_family(Count("claim", distinct=True), F("own_count")),
            last_seen=of_family(Max("claim__created_at"), F("own_seen")),
        )
        .order_by(*ORDERS.get(order, ORDERS["quoted"]))
    )


def _of_family(gathering: Sequence[UUID | None], as_of: datetime, figure: Aggregate, own: F) -> Case:
    """Return a figure over the claims of a source, and of what is merged with it where anything is."""
    hops = Hop.objects.filter(Q(source=OuterRef("pk")) | Q(source__merged_into=OuterRef("pk")))
    living = hops.filter(claim__created_at__lte=as_of).exclude(claim__state=Claim.State.REJECTED)
    grouped = living.order_by().annotate(all=Value(1)).values("all").annotate(figure=figure)
    return Case(When(pk__in=gathering, then=Subquery(grouped.values("figure"))), default=own)


def source_in_full(workspace: Workspace) -> QuerySet[Source]:
    """Return the workspace's sources with outlet and spellings. Two queries."""
    return (
        Source.objects.filter(workspace=workspace)
        .select_related("outlet", "workspace", "merged_into")
        .prefetch_related("aliases")
    )


def claims_through(names: Collection[UUID], *, as_of: datetime, part: str = "all") -> QuerySet[Claim]:
    """Return claims known by `as_of` in whose chain a source stands, the newest first. Two queries.

    `names` are all the sources that it is; `part` is `originated`, `passed` (on from others) or `all`.
    """
    return (
        Claim.objects.filter(_parts(names).get(part, Q()), hops__source__in=names, created_at__lte=as_of)
        .exclude(state=Claim.State.REJECTED)
        .select_related("article__outlet", "originator")
        .prefetch_related("hops")
        .defer("embedding", "match_text", "article__text", "article__signature")
        .order_by(F("article__published_on").desc(nulls_last=True), "-created_at", "ordinal")
        .distinct()
    )


def part_counts(names: Collection[UUID], *, as_of: datetime) -> dict[str, int]:
    """Return how many claims the source had originated and passed on by `as_of`, and both. One query."""
    parts = _parts(names)
    known = Claim.objects.filter(hops__source__in=names, created_at__lte=as_of)
    living = known.exclude(state=Claim.State.REJECTED)
    counts = living.aggregate(
        all=Count("pk", distinct=True),
        originated=Count("pk", filter=parts["originated"], distinct=True),
        passed=Count("pk", filter=parts["passed"], distinct=True),
    )
    return {name: int(number) for name, number in counts.items()}


def _parts(names: Collection[UUID]) -> dict[str, Q]:
    return {"originated": Q(originator__in=names), "passed": ~Q(originator__in=names)}


def kept_claims(identifiers: Iterable[UUID]) -> set[UUID]:
    """Return which of the claims still have a page; verdicts may be older than the archive. One query."""
    return set(Claim.objects.filter(pk__in=list(identifiers)).values_list("pk", flat=True))
