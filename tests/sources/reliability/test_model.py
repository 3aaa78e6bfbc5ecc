"""A scorecard holds what verdicts and nightly runs say, each with its weight."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given

from sources.reliability.model import score_source
from sources.reliability.parameters import Parameters
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


def score(outcomes, as_of=NOW, estimates=()):
    return score_source(outcomes, parameters=PARAMETERS, as_of=as_of, estimates=estimates)


ROLE_AND_REVIEWER = [
    pytest.param(Role.ORIGINATED, "user:2", 1.0, id="own-claim"),
    pytest.param(Role.ORIGINATED, "", 0.7, id="own-claim-one-reviewer"),
    pytest.param(Role.ENDORSED, "user:2", 0.5, id="endorsed"),
    pytest.param(Role.REPUBLISHED, "user:2", 0.25, id="republished"),
    pytest.param(Role.QUOTED, "", 0.105, id="quoted-one-reviewer"),
]


@pytest.mark.parametrize(("role", "reviewer", "mass"), ROLE_AND_REVIEWER)
def test_the_role_and_the_reviewer_decide_how_much_a_verdict_weighs(role, reviewer, mass):
    card = score([outcome(role=role, reviewer=reviewer)])

    assert card.mass == pytest.approx(mass)


def test_a_verdict_counts_half_after_three_years():
    card = score([outcome(settled_on=NOW.date() - timedelta(days=1095))])

    assert card.mass == 0.5


def test_a_scorecard_names_the_parameters_it_was_made_with():
    other = replace(PARAMETERS, half_life_days=365.0)

    card = score_source([], parameters=other, as_of=NOW)

    assert card.parameters_hash == other.hash != PARAMETERS.hash
    assert Parameters().hash == PARAMETERS.hash


def test_the_prior_of_a_nights_run_holds_until_the_next():
    estimates = [Estimate(NOW - timedelta(days=20), 0.7), Estimate(NOW - timedelta(days=5), 0.5)]

    means = [score([], NOW - timedelta(days=days), estimates).mean for days in (21, 20, 6, 5, 0)]

    assert means == pytest.approx([0.6, 0.7, 0.7, 0.5, 0.5])


def test_agreement_moves_the_number_and_is_told_apart():
    outcomes = outcomes_rated(Rating.TRUE, 4)
    card = score(outcomes, estimates=[Estimate(NOW, 0.6, upheld=1.0, mass=2.0, skill=0.8)])

    assert (card.mass, card.automatic_upheld, card.automatic_mass, card.skill) == (4, 1, 2, 0.8)
    assert card.mean == pytest.approx((3.6 + 4 + 1) / (6 + 4 + 2))


def test_no_run_can_give_a_source_more_agreement_than_the_cap():
    card = score([], estimates=[Estimate(NOW, 0.6, upheld=30.0, mass=40.0, skill=1.0)])

    assert (card.automatic_upheld, card.automatic_mass) == (3, 4)


def test_agreement_stays_below_half_of_what_people_found():
    loose = replace(PARAMETERS, automatic=replace(PARAMETERS.automatic, cap=100.0))
    estimates = [Estimate(NOW, 0.6, upheld=40.0, mass=40.0)]

    card = score_source(outcomes_rated(Rating.TRUE, 10), parameters=loose, as_of=NOW, estimates=estimates)

    assert card.automatic_mass == 5


@LEISURELY
@given(random_outcomes(), random_estimates())
def test_agreement_never_creates_lifts_or_worsens_a_letter(outcomes, estimates):
    people_alone = [replace(estimate, upheld=0.0, mass=0.0) for estimate in estimates]

    with_agreement, without = score(outcomes, estimates=estimates), score(outcomes, estimates=people_alone)

    assert with_agreement.letter == without.letter
    assert with_agreement.letter_facts == without.letter_facts
    assert with_agreement.pending_letter == without.pending_letter


def test_a_digest_tells_the_smallest_difference():
    card = score(outcomes_rated(Rating.TRUE, 9))

    assert card.digest == score(outcomes_rated(Rating.TRUE, 9)).digest
    assert card.digest != replace(card, mean=card.mean + 1e-15).digest
    assert card.digest != replace(card, pending_letter=Letter.B).digest
