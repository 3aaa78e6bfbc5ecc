"""Making a source's scorecard anew from its outcomes."""

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from sources.models import Scorecard, Source
from sources.reliability.model import score_source
from sources.selectors.records import PARAMETERS, estimates_of, outcomes_of
from workbench.accounts.models import User
from workbench.jobs.models import Job, JobQueue
from workbench.jobs.services import Subject, finishing, queue_job

REFRESH = "sources.refresh"


def refresh_scorecard(*, source: Source, as_of: datetime | None = None) -> Scorecard:
    """Score the source from all its outcomes up to `as_of` (now) and keep the card."""
    moment = as_of or timezone.now()
    card = score_source(
        outcomes_of(source), parameters=PARAMETERS, as_of=moment, estimates=estimates_of(source)
    )
    row, _ = Scorecard.objects.update_or_create(
        source=source,
        as_of=moment,
        parameters_hash=card.parameters_hash,
        defaults={
            "workspace_id": source.workspace_id,
            "alpha": card.alpha,
            "beta": card.beta,
            "mean": card.mean,
            "q05": card.q05,
            "q25": card.q25,
            "q75": card.q75,
            "q95": card.q95,
            "mass": card.mass,
            "prior_mean": card.prior_mean,
            "automatic_mass": card.automatic_mass,
            "automatic_upheld": card.automatic_upheld,
            "skill": card.skill,
            "outcome_count": card.outcome_count,
            "letter": card.letter.value,
        },
    )
    return row


def refresh_source(*, job: Job) -> Sequence[Job]:
    """Carry out a job that refreshes one source's scorecard. Safe to run twice."""
    source = Source.objects.get(pk=job.subject_id)
    with finishing(job):
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
