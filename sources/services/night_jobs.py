"""The jobs of a night: their kinds, which of them queues which, and the midnight they are for."""

from datetime import UTC, datetime, time

from django.utils import timezone
from django.utils.dateparse import parse_datetime

from workbench.accounts.models import Workspace
from workbench.jobs.models import Job, JobQueue
from workbench.jobs.services import Subject, queue_job

NIGHT = "sources.night"
DECAY = "sources.decay"
COPYING = "claims.copying"
AGREEMENT = "claims.agreement"
RINGS = "sources.rings"
COVERAGE = "claims.coverage"

FIRST = (NIGHT, COPYING, COVERAGE)
"""What a night begins with; each of these needs nothing of the others."""
NEXT = {NIGHT: DECAY, COPYING: AGREEMENT, AGREEMENT: RINGS}
"""What follows what."""


def last_midnight(now: datetime | None = None) -> datetime:
    """Return the midnight (UTC) that is last over: every night is for one."""
    return datetime.combine((now or timezone.now()).astimezone(UTC).date(), time.min, UTC)


def queue_night(*, workspace: Workspace, as_of: datetime | None = None) -> list[Job]:
    """Queue the workspace's night for a midnight; return the jobs to ring for.

    A night that is still open for an earlier midnight does not stand for this one.
    """
    moment = as_of or last_midnight()
    return [_queue(workspace, kind, moment) for kind in FIRST]


def queue_next(job: Job) -> list[Job]:
    """Queue what follows a step of the night, in the caller's transaction; return it."""
    kind = NEXT.get(job.kind)
    return [_queue(job.workspace, kind, midnight_of(job))] if kind else []


def midnight_of(job: Job) -> datetime:
    """Return the midnight that a job of the night is for."""
    moment = parse_datetime(str(job.payload.get("as_of", "")))
    return moment or last_midnight(job.created_at)


def _queue(workspace: Workspace, kind: str, as_of: datetime) -> Job:
    return queue_job(
        workspace=workspace,
        kind=kind,
        subject=Subject(workspace.pk, workspace.name, as_of.isoformat()),
        payload={"as_of": as_of.isoformat()},
        queue=JobQueue.NIGHTLY,
    )
