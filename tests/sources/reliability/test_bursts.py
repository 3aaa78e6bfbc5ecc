"""Too many verdicts on one source by one person at once wait for a second look."""

from datetime import timedelta

import pytest

from sources.reliability.bursts import held_by_burst
from sources.reliability.parameters import Parameters
from sources.reliability.types import Role
from tests.sources.reliability.outcomes import NOW, outcome


def recorded(count, **changes):
    return [
        outcome(str(number), **{"recorded_at": NOW - timedelta(hours=number), **changes})
        for number in range(1, count + 1)
    ]


CASES = [
    pytest.param(recorded(4), False, id="five-in-a-day"),
    pytest.param(recorded(5), True, id="six-in-a-day"),
    pytest.param(recorded(5, author="user:3"), False, id="by-another"),
    pytest.param(recorded(5, recorded_at=NOW - timedelta(hours=24)), False, id="a-day-before"),
    pytest.param(recorded(5, recorded_at=NOW + timedelta(minutes=1)), False, id="later"),
    pytest.param(recorded(5, held=True), True, id="held-ones-count-too"),
    pytest.param(recorded(5, superseded_at=NOW), True, id="superseded-ones-count-too"),
    pytest.param(recorded(5, claim_id="claim same"), False, id="the-roles-of-one-claim"),
    pytest.param(
        [*recorded(5), *recorded(5, recorded_at=NOW - timedelta(days=9))], False, id="first-judged-days-ago"
    ),
]


@pytest.mark.parametrize(("before", "held"), CASES)
def test_more_than_five_claims_in_a_day_by_one_person_are_held(before, held):
    new = outcome("new", recorded_at=NOW)

    assert held_by_burst(before, new, Parameters()) == held
    assert held_by_burst([*before, new], new, Parameters()) == held


def test_a_further_role_of_a_judged_claim_is_no_further_verdict():
    before = recorded(5)

    assert not held_by_burst(before, outcome("1", role=Role.QUOTED, recorded_at=NOW), Parameters())


def test_nobody_is_held_whose_name_is_not_known():
    assert not held_by_burst(recorded(9, author=""), outcome("new", author="", recorded_at=NOW), Parameters())
