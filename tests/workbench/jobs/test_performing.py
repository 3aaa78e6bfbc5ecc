"""What a worker does with a job, by how its step ends."""

import json
import uuid
from base64 import b64decode
from datetime import timedelta

import pytest
from celery import Celery
from django.conf import settings
from django.utils import timezone
from redis import Redis

from workbench.accounts.services import create_workspace
from workbench.core.errors import WorkbenchError
from workbench.jobs.doorbell import ring
from workbench.jobs.models import Job, JobState
from workbench.jobs.performing import perform
from workbench.jobs.services import MAX_ATTEMPTS, Subject, finishing, queue_job
from workbench.jobs.tasks import sweep

pytestmark = pytest.mark.django_db


class Unreadable(WorkbenchError):
    """A refusal that no second try can change."""

    code = "unreadable"
    message = "This cannot be read."


@pytest.fixture
def job():
    workspace = create_workspace(name="Desk", slug="desk")
    return queue_job(workspace=workspace, kind="claims.extract", subject=Subject(uuid.uuid4(), "A report"))


def finish(*, job):
    with finishing(job):
        return []


def refuse(*, job):
    raise Unreadable


def stumble(*, job):
    raise ConnectionResetError("peer went away")


def rung_jobs():
    with Redis.from_url(settings.REDIS_URL) as redis:
        messages = redis.lrange(f"{settings.KEY_PREFIX}interactive", 0, -1)
    return [b64decode(json.loads(message)["body"]).decode() for message in messages]


def test_a_step_that_ends_well_ends_its_job(job):
    perform(str(job.pk), finish)

    assert Job.objects.get(pk=job.pk).state == JobState.DONE


def test_a_message_that_comes_twice_does_the_work_once(job):
    done = []

    def count(*, job):
        done.append(job.pk)
        return finish(job=job)

    perform(str(job.pk), count)
    perform(str(job.pk), count)

    assert done == [job.pk]


def test_a_refusal_ends_the_job_with_its_sentence(job):
    perform(str(job.pk), refuse)

    row = Job.objects.get(pk=job.pk)
    assert (row.state, row.last_error) == (JobState.DEAD, "[unreadable] This cannot be read.")
    assert row.result == {"code": "unreadable", "facts": {}}


def test_a_fault_is_tried_again(job):
    perform(str(job.pk), stumble)

    row = Job.objects.get(pk=job.pk)
    assert (row.state, row.attempt) == (JobState.QUEUED, 1)
    assert row.last_error == "ConnectionResetError: peer went away"


@pytest.mark.parametrize("step", [pytest.param(refuse, id="refused"), pytest.param(None, id="worker-killer")])
def test_whoever_must_know_is_told_when_a_job_ends_without_success(job, step):
    told = []
    if step is None:
        late = timezone.now() - timedelta(seconds=1)
        spent = {
            "state": "running",
            "attempt": MAX_ATTEMPTS,
            "lease_until": late,
            "lease_token": uuid.uuid4(),
        }
        Job.objects.filter(pk=job.pk).update(**spent)

    perform(str(job.pk), step or finish, on_dead=told.append)

    assert told == [job]
    assert Job.objects.get(pk=job.pk).state == JobState.DEAD


@pytest.mark.parametrize("fail", [refuse, stumble])
def test_nobody_is_told_of_a_failure_once_another_worker_has_the_job(job, fail):
    told = []

    def oversleep(*, job):
        Job.objects.filter(pk=job.pk).update(lease_token=uuid.uuid4(), attempt=MAX_ATTEMPTS)
        job.attempt = MAX_ATTEMPTS
        fail(job=job)

    perform(str(job.pk), oversleep, on_dead=told.append)

    assert told == []
    assert Job.objects.get(pk=job.pk).state == JobState.RUNNING


def test_the_doorbell_carries_nothing_but_the_identifier(job):
    assert ring(job)

    [message] = [text for text in rung_jobs() if str(job.pk) in text]
    assert job.subject_label not in message


def test_a_broker_that_is_gone_loses_no_job(job, monkeypatch):
    unreachable = Celery("unreachable", broker="redis+socket:///nowhere/at-all.sock", set_as_current=False)
    monkeypatch.setattr("workbench.jobs.doorbell.current_app", unreachable)

    assert ring(job) is False
    assert Job.objects.get(pk=job.pk).state == JobState.QUEUED


def test_the_sweeper_rings_again_for_a_lost_message(job):
    Job.objects.filter(pk=job.pk).update(created_at="2020-01-01T00:00:00Z")

    assert sweep() == 1
    assert any(str(job.pk) in text for text in rung_jobs())
