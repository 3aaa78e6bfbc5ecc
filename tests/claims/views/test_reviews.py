"""Reviewing, withdrawing and auditing on the pages, without any script."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from claims.models import AuditDraw, Claim, Reconsideration, Review, Story, StoryChange, Verdict, Withdrawal
from claims.services.verdicts import record_verdict
from sources.models import Outcome
from tests.factories import make_member, make_record, make_workspace
from tests.silo_story import make_silo_story
from workbench.accounts.models import Role
from workbench.jobs.performing import perform_waiting_jobs


@pytest.fixture
def silo(workspace):
    return make_silo_story(workspace)


@pytest.fixture
def toll(silo):
    return silo.toll


@pytest.fixture
def verdict(toll, editor):
    return record_verdict(claim=toll, user=editor, rating="false", reasoning="The clinic counted seven.")[0]


def client_of(person):
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def colleague(workspace):
    return make_member(workspace)


@pytest.fixture
def page(colleague):
    return client_of(colleague)


def url(name, *parts):
    return reverse(f"claims:{name}", args=[part.pk for part in parts])


def show(client, name, *parts, query=""):
    return client.get(url(name, *parts) + query).content.decode()


def test_a_colleague_is_asked_and_the_author_is_not(page, editor, toll, verdict):
    assert "Does this verdict hold?" in show(page, "claim", toll)
    assert "Does this verdict hold?" not in show(client_of(editor), "claim", toll)


def test_a_viewer_is_not_asked(workspace, toll, verdict):
    viewer = client_of(make_member(workspace, Role.VIEWER))

    assert "Does this verdict hold?" not in show(viewer, "claim", toll)
    assert viewer.post(url("review", verdict), {"agrees": "yes"}).status_code == 403


def test_confirming_and_taking_it_back(page, toll, verdict, colleague):
    page.post(url("review", verdict), {"agrees": "yes"})
    assert f"<bdi>{colleague.username}</bdi> confirmed it" in show(page, "claim", toll)

    page.post(url("undo_review", Review.objects.get()))
    assert "Does this verdict hold?" in show(page, "claim", toll)


def test_the_author_who_posts_a_review_is_told_why_not(editor, toll, verdict):
    answer = client_of(editor).post(url("review", verdict), {"agrees": "yes"}, follow=True)

    assert "Nobody reviews a verdict of their own." in answer.content.decode()


def test_a_dispute_is_in_the_inbox_with_its_reason(page, toll, verdict):
    page.post(url("review", verdict), {"agrees": "no", "note": "The clinic closed at noon."})

    inbox = page.get(reverse("ui:inbox")).content.decode()
    assert "A verdict is disputed" in inbox
    assert "The clinic closed at noon." in inbox


def test_an_unreviewed_verdict_waits_in_the_inbox(page, verdict):
    shown = page.get(reverse("ui:inbox"), {"kind": "confirm"}).content.decode()

    assert "The clinic counted seven." in shown


LETTER = 'class="letter'
"""How a letter is drawn, on the chain of the claim's page and in the tables of what would change."""


def test_letters_are_kept_from_who_has_yet_to_review(page, toll, verdict, editor):
    make_record(toll.article.outlet, *["true"] * 9)
    pages = [url("claim", toll), url("claim", toll) + "?as_of=2026-11-01", url("what_if", toll)]

    assert not any(LETTER in page.get(address).content.decode() for address in pages)
    assert LETTER in show(client_of(editor), "claim", toll)
    page.post(url("review", verdict), {"agrees": "yes"})
    assert all(LETTER in page.get(address).content.decode() for address in (pages[0], pages[2]))


def test_the_page_of_what_would_change_is_for_every_member_and_changes_nothing(workspace, toll, verdict):
    viewer = client_of(make_member(workspace, Role.VIEWER))

    shown = show(viewer, "what_if", toll)

    assert "What if this verdict falls?" in shown
    assert "Withdraw the verdict" not in shown
    viewer.post(url("what_if", toll), {"reason": "I do not like it."})
    assert not Withdrawal.objects.exists()


def test_another_verdict_can_be_supposed(page, toll, verdict):
    assert page.get(url("what_if", toll) + "?rating=true").status_code == 200
    assert page.get(url("what_if", toll) + "?rating=nonsense").context["rating"] == ""


def test_a_claim_without_a_verdict_has_none_that_could_fall(page, toll):
    assert page.get(url("what_if", toll)).status_code == 404


def test_another_workspaces_claims_and_reviews_are_not_there(page):
    other = make_workspace("Elsewhere")
    stranger = make_member(other)
    claim = make_silo_story(other).toll
    foreign, _ = record_verdict(claim=claim, user=stranger, rating="true", reasoning="Seen.")

    assert page.get(url("what_if", claim)).status_code == 404
    assert page.get(url("what_if_report", claim)).status_code == 404
    assert page.post(url("review", foreign), {"agrees": "yes"}).status_code == 404


def test_withdrawing_needs_a_reason_and_can_be_undone(page, toll, verdict, workspace):
    assert page.post(url("what_if", toll), {"reason": ""}).status_code == 422

    page.post(url("what_if", toll), {"reason": "The log was of another year."})
    perform_waiting_jobs(workspace)
    shown = show(page, "claim", toll)
    assert "The verdict was withdrawn." in shown
    assert "To be looked at again" in shown

    page.post(url("undo_withdrawal", Withdrawal.objects.get()))
    assert Verdict.objects.get(superseded_at=None).rating == "false"


def test_a_withdrawn_report_is_told_on_its_claims(page, silo, toll):
    page.post(url("what_if_report", toll), {"reason": "The ledger took the article down."})

    assert "withdrew the report that this rests on" in show(page, "claim", toll)


def test_another_look_is_settled_on_the_claims_page_and_reopened(page, toll, verdict, workspace):
    page.post(url("what_if", toll), {"reason": "The log was of another year."})
    perform_waiting_jobs(workspace)
    row = Reconsideration.objects.get(claim=toll)
    assert "To be looked at again" in page.get(reverse("ui:inbox"), {"kind": "reconsider"}).content.decode()

    page.post(url("settle", row))
    assert "kept as it is" in show(page, "claim", toll)
    page.post(url("settle", row), {"undo": "1"})
    row.refresh_from_db()
    assert row.state == "open"


def test_the_form_says_who_answers_and_takes_it_otherwise(page, toll):
    outlet = toll.article.outlet
    shown = show(page, "claim", toll)
    assert f'name="role-{outlet.pk}"' in shown

    page.post(
        url("verdict", toll),
        {"rating": "false", "reasoning": "Seen.", "selection": "complaint", f"role-{outlet.pk}": "endorsed"},
    )

    charged = Outcome.objects.get(source=outlet)
    assert (charged.role, charged.selection) == ("endorsed", "complaint")


def test_an_audit_is_drawn_and_its_form_says_so(page, toll):
    Claim.objects.filter(pk=toll.pk).update(state="accepted")

    answer = page.post(url("audits"))

    assert answer["Location"] == url("claim", toll)
    assert AuditDraw.objects.get().claim == toll
    assert page.get(url("claim", toll)).context["form"].initial["selection"] == "random"
    assert "waits" in show(page, "audits")


def test_a_draw_that_is_open_is_told_as_such(page, toll):
    Claim.objects.filter(pk=toll.pk).update(state="accepted")
    page.post(url("audits"))

    told = page.post(url("audits"), follow=True).content.decode()

    assert "waits for its verdict" in told


def test_a_past_day_shows_the_verdict_of_that_day(page, toll, verdict, editor):
    Verdict.objects.filter(pk=verdict.pk).update(created_at=timezone.now() - timedelta(days=5))
    record_verdict(claim=toll, user=editor, rating="true", reasoning="Counted anew.")
    day = (timezone.localdate() - timedelta(days=2)).isoformat()

    past = page.get(url("claim", toll), {"as_of": day})

    assert past.context["current"].verdict.rating == "false"
    assert "Counted anew." not in past.content.decode()
    assert "Record another verdict" not in past.content.decode()
    assert page.get(url("claim", toll)).context["current"].verdict.rating == "true"


def test_topic_and_country_are_set_on_the_storys_page_with_undo(page, silo):
    page.post(url("describe_story", silo.story), {"topic": "disaster", "region": ""})
    assert "Disaster and accident" in show(page, "story", silo.story)

    page.post(url("undo_story_change", StoryChange.objects.get(kind="described")))
    assert Story.objects.get(pk=silo.story.pk).topic == ""


def test_who_corrects_a_judged_claim_is_told_what_hangs_on_it(page, toll, verdict):
    assert url("what_if", toll) in show(page, "correct_claim", toll)


def test_the_page_of_a_judged_claim_costs_little_more(page, toll, verdict, django_assert_max_num_queries):
    page.post(url("review", verdict), {"agrees": "yes"})

    with django_assert_max_num_queries(42):
        page.get(url("claim", toll))
