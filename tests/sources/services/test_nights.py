"""Nights: every record made anew, equal to what came up bit by bit; twice is as once."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from sources.models import Alarm, CopyPair, Estimate, Night, Outcome, Scorecard, SourceLedger
from sources.reliability.automatic import AutomaticEvidence
from sources.reliability.copying import CopyPair as Found
from sources.selectors.alarms import copy_pairs_of
from sources.selectors.copying import pairs_that_count
from sources.selectors.families import family_of
from sources.selectors.records import PARAMETERS
from sources.services import (
    NewOutcome,
    merge_sources,
    queue_refresh,
    record_outcome,
    split_source,
    supersede_outcomes,
)
from sources.services.cards import make_cards
from sources.services.copying import decide_copy_pair, keep_copy_pairs
from sources.services.estimates import keep_agreement, keep_estimates
from sources.services.ledgers import advance_ledger, check_ledgers
from sources.services.night_jobs import last_midnight, queue_night
from tests.factories import make_source, make_workspace
from workbench.audit.models import Event
from workbench.jobs.models import Job, JobState
from workbench.jobs.performing import perform_waiting_jobs


@pytest.fixture
def outlet(workspace):
    return make_source(workspace, "Harbour Post")


def judge(source, rating="true", *, days_ago=3, number=0, **more):
    """Record one outcome as of some days ago, by one of five people and confirmed by the next."""
    moment = timezone.now() - timedelta(days=days_ago)
    facts = {
        "verdict_id": uuid4(),
        "claim_id": uuid4(),
        "claim_text": "The quay is closed.",
        "role": "originated",
        "settled_on": moment.date(),
        "recorded_at": moment,
        "author": f"user:{number % 5}",
        "reviewer": f"user:{(number + 1) % 5}",
    }
    new = NewOutcome(rating=rating, **facts | more)
    return record_outcome(source=source, outcome=new, actor="test")


def judge_many(source, *ratings, **more):
    return [
        judge(source, rating, days_ago=3 + number, number=number, **more)
        for number, rating in enumerate(ratings)
    ]


def night(workspace, as_of=None):
    queue_night(workspace=workspace, as_of=as_of)
    perform_waiting_jobs(workspace, queue="nightly")
    assert not Job.objects.exclude(state=JobState.DONE).exists(), list(
        Job.objects.exclude(state=JobState.DONE).values_list("kind", "state", "last_error")
    )


def cards(**narrowed):
    rows = Scorecard.objects.filter(**narrowed).order_by("source_id", "facet", "facet_value", "as_of")
    return list(rows.values_list("source_id", "facet", "facet_value", "as_of", "mean", "mass", "letter"))


def test_a_night_keeps_each_record_as_of_midnight_with_its_facets(workspace, outlet):
    judge_many(outlet, *["true"] * 9, topic="politics")

    night(workspace)

    kept = Scorecard.objects.filter(nightly=True)
    assert {(card.facet, card.facet_value) for card in kept} >= {("", ""), ("role", "originated")}
    assert {card.as_of for card in kept} == {last_midnight()}


def test_a_night_run_twice_changes_nothing(workspace, outlet):
    judge_many(outlet, "true", "false", "mixed")
    night(workspace)
    before, events = cards(), Event.objects.count()
    digests = set(Night.objects.values_list("digest", flat=True))

    night(workspace)

    assert (cards(), Event.objects.count()) == (before, events)
    assert set(Night.objects.values_list("digest", flat=True)) == digests
    assert Night.objects.count() == 1


def test_what_came_after_midnight_is_for_the_next_night(workspace, outlet):
    judge_many(outlet, "true", "false")
    night(workspace)
    before = cards(nightly=True)

    judge(outlet, "false", days_ago=0)
    night(workspace)

    assert cards(nightly=True) == before


def test_a_night_tells_what_is_expected_on_the_topics_of_a_source(workspace, outlet):
    judge_many(outlet, *["true"] * 16, topic="politics")
    other = make_source(workspace, "Morning Ledger")
    judge_many(other, *["false"] * 10, topic="politics")
    judge_many(other, *["true"] * 10, topic="sport")

    keep_estimates(workspace=workspace, agreement={}, as_of=last_midnight())

    row = Estimate.objects.get(source=outlet)
    assert row.topics.keys() == {"politics"}
    assert row.topics["politics"] < row.prior_mean
    event = Event.objects.filter(action="estimate.changed", object_id=str(outlet.pk)).get()
    assert event.payload["topics"] == row.topics
    made = make_cards([outlet], as_of=timezone.now(), facets=True)
    assert {card.value: card.card.prior_mean for card in made if card.facet == "topic"} == row.topics


def test_a_view_in_which_nothing_counts_is_not_kept(workspace, outlet):
    judge(outlet, "unverified", topic="sport", region="LB")
    judge(outlet, "true", number=1)

    made = make_cards([outlet], as_of=timezone.now(), facets=True)

    assert [(card.facet, card.value) for card in made] == [("", ""), ("role", "originated")]


def test_an_unnamed_source_has_no_scorecard(workspace, outlet):
    unnamed = make_source(workspace, "a port official", "anonymous", outlet=outlet)

    assert make_cards([unnamed], as_of=timezone.now()) == []


def test_a_night_gives_each_checked_source_the_prior_of_its_like(workspace, outlet):
    judge_many(outlet, *["true"] * 10)
    other = make_source(workspace, "Morning Ledger")
    judge_many(other, *["false"] * 10)

    night(workspace)

    priors = {row.source.name: row.prior_mean for row in Estimate.objects.select_related("source")}
    assert priors["Harbour Post"] < 0.6 < priors["Morning Ledger"]
    assert Event.objects.filter(action="estimate.changed").count() == 2
    latest = Scorecard.objects.filter(source=other, facet="").latest()
    assert latest.prior_mean == pytest.approx(priors["Morning Ledger"])


def test_sums_kept_as_verdicts_came_equal_those_made_anew(workspace, outlet):
    rows = judge_many(outlet, "true", "false", "mixed", "misleading", "true")
    advance_ledger(outlet)
    judge(outlet, "true")
    advance_ledger(outlet)
    supersede_outcomes(workspace=workspace, verdict_id=rows[1].verdict_id, actor="test")

    assert check_ledgers([outlet]) == []
    assert SourceLedger.objects.get().event_number == Event.objects.count()


def test_sums_that_drifted_are_told_and_mended(workspace, outlet):
    judge_many(outlet, "true", "false")
    advance_ledger(outlet)
    row = SourceLedger.objects.get()
    row.record["entries"][0]["fresh"] += 0.001
    row.save()

    night(workspace)

    alarm = Alarm.objects.get()
    assert (alarm.kind, alarm.source) == ("drift", outlet)
    assert check_ledgers([outlet]) == []


def test_an_outcome_that_is_not_what_the_log_says_is_told(workspace, outlet):
    rows = judge_many(outlet, "true", "false")
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("UPDATE sources_outcome SET rating = 'true' WHERE id = %s", [rows[1].pk])
        cursor.execute("SET session_replication_role = origin")

    night(workspace)

    [alarm] = Alarm.objects.filter(key__startswith="log:")
    assert (alarm.kind, alarm.facts["count"], alarm.facts["what"]) == ("drift", 1, ["rating"])


def test_sums_of_a_merged_source_are_those_of_both_until_a_split(workspace, outlet):
    other = make_source(workspace, "The Harbour Post online")
    judge_many(outlet, "true", "false")
    judge_many(other, "true", "true", "true")
    alone = advance_ledger(outlet).evidence(timezone.now())

    merge_sources(source=other, into=outlet, actor="test")
    outlet.refresh_from_db()
    both = advance_ledger(outlet).evidence(timezone.now())
    split_source(source=other, actor="test")

    assert both[1] > alone[1]
    assert advance_ledger(outlet).evidence(timezone.now()) == pytest.approx(alone)


def test_a_refresh_writes_the_card_and_the_sums(workspace, outlet):
    judge_many(outlet, "true", "false")

    queue_refresh(source=outlet)
    perform_waiting_jobs(workspace, queue="sources")

    assert Scorecard.objects.get().outcome_count == 2
    assert SourceLedger.objects.get().source == outlet


def test_a_refresh_of_a_merged_source_refreshes_the_one_it_is(workspace, outlet):
    other = make_source(workspace, "The Harbour Post online")
    judge_many(other, "true", "false")
    merge_sources(source=other, into=outlet, actor="test")

    queue_refresh(source=other)
    perform_waiting_jobs(workspace, queue="sources")

    assert set(Scorecard.objects.values_list("source", "outcome_count")) == {(outlet.pk, 2)}


def test_a_letter_that_faded_away_is_told_once(workspace, outlet):
    tonight = last_midnight()
    for number in range(9):
        # Nine verdicts weigh 8.0004 at 186 days, and 7.995 at 187.
        judge(outlet, days_ago=187, number=number, settled_on=(tonight - timedelta(days=187)).date())

    night(workspace, tonight - timedelta(days=1))
    assert Scorecard.objects.get(nightly=True, facet="").letter == "C"
    assert not Alarm.objects.exists()
    night(workspace, tonight)
    night(workspace, tonight)

    alarm = Alarm.objects.get()
    assert (alarm.kind, alarm.source, alarm.facts["letter"]) == ("stale", outlet, "C")


def test_an_adverse_letter_that_faded_away_is_told_without_the_letter(workspace, outlet):
    tonight = last_midnight()
    for number in range(9):
        settled_on = (tonight - timedelta(days=187)).date()
        judge(outlet, days_ago=187, number=number, settled_on=settled_on)
    night(workspace, tonight - timedelta(days=1))
    Scorecard.objects.filter(nightly=True, facet="").update(letter="E")

    night(workspace, tonight)

    assert "letter" not in Alarm.objects.get().facts
    assert "letter" not in Event.objects.get(action="alarm.raised").payload["facts"]


def test_a_letter_that_went_because_a_verdict_fell_has_not_faded(workspace, outlet):
    tonight = last_midnight()
    rows = [judge(outlet, days_ago=30, number=number) for number in range(9)]
    night(workspace, tonight - timedelta(days=1))
    moment = tonight - timedelta(hours=2)
    Outcome.objects.filter(pk__in=[row.pk for row in rows[:3]]).update(superseded_at=moment)

    night(workspace, tonight)

    assert not Alarm.objects.filter(kind="stale").exists()


def test_a_possible_common_origin_that_people_decided_on_stays(workspace, outlet, editor):
    other = make_source(workspace, "Morning Ledger")
    one, two = sorted((outlet.pk, other.pk))
    found = [Found(str(one), str(two), 0.93, 12, 4)]
    keep_copy_pairs(workspace=workspace, found=found, as_of=last_midnight())
    decide_copy_pair(pair=CopyPair.objects.get(), user=editor, state="confirmed")

    keep_copy_pairs(workspace=workspace, found=[], as_of=last_midnight())

    assert CopyPair.objects.get().state == "confirmed"
    assert Event.objects.filter(action="copying.confirmed").count() == 1


def agreeing(source, mass):
    return {str(source.pk): AutomaticEvidence(mass * 0.8, mass, 0.5)}


def test_what_fades_from_one_night_to_the_next_is_no_event(workspace, outlet):
    judge_many(outlet, "true", "false")
    judge_many(make_source(workspace, "Morning Ledger"), "true", "true")
    tonight = last_midnight()
    keep_estimates(workspace=workspace, agreement=agreeing(outlet, 3.0), as_of=tonight - timedelta(days=1))
    rows, events = Estimate.objects.count(), Event.objects.count()
    faded = 3.0 * 0.5 ** (1 / PARAMETERS.half_life_days)

    assert keep_estimates(workspace=workspace, agreement=agreeing(outlet, faded), as_of=tonight) == 0

    assert rows == 2
    assert (Estimate.objects.count(), Event.objects.count()) == (rows, events)
    assert keep_estimates(workspace=workspace, agreement=agreeing(outlet, 2.9), as_of=tonight) == 1


@pytest.mark.parametrize("ended", [True, False])
def test_a_night_that_is_done_late_leaves_what_a_later_one_found(workspace, outlet, ended):
    judge_many(outlet, "true", "false")
    tonight = last_midnight()
    keep_estimates(workspace=workspace, agreement=agreeing(outlet, 3.0), as_of=tonight)
    if ended:
        keep_agreement(workspace=workspace, as_of=tonight, skill={"": 0.5}, weighed=(1, 1))

    late = keep_estimates(
        workspace=workspace, agreement=agreeing(outlet, 1.0), as_of=tonight - timedelta(days=1)
    )

    assert late == 0
    assert Estimate.objects.latest("recorded_at").mass == 3.0


def possible(workspace, one, other, *, editor, state):
    """Keep a possible common origin of two sources and decide on it."""
    ends = sorted((one.pk, other.pk))
    keep_copy_pairs(workspace=workspace, found=[Found(*map(str, ends), 0.93, 12, 4)], as_of=last_midnight())
    pair = CopyPair.objects.get(one=ends[0], other=ends[1])
    return pair if state == "proposed" else decide_copy_pair(pair=pair, user=editor, state=state)


@pytest.fixture
def renamed(workspace, outlet):
    """Return three outlets, and a function that merges the second into the third."""
    other, survivor = make_source(workspace, "Morning Ledger"), make_source(workspace, "Ledger Online")
    return outlet, other, survivor, lambda: merge_sources(source=other, into=survivor, actor="test")


@pytest.mark.parametrize(("state", "chances"), [("confirmed", [1.0]), ("rejected", [])])
def test_what_people_decided_on_a_pair_holds_for_whom_a_source_was_merged_into(
    workspace, editor, renamed, state, chances
):
    outlet, other, survivor, merge = renamed
    possible(workspace, outlet, other, editor=editor, state=state)
    merge()

    ends = sorted((outlet.pk, survivor.pk))
    found = [Found(*map(str, ends), 0.95, 13, 5)]
    keep_copy_pairs(workspace=workspace, found=found, as_of=last_midnight())

    assert [row.state for row in CopyPair.objects.all()] == [state]
    counting = pairs_that_count(workspace)
    assert [(pair.one, pair.other, pair.probability) for pair in counting] == [
        (*map(str, ends), chance) for chance in chances
    ]


def test_of_two_pairs_that_a_merge_made_one_the_decision_counts(workspace, editor, renamed):
    outlet, other, survivor, merge = renamed
    possible(workspace, outlet, other, editor=editor, state="rejected")
    possible(workspace, outlet, survivor, editor=editor, state="proposed")
    merge()

    assert pairs_that_count(workspace) == []


def test_two_sources_that_are_one_do_not_copy_from_each_other(workspace, editor, renamed):
    _outlet, other, survivor, merge = renamed
    possible(workspace, other, survivor, editor=editor, state="confirmed")
    merge()

    assert pairs_that_count(workspace) == []
    assert not copy_pairs_of(family_of(survivor)).exists()


def test_a_pair_is_shown_with_whom_a_source_was_merged_into(workspace, editor, renamed):
    outlet, other, survivor, merge = renamed
    pair = possible(workspace, outlet, other, editor=editor, state="confirmed")
    merge()

    survivor.refresh_from_db()
    assert list(copy_pairs_of(family_of(survivor))) == [pair]


def test_the_command_says_what_the_night_came_to(workspace, outlet, capsys):
    judge_many(outlet, "true", "false")

    call_command("run_night", workspace=workspace.slug)

    assert f"{workspace.slug}: 1 sources" in capsys.readouterr().out


def test_scorecards_between_nights_are_cleared_after_some_days(workspace, outlet):
    judge_many(outlet, "true", "false")
    old = timezone.now() - timedelta(days=9)
    queue_refresh(source=outlet)
    perform_waiting_jobs(workspace, queue="sources")
    Scorecard.objects.update(as_of=old)

    night(workspace)

    assert not Scorecard.objects.filter(as_of=old).exists()


def test_each_workspace_has_a_night_of_its_own(workspace, outlet):
    elsewhere = make_workspace("Elsewhere")
    judge_many(make_source(elsewhere, "Far Post"), "true")

    night(workspace)

    assert not Scorecard.objects.exists()
    assert Night.objects.get().source_count == 0


def test_a_night_logs_the_parameters_once_so_that_a_hash_can_be_read_later(workspace, outlet):
    judge_many(outlet, "true")

    night(workspace)
    night(workspace)

    changes = Event.objects.filter(workspace=workspace, action="parameters.changed")
    [payload] = changes.values_list("payload", flat=True)
    assert payload["hash"] == PARAMETERS.hash
    assert payload["parameters"]["version"] == PARAMETERS.version
