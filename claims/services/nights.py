"""The steps of a night that need claims: who copies, what agreement is worth, which outlets are silent."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.db.models.functions import TruncHour
from django.utils import timezone

from claims.models import Article
from claims.selectors.assertions import Evidence, gather_evidence
from sources.reliability.automatic import weigh_agreement
from sources.reliability.copying import find_copy_pairs
from sources.reliability.parameters import CoverageRules
from sources.selectors.copying import pairs_that_count
from sources.selectors.families import families_of
from sources.selectors.records import PARAMETERS
from sources.services.copying import keep_copy_pairs
from sources.services.coverage import keep_coverage
from sources.services.estimates import keep_agreement, keep_estimates
from sources.services.night_jobs import midnight_of, queue_next
from workbench.accounts.models import Workspace
from workbench.jobs.models import Job
from workbench.jobs.services import finishing, report_progress

COVERED = timedelta(days=CoverageRules().days)


def find_copying(*, job: Job) -> Sequence[Job]:
    """Carry out a job that looks for sources which share too many errors. Safe to run twice."""
    as_of = midnight_of(job)
    evidence = _evidence(job.workspace)
    report_progress(job=job, done=1, of=2)
    found = find_copy_pairs(
        evidence.assertions, evidence.known, parameters=PARAMETERS, ties=evidence.ties, as_of=as_of
    )
    with finishing(job, result={"count": len(found)}):
        keep_copy_pairs(workspace=job.workspace, found=found, as_of=as_of)
        return queue_next(job)


def weigh_agreements(*, job: Job) -> Sequence[Job]:
    """Carry out a job that turns agreement between sources into evidence. Safe to run twice.

    Estimates are kept part by part, each in its own transaction: a run that breaks off is taken up by the
    next, which finds those that are kept already unchanged.
    """
    as_of = midnight_of(job)
    evidence = _evidence(job.workspace)
    report_progress(job=job, done=1, of=3)
    found = weigh_agreement(
        evidence.assertions,
        evidence.ties,
        evidence.known,
        parameters=PARAMETERS,
        as_of=as_of,
        copying=pairs_that_count(job.workspace),
    )
    report_progress(job=job, done=2, of=3)
    changed = keep_estimates(
        workspace=job.workspace,
        agreement=found.by_source,
        as_of=as_of,
        between=lambda: report_progress(job=job, done=2, of=3),
    )
    with finishing(job, result={"count": len(evidence.assertions), "changed": changed}):
        keep_agreement(workspace=job.workspace, as_of=as_of, skill=found.skill, weighed=_figures(evidence))
        return queue_next(job)


def measure_coverage(*, job: Job) -> Sequence[Job]:
    """Carry out a job that looks which outlets fell silent. Safe to run twice."""
    now = timezone.now()
    arrivals = arrivals_since(job.workspace, now - COVERED)
    with finishing(job, result={"count": len(arrivals)}):
        keep_coverage(workspace=job.workspace, arrivals=arrivals, as_of=now)
    return []


def arrivals_since(workspace: Workspace, since: datetime) -> dict[UUID, list[datetime]]:
    """Return the hours in which articles of each outlet came in, by the outlet it counts for. Two queries."""
    survivor = families_of(workspace).survivor
    articles = Article.objects.filter(workspace=workspace, created_at__gte=since).order_by()
    hours = articles.annotate(hour=TruncHour("created_at", tzinfo=UTC)).values_list("outlet_id", "hour")
    found: dict[UUID, list[datetime]] = defaultdict(list)
    for outlet, hour in hours.distinct():
        found[survivor(outlet)].append(hour)
    return dict(found)


def _evidence(workspace: Workspace) -> Evidence:
    return gather_evidence(workspace, survivors=families_of(workspace).survivors)


def _figures(evidence: Evidence) -> tuple[int, int]:
    return len(evidence.assertions), len(evidence.known)
