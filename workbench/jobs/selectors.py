"""Questions about background work. Nothing here writes."""

from datetime import timedelta
from uuid import UUID

from django.db.models import Count, Min, Q, QuerySet
from django.db.models.functions import Now

from workbench.accounts.models import Workspace
from workbench.jobs.models import Job, JobState

RING_AGAIN_AFTER = timedelta(seconds=20)
"""A job still waiting after this long has lost its message (`docs/decisions/0006-jobs.md`)."""


def overdue_jobs(*, limit: int = 200) -> QuerySet[Job]:
    """Return jobs that should have begun, and those whose worker went silent, oldest first. One query."""
    due = Q(not_before=None) | Q(not_before__lte=Now())
    waiting = Q(state=JobState.QUEUED, created_at__lt=Now() - RING_AGAIN_AFTER) | Q(
        state=JobState.QUEUED, not_before__isnull=False
    )
    silent = Q(state=JobState.RUNNING, lease_until__lt=Now())
    return Job.objects.filter((waiting & due) | silent).order_by("created_at")[:limit]


def jobs_of(*, workspace: Workspace) -> QuerySet[Job]:
    """Return the workspace's jobs, the newest first."""
    return Job.objects.filter(workspace=workspace)


def jobs_on(*, workspace: Workspace, subject_id: UUID) -> QuerySet[Job]:
    """Return the jobs on one subject, the oldest first."""
    return Job.objects.filter(workspace=workspace, subject_id=subject_id).order_by("created_at", "id")


def queue_summary(*, workspace: Workspace) -> dict[str, object]:
    """Return how many jobs run, wait and failed today, and since when the oldest waits. One query."""
    day = Now() - timedelta(days=1)
    return Job.objects.filter(workspace=workspace).aggregate(
        running=Count("pk", filter=Q(state=JobState.RUNNING)),
        waiting=Count("pk", filter=Q(state=JobState.QUEUED)),
        failed=Count("pk", filter=Q(state=JobState.DEAD, finished_at__gt=day)),
        done=Count("pk", filter=Q(state=JobState.DONE, finished_at__gt=day)),
        oldest_waiting=Min("created_at", filter=Q(state=JobState.QUEUED)),
    )
