"""Background work: what it says in words, and who may start it again."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from claims.models import Article
from tests.factories import make_article, make_job, make_member, make_workspace
from workbench.accounts.models import Role
from workbench.jobs.models import Job, JobState
from workbench.jobs.services import retry_job
from workbench.ui.selectors.work import Queue


@pytest.fixture
def page(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def article(workspace):
    return make_article(workspace, title="The bridge opens")


def show(page, **asked):
    return page.get(reverse("ui:jobs"), asked).content.decode()


def test_each_job_says_what_it_does_for_which_article(page, article):
    make_job(article, "claims.link")

    shown = show(page)

    assert "Link with other articles" in shown
    assert "The bridge opens" in shown


def test_a_failed_job_says_why_in_a_sentence_and_offers_another_try(page, article):
    job = make_job(article, "claims.link", JobState.DEAD, last_error="ValueError: boom")

    shown = show(page)

    assert "This step failed for a reason that lies with the workbench." in shown
    assert reverse("ui:retry_job", args=[job.pk]) in shown


def test_trying_again_queues_the_job_and_keeps_the_filter(page, article):
    job = make_job(article, "claims.link", JobState.DEAD)

    answer = page.post(reverse("ui:retry_job", args=[job.pk]), {"state": "dead"})

    assert answer["Location"] == reverse("ui:jobs") + "?state=dead"
    assert Job.objects.get(pk=job.pk).state == JobState.QUEUED


def test_an_article_whose_failed_step_waits_again_has_failed_no_longer(page, article):
    Article.objects.filter(pk=article.pk).update(state="failed")
    job = make_job(article, "claims.link", JobState.DEAD)

    page.post(reverse("ui:retry_job", args=[job.pk]))

    assert Article.objects.get(pk=article.pk).state == "working"


def test_all_failed_jobs_of_the_kind_shown_are_tried_again(page, article):
    link = make_job(article, "claims.link", JobState.DEAD)
    score = make_job(article, "claims.score", JobState.DEAD)

    page.post(reverse("ui:retry_failed"), {"kind": "claims.link"})

    assert Job.objects.get(pk=link.pk).state == JobState.QUEUED
    assert Job.objects.get(pk=score.pk).state == JobState.DEAD


def test_a_job_whose_step_waits_again_already_stays_as_it_is(article):
    job = make_job(article, "claims.link", JobState.DEAD, dedupe_key="same")
    make_job(article, "claims.link", JobState.QUEUED, dedupe_key="same")

    assert not retry_job(job=job)
    assert Job.objects.get(pk=job.pk).state == JobState.DEAD


def test_a_waiting_job_can_be_cancelled_and_a_running_one_cannot(page, article):
    waiting = make_job(article, "claims.link", JobState.QUEUED)
    running = make_job(article, "claims.score", JobState.RUNNING)

    for job in (waiting, running):
        page.post(reverse("ui:cancel_job", args=[job.pk]))

    assert Job.objects.get(pk=waiting.pk).state == JobState.CANCELLED
    assert Job.objects.get(pk=running.pk).state == JobState.RUNNING


def test_the_page_asks_again_while_work_is_under_way_and_then_stops(page, article):
    job = make_job(article, "claims.link", JobState.QUEUED)
    assert 'hx-trigger="every 3s"' in show(page)

    Job.objects.filter(pk=job.pk).update(state=JobState.DONE, finished_at=timezone.now())

    assert "hx-trigger" not in show(page)


def test_asked_by_script_only_the_queue_is_sent(page, article):
    make_job(article, "claims.link")

    shown = page.get(reverse("ui:jobs"), headers={"HX-Request": "true"}).content.decode()

    assert shown.lstrip().startswith("<div")
    assert "<html" not in shown


@pytest.mark.parametrize(
    ("waiting_for", "running", "stuck"), [(30, 0, False), (90, 0, True), (90, 1, False)], ids=str
)
def test_a_queue_that_nobody_serves_is_called_stuck(waiting_for, running, stuck):
    since = timezone.now() - timedelta(seconds=waiting_for)

    assert Queue(running=running, waiting=1, failed=0, done=0, oldest_waiting=since).is_stuck is stuck


def test_filters_show_only_what_they_say(page, article):
    make_job(article, "claims.link")
    make_job(make_article(article.workspace, title="Another"), "claims.score", JobState.DEAD)

    assert "The bridge opens" not in show(page, state="dead")
    assert "Another" not in show(page, kind="claims.link")
    assert "No job is in this state" in show(page, state="cancelled")


@pytest.mark.parametrize("name", ["retry_job", "cancel_job"])
def test_a_viewer_may_not_touch_a_job(client, article, name):
    job = make_job(article, "claims.link", JobState.DEAD)
    client.force_login(make_member(article.workspace, Role.VIEWER))

    assert client.post(reverse(f"ui:{name}", args=[job.pk])).status_code == 403
    assert reverse("ui:retry_job", args=[job.pk]) not in show(client)


@pytest.mark.parametrize("name", ["retry_job", "cancel_job"])
def test_a_job_of_another_workspace_is_not_here(page, name):
    elsewhere = make_job(make_article(make_workspace("Elsewhere")), "claims.link", JobState.DEAD)

    assert page.post(reverse(f"ui:{name}", args=[elsewhere.pk])).status_code == 404


def test_the_page_costs_the_same_however_many_jobs(page, article, django_assert_max_num_queries):
    for _ in range(12):
        make_job(article, "claims.link", JobState.DEAD)

    with django_assert_max_num_queries(10):
        show(page)


def test_the_nightly_grouping_says_how_far_it_is_and_what_it_moved(page, article, workspace):
    named = {"subject_id": workspace.pk, "subject_label": "Desk"}
    make_job(article, "claims.recluster", JobState.RUNNING, result={"done": 1, "of": 3}, **named)
    make_job(article, "claims.recluster", result={"done": 3, "of": 3, "moved": 2}, **named)

    shown = show(page)

    assert "Group the stories anew" in shown
    assert "part 1 of 3 done" in shown
    assert "2 articles moved" in shown


def test_the_search_for_one_source_under_two_names_leads_to_what_it_found(page, article, workspace):
    named = {"subject_id": workspace.pk, "subject_label": "Desk"}
    make_job(article, "claims.propose_sources", result={"count": 2}, **named)

    shown = show(page)

    assert "Look for one source under two names" in shown
    assert reverse("sources:same") in shown
