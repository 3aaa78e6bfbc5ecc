"""A verdict that is said again says what it said: of its day, and held or left out where it was."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from claims.models import Verdict
from claims.services.verdicts import record_verdict, repeat_verdict
from claims.services.withdrawing import undo_withdrawal, withdraw_verdict
from sources.models import Alarm, Outcome, Source
from sources.services import NewOutcome, record_outcome
from sources.services.bursts import leave_held_out
from tests.factories import make_article, make_claim, make_member
from workbench.accounts.models import actor_label

LONG_AGO = timedelta(days=900)


@pytest.fixture
def claim(workspace):
    return make_claim(make_article(workspace), "the bridge is open", chain=("the mayor",))


def judge(claim, user):
    return record_verdict(claim=claim, user=user, rating="false", reasoning="It was shut at noon.")[0]


def judged_long_ago(claim, user):
    """Record a verdict, and make it and its outcomes as old as they would be by now."""
    verdict = judge(claim, user)
    then = timezone.localdate() - LONG_AGO
    Verdict.objects.filter(pk=verdict.pk).update(settled_on=then)
    return verdict, then


def fill_the_day(source, user):
    for _ in range(5):
        new = NewOutcome(
            verdict_id=uuid4(),
            claim_id=uuid4(),
            claim_text="The quay is closed.",
            rating="true",
            role="originated",
            settled_on=timezone.localdate(),
            author=actor_label(user),
        )
        record_outcome(source=source, outcome=new, actor=actor_label(user))


def in_force(claim):
    return Outcome.objects.filter(claim_id=claim.pk, superseded_at=None)


def mayor(workspace):
    return Source.objects.get(workspace=workspace, name="the mayor")


def test_a_verdict_is_settled_on_the_day_it_is_given(claim, editor):
    assert judge(claim, editor).settled_on == timezone.localdate()


def test_a_verdict_repeated_for_another_chain_keeps_its_day(claim, editor):
    _, then = judged_long_ago(claim, editor)

    repeat_verdict(claim=claim, user=editor)

    assert set(in_force(claim).values_list("settled_on", flat=True)) == {then}
    repeat_verdict(claim=claim, user=editor)
    assert set(in_force(claim).values_list("settled_on", flat=True)) == {then}


def test_a_verdict_that_is_put_back_keeps_its_day(claim, editor):
    verdict, then = judged_long_ago(claim, editor)
    withdrawal, _ = withdraw_verdict(verdict=verdict, user=editor, reason="Of another year.")

    undo_withdrawal(withdrawal=withdrawal, user=editor)

    assert set(in_force(claim).values_list("settled_on", flat=True)) == {then}


def test_a_verdict_that_is_repeated_is_in_force_at_every_moment(claim, editor):
    judge(claim, editor)

    repeat_verdict(claim=claim, user=editor)

    gone = Outcome.objects.exclude(superseded_at=None).values_list("superseded_at", flat=True)
    assert set(gone) == set(in_force(claim).values_list("recorded_at", flat=True))
    assert len(set(gone)) == 1


def test_what_is_held_stays_held_in_a_repeated_verdict(claim, editor, workspace):
    fill_the_day(mayor(workspace), editor)
    judge(claim, editor)

    repeat_verdict(claim=claim, user=editor)

    held = dict(in_force(claim).values_list("source__name", "held"))
    assert held == {"the mayor": True, "Harbour Post": False}


def test_what_was_left_out_for_good_does_not_come_back(claim, editor, workspace):
    fill_the_day(mayor(workspace), editor)
    judge(claim, editor)
    leave_held_out(alarm=Alarm.objects.get(), user=make_member(workspace), note="Not checked one by one.")

    for _ in range(2):
        repeat_verdict(claim=claim, user=editor)

        assert set(in_force(claim).values_list("source__name", flat=True)) == {"Harbour Post"}


def test_a_withdrawal_that_is_undone_brings_nothing_back_that_was_left_out(claim, editor, workspace):
    fill_the_day(mayor(workspace), editor)
    verdict = judge(claim, editor)
    leave_held_out(alarm=Alarm.objects.get(), user=make_member(workspace), note="Not checked one by one.")
    withdrawal, _ = withdraw_verdict(verdict=verdict, user=editor, reason="Of another year.")

    undo_withdrawal(withdrawal=withdrawal, user=editor)

    assert set(in_force(claim).values_list("source__name", flat=True)) == {"Harbour Post"}


def test_a_repeated_verdict_is_no_part_of_a_burst(claim, editor, workspace):
    judge(claim, editor)
    fill_the_day(mayor(workspace), editor)
    asked = Alarm.objects.count()

    repeat_verdict(claim=claim, user=editor)

    assert Alarm.objects.count() == asked
    assert not in_force(claim).get(source=mayor(workspace)).held
