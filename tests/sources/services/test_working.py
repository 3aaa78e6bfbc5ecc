"""The night and the refresh as real workers do them, one of which is killed half way."""

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.db import connection, transaction
from django.utils import timezone

from claims.services.verdicts import record_verdict
from sources.models import Alarm, Night, Scorecard
from sources.services import queue_refresh
from sources.services.night_jobs import NIGHT, queue_night
from tests.architecture.project import CHECKOUT
from tests.factories import make_article, make_claim, make_member, make_source, make_workspace
from tests.sources.services.test_nights import judge
from workbench.jobs.doorbell import ring
from workbench.jobs.models import Job, JobState

pytestmark = pytest.mark.django_db(transaction=True)
SOURCES = 250
PATIENCE_SECONDS = 120.0


@contextmanager
def worker(queue):
    """Run a worker of one queue on the test's own database, killed with its children at the end."""
    url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}")
    environment = os.environ | {
        "DATABASE_URL": url.geturl(),
        "DJANGO_SETTINGS_MODULE": "workbench.settings.testing",
    }
    command = [sys.executable, "-m", "celery", "--app", "workbench", "worker", "--queues", queue]
    settings = {
        "cwd": CHECKOUT,
        "env": environment,
        "stdout": subprocess.DEVNULL,
        "stderr": subprocess.DEVNULL,
    }
    quietly = ["--concurrency", "1", "--without-gossip", "--without-mingle", "--hostname", f"{queue}@%h"]
    with subprocess.Popen([*command, *quietly], **settings, start_new_session=True) as process:
        try:
            yield process
        finally:
            kill(process)


def kill(process):
    """End a worker and its children at once, as a power cut does."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(30)


def wait_for(condition):
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.02)
    return False


def test_a_verdict_is_in_its_sources_record_at_once():
    workspace = make_workspace()
    claim = make_claim(make_article(workspace), "the bridge is open")
    with worker("sources"):
        wait_for_worker(workspace, "sources")

        _, jobs = record_verdict(claim=claim, user=make_member(workspace), rating="true", reasoning="Seen.")
        for job in jobs:
            ring(job)

        assert wait_for(lambda: Scorecard.objects.filter(source=claim.originator, outcome_count=1).exists())


def wait_for_worker(workspace, queue):
    """Return once the worker has done a job, so that its start is not measured."""
    other = make_source(workspace, "Warm-up")
    judge(other)
    job = queue_refresh(source=other)
    assert ring(job)
    assert wait_for(lambda: Job.objects.get(pk=job.pk).state == JobState.DONE)


def test_a_night_whose_worker_was_killed_is_finished_by_the_next_and_nothing_is_doubled():
    workspace = make_workspace()
    with transaction.atomic():
        for number in range(SOURCES):
            judge(make_source(workspace, f"Post {number:03}"), number=number)
    queue_night(workspace=workspace)
    [job] = Job.objects.filter(kind=NIGHT)

    with worker("nightly") as first:
        ring(job)
        assert wait_for(lambda: Job.objects.get(pk=job.pk).result.get("done"))
        kill(first)
    broken_off = Job.objects.get(pk=job.pk)
    Job.objects.filter(pk=job.pk).update(lease_until=timezone.now() - timedelta(seconds=1))
    with worker("nightly"):
        assert wait_for(lambda: Job.objects.get(pk=job.pk).state == JobState.DONE)

    assert broken_off.state == JobState.RUNNING
    assert Job.objects.get(pk=job.pk).attempt == 2
    assert Scorecard.objects.filter(nightly=True, facet="").count() == SOURCES
    assert Scorecard.objects.filter(nightly=True).count() == Night.objects.get().card_count
    assert not Alarm.objects.exists()
