"""The background wiring of sources: which step follows which, and nothing else.

outcome recorded or superseded -> refresh (one source)
every night -> night (each workspace) -> decay
claims.copying -> claims.agreement -> rings (claims.tasks begins the night)
"""

from celery import shared_task

from sources.services.decay import watch_decay
from sources.services.nights import run_night
from sources.services.rings import watch_rings
from sources.services.scorecards import refresh_source
from workbench.jobs.performing import perform

NIGHT_SECONDS = 3600
"""A night over a big workspace holds its lease by signs of life; longer than this it hangs."""


@shared_task(name="sources.refresh")
def refresh(job_id: str) -> None:
    """Score one source anew. Safe to run twice."""
    perform(job_id, refresh_source)


@shared_task(name="sources.night", soft_time_limit=NIGHT_SECONDS - 60, time_limit=NIGHT_SECONDS)
def night(job_id: str) -> None:
    """Make every record of a workspace anew as of midnight, and compare. Safe to run twice."""
    perform(job_id, run_night)


@shared_task(name="sources.decay")
def decay(job_id: str) -> None:
    """Tell which letters have lapsed. Safe to run twice."""
    perform(job_id, watch_decay)


@shared_task(name="sources.rings")
def rings(job_id: str) -> None:
    """Look for rings in what the night found. Safe to run twice."""
    perform(job_id, watch_rings)
