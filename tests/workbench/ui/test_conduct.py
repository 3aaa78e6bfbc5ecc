"""The page beside a source's record: entries are made, told and taken back; errors are said in words."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from sources.models import Erratum, Outcome, Practice, Reply
from sources.services.replies import NewReply, note_reply
from tests.factories import make_article, make_claim, make_member, make_record, make_source, make_workspace
from workbench.accounts.models import Role
from workbench.jobs.models import Job
from workbench.ui.selectors.conduct import correctable_claims


@pytest.fixture
def page(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def outlet(workspace):
    return make_source(workspace, "Harbour Post")


def address(source, name="conduct", *more):
    return reverse(f"sources:{name}", args=[source.pk, *more])


def show(client, source, **asked):
    return client.get(address(source), asked).content.decode()


def day(days_ago=0):
    return (timezone.localdate() - timedelta(days=days_ago)).isoformat()


def ask(client, source, **said):
    said = {"step": "asked", "happened_on": day(), "way": "email", "text": ""} | said
    return client.post(address(source, "reply"), said)


def assess(client, source, **said):
    said = {"criterion": "corrects_errors", "standing": "not_met", "note": "The page is gone."} | said
    return client.post(address(source, "assess"), said)


def test_a_page_with_nothing_says_what_waits_and_that_nothing_is_public(page, outlet):
    shown = show(page, outlet)

    assert "It was not asked yet." in shown
    assert "nothing here is public" in shown
    assert "Nobody has judged how it works yet." in shown
    assert "Nobody has recorded a correction of its own." in shown
    assert "None of it touches the grade" in shown


def test_a_persons_page_says_that_no_letter_is_published_and_holds_no_criteria(page, workspace):
    shown = show(page, make_source(workspace, "Dana Quill", "person"))

    assert "a person's letter is never published" in shown.replace("&#x27;", "'")
    assert "Judge a criterion" not in shown


def test_an_unnamed_source_has_no_such_page(page, workspace, outlet):
    unnamed = make_source(workspace, "a port official", "anonymous", outlet=outlet)

    assert page.get(address(unnamed)).status_code == 404


def test_a_criterion_is_judged_shown_with_its_author_and_taken_back(page, outlet, editor):
    assert assess(page, outlet).status_code == 302

    shown = show(page, outlet)
    row = Practice.objects.get()
    assert "The page is gone." in shown
    assert f"<bdi>{editor.username}</bdi>" in shown
    assert "1 of 9 weighted criteria judged so far: 0 of 12.5 points." in shown

    page.post(address(outlet, "undo_conduct", "practice", row.pk))
    assert "Nobody has judged how it works yet." in show(page, outlet)


def test_earlier_judgements_stay_to_be_read(page, outlet):
    assess(page, outlet, standing="met", note="")
    assess(page, outlet)

    assert "1 earlier judgement" in show(page, outlet)


def test_what_is_missing_is_said_and_what_was_typed_is_kept(page, outlet):
    answer = assess(page, outlet, note="", evidence="")

    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "needs an address or a note that shows it" in shown
    assert re.search(r'<input[^>]*value="not_met"[^>]*checked', shown)
    assert not Practice.objects.exists()


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"way": ""}, "How the source was asked is missing."),
        ({"happened_on": "2999-01-01"}, "has not come yet"),
        ({"step": "answered"}, "An answer or an appeal needs its text."),
        ({"happened_on": ""}, "This field is required."),
    ],
    ids=str,
)
def test_a_reply_that_lacks_something_is_refused_in_words(page, outlet, said, words):
    answer = ask(page, outlet, **said)

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Reply.objects.exists()


def test_a_question_tells_until_when_the_grade_waits_and_an_answer_ends_it(page, outlet):
    ask(page, outlet)
    until = timezone.localdate() + timedelta(days=7)
    assert f"is withheld until {until.day} {until:%B %Y}" in show(page, outlet)

    ask(page, outlet, step="answered", text="We were\nright <b>then</b>.")

    shown = show(page, outlet)
    assert "is shown beside its answer" in shown
    assert "We were<br>right &lt;b&gt;then&lt;/b&gt;." in shown


def test_an_appeal_is_decided_by_those_who_answer_for_the_workspace(page, outlet, client, workspace):
    ask(page, outlet, step="appealed", text="Two verdicts are about another outlet.")
    appeal = Reply.objects.get()
    said = {"about": str(appeal.pk), "ruling": "partly", "happened_on": day(), "text": "One of them is."}
    client.force_login(make_member(workspace, Role.FACT_CHECKER))
    assert client.post(address(outlet, "decide_appeal"), said).status_code == 403

    client.force_login(make_member(workspace))
    assert client.post(address(outlet, "decide_appeal"), said).status_code == 302
    assert "Upheld in part" in show(client, outlet)
    again = client.post(address(outlet, "decide_appeal"), said)
    assert again.status_code == 422


def test_an_erratum_restates_the_outcome_and_queues_the_record(page, outlet):
    make_record(outlet, "true", "false")
    claim = Outcome.objects.get(rating="false")
    said = {"claim": str(claim.claim_id), "corrected_on": day(), "address": "https://harbour.example/c/7"}

    assert page.post(address(outlet, "erratum"), said).status_code == 302

    assert Outcome.objects.get(rating="false", superseded_at=None).corrected_on == timezone.localdate()
    assert Job.objects.filter(kind="sources.refresh", subject_id=outlet.pk).exists()
    shown = show(page, outlet)
    assert "https://harbour.example/c/7" in shown
    page.post(address(outlet, "undo_conduct", "erratum", Erratum.objects.get().pk))
    assert Outcome.objects.get(rating="false", superseded_at=None).corrected_on is None


def test_a_claim_that_nobody_judged_can_be_corrected_too_and_no_other_sources(page, workspace, outlet):
    claim = make_claim(make_article(workspace, outlet="Harbour Post"), "the bridge is open")
    other = make_claim(make_article(workspace, outlet="Coast Daily"), "the bridge is open")
    said = {"corrected_on": day(), "address": "https://harbour.example/c/7"}

    refused = page.post(address(outlet, "erratum"), said | {"claim": str(other.pk)})
    assert refused.status_code == 422
    assert "Choose one of the source&#x27;s claims." in refused.content.decode()

    page.post(address(outlet, "erratum"), said | {"claim": str(claim.pk)})
    assert Erratum.objects.get().claim_text == "the bridge is open"


def test_a_script_is_no_address(page, outlet):
    make_record(outlet, "false")
    said = {
        "claim": str(Outcome.objects.get().claim_id),
        "corrected_on": day(),
        "address": "javascript:alert(1)",
    }

    assert page.post(address(outlet, "erratum"), said).status_code == 422


def test_an_entry_is_taken_back_once_and_that_is_said(page, outlet):
    ask(page, outlet)
    undo = address(outlet, "undo_conduct", "reply", Reply.objects.get().pk)

    page.post(undo)
    answer = page.post(undo, follow=True)

    assert "This entry was taken back already." in answer.content.decode()
    assert Reply.objects.count() == 2


def test_an_earlier_day_shows_what_was_known_and_offers_no_form(page, outlet):
    ask(page, outlet, happened_on=day(20))

    shown = show(page, outlet, as_of=day(1))

    assert "You are looking at the past" in shown
    assert "It was not asked yet." in shown
    assert "Record a question" not in shown


@pytest.mark.parametrize("name", ["assess", "reply", "erratum", "decide_appeal"])
def test_a_viewer_reads_and_records_nothing(client, workspace, outlet, name):
    client.force_login(make_member(workspace, Role.VIEWER))

    assert client.post(address(outlet, name), {}).status_code == 403
    assert "Judge a criterion" not in show(client, outlet)


def test_who_cannot_record_a_correction_is_not_offered_claims_and_nobody_is_on_a_past_day(
    page, client, workspace, outlet
):
    make_record(outlet, "true", "false")
    ask(page, outlet, step="appealed", text="Two verdicts are about another outlet.")
    yesterday = {"as_of": day(1)}
    assert page.get(address(outlet)).context["erratum"].texts
    assert page.get(address(outlet)).context["appeals"]
    past = page.get(address(outlet), yesterday).context
    assert (past["erratum"].texts, list(past["appeals"])) == ({}, [])

    client.force_login(make_member(workspace, Role.VIEWER))

    seen = client.get(address(outlet)).context
    assert (seen["erratum"].texts, list(seen["appeals"])) == ({}, [])


def test_claims_to_correct_are_the_last_that_were_judged(outlet, monkeypatch):
    monkeypatch.setattr("workbench.ui.selectors.conduct.MOST_JUDGED", 3)
    make_record(outlet, *["true"] * 5)
    latest = Outcome.objects.order_by("-recorded_at").values_list("claim_id", flat=True)[:3]

    assert [claim for claim, _text in correctable_claims(outlet)] == list(latest)


def test_another_workspaces_source_and_entries_are_not_here(page, outlet):
    theirs = make_source(make_workspace("Elsewhere"), "Their Post")
    new = NewReply(step="asked", happened_on=timezone.localdate(), way="email")
    entry = note_reply(source=theirs, reply=new, actor="user:1")

    assert page.get(address(theirs)).status_code == 404
    assert assess(page, theirs).status_code == 404
    assert page.post(address(outlet, "undo_conduct", "reply", entry.pk)).status_code == 404
    assert page.post(address(outlet, "undo_conduct", "nothing", uuid4())).status_code == 404


def test_the_page_costs_the_same_however_many_entries(page, outlet, django_assert_max_num_queries):
    for _ in range(6):
        ask(page, outlet)
        assess(page, outlet)

    with django_assert_max_num_queries(26):
        show(page, outlet)


def test_an_adverse_grade_is_withheld_on_the_sources_page_until_it_could_answer(page, outlet):
    make_record(outlet, *["false"] * 30)
    source_page = reverse("sources:source", args=[outlet.pk])
    before = page.get(source_page).content.decode()
    assert "Grade withheld" in before
    assert "not asked for a reply yet" in before

    ask(page, outlet, step="answered", text="We were wrong.")

    after = page.get(source_page).content.decode()
    assert "Grade withheld" not in after
    assert "Unreliable" in after
    assert reverse("sources:conduct", args=[outlet.pk]) in after
