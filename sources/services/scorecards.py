"""Making a source's scorecard anew, when something bears on it."""

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from sources.models import Scorecard, Source
from sources.selectors.families import survivor_of
from sources.services.cards import keep_cards
from sources.services.ledgers import advance_ledger
from workbench.accounts.models import User
from workbench.jobs.models import Job, JobQueue
from workbench.jobs.services import Subject, finishing, queue_job

REFRESH = "sources.refresh"


def refresh_scorecard(*, source: Source, as_of: datetime | None = None) -> Scorecard | None:
    """Score the source from all its outcomes up to `as_of` (now) and keep the card, if it is named."""
    return next(iter(keep_cards([source], as_of=as_of or timezone.now())), None)


def refresh_source(*, job: Job) -> Sequence[Job]:
    """Carry out a job that refreshes one source's scorecard and its running sums. Safe to run twice.

    A source that is another under a second name has no record of its own: that of the other is refreshed.
    """
    source = survivor_of(
        Source.objects.select_related("workspace", "merged_into__workspace").get(pk=job.subject_id)
    )
    with finishing(job):
        advance_ledger(source)
        refresh_scorecard(source=source)
    return []


def queue_refresh(*, source: Source, user: User | None = None) -> Job:
    """Queue a fresh scorecard of one source, before all articles: somebody waits for it."""
    return queue_job(
        workspace=source.workspace,
        kind=REFRESH,
        subject=Subject(source.pk, source.name),
        queue=JobQueue.SOURCES,
        requested_by=user,
    )
