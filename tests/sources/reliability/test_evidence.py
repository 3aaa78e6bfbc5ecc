"""Evidence says what counts, how much, and why the rest does not."""

from datetime import timedelta

from sources.reliability.evidence import Exclusion, weigh_outcomes
from sources.reliability.parameters import Parameters
from sources.reliability.types import Rating, Role
from tests.sources.reliability.outcomes import NOW, outcome


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
