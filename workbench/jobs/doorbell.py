"""Telling the workers that a job waits. A lost ring delays a job; it never loses one."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError

from workbench.jobs.models import Job

logger = logging.getLogger(__name__)
_muffled: ContextVar[bool] = ContextVar("muffled", default=False)


@contextmanager
def muffled() -> Iterator[None]:
    """Ring for nothing inside the block, whose author performs the jobs without a worker."""
    token = _muffled.set(True)
    try:
        yield
    finally:
        _muffled.reset(token)


def ring(job: Job) -> bool:
    """Send the job's identifier to its queue; False where the broker cannot be reached now."""
    if _muffled.get():
        return False
    try:
        current_app.send_task(job.kind, args=[str(job.pk)], queue=job.queue, retry=False)
    except (OperationalError, OSError) as error:
        logger.warning("doorbell failed for job %s: %s; the sweeper will ring again", job.pk, error)
        return False
    return True


def ring_on_commit(job: Job) -> None:
    """Ring once the row is there for the worker to see."""
    transaction.on_commit(lambda: ring(job), robust=True)
