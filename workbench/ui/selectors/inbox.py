"""What waits for somebody, and why: each thing waits in one place and leaves once a person has decided."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from django.db.models import (
    BooleanField,
    Count,
    Exists,
    ExpressionWrapper,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.functions import TruncDate
from django.utils import timezone

from claims.models import Article, Claim, Link, Review, Verdict
from claims.selectors.articles import articles_of
from claims.selectors.links import HEAVY, links_in
from claims.selectors.progress import FETCH
from claims.selectors.standings import INDEPENDENT_FROM, live_links
from sources.models import Source
from workbench.accounts.models import Workspace
from workbench.jobs.failures import Failure, failure_of
from workbench.jobs.models import Job, JobState

CLAIMS_WAIT_FOR = timedelta(days=30)
"""An unchecked claim older than a month is no news any more; search still finds it."""
ARRIVED_WITHIN = timedelta(days=2)
"""An article counts as just arrived for two days: who comes in on Monday sees the weekend's last one."""


def waiting_conflicts(workspace: Workspace) -> QuerySet[Link]:
    """Return the contradictions that nobody has decided on, by day, the surest of a day first. One query."""
    live = live_links(Q(workspace=workspace, relation=Link.Relation.CONFLICTS, state=Link.State.PROPOSED))
    return (
        links_in(workspace)
        .filter(pk__in=live.values("pk"))
        .defer(*HEAVY)
        .order_by(TruncDate("created_at").desc(), "-probability", "id")
    )


def unchecked_claims(workspace: Workspace) -> QuerySet[Claim]:
    """Return claims without a verdict that nobody contradicts, those with most roots first. Two queries.

    Of claims that say the same, the first that came in stands for all.
    """
    return _waiting_claims(workspace).filter(~_repeated() | _confirmed()).order_by(*_WORTHY_FIRST)


def circular_claims(workspace: Workspace) -> QuerySet[Claim]:
    """Return claims that several outlets report from one root, the most repeated first. Two queries."""
    repeated = live_links(Q(a=OuterRef("pk"), relation=Link.Relation.CORROBORATES)).order_by().values("a")
    counted = Subquery(repeated.annotate(number=Count("pk")).values("number"), output_field=IntegerField())
    rows = _waiting_claims(workspace).filter(_repeated(), ~_confirmed())
    return rows.order_by(counted.desc(), *_WORTHY_FIRST)


_WORTHY_FIRST = ("-roots", "-worth", "-created_at", "id")


def _waiting_claims(workspace: Workspace) -> QuerySet[Claim]:
    judged = Exists(Verdict.objects.filter(claim=OuterRef("pk"), superseded_at=None))
    echoes_earlier = _has_link("b", relation=Link.Relation.CORROBORATES)
    contradicted = _has_link("a", relation=Link.Relation.CONFLICTS) | _has_link(
        "b", relation=Link.Relation.CONFLICTS
    )
    return (
        Claim.objects.filter(workspace=workspace, created_at__gt=timezone.now() - CLAIMS_WAIT_FOR)
        .exclude(state=Claim.State.REJECTED)
        .filter(~judged, ~echoes_earlier, ~contradicted)
        .select_related("article__outlet", "originator")
        .prefetch_related("hops")
        .defer("embedding", "match_text", "article__text", "article__signature")
    )


def _repeated() -> Q:
    """Return the condition that a later claim says the same: a link's first end is the earlier claim."""
    return _has_link("a", relation=Link.Relation.CORROBORATES)


def _confirmed() -> Q:
    """Return the condition that a later claim says the same from a root of its own."""
    return _has_link("a", relation=Link.Relation.CORROBORATES, independence__gte=INDEPENDENT_FROM)


def _has_link(end: str, **fields: object) -> Q:
    """Return the condition that the claim is this end of a live link.

    The two ends are asked for apart: the database answers each for all claims at once, an OR row by row.
    """
    return Q(Exists(live_links(Q(**{end: OuterRef("pk")}, **fields))))


@dataclass(slots=True)
class Reported:
    """A claim with the outlets that say the same, the claim's own first."""

    claim: Claim
    outlets: list[Source] = field(default_factory=list)

    @property
    def outlet_count(self) -> int:
        """Return how many different outlets report it; one under two names is one."""
        return len({outlet.merged_into_id or outlet.pk for outlet in self.outlets})


def reported_by(claims: Sequence[Claim]) -> list[Reported]:
    """Return who else reports each claim. One query."""
    rows = {claim.pk: Reported(claim, [claim.article.outlet]) for claim in claims}
    links = live_links(Q(a__in=rows, relation=Link.Relation.CORROBORATES)).select_related(
        "b__article__outlet"
    )
    for link in links.defer(*(name for name in HEAVY if name.startswith("b__"))).order_by("b_id"):
        rows[link.a_id].outlets.append(link.b.article.outlet)
    return list(rows.values())


def _both(one: Exists, other: Q) -> "ExpressionWrapper[Q]":
    return ExpressionWrapper(Q(one) & other, output_field=BooleanField())


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict that waits for a second or third person, with the dispute that stands on it."""

    verdict: Verdict

    @property
    def claim(self) -> Claim:
        """Return the claim that was judged."""
        return self.verdict.claim

    @property
    def dispute(self) -> Review | None:
        """Return the last review that disputes it."""
        return next((row for row in reversed(self.verdict.reviews.all()) if not row.agrees), None)


def with_reviews(rows: Sequence[Verdict]) -> list[Judged]:
    """Return the verdicts as rows. No query of its own."""
    return [Judged(row) for row in rows]


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article that came in, or an address that could not be read."""

    article: Article | None
    job: Job | None
    failure: Failure | None

    @property
    def state(self) -> str:
        """Return the word for where it stands: failed, waiting, working or ready."""
        return "failed" if self.failure or self.article is None else str(self.article.state)


def failed_fetches(workspace: Workspace) -> QuerySet[Job]:
    """Return the addresses that could not be read, the newest first. One query."""
    return Job.objects.filter(workspace=workspace, kind=FETCH, state=JobState.DEAD)


def arrived_articles(workspace: Workspace) -> QuerySet[Article]:
    """Return articles whose work failed, then those that just arrived. One query."""
    dead = Job.objects.filter(workspace=workspace, subject_id=OuterRef("pk"), state=JobState.DEAD)
    return (
        articles_of(workspace)
        .annotate(failed=_both(Exists(dead), ~Q(state=Article.State.READY)))
        .filter(Q(failed=True) | Q(created_at__gt=timezone.now() - ARRIVED_WITHIN))
        .order_by("-failed", "-created_at", "id")
    )


def arrivals_of(articles: Sequence[Article]) -> list[Arrival]:
    """Return the articles with what went wrong. One query."""
    failed = [article.pk for article in articles if getattr(article, "failed", False)]
    dead: dict[UUID, Job] = {
        job.subject_id: job
        for job in Job.objects.filter(subject_id__in=failed, state=JobState.DEAD).order_by("created_at")
    }
    return [
        Arrival(article, job := dead.get(article.pk), failure_of(job) if job else None)
        for article in articles
    ]


def unread_addresses(jobs: Iterable[Job]) -> list[Arrival]:
    """Return the addresses that could not be read, with the reason. No query."""
    return [Arrival(None, job, failure_of(job)) for job in jobs]
