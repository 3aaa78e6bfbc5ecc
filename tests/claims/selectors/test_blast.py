"""What is listed before a verdict falls is what is on the pages after it fell."""

from datetime import timedelta

import pytest
from django.utils import timezone

from claims.models import Claim, Link, Reconsideration, Verdict
from claims.selectors.blast import blast_of, fall_of, withdrawal_of
from claims.selectors.credibility import numbers_of
from claims.selectors.verdicts import open_reconsiderations, verdict_at
from claims.services.errors import JudgedSince, UndoneAlready, VerdictOver, WithdrawalNeedsReason
from claims.services.links import decide_link
from claims.services.reconsidering import keep_as_it_is, reopen
from claims.services.reviewing import review_verdict
from claims.services.verdicts import record_verdict
from claims.services.withdrawing import undo_withdrawal, withdraw_report, withdraw_verdict
from sources.models import Outcome, Scorecard
from sources.selectors.explained import record_of
from tests.factories import make_article, make_claim, make_link, make_member, make_record, make_story
from workbench.accounts.models import actor_label
from workbench.audit.models import Event
from workbench.jobs.performing import perform_waiting_jobs

REASON = "The log of the harbour turned out to be of another year."
ADDRESS = "https://harbour.example/log"


@pytest.fixture
def claims(workspace):
    """Return four reports: two from one root, one from another, and one that says otherwise."""
    texts = (
        ("Harbour Post", "The mayor said the bridge is open.", "the bridge is open"),
        ("Coast Daily", "The bridge has been opened, the mayor said.", "The bridge has been opened"),
        ("Quay Radio", "Drivers cross the bridge again, police said.", "Drivers cross the bridge again"),
        ("Tide News", "The bridge stays shut, the port said.", "The bridge stays shut"),
    )
    chains = ("the mayor", "the mayor", "the police", "the port")
    found = [
        make_claim(make_article(workspace, text, outlet=outlet), content, chain=(chain,))
        for (outlet, text, content), chain in zip(texts, chains, strict=True)
    ]
    first, copy, other, against = found
    make_link(first, copy, independence=0.02)
    make_link(first, other, independence=0.95, state=Link.State.CONFIRMED)
    make_link(copy, other, independence=0.95)
    make_link(first, against, Link.Relation.CONFLICTS, independence=0.9)
    make_story(workspace, *found)
    return [Claim.objects.get(pk=claim.pk) for claim in found]


def judge(claim, user, rating="true", **more):
    facts = {"reasoning": "Seen at noon.", "evidence_url": ADDRESS} | more
    return record_verdict(claim=claim, user=user, rating=rating, **facts)[0]


def shown_now(sources):
    now = timezone.now()
    return {source.pk: figures(record_of(source, as_of=now).card) for source in sources}


def figures(card):
    shares = [round(share, 9) for share in (card.mean, card.q05, card.q95, card.mass)]
    return (*shares, str(card.letter), card.outcome_count)


@pytest.fixture
def graded(claims, editor, workspace):
    """Return the claims; the originator of the first has a letter of its own."""
    make_record(claims[0].originator, *["true"] * 9, "false")
    return claims


def test_the_figures_listed_as_then_are_those_on_the_pages_after(graded, editor, workspace):
    first, _, other, _ = graded
    verdict = judge(first, editor, "false")
    perform_waiting_jobs(workspace)
    listed = blast_of(fall_of(first))
    now_on_pages = shown_now([change.source for change in listed.sources])
    assert {change.source.pk: figures(change.now.card) for change in listed.sources} == now_on_pages

    withdraw_verdict(verdict=verdict, user=editor, reason=REASON)
    perform_waiting_jobs(workspace)

    after = shown_now([change.source for change in listed.sources])
    assert {change.source.pk: figures(change.then.card) for change in listed.sources} == after
    kept = {row.source_id: row for row in Scorecard.objects.order_by("as_of")}
    assert all(round(kept[pk].mean, 9) == after[pk][0] for pk in after)
    assert {change.claim.pk for change in listed.numbers} == {first.pk, other.pk}
    numbers = numbers_of([change.claim.pk for change in listed.numbers])
    assert {c.claim.pk: c.then.number for c in listed.numbers} == {pk: n.number for pk, n in numbers.items()}
    waiting = {(row.claim_id, row.why) for row in open_reconsiderations(workspace)}
    assert waiting == {(bearing.claim.pk, bearing.why) for bearing in listed.bearings}


def test_looking_changes_nothing(graded, editor, workspace):
    judge(graded[0], editor)
    before = (Event.objects.count(), Outcome.objects.count(), Verdict.objects.count())

    blast_of(fall_of(graded[0]))
    blast_of(withdrawal_of(graded[0], with_verdicts=True))

    assert (Event.objects.count(), Outcome.objects.count(), Verdict.objects.count()) == before
    assert not Reconsideration.objects.exists()


def test_another_verdict_in_its_place_is_foreseen_too(graded, editor, workspace):
    first = graded[0]
    judge(first, editor)
    listed = blast_of(fall_of(first, rating="false", author=actor_label(editor)))

    judge(first, editor, "false")
    perform_waiting_jobs(workspace)

    after = shown_now([change.source for change in listed.sources])
    assert {change.source.pk: figures(change.then.card) for change in listed.sources} == after
    numbers = numbers_of([change.claim.pk for change in listed.numbers])
    assert {c.claim.pk: c.then.number for c in listed.numbers} == {pk: n.number for pk, n in numbers.items()}


def test_the_cost_does_not_grow_with_what_is_touched(
    graded, editor, workspace, django_assert_max_num_queries
):
    judge(graded[0], editor)
    for place in range(12):
        text = f"Report {place}: the bridge is open again, the mayor said."
        more = make_claim(
            make_article(workspace, text, outlet=f"Outlet {place}"),
            "the bridge is open again",
            chain=("the mayor",),
        )
        make_link(graded[0], more, independence=0.02)
        judge(more, editor)

    with django_assert_max_num_queries(50):
        blast_of(fall_of(graded[0]))


def test_what_cites_the_same_evidence_waits_and_so_does_what_is_linked(graded, editor, workspace):
    first, _, other, against = graded
    elsewhere = make_claim(
        make_article(workspace, "The crane works, the yard said.", outlet="Yard Post"), "The crane works"
    )
    judge(elsewhere, editor)
    judge(against, editor, "false", evidence_url="")
    judge(first, editor)

    listed = {bearing.claim.pk: bearing.why for bearing in blast_of(fall_of(first)).bearings}

    assert listed == {first.pk: "own", other.pk: "same", against.pk: "linked", elsewhere.pk: "evidence"}


def test_a_withdrawal_needs_its_reason_and_a_verdict_in_force(graded, editor):
    verdict = judge(graded[0], editor)

    with pytest.raises(WithdrawalNeedsReason):
        withdraw_verdict(verdict=verdict, user=editor, reason=" ")
    withdraw_verdict(verdict=verdict, user=editor, reason=REASON)
    with pytest.raises(VerdictOver):
        withdraw_verdict(verdict=verdict, user=editor, reason=REASON)


def test_undo_puts_verdict_review_and_figures_back(graded, editor, workspace):
    first = graded[0]
    verdict = judge(first, editor)
    review_verdict(verdict=verdict, user=make_member(workspace), agrees=True)
    before = shown_now([first.originator])
    withdrawal, _ = withdraw_verdict(verdict=verdict, user=editor, reason=REASON)
    perform_waiting_jobs(workspace)

    undo_withdrawal(withdrawal=withdrawal, user=editor)
    perform_waiting_jobs(workspace)

    assert shown_now([first.originator]) == before
    again = verdict_at(Claim.objects.get(pk=first.pk))
    assert (again.verdict.rating, len(again.confirmations)) == ("true", 1)
    assert not open_reconsiderations(workspace)
    with pytest.raises(UndoneAlready):
        undo_withdrawal(withdrawal=withdrawal, user=editor)


def test_a_withdrawal_is_not_undone_over_a_later_verdict(graded, editor):
    withdrawal, _ = withdraw_verdict(verdict=judge(graded[0], editor), user=editor, reason=REASON)
    judge(graded[0], editor, "mixed")

    with pytest.raises(JudgedSince):
        undo_withdrawal(withdrawal=withdrawal, user=editor)


def test_a_report_comes_back_but_for_a_claim_that_was_judged_anew(graded, editor, workspace):
    first, copy, _, _ = graded
    judge(first, editor)
    judge(copy, editor, evidence_url="")
    withdrawal, _ = withdraw_report(claim=first, user=editor, reason=REASON, with_verdicts=True)
    judge(copy, editor, "mixed")

    undone = undo_withdrawal(withdrawal=withdrawal, user=editor)

    assert [claim.pk for claim in undone.judged_since] == [copy.pk]
    standing = Verdict.objects.filter(superseded_at=None).values_list("claim", "rating")
    assert dict(standing) == {first.pk: "true", copy.pk: "mixed"}
    event = Event.objects.get(action="withdrawal.undone")
    assert event.payload["judged_since"] == [str(copy.pk)]


def test_a_withdrawn_report_is_a_root_no_more(graded, editor, workspace):
    first, copy, other, _ = graded
    listed = blast_of(withdrawal_of(first))
    assert {bearing.claim.pk for bearing in listed.bearings if bearing.why == "report"} == {first.pk, copy.pk}

    withdrawal, _ = withdraw_report(claim=first, user=editor, reason=REASON)
    perform_waiting_jobs(workspace)

    assert Claim.objects.get(pk=other.pk).roots == 1.0
    numbers = numbers_of([change.claim.pk for change in listed.numbers])
    assert {c.claim.pk: c.then.number for c in listed.numbers} == {pk: n.number for pk, n in numbers.items()}
    waiting = {(row.claim_id, row.why) for row in open_reconsiderations(workspace)}
    assert waiting == {(bearing.claim.pk, bearing.why) for bearing in listed.bearings}
    undo_withdrawal(withdrawal=withdrawal, user=editor)
    perform_waiting_jobs(workspace)
    assert Claim.objects.get(pk=other.pk).roots == pytest.approx(1.95)


def test_the_verdicts_on_a_withdrawn_report_fall_only_if_that_is_said(graded, editor, workspace):
    first, copy, _, _ = graded
    judge(first, editor)
    judge(copy, editor, evidence_url="")
    listed = blast_of(withdrawal_of(first, with_verdicts=True))
    assert listed.outcome_count == 4

    withdraw_report(claim=first, user=editor, reason=REASON, with_verdicts=True)
    perform_waiting_jobs(workspace)

    assert not Verdict.objects.filter(superseded_at=None).exists()
    after = shown_now([change.source for change in listed.sources])
    assert {change.source.pk: figures(change.then.card) for change in listed.sources} == after


def test_another_look_is_settled_by_keeping_or_by_a_verdict(graded, editor, workspace):
    first, _, other, against = graded
    judge(against, editor, "false", evidence_url="")
    withdraw_verdict(verdict=judge(first, editor), user=editor, reason=REASON)
    perform_waiting_jobs(workspace)
    rows = {row.claim_id: row for row in open_reconsiderations(workspace)}

    keep_as_it_is(reconsideration=rows[against.pk], user=editor)
    judge(other, editor, "mixed")

    states = dict(Reconsideration.objects.values_list("claim", "state"))
    assert states == {first.pk: "open", other.pk: "changed", against.pk: "kept"}
    reopen(reconsideration=rows[against.pk], user=editor)
    assert Reconsideration.objects.get(claim=against).state == "open"


def test_the_job_may_run_twice(graded, editor, workspace):
    _, jobs = withdraw_verdict(verdict=judge(graded[0], editor), user=editor, reason=REASON)
    perform_waiting_jobs(workspace)
    count = Reconsideration.objects.count()

    job = jobs[-1]
    job.state = "queued"
    job.save()
    perform_waiting_jobs(workspace)

    assert Reconsideration.objects.count() == count


def test_verdict_review_and_number_of_a_past_day_are_found_again(graded, editor, workspace):
    first = graded[0]
    verdict = judge(first, editor)
    review_verdict(verdict=verdict, user=make_member(workspace), agrees=True)
    then = timezone.now()
    before = numbers_of([first.pk])[first.pk].number
    judge(first, editor, "false")
    link = Link.objects.get(a=first, b=graded[2])
    decide_link(link=link, user=editor, state="rejected")

    claim = Claim.objects.get(pk=first.pk)
    past = verdict_at(claim, then)
    assert (past.verdict.rating, len(past.confirmations), past.in_force) == ("true", 1, True)
    assert numbers_of([first.pk], moment=then)[first.pk].number == before
    assert verdict_at(claim).verdict.rating == "false"
    assert numbers_of([first.pk])[first.pk].number == 5
    assert verdict_at(claim, then - timedelta(days=1)) is None
