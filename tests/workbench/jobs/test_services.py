"""A job is done once, by whoever holds its lease, and never lost."""

import uuid
from datetime import timedelta
from threading import Thread

import pytest
from django.db import connection, transaction
from django.utils import timezone

from workbench.accounts.services import create_workspace
from workbench.jobs.models import Job, JobState
from workbench.jobs.selectors import overdue_jobs, queue_summary
from workbench.jobs.services import (
    MAX_ATTEMPTS,
    LeaseLost,
    Subject,
    bury_exhausted_job,
    cancel_job,
    finishing,
    follow_with,
    lease_job,
    queue_job,
    release_job,
    report_progress,
    retry_job,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def workspace():
    return create_workspace(name="Desk", slug="desk")


@pytest.fixture
def job(workspace):
    return queue_job(workspace=workspace, kind="claims.extract", subject=Subject(uuid.uuid4(), "A report"))


def expire_lease(job):
    Job.objects.filter(pk=job.pk).update(lease_until=timezone.now() - timedelta(seconds=1))


def test_the_same_work_is_queued_once(workspace, job):
    again = queue_job(workspace=workspace, kind=job.kind, subject=Subject(job.subject_id))

    assert again.pk == job.pk
    assert Job.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_what_is_queued_while_a_job_ends_is_worked_on_after_it(workspace, job):
    leased, queued = lease_job(job_id=job.pk), []

    def queue_again():
        try:
            queued.append(queue_job(workspace=workspace, kind=job.kind, subject=Subject(job.subject_id)))
        finally:
            connection.close()

    thread = Thread(target=queue_again)
    with finishing(leased):
        thread.start()
        thread.join(timeout=0.5)
    thread.join()

    assert queued[0].pk != job.pk
    assert queued[0].state == JobState.QUEUED


def test_work_that_is_over_can_be_queued_again(workspace, job):
    leased = lease_job(job_id=job.pk)
    with finishing(leased):
        pass

    assert queue_job(workspace=workspace, kind=job.kind, subject=Subject(job.subject_id)).pk != job.pk


def test_a_job_is_leased_to_one_worker_alone(job):
    first, second = lease_job(job_id=job.pk), lease_job(job_id=job.pk)

    assert first is not None
    assert first.attempt == 1
    assert second is None


def test_a_silent_workers_job_passes_on(job):
    silent = lease_job(job_id=job.pk)
    expire_lease(job)

    other = lease_job(job_id=job.pk)

    assert other.attempt == 2
    assert other.lease_token != silent.lease_token


def test_a_worker_that_wakes_after_its_lease_writes_nothing(workspace, job):
    sleeper = lease_job(job_id=job.pk)
    expire_lease(job)
    lease_job(job_id=job.pk)

    with pytest.raises(LeaseLost), finishing(sleeper):
        create_workspace(name="Written too late", slug="late")

    assert Job.objects.get(pk=job.pk).state == JobState.RUNNING


def test_effects_and_the_end_of_a_job_are_one_transaction(job):
    leased = lease_job(job_id=job.pk)

    with pytest.raises(ZeroDivisionError), finishing(leased):
        create_workspace(name="Half done", slug="half-done")
        raise ZeroDivisionError

    row = Job.objects.get(pk=job.pk)
    assert row.state == JobState.RUNNING
    assert not type(row.workspace).objects.filter(slug="half-done").exists()


def test_the_next_step_is_queued_on_the_same_subject(job):
    leased = lease_job(job_id=job.pk)

    with finishing(leased, result={"count": 3}):
        following = follow_with(leased, "claims.embed")

    assert (following.kind, following.subject_id) == ("claims.embed", job.subject_id)
    assert Job.objects.get(pk=job.pk).result == {"count": 3}


def test_a_long_job_says_how_far_it_has_come_while_it_holds_its_lease(job):
    leased = lease_job(job_id=job.pk)
    report_progress(job=leased, done=1, of=3)
    assert Job.objects.get(pk=job.pk).result == {"done": 1, "of": 3}

    expire_lease(job)
    lease_job(job_id=job.pk)
    with pytest.raises(LeaseLost):
        report_progress(job=leased, done=2, of=3)


def test_a_failed_job_waits_before_it_is_tried_again(job):
    state = release_job(job=lease_job(job_id=job.pk), error="Connection refused")

    row = Job.objects.get(pk=job.pk)
    assert state == JobState.QUEUED
    assert row.not_before > timezone.now()
    assert row.last_error == "Connection refused"
    assert lease_job(job_id=job.pk) is None


def test_a_job_that_fails_every_time_ends_where_people_see_it(job):
    for _ in range(MAX_ATTEMPTS):
        Job.objects.filter(pk=job.pk).update(not_before=None)
        release_job(job=lease_job(job_id=job.pk), error="No luck")

    assert Job.objects.get(pk=job.pk).state == JobState.DEAD
    assert queue_summary(workspace=job.workspace)["failed"] == 1


def test_a_job_that_kills_its_worker_is_not_given_a_fourth_one(job):
    for _ in range(MAX_ATTEMPTS):
        lease_job(job_id=job.pk)
        expire_lease(job)

    assert lease_job(job_id=job.pk) is None
    assert bury_exhausted_job(job_id=job.pk) == job
    assert Job.objects.get(pk=job.pk).state == JobState.DEAD


def test_a_dead_job_can_be_retried_and_a_waiting_one_cancelled(job):
    assert not retry_job(job=job)
    assert cancel_job(job=job)
    assert retry_job(job=job)
    assert Job.objects.get(pk=job.pk).state == JobState.QUEUED


def test_a_job_whose_message_was_lost_is_found_again(job):
    assert not overdue_jobs().exists()

    Job.objects.filter(pk=job.pk).update(created_at=timezone.now() - timedelta(minutes=1))

    assert [found.pk for found in overdue_jobs()] == [job.pk]


def test_a_running_job_without_a_lease_is_refused_by_the_database(job):
    with pytest.raises(Exception, match="a_running_job_holds_a_lease"), transaction.atomic():
        Job.objects.filter(pk=job.pk).update(state=JobState.RUNNING)
    assert connection.is_usable()
