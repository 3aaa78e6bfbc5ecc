"""Evidence says what counts, how much, and why the rest does not."""

from datetime import timedelta

import pytest

from sources.reliability.evidence import Exclusion, weigh_outcomes
from sources.reliability.parameters import Parameters
from sources.reliability.types import Rating, Role
from tests.sources.reliability.outcomes import NOW, outcome


def day(ago):
    return NOW.date() - timedelta(days=ago)


def weigh(*outcomes):
    return weigh_outcomes(outcomes, parameters=Parameters(), as_of=NOW)


def test_a_claim_counts_once_in_its_weightiest_role():
    quoted = outcome("a", role=Role.QUOTED, id="quoted")
    own = outcome("a", role=Role.ORIGINATED, id="own")

    evidence = weigh(quoted, own)

    [counted] = evidence.counted
    [left_out] = evidence.excluded
    assert counted.outcome is own
    assert (left_out.outcome, left_out.reason, left_out.in_favour_of) == (quoted, Exclusion.SAME_CLAIM, "own")


def test_what_does_not_count_is_listed_with_its_reason():
    unverified = outcome("a", Rating.UNVERIFIED)
    superseded = outcome("b", Rating.FALSE, superseded_at=NOW - timedelta(hours=1))

    evidence = weigh(unverified, superseded)

    assert evidence.counted == ()
    assert {item.reason for item in evidence.excluded} == {Exclusion.UNVERIFIED, Exclusion.SUPERSEDED}


def test_the_claims_of_one_story_share_its_cap_in_proportion():
    evidence = weigh(*(outcome(str(number), story_id="flood") for number in range(5)))

    assert [round(item.weight, 9) for item in evidence.counted] == [0.4] * 5
    assert evidence.counted[0].full_weight == 1


def test_claims_without_a_story_are_not_capped_together():
    evidence = weigh(*(outcome(str(number)) for number in range(5)))

    assert evidence.mass == 5


def test_a_claim_settled_on_tomorrows_date_is_as_fresh_as_todays():
    tomorrow = outcome(settled_on=NOW.date() + timedelta(days=1), recorded_at=NOW)

    [counted] = weigh(tomorrow).counted

    assert counted.decay == 1


CORRECTIONS = [
    pytest.param({}, 0.0, id="never"),
    pytest.param({"claimed_on": day(20), "corrected_on": day(13)}, 0.5, id="a-week-after-it-was-said"),
    pytest.param({"claimed_on": day(20), "corrected_on": day(12)}, 0.0, id="eight-days-after"),
    pytest.param({"claimed_on": day(20), "corrected_on": day(21)}, 0.0, id="before-it-was-said"),
    pytest.param({"settled_on": day(20), "corrected_on": day(13)}, 0.5, id="a-week-after-the-verdict"),
    pytest.param({"settled_on": day(20), "corrected_on": day(12)}, 0.0, id="too-long-after-the-verdict"),
    pytest.param({"settled_on": day(20), "corrected_on": day(30)}, 0.5, id="before-the-verdict"),
]


@pytest.mark.parametrize(("facts", "value"), CORRECTIONS)
def test_an_error_that_was_set_right_in_time_is_half_an_error(facts, value):
    [counted] = weigh(outcome(rating=Rating.FALSE, **facts)).counted

    assert counted.value == value
    assert counted.promptly_corrected == (value > 0)


def test_a_correction_never_lowers_a_value():
    corrected = {"claimed_on": day(20), "corrected_on": day(19)}

    [counted] = weigh(outcome(rating=Rating.MOSTLY_TRUE, **corrected)).counted

    assert counted.value == 0.8


def test_a_held_outcome_waits_and_is_listed():
    evidence = weigh(outcome("a", held=True), outcome("b"))

    assert [item.outcome.id for item in evidence.counted] == ["outcome b"]
    assert [(item.outcome.id, item.reason) for item in evidence.excluded] == [("outcome a", Exclusion.HELD)]


def test_nobody_is_the_second_person_to_their_own_verdict():
    [counted] = weigh(outcome(author="user:1", reviewer="user:1")).counted

    assert counted.reviewer == 0.7
