"""Each thing waits in one place, with its reason, until somebody has decided."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from claims.models import Article, Claim, Link
from claims.services.links import decide_link
from claims.services.scoring import count_roots
from claims.services.verdicts import record_verdict
from tests.factories import make_article, make_claim, make_job, make_link, make_member, make_workspace
from tests.silo_story import make_silo_story
from workbench.accounts.models import Role
from workbench.jobs.models import Job, JobState
from workbench.ui.selectors.inbox import (
    arrived_articles,
    circular_claims,
    reported_by,
    unchecked_claims,
    waiting_conflicts,
)

BRIDGE = "The mayor said the bridge is open."


@pytest.fixture
def page(client, editor):
    client.force_login(editor)
    return client


def show(page, kind=""):
    return page.get(reverse("ui:inbox"), {"kind": kind} if kind else {}).content.decode()


def claim_at(workspace, outlet, **fields):
    return make_claim(make_article(workspace, BRIDGE, outlet=outlet), "the bridge is open", **fields)


def test_a_contradiction_names_the_particular_and_both_wordings(page, workspace):
    make_silo_story(workspace)

    shown = show(page, "conflicts")

    assert "They differ in: Where" in shown
    assert "grain silo" in shown
    assert "مستودع الوقود" in shown


@pytest.mark.parametrize("decision", ["confirmed", "rejected"])
def test_a_contradiction_leaves_once_somebody_decided(workspace, editor, decision):
    link = make_link(claim_at(workspace, "Harbour Post"), claim_at(workspace, "Coast Daily"), "conflicts")
    assert list(waiting_conflicts(workspace)) == [link]

    decide_link(link=link, user=editor, state=decision)

    assert not waiting_conflicts(workspace)


def test_of_claims_that_say_the_same_one_waits_and_tells_how_many_say_it(page, workspace):
    first = claim_at(workspace, "Harbour Post")
    for outlet in ("Coast Daily", "Upland Monitor"):
        make_link(first, claim_at(workspace, outlet), independence=0.9)

    waiting = list(unchecked_claims(workspace))

    assert waiting == [first]
    assert reported_by(waiting)[0].outlet_count == 3
    assert "Reported by 3 outlets" in show(page, "unchecked")


def test_the_most_repeated_claim_comes_before_the_one_most_worth_a_check(workspace):
    worthy = make_claim(
        make_article(workspace, "The dam holds."), "The dam holds.", chain=["the ministry"], worth=0.9
    )
    repeated = claim_at(workspace, "Harbour Post", worth=0.1)
    make_link(repeated, claim_at(workspace, "Coast Daily"), independence=0.9)
    count_roots([repeated.pk])

    assert list(unchecked_claims(workspace)) == [repeated, worthy]


def test_reports_of_one_root_wait_as_circular_not_as_confirmed(page, workspace):
    first = claim_at(workspace, "Harbour Post", chain=["the mayor"])
    make_link(first, claim_at(workspace, "Coast Daily", chain=["the mayor"]), independence=0.05)

    assert list(circular_claims(workspace)) == [first]
    assert not unchecked_claims(workspace)
    assert "2 reports, one root: <bdi>the mayor</bdi>" in show(page, "circular")


def test_a_rejected_link_makes_nothing_circular(workspace):
    first, second = claim_at(workspace, "Harbour Post"), claim_at(workspace, "Coast Daily")
    make_link(first, second, independence=0.05, state=Link.State.REJECTED)

    assert not circular_claims(workspace)
    assert set(unchecked_claims(workspace)) == {first, second}


def test_a_claim_leaves_with_its_verdict(workspace, editor):
    claim = claim_at(workspace, "Harbour Post")
    record_verdict(claim=claim, user=editor, rating="true", reasoning="The bridge authority confirmed it.")

    assert not unchecked_claims(workspace)


@pytest.mark.parametrize(
    "change", [{"state": "rejected"}, {"created_at": timezone.now() - timedelta(days=31)}]
)
def test_rejected_and_old_claims_do_not_wait(workspace, change):
    Claim.objects.filter(pk=claim_at(workspace, "Harbour Post").pk).update(**change)

    assert not unchecked_claims(workspace)


def test_a_failed_article_comes_first_and_says_what_failed(page, workspace):
    failed = make_article(workspace, outlet="Coast Daily", title="A failed one", state=Article.State.WORKING)
    make_article(workspace, title="A good one")
    make_job(failed, "claims.link", JobState.DEAD, last_error="ValueError: boom")

    assert [article.title for article in arrived_articles(workspace)] == ["A failed one", "A good one"]
    shown = show(page, "articles")
    assert "This step failed" in shown
    assert reverse("claims:progress", args=[failed.pk]) in shown


def test_an_address_that_could_not_be_read_waits_too(page, workspace):
    article = make_article(workspace)
    job = make_job(
        article, "claims.fetch", JobState.DEAD, subject_label="https://harbour-post.example/gone", result={}
    )
    Job.objects.filter(pk=job.pk).update(subject_id=job.pk)

    assert "https://harbour-post.example/gone" in show(page)


def test_an_article_that_arrived_long_ago_does_not_wait(workspace):
    article = make_article(workspace)
    Article.objects.filter(pk=article.pk).update(created_at=timezone.now() - timedelta(days=3))

    assert not arrived_articles(workspace)


def test_an_empty_inbox_offers_the_one_thing_to_do(page):
    shown = show(page)

    assert "Nothing waits for you" in shown
    assert reverse("claims:add") in shown


def test_a_viewer_with_an_empty_inbox_is_not_offered_what_they_may_not_do(client, workspace):
    client.force_login(make_member(workspace, Role.VIEWER))

    assert reverse("claims:add") not in show(client)


def test_nothing_of_another_workspace_waits_here(page):
    make_silo_story(make_workspace("Elsewhere"))

    assert "Nothing waits for you" in show(page)


@pytest.mark.parametrize(("kind", "most"), [("", 27), ("conflicts", 16), ("unchecked", 18), ("articles", 17)])
def test_the_page_costs_the_same_however_much_waits(
    page, workspace, kind, most, django_assert_max_num_queries
):
    make_silo_story(workspace)
    for number in range(8):
        claim_at(workspace, f"Outlet {number}")

    with django_assert_max_num_queries(most):
        show(page, kind)
