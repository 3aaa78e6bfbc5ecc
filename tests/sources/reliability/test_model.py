"""The source model keeps its promises whatever the outcomes are."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.reliability.model import score_source
from sources.reliability.parameters import Parameters
from sources.reliability.types import Letter, Rating, Role
from tests.sources.reliability.outcomes import NOW, outcome, outcomes_rated, random_outcomes

PARAMETERS = Parameters()


def score(outcomes, as_of=NOW):
    return score_source(outcomes, parameters=PARAMETERS, as_of=as_of)


@given(random_outcomes(), st.randoms(use_true_random=False))
def test_the_order_of_outcomes_does_not_matter(outcomes, random):
    shuffled = list(outcomes)
    random.shuffle(shuffled)

    assert score(shuffled) == score(outcomes)


@given(random_outcomes())
def test_an_unverified_claim_changes_nothing(outcomes):
    unverified = outcome("new", Rating.UNVERIFIED)

    assert score([*outcomes, unverified]) == score(outcomes)


@given(random_outcomes(), st.sampled_from(Role), st.sampled_from([None, "s1"]), st.integers(0, 3000))
def test_an_upheld_claim_never_lowers_the_mean_and_a_refuted_one_never_raises_it(outcomes, role, story, age):
    facts = {"role": role, "story_id": story, "settled_on": NOW.date() - timedelta(days=age)}
    before = score(outcomes).mean

    assert score([*outcomes, outcome("new", Rating.TRUE, **facts)]).mean >= before - 1e-12
    assert score([*outcomes, outcome("new", Rating.FALSE, **facts)]).mean <= before + 1e-12


@given(random_outcomes())
def test_the_mean_lies_within_its_interval(outcomes):
    card = score(outcomes)

    assert 0 <= card.q05 <= card.q25 <= card.q75 <= card.q95 <= 1
    assert card.q05 <= card.mean <= card.q95


@given(st.sampled_from([rating for rating in Rating if rating != Rating.UNVERIFIED]), st.integers(1, 40))
def test_more_of_the_same_verdicts_narrow_the_interval(rating, count):
    fewer = score(outcomes_rated(rating, count))
    more = score(outcomes_rated(rating, count + 1))

    assert more.q95 - more.q05 < fewer.q95 - fewer.q05
    assert more.mass > fewer.mass


@given(random_outcomes(min_size=1), st.integers(1, 3000))
def test_evidence_fades_with_time_and_never_grows(outcomes, days):
    assert score(outcomes, NOW + timedelta(days=days)).mass <= score(outcomes).mass + 1e-12


@given(random_outcomes())
def test_what_is_recorded_later_has_no_effect(outcomes):
    later = replace(outcome("new", Rating.FALSE), recorded_at=NOW + timedelta(seconds=1))

    assert score([*outcomes, later]) == score(outcomes)


@given(random_outcomes())
def test_a_verdict_that_is_superseded_later_still_counts_before(outcomes):
    superseded = [replace(item, superseded_at=NOW + timedelta(days=1)) for item in outcomes]

    assert score(superseded) == score(outcomes)
    assert score(superseded, NOW + timedelta(days=1)).mass == 0


@given(random_outcomes())
def test_there_is_no_letter_below_eight_checked_claims(outcomes):
    card = score(outcomes)

    if card.mass < 8:
        assert card.letter == Letter.F
        assert card.letter_facts["needed"] == 8


@given(random_outcomes(min_size=1), st.sampled_from(Role))
def test_a_copy_of_a_claim_adds_no_evidence(outcomes, role):
    original = outcomes[0]
    copy = replace(original, id="copy", role=role, recorded_at=original.recorded_at)
    heavier = PARAMETERS.role_weights[role] > PARAMETERS.role_weights[original.role]

    expected = [copy, *outcomes[1:]] if heavier else outcomes
    if original.rating != Rating.UNVERIFIED and role != original.role:
        assert score([*outcomes, copy]).mean == score(expected).mean


@given(random_outcomes())
def test_no_story_weighs_more_than_two_fresh_verdicts(outcomes):
    one_story = [replace(item, story_id="one") for item in outcomes]

    assert score(one_story).mass <= 2 + 1e-9


@given(random_outcomes())
def test_names_of_claims_do_not_matter(outcomes):
    renamed = [replace(item, claim_id=f"renamed {item.claim_id}") for item in outcomes]

    assert score(renamed) == score(outcomes)


def test_merging_two_sources_adds_their_evidence():
    first = outcomes_rated(Rating.TRUE, 5)
    second = outcomes_rated(Rating.MIXED, 3)

    merged = score([*first, *second])

    assert merged.mass == score(first).mass + score(second).mass
    assert merged.outcome_count == 8


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
