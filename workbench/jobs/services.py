"""The life of a job: queued, leased, finished, released or dead."""

import random
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from typing import Any, NamedTuple

from django.db import IntegrityError, transaction
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Now
from django.utils import timezone

from workbench.accounts.models import User, Workspace, actor_label
from workbench.audit.services import hold_log, record_event
from workbench.jobs.models import Job, JobQueue, JobState

LEASE = timedelta(seconds=300)
"""How long a worker may be silent; above the hard time limit of a task (270 s)."""
MAX_ATTEMPTS = 3
"""A job that took its worker down three times is not given a fourth one."""
RETRY_BASE_SECONDS = 2.0
RETRY_CAP_SECONDS = 300.0


class LeaseLost(Exception):
    """The job's lease passed to another worker; nothing of this run may be written."""


class Subject(NamedTuple):
    """What a job works on, how a page names it, and the moment that it is for, if it is for one."""

    id: uuid.UUID
    label: str = ""
    moment: str = ""


@transaction.atomic
def queue_job(
    *,
    workspace: Workspace,
    kind: str,
    subject: Subject,
    payload: Mapping[str, Any] | None = None,
    queue: JobQueue = JobQueue.INTERACTIVE,
    requested_by: User | None = None,
) -> Job:
    """Put a step into the queue, in the caller's transaction.

    An open job of the same kind for the same subject is returned instead of a second one; where the subject
    has a moment, one for the same moment. One that is just ending is waited for: it no longer sees
    what the caller wrote.
    """
    job, _ = Job.objects.select_for_update().get_or_create(
        workspace=workspace,
        dedupe_key=f"{kind}:{subject.id}" + (f":{subject.moment}" if subject.moment else ""),
        state__in=[JobState.QUEUED, JobState.RUNNING],
        defaults={
            "state": JobState.QUEUED,
            "kind": kind,
            "queue": queue,
            "subject_id": subject.id,
            "subject_label": subject.label[:300],
            "payload": dict(payload or {}),
            "requested_by": requested_by,
        },
    )
    return job


def follow_with(job: Job, kind: str, *, payload: Mapping[str, Any] | None = None) -> Job:
    """Queue the next step on the same subject, for the same people, in the caller's transaction."""
    return queue_job(
        workspace=job.workspace,
        kind=kind,
        subject=Subject(job.subject_id, job.subject_label),
        payload=payload,
        queue=JobQueue(job.queue),
        requested_by=job.requested_by,
    )


def lease_job(*, job_id: uuid.UUID) -> Job | None:
    """Take the job for this worker; None where another has it or it is over.

    The attempt is counted before the work, so that a job which kills its worker
    still comes to its end. Times are the database's own.
    """
    token = uuid.uuid4()
    free = Q(state=JobState.QUEUED) | Q(state=JobState.RUNNING, lease_until__lt=Now())
    due = Q(not_before=None) | Q(not_before__lte=Now())
    taken = Job.objects.filter(free, due, pk=job_id, attempt__lt=MAX_ATTEMPTS).update(
        state=JobState.RUNNING,
        lease_token=token,
        lease_until=Now() + LEASE,
        attempt=F("attempt") + 1,
        started_at=Now(),
    )
    if not taken:
        return None
    return Job.objects.select_related("workspace", "requested_by").get(pk=job_id)


@contextmanager
def finishing(job: Job, *, result: Mapping[str, Any] | None = None) -> Iterator[None]:
    """Write a job's effects and its end in one transaction, if the lease still holds.

    Raises `LeaseLost`, and writes nothing, where another worker took it over.
    """
    with transaction.atomic():
        done = _held(job).update(
            state=JobState.DONE,
            finished_at=Now(),
            lease_until=None,
            lease_token=None,
            last_error="",
            result=dict(result or {}),
        )
        if not done:
            raise LeaseLost(f"The lease of job {job.pk} passed on.")
        yield


def report_progress(*, job: Job, done: int, of: int) -> None:
    """Say how far a long job has come, and hold its lease anew.

    Raises `LeaseLost` where another worker took it over: this run need not go on.
    """
    result = {"done": done, "of": of}
    if not _held(job).update(result=result, lease_until=Now() + LEASE):
        raise LeaseLost(f"The lease of job {job.pk} passed on.")


def _held(job: Job) -> QuerySet[Job]:
    """Return the job's row if its lease still holds."""
    return Job.objects.filter(pk=job.pk, lease_token=job.lease_token, state=JobState.RUNNING)


def release_job(*, job: Job, error: str) -> JobState:
    """Put a failed job back with a growing, jittered delay, or end it after the last attempt.

    Returns where it stands then: `running` where another worker took it over.
    """
    over = job.attempt >= MAX_ATTEMPTS
    ceiling = min(RETRY_CAP_SECONDS, RETRY_BASE_SECONDS * 4**job.attempt)
    delay = timedelta(seconds=random.uniform(RETRY_BASE_SECONDS, ceiling))  # noqa: S311  (spreads retries)
    state = JobState.DEAD if over else JobState.QUEUED
    released = _held(job).update(
        state=state,
        last_error=error[:2000],
        lease_token=None,
        lease_until=None,
        not_before=None if over else timezone.now() + delay,
        finished_at=Now() if over else None,
    )
    return state if released else JobState.RUNNING


def bury_job(*, job: Job, error: str, code: str = "", facts: Mapping[str, object] | None = None) -> JobState:
    """End a job that no second try can help; `code` and `facts` let pages word the reason.

    Returns where it stands then: `running` where another worker took it over.
    """
    plain = {name: f if isinstance(f, int | float) else str(f) for name, f in (facts or {}).items()}
    buried = _held(job).update(
        state=JobState.DEAD,
        last_error=error[:2000],
        result={"code": code, "facts": plain} if code else {},
        lease_token=None,
        lease_until=None,
        finished_at=Now(),
    )
    return JobState.DEAD if buried else JobState.RUNNING


def retry_job(*, job: Job, user: User | None = None) -> bool:
    """Queue a dead or cancelled job afresh; False where it is not over, or its step waits again already.

    That a person asked for it is logged.
    """
    fresh = {
        "state": JobState.QUEUED,
        "attempt": 0,
        "not_before": None,
        "last_error": "",
        "finished_at": None,
    }
    over = Job.objects.filter(pk=job.pk, state__in=[JobState.DEAD, JobState.CANCELLED])
    try:
        with transaction.atomic():
            hold_log(job.workspace_id)
            return _logged(over.update(**fresh), job, "job.retried", user)
    except IntegrityError:
        return False


@transaction.atomic
def cancel_job(*, job: Job, user: User | None = None) -> bool:
    """Take a waiting job out of the queue; False where it has begun or is over. A person's act is logged."""
    hold_log(job.workspace_id)
    waiting = Job.objects.filter(pk=job.pk, state=JobState.QUEUED)
    changed = waiting.update(state=JobState.CANCELLED, finished_at=Now())
    return _logged(changed, job, "job.cancelled", user)


def _logged(changed: int, job: Job, action: str, user: User | None) -> bool:
    """Log what a person did with a job, if it did change, and tell whether it did."""
    if changed and user is not None:
        record_event(
            workspace=job.workspace,
            actor=actor_label(user),
            action=action,
            target=("job", job.pk),
            payload={"kind": job.kind, "subject": str(job.subject_id)},
        )
    return bool(changed)


def bury_exhausted_job(*, job_id: uuid.UUID) -> Job | None:
    """End the job if its last lease ran out, and return it; None where it still has a chance or is over."""
    buried = Job.objects.filter(
        pk=job_id, state=JobState.RUNNING, lease_until__lt=Now(), attempt__gte=MAX_ATTEMPTS
    ).update(
        state=JobState.DEAD,
        lease_token=None,
        lease_until=None,
        finished_at=Now(),
        last_error="The worker stopped in the middle of this job, three times over.",
    )
    return Job.objects.select_related("workspace", "requested_by").get(pk=job_id) if buried else None
