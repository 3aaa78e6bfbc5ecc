"""The background wiring of sources: which step follows which, and nothing else.

outcome recorded or superseded -> refresh (one source)
"""

from celery import shared_task

from sources.services.scorecards import refresh_source
from workbench.jobs.performing import perform


@shared_task(name="sources.refresh")
def refresh(job_id: str) -> None:
    """Score one source anew. Safe to run twice."""
    perform(job_id, refresh_source)
