"""A letter waits for the nights, holds on to its place, and never rests on one person among several."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.reliability.evidence import weigh_outcomes
from sources.reliability.history import score_history
from sources.reliability.lettering import letter_at, letters_at
from sources.reliability.model import score_source
from sources.reliability.parameters import GuardRules, Parameters
from sources.reliability.record import Record, balance_people, midnights, record_of, records_over_time
from sources.reliability.types import Estimate, Letter, Rating, Role
from tests.sources.reliability.outcomes import (
    LEISURELY,
    NOW,
    outcome,
    outcomes_rated,
    random_estimates,
    random_outcomes,
)

PARAMETERS = Parameters()
RECORDED = datetime(2026, 5, 10, 15, tzinfo=UTC)


def lettering(outcomes, moment, estimates=()):
    return letter_at(outcomes, parameters=PARAMETERS, as_of=moment, estimates=estimates)


def upheld(count, recorded_at=RECORDED, **changes):
    return outcomes_rated(Rating.TRUE, count, recorded_at=recorded_at, settled_on=NOW.date(), **changes)


NIGHTS = [
    pytest.param(timedelta(0), Letter.F, Letter.C, date(2026, 5, 12), id="the-same-day"),
    pytest.param(timedelta(hours=8, minutes=59), Letter.F, Letter.C, date(2026, 5, 12), id="before-midnight"),
    pytest.param(timedelta(hours=9), Letter.F, Letter.C, date(2026, 5, 12), id="after-one-night"),
    pytest.param(timedelta(hours=32, minutes=59), Letter.F, Letter.C, date(2026, 5, 12), id="the-next-day"),
    pytest.param(timedelta(hours=33), Letter.C, None, None, id="after-two-nights"),
]


@pytest.mark.parametrize(("later", "letter", "pending", "pending_from"), NIGHTS)
def test_a_letter_is_in_force_once_two_nights_agree(later, letter, pending, pending_from):
    found = lettering(upheld(9), RECORDED + later)

    assert (found.grade.letter, found.pending, found.pending_from) == (letter, pending, pending_from)


def test_the_reason_of_a_letter_that_waits_says_so():
    found = lettering(upheld(9), RECORDED)

    assert (found.grade.reason, found.grade.facts) == ("awaiting_nights", {"nights": 2})


def test_the_day_that_is_told_comes_true():
    outcomes = upheld(9)
    told = lettering(outcomes, RECORDED).pending_from
    then = datetime.combine(told, datetime.min.time(), UTC)

    assert lettering(outcomes, then - timedelta(seconds=1)).grade.letter == Letter.F
    assert lettering(outcomes, then).grade.letter == Letter.C


def test_what_lasts_one_night_moves_no_letter():
    lasting = upheld(10, RECORDED - timedelta(days=9))
    fallen = RECORDED + timedelta(days=1)
    passing = [
        outcome(f"wrong {number}", Rating.FALSE, recorded_at=RECORDED, superseded_at=fallen)
        for number in range(12)
    ]

    letters = [
        lettering([*lasting, *passing], RECORDED + timedelta(hours=hours)).grade.letter
        for hours in range(0, 96, 8)
    ]

    assert set(letters) == {Letter.C}


def test_a_night_in_between_begins_the_count_anew():
    on_and_off = [
        replace(
            item, id=f"{item.id} on day {day}", recorded_at=begun, superseded_at=begun + timedelta(days=1)
        )
        for day in (0, 2, 4)
        for begun in [RECORDED + timedelta(days=day)]
        for item in upheld(9)
    ]

    letters = [
        lettering(on_and_off, RECORDED + timedelta(hours=hours)).grade.letter for hours in range(0, 150, 6)
    ]

    assert set(letters) == {Letter.F}


def test_a_letter_in_force_survives_a_share_just_below_its_threshold():
    first = [*upheld(14), outcome("mixed", Rating.MIXED, recorded_at=RECORDED)]
    later = [outcome("wrong", Rating.MISLEADING, recorded_at=RECORDED + timedelta(days=5))]

    in_force = lettering([*first, *later], NOW).grade
    afresh = lettering([replace(item, recorded_at=RECORDED) for item in (*first, *later)], NOW).grade

    assert lettering(first, RECORDED + timedelta(days=4)).grade.letter == Letter.B
    assert (in_force.letter, afresh.letter) == (Letter.B, Letter.C)
    assert (in_force.reason, in_force.facts) == ("keeps_letter", {"margin": 0.03})


def test_the_prior_in_force_at_a_night_is_part_of_its_letter():
    outcomes = [*upheld(6), *(outcome(f"no {n}", Rating.FALSE, recorded_at=RECORDED) for n in range(7))]
    estimates = [Estimate(RECORDED + timedelta(days=4), prior_mean=0.4)]

    letters = [
        lettering(outcomes, RECORDED + timedelta(days=days), estimates).grade.letter for days in (3, 5, 6)
    ]

    assert letters == [Letter.C, Letter.C, Letter.D]


def test_an_upheld_source_loses_its_best_letter_with_a_refuted_claim_unless_it_was_prompt():
    clean = upheld(60)
    wrong = outcome("wrong", Rating.FALSE, recorded_at=RECORDED, claimed_on=NOW.date())
    corrected = replace(wrong, corrected_on=NOW.date() + timedelta(days=5))

    letters = [lettering([*clean, *more], NOW).grade.letter for more in ([], [wrong], [corrected])]

    assert letters == [Letter.A, Letter.B, Letter.A]


BALANCE = [
    pytest.param([12], [12], id="one-person-alone"),
    pytest.param([15, 5], [10, 5], id="two-people-half-each"),
    pytest.param([20, 5, 5], [10, 5, 5], id="three-people-a-third"),
    pytest.param([20, 5, 5, 5, 5], [10, 5, 5, 5, 5], id="more-people-a-quarter"),
    pytest.param([8, 1], [7.5, 1], id="a-colleague-who-begins-is-one-in-part"),
    pytest.param([4, 0], [4, 0], id="whoever-judged-nothing-is-nobody"),
    pytest.param([0], [0], id="no-verdict-at-all"),
]


@pytest.mark.parametrize(("masses", "kept"), BALANCE)
def test_nobodys_verdicts_are_more_than_their_part_of_a_letter(masses, kept):
    column = np.array([[float(mass)] for mass in masses])

    assert balance_people(column, guards=GuardRules()).ravel().tolist() == pytest.approx(kept)


@given(st.sampled_from([8.0, 10.0]), st.lists(st.floats(0, 12), max_size=7))
def test_colleagues_who_join_take_no_letter_away_for_want_of_evidence(mass, others):
    column = np.array([[mass], *([other] for other in others)])

    assert balance_people(column, guards=GuardRules()).sum() >= mass - 1e-9


def test_a_letter_rests_less_on_one_person_among_several_with_the_number_unmoved():
    alone = upheld(16)
    record = [*alone, *(outcome(f"other {n}", author=f"user:{n}", recorded_at=RECORDED) for n in (3, 4, 5))]

    card = score_source(record, parameters=PARAMETERS, as_of=NOW)

    assert lettering(alone, NOW).grade.letter == Letter.B
    assert card.letter == Letter.C
    assert card.mean == pytest.approx((3.6 + 19) / 25)


def test_a_record_that_is_too_much_one_persons_says_so():
    others = [outcome(f"other {n}", role=Role.ENDORSED, author=f"user:{n}") for n in (3, 4)]

    card = score_source([*upheld(7), *others], parameters=PARAMETERS, as_of=NOW)

    assert card.mass == 8
    assert (card.letter, card.letter_reason) == (Letter.F, "one_sided")


@LEISURELY
@given(random_outcomes(), random_estimates(), st.lists(st.integers(0, 60_000), min_size=1, max_size=5))
def test_many_moments_at_once_give_what_each_gives_alone(outcomes, estimates, hours):
    moments = sorted(NOW - timedelta(hours=hour) for hour in hours)
    at_once = records_over_time(outcomes, parameters=PARAMETERS, moments=moments, estimates=estimates)

    for place, moment in enumerate(moments):
        evidence = weigh_outcomes(outcomes, parameters=PARAMETERS, as_of=moment)
        prior_mean = score_source(
            outcomes, parameters=PARAMETERS, as_of=moment, estimates=estimates
        ).prior_mean
        alone = record_of(evidence, parameters=PARAMETERS, prior_mean=prior_mean, as_of=moment)
        for name in Record.__dataclass_fields__:
            assert getattr(at_once, name)[place] == pytest.approx(getattr(alone, name)[0], abs=1e-9)


@LEISURELY
@given(random_outcomes(), random_estimates())
def test_each_point_of_the_curve_has_the_letter_of_its_moment(outcomes, estimates):
    curve = score_history(outcomes, parameters=PARAMETERS, as_of=NOW, estimates=estimates)

    for card in curve[::7]:
        then = score_source(outcomes, parameters=PARAMETERS, as_of=card.as_of, estimates=estimates)
        assert card.digest == then.digest


def test_midnights_are_those_of_utc_whatever_the_zone_of_the_moments():
    east = datetime(2026, 5, 10, 2, tzinfo=UTC).astimezone(tz=None)

    assert midnights(east, datetime(2026, 5, 12, tzinfo=UTC)) == [
        datetime(2026, 5, 11, tzinfo=UTC),
        datetime(2026, 5, 12, tzinfo=UTC),
    ]


def test_letters_of_several_moments_know_only_what_was_known_then():
    outcomes = [*upheld(9), outcome("later", Rating.FALSE, recorded_at=NOW)]
    moments = [RECORDED, RECORDED + timedelta(days=2), NOW]

    found = letters_at(outcomes, parameters=PARAMETERS, moments=moments)

    assert found == [lettering(outcomes, moment) for moment in moments]
