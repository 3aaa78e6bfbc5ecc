"""The background wiring of sources: which step follows which, and nothing else.

verdict recorded -> refresh (one source)
every night -> refresh_scorecards -> refresh (each source with outcomes)
"""

from celery import shared_task

from sources.services.scorecards import queue_refreshes, refresh_source
from workbench.accounts.models import Workspace
from workbench.jobs.doorbell import ring
from workbench.jobs.performing import perform


@shared_task(name="sources.refresh")
def refresh(job_id: str) -> None:
    """Score one source anew. Safe to run twice."""
    perform(job_id, refresh_source)


@shared_task(name="sources.refresh_scorecards")
def refresh_scorecards() -> None:
    """Queue the nightly refresh of every source that has outcomes. Safe to run twice."""
    for workspace in Workspace.objects.all():
        for job in queue_refreshes(workspace=workspace):
            ring(job)
