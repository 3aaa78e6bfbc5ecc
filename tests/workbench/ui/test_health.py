"""What a watching machine is told."""

from datetime import timedelta

from django.utils import timezone

from tests.factories import make_article, make_job
from workbench.jobs.models import Job, JobState


def test_a_workbench_that_works_says_so_to_anybody(client, db):
    answer = client.get("/healthz")

    assert answer.status_code == 200
    assert answer.json() == {
        "status": "ok",
        "database": "ok",
        "broker": "ok",
        "oldest_waiting_seconds": None,
    }


def test_the_oldest_waiting_job_is_told_in_seconds(client, workspace):
    job = make_job(make_article(workspace), "claims.link", JobState.QUEUED)
    Job.objects.filter(pk=job.pk).update(created_at=timezone.now() - timedelta(minutes=5))

    assert 300 <= client.get("/healthz").json()["oldest_waiting_seconds"] < 330


def test_a_silent_broker_is_told_and_answered_with_503(client, db, settings):
    settings.REDIS_URL = "unix:///nowhere/valkey.sock"

    answer = client.get("/healthz")

    assert answer.status_code == 503
    assert answer.json()["broker"] == "silent"
