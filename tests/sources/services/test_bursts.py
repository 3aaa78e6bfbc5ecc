"""Bursts: very many verdicts of one person on one source in a day wait for somebody else's look."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from sources.models import Alarm, Outcome
from sources.selectors.alarms import held_outcomes
from sources.services import NewOutcome, merge_sources, record_outcome, restate_outcomes
from sources.services.alarm_errors import AlarmMoved, NoteRequired, OwnVerdicts
from sources.services.bursts import leave_held_out, release_held
from tests.factories import make_member, make_source
from workbench.accounts.models import actor_label
from workbench.audit.models import Event


@pytest.fixture
def outlet(workspace):
    return make_source(workspace, "Harbour Post")


def judge(source, author, times, **more):
    for _ in range(times):
        new = NewOutcome(
            verdict_id=uuid4(),
            claim_id=uuid4(),
            claim_text="The quay is closed.",
            rating="false",
            role="originated",
            settled_on=timezone.localdate(),
            author=author,
            **more,
        )
        record_outcome(source=source, outcome=new, actor=author)


def held():
    return Outcome.objects.filter(held=True, superseded_at=None).count()


def test_five_verdicts_in_a_day_are_work_and_the_sixth_waits(outlet):
    judge(outlet, "user:1", 5)
    assert held() == 0

    judge(outlet, "user:1", 2)

    assert held() == 2
    assert Alarm.objects.get().kind == "burst"


def test_several_people_or_several_sources_are_no_burst(outlet, workspace):
    judge(outlet, "user:1", 5)
    judge(outlet, "user:2", 5)
    judge(make_source(workspace, "Morning Ledger"), "user:1", 5)

    assert held() == 0


def test_verdicts_of_other_days_are_no_burst(outlet):
    judge(outlet, "user:1", 5, recorded_at=timezone.now() - timedelta(hours=25))
    judge(outlet, "user:1", 5)

    assert held() == 0


def test_one_verdict_that_is_repeated_is_no_burst(outlet):
    claim = uuid4()
    for _ in range(8):
        new = NewOutcome(
            verdict_id=uuid4(),
            claim_id=claim,
            claim_text="The quay is closed.",
            rating="false",
            role="originated",
            settled_on=timezone.localdate(),
            author="user:1",
        )
        record_outcome(source=outlet, outcome=new, actor="user:1")

    assert held() == 0


def test_somebody_else_lets_them_count(outlet, workspace, editor):
    judge(outlet, "user:0", 7)

    [job] = release_held(alarm=Alarm.objects.get(), user=editor, note="A series on one dossier.")

    assert held() == 0
    assert Outcome.objects.filter(superseded_at=None).count() == 7
    assert Alarm.objects.get().note == "A series on one dossier."
    assert (job.kind, job.queue) == ("sources.refresh", "sources")
    assert Event.objects.filter(action="outcome.superseded", payload__cause="burst_released").count() == 2


def test_somebody_else_leaves_them_out(outlet, editor):
    judge(outlet, "user:0", 7)

    leave_held_out(alarm=Alarm.objects.get(), user=editor, note="Not checked one by one.")

    assert Outcome.objects.filter(superseded_at=None).count() == 5


def test_nobody_decides_on_their_own(outlet, editor):
    judge(outlet, actor_label(editor), 7)

    with pytest.raises(OwnVerdicts):
        release_held(alarm=Alarm.objects.get(), user=editor, note="Trust me.")

    assert held() == 2
    assert Alarm.objects.get().closed_at is None


def test_a_decision_needs_a_word_and_is_made_once(outlet, workspace, editor):
    judge(outlet, "user:0", 7)
    alarm = Alarm.objects.get()

    with pytest.raises(NoteRequired):
        release_held(alarm=alarm, user=editor, note=" ")
    release_held(alarm=alarm, user=editor, note="Fine.")
    with pytest.raises(AlarmMoved):
        leave_held_out(alarm=alarm, user=make_member(workspace), note="Not fine.")

    assert held() == 0


def test_after_a_release_the_next_burst_asks_again(outlet, editor):
    judge(outlet, "user:0", 6)
    release_held(alarm=Alarm.objects.get(), user=editor, note="Fine.")

    judge(outlet, "user:0", 1)

    assert Alarm.objects.filter(closed_at=None).count() == 1


def test_a_change_of_facts_is_no_new_verdict(outlet):
    judge(outlet, "user:1", 5)

    restate_outcomes(rows=Outcome.objects.all(), actor="user:2", cause="reviewed", reviewer="user:2")

    assert held() == 0


def test_an_old_claim_that_is_restated_today_is_no_work_of_today(outlet):
    judge(outlet, "user:1", 5, recorded_at=timezone.now() - timedelta(days=9))
    restate_outcomes(rows=Outcome.objects.all(), actor="user:2", cause="review", reviewer="user:2")

    judge(outlet, "user:1", 1)

    assert held() == 0


def test_what_is_restated_ends_at_the_moment_at_which_it_begins_anew(outlet):
    judge(outlet, "user:1", 2)

    restate_outcomes(rows=Outcome.objects.all(), actor="user:2", cause="review", reviewer="user:2")

    [ended] = set(Outcome.objects.exclude(superseded_at=None).values_list("superseded_at", flat=True))
    assert set(Outcome.objects.filter(superseded_at=None).values_list("recorded_at", flat=True)) == {ended}


def test_a_burst_over_two_names_of_one_source_is_one(outlet, workspace, editor):
    other = make_source(workspace, "Harbour Mail")
    merge_sources(source=other, into=outlet, actor="user:9")
    other.refresh_from_db()

    judge(outlet, "user:0", 3)
    judge(other, "user:0", 4)
    judge(outlet, "user:0", 1)

    assert held() == 3
    alarm = Alarm.objects.get()
    assert held_outcomes(alarm).count() == 3
    release_held(alarm=alarm, user=editor, note="One dossier.")
    assert held() == 0
