"""The progress page tells each step's state, asks again while work is open, and stops by itself."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from claims.selectors.progress import progress_of
from tests.factories import make_article, make_job, make_member, make_workspace
from workbench.accounts.models import Role
from workbench.jobs.models import Job, JobState

KINDS = ["claims.extract", "claims.embed", "claims.link", "claims.cluster", "claims.score"]


@pytest.fixture
def page(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def article(workspace):
    return make_article(workspace, title="Bridge open", state="working")


def test_open_work_is_asked_for_again_and_says_how_far_it_is(page, article):
    make_job(article, "claims.extract", result={"count": 3})
    make_job(article, "claims.embed", JobState.RUNNING)

    shown = page.get(reverse("claims:progress", args=[article.pk])).content.decode()

    assert "hx-trigger" in shown
    assert "3 claims" in shown
    assert "1 of 5 steps done" in shown


def test_without_script_the_page_loads_itself_anew(page, article):
    make_job(article, "claims.extract", JobState.QUEUED)

    shown = page.get(reverse("claims:progress", args=[article.pk])).content.decode()

    assert '<noscript><meta http-equiv="refresh"' in shown


def test_the_asked_for_part_is_a_part_and_no_page(page, article):
    make_job(article, "claims.extract", JobState.RUNNING)

    part = page.get(reverse("claims:progress", args=[article.pk]), headers={"HX-Request": "true"})

    assert "<html" not in part.content.decode()


def test_finished_work_leads_to_the_article(page, article):
    for kind in KINDS:
        make_job(article, kind)
    address = reverse("claims:article", args=[article.pk])

    assert page.get(reverse("claims:progress", args=[article.pk]))["Location"] == address
    asked = page.get(reverse("claims:progress", args=[article.pk]), headers={"HX-Request": "true"})
    assert asked["HX-Redirect"] == address


def test_a_failed_step_says_why_in_words_and_stops_asking(page, article):
    make_job(article, "claims.extract", JobState.DEAD, result={"code": "too_deep", "facts": {"limit": 200}})

    shown = page.get(reverse("claims:progress", args=[article.pk])).content.decode()

    assert "The page nests more than 200 elements inside one another." in shown
    assert "Try again" in shown
    assert "hx-trigger" not in shown


def test_trying_again_queues_the_step_once_more(page, article):
    job = make_job(article, "claims.extract", JobState.DEAD, last_error="OSError: gone")

    answer = page.post(reverse("claims:retry_step", args=[job.pk]))

    assert answer["Location"] == reverse("claims:progress", args=[article.pk])
    assert Job.objects.get(pk=job.pk).state == JobState.QUEUED


def test_a_viewer_may_not_try_again(client, workspace, article):
    client.force_login(make_member(workspace, Role.VIEWER))
    job = make_job(article, "claims.extract", JobState.DEAD)

    assert client.post(reverse("claims:retry_step", args=[job.pk])).status_code == 403


def test_what_an_earlier_run_left_behind_does_not_count(article):
    for kind in KINDS:
        make_job(article, kind, created_at=timezone.now() - timedelta(hours=1))
    make_job(article, "claims.extract", JobState.QUEUED)

    states = [step.state for step in progress_of(article).steps]

    assert states == ["queued", "ahead", "ahead", "ahead", "ahead"]


def test_a_fetched_article_shows_the_fetching_as_its_first_step(article):
    make_job(article, "claims.fetch", subject_id=article.publication_id, result={"article": str(article.pk)})

    assert [step.state for step in progress_of(article).steps] == ["done", *["ahead"] * 5]


def test_a_fetch_leads_on_to_its_article(page, article):
    job = make_job(article, "claims.fetch", result={"article": str(article.pk)})

    answer = page.get(reverse("claims:fetch", args=[job.pk]))

    assert answer["Location"] == reverse("claims:progress", args=[article.pk])


def test_a_fetch_that_failed_offers_to_paste(page, article):
    job = make_job(article, "claims.fetch", JobState.DEAD, subject_label="https://a.example/x")

    shown = page.get(reverse("claims:fetch", args=[job.pk])).content.decode()

    assert "Paste its text instead" in shown
    assert "https%3A%2F%2Fa.example%2Fx" in shown


def test_another_newsrooms_work_is_not_here(page):
    foreign = make_article(make_workspace("Elsewhere"))

    assert page.get(reverse("claims:progress", args=[foreign.pk])).status_code == 404
