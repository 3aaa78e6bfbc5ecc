"""Keeping outcomes in step with stories: which one a claim is in, of what topic and region."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import transaction

from claims.models import Claim, Story
from claims.services.describing import describe_story
from claims.services.story_moves import take_turn
from claims.services.verdicts import refresh_jobs
from sources.models import Outcome
from sources.services import restate_outcomes
from workbench.accounts.models import User, actor_label
from workbench.audit.services import hold_log
from workbench.jobs.models import Job, JobQueue, JobState
from workbench.jobs.services import Subject, finishing, queue_job

RESTATE = "claims.restate"


def restate_story(*, job: Job) -> Sequence[Job]:
    """Describe a story from the claims that it has now, and restate what their outcomes say of it.

    Safe to run twice. A story that went into another has no claims: nothing is left to do for it. The
    job's row comes after the log: who changes a story holds the log, and asks for this job.
    """
    describe_story(story=job.subject_id)  # Loads the encoder, if need be, while nobody waits for the log.
    with transaction.atomic():
        take_turn(job.workspace_id)
        hold_log(job.workspace_id)
        return _restated(job)


def _restated(job: Job) -> Sequence[Job]:
    with finishing(job):
        describe_story(story=job.subject_id)
        story = Story.objects.get(pk=job.subject_id)
        claims = Claim.objects.filter(story=story, verdicts__isnull=False)
        moved = restate_outcomes(
            rows=Outcome.objects.filter(claim_id__in=claims.values("pk"), superseded_at=None),
            actor=actor_label(job.requested_by),
            cause="story",
            story_id=story.pk,
            topic=story.topic,
            region=story.region,
        )
        return refresh_jobs((row.source for row in moved), job.requested_by)


@transaction.atomic
def queue_restating(*, stories: Iterable[UUID], user: User | None) -> list[Job]:
    """Queue the job for each of the stories, in the caller's transaction."""
    rows = Story.objects.filter(pk__in=list(stories), merged_into=None).select_related("workspace")
    return [
        queue_job(
            workspace=story.workspace,
            kind=RESTATE,
            subject=Subject(story.pk, story.title),
            queue=JobQueue.BULK,
            requested_by=user,
        )
        for story in rows.order_by("pk")
    ]


def waiting_restatings(stories: Iterable[UUID | None]) -> list[Job]:
    """Return the jobs that wait for the stories, so that whoever changed them can ring. One query."""
    return list(Job.objects.filter(kind=RESTATE, subject_id__in=list(stories), state=JobState.QUEUED))
