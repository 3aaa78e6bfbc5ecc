"""Carrying a job out: lease it, take the step, ring for what follows."""

import logging
from collections.abc import Callable, Sequence
from uuid import UUID

from celery import current_app
from django.db import OperationalError, connection

from workbench.accounts.models import Workspace
from workbench.core.errors import WorkbenchError
from workbench.core.memory import give_back_memory
from workbench.jobs.doorbell import muffled, ring
from workbench.jobs.models import Job, JobState
from workbench.jobs.services import LeaseLost, bury_exhausted_job, bury_job, lease_job, release_job

logger = logging.getLogger(__name__)

Step = Callable[..., Sequence[Job]]
"""A service that takes `job`, does its work inside `finishing(job)`, and returns the jobs it queued."""


def perform(job_id: str, step: Step, *, on_dead: Callable[[Job], None] | None = None) -> None:
    """Lease the job, take its step, and ring for the jobs that follow. Safe to call twice.

    A `WorkbenchError` ends the job with its sentence, for trying again would say the
    same. Any other failure is tried again, then ends the job where the pages show it.
    A job that ends without success is given to `on_dead`.
    """
    job = lease_job(job_id=UUID(job_id))
    if job is None:
        dead = bury_exhausted_job(job_id=UUID(job_id))
    else:
        dead = job if _take_step(job, step) == JobState.DEAD else None
    if dead is not None and on_dead is not None:
        on_dead(dead)
    give_back_memory()


def _take_step(job: Job, step: Step) -> JobState:
    """Carry the step out and return where the job stands then."""
    try:
        following = step(job=job)
    except LeaseLost:
        logger.warning("job %s was taken over; its result is dropped", job.pk)
        return JobState.RUNNING
    except WorkbenchError as error:
        return bury_job(job=job, error=str(error), code=error.code, facts=error.facts)
    except Exception as error:
        # Whatever it was, it must end in the job's row, where people see it.
        logger.exception("job %s (%s) failed on attempt %s", job.pk, job.kind, job.attempt)
        if isinstance(error, OperationalError):
            connection.close()
        return release_job(job=job, error=f"{type(error).__name__}: {error}")
    for next_job in following:
        ring(next_job)
    return JobState.DONE


def perform_waiting_jobs(workspace: Workspace, *, limit: int = 10_000, queue: str = "") -> int:
    """Perform the workspace's waiting jobs here and now, oldest first; return how many.

    For commands and tests that want the result without a worker. `queue` narrows it to one queue.
    """
    current_app.loader.import_default_modules()
    waiting = Job.objects.filter(workspace=workspace, state=JobState.QUEUED, not_before=None)
    if queue:
        waiting = waiting.filter(queue=queue)
    with muffled():
        for count in range(limit):
            job = waiting.order_by("created_at", "id").first()
            if job is None:
                return count
            current_app.tasks[job.kind].run(str(job.pk))
    return limit
