"""Judging a claim: decisions, verdicts and links, each possible without any script."""

import pytest
from django.urls import reverse

from claims.models import Claim, Link, Verdict
from tests.factories import make_article, make_claim, make_member, make_workspace
from tests.silo_story import make_silo_story
from workbench.accounts.models import Role

ASKED = {"HX-Request": "true"}


@pytest.fixture
def page(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def silo(workspace):
    return make_silo_story(workspace)


def url(name, *parts):
    return reverse(f"claims:{name}", args=[part.pk for part in parts])


def conflict_of(claim):
    return Link.objects.filter(a=claim, relation="conflicts").first() or Link.objects.get(
        b=claim, relation="conflicts"
    )


def test_the_page_says_how_many_roots_and_what_is_in_dispute(page, silo):
    shown = page.get(url("claim", silo.toll)).content.decode()

    assert "4 reports" in shown
    assert "about 1.6 independent roots" in shown
    assert "in dispute: How many" in shown


def test_the_page_costs_the_same_however_many_links(page, silo, django_assert_max_num_queries):
    with django_assert_max_num_queries(40):
        page.get(url("claim", silo.toll))


def test_accepting_leads_back_to_where_one_was(page, silo):
    answer = page.post(url("decide_claim", silo.toll), {"state": "accepted", "next": "/articles/"})

    assert answer["Location"] == "/articles/"
    assert Claim.objects.get(pk=silo.toll.pk).state == Claim.State.ACCEPTED


def test_a_way_back_to_another_site_is_not_taken(page, silo):
    answer = page.post(url("decide_claim", silo.toll), {"state": "accepted", "next": "https://evil.example/"})

    assert answer["Location"] == url("claim", silo.toll)


def test_a_decision_can_be_taken_back_from_the_part_that_is_swapped_in(page, silo):
    part = page.post(url("decide_claim", silo.toll), {"state": "rejected"}, headers=ASKED).content.decode()

    assert "Undo" in part
    assert "data-focus" in part
    page.post(url("decide_claim", silo.toll), {"state": "proposed"}, headers=ASKED)
    assert Claim.objects.get(pk=silo.toll.pk).state == Claim.State.PROPOSED


def test_a_decision_that_does_not_exist_is_refused(page, silo):
    assert page.post(url("decide_claim", silo.toll), {"state": "burned"}).status_code == 400


def test_confirming_a_link_names_who_decided_and_refreshes_the_reports(page, silo, editor):
    link = conflict_of(silo.toll)

    part = page.post(
        url("decide_link", silo.toll, link), {"state": "confirmed"}, headers=ASKED
    ).content.decode()

    link.refresh_from_db()
    assert (link.state, link.decided_by) == (Link.State.CONFIRMED, editor)
    assert editor.username in part
    assert 'hx-swap-oob="true"' in part


def test_a_rejected_link_leaves_the_reports_but_not_the_page(page, silo):
    link = conflict_of(silo.toll)

    page.post(url("decide_link", silo.toll, link), {"state": "rejected"})

    shown = page.get(url("claim", silo.toll)).content.decode()
    assert "3 reports" in shown
    assert f'id="link-{link.pk}"' in shown


def test_a_link_is_decided_only_from_one_of_its_ends(page, silo, workspace):
    other = make_claim(make_article(workspace, "Rain fell."), "Rain fell")

    assert (
        page.post(url("decide_link", other, conflict_of(silo.toll)), {"state": "confirmed"}).status_code
        == 404
    )


def test_a_verdict_is_kept_with_its_reasons(page, silo, editor):
    answer = page.post(
        url("verdict", silo.toll),
        {
            "rating": "mixed",
            "reasoning": "The list has nine names.",
            "evidence_url": "https://a.example/list",
        },
    )

    assert answer["Location"] == url("claim", silo.toll)
    verdict = Verdict.objects.get(claim=silo.toll)
    assert (verdict.rating, verdict.author) == ("mixed", editor)
    assert "The list has nine names." in page.get(url("claim", silo.toll)).content.decode()


def test_a_verdict_without_reasons_is_refused_and_what_was_typed_is_kept(page, silo):
    answer = page.post(
        url("verdict", silo.toll),
        {"rating": "false", "reasoning": " ", "evidence_url": "https://a.example/x"},
    )

    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "https://a.example/x" in shown
    assert "Write at least one sentence" in shown
    assert not Verdict.objects.exists()


def test_the_verdict_before_stays_in_the_history(page, silo):
    for rating in ("mixed", "true"):
        page.post(url("verdict", silo.toll), {"rating": rating, "reasoning": f"Because {rating}."})

    shown = page.get(url("claim", silo.toll)).content.decode()

    assert "Because mixed." in shown
    assert "superseded" in shown


@pytest.mark.parametrize("role", [Role.VIEWER, Role.CONTRIBUTOR])
def test_who_may_not_judge_has_no_forms_and_is_refused(client, workspace, silo, role):
    client.force_login(make_member(workspace, role))

    shown = client.get(url("claim", silo.toll)).content.decode()

    assert "Record" not in shown
    assert client.post(url("decide_claim", silo.toll), {"state": "accepted"}).status_code == 403
    assert client.post(url("verdict", silo.toll), {"rating": "true", "reasoning": "So."}).status_code == 403


def test_another_newsrooms_claim_is_not_here(page):
    foreign = make_claim(make_article(make_workspace("Elsewhere"), "Rain fell."), "Rain fell")

    assert page.get(url("claim", foreign)).status_code == 404
    assert page.post(url("decide_claim", foreign), {"state": "accepted"}).status_code == 404
