"""The sweeper's task: rings again for jobs whose message was lost."""

from celery import shared_task
from django.db import connection, transaction

from workbench.jobs.doorbell import ring
from workbench.jobs.selectors import overdue_jobs

SWEEPER_LOCK = 7_340_021
"""Key of the advisory lock that lets one sweeper work at a time; any constant will do."""


def sweep() -> int:
    """Ring for every overdue job, unless another sweeper is at it; return how many were rung."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [SWEEPER_LOCK])
        if not cursor.fetchone()[0]:
            return 0
        jobs = list(overdue_jobs())
    return sum(ring(job) for job in jobs)


@shared_task(name="jobs.ring_overdue")
def ring_overdue() -> None:
    """Ring again for overdue jobs. Safe to run twice."""
    sweep()
