"""An explanation adds up to the score that it explains."""

import pytest
from hypothesis import given

from sources.reliability.evidence import Exclusion
from sources.reliability.explain import explain_score
from sources.reliability.model import score_source
from sources.reliability.parameters import Parameters
from sources.reliability.types import Letter, Rating, Role
from tests.sources.reliability.outcomes import NOW, outcome, outcomes_rated, random_outcomes


def explain(outcomes):
    return explain_score(outcomes, parameters=Parameters(), as_of=NOW)


@given(random_outcomes())
def test_what_the_outcomes_moved_adds_up_to_the_mean(outcomes):
    explanation = explain(outcomes)

    moved = sum(contribution.delta for contribution in explanation.contributions)
    assert explanation.prior_mean + moved == pytest.approx(explanation.scorecard.mean, abs=1e-9)
    assert explanation.scorecard == score_source(outcomes, parameters=Parameters(), as_of=NOW)


def test_each_contribution_shows_how_its_weight_came_about():
    [contribution] = explain([outcome(role=Role.ENDORSED, reviewer="")]).contributions

    item = contribution.item
    assert (item.role, item.reviewer, item.decay, item.story_share) == (0.5, 0.7, 1, 1)
    assert item.weight == pytest.approx(0.35)
    assert contribution.delta == pytest.approx((3.6 + 0.35) / 6.35 - 0.6)


def test_a_duplicate_is_named_with_what_stands_in_its_place():
    explanation = explain([outcome("a", id="first"), outcome("a", id="second", role=Role.QUOTED)])

    [left_out] = explanation.excluded
    assert (left_out.reason, left_out.in_favour_of) == (Exclusion.SAME_CLAIM, "first")


def test_a_capped_story_shows_what_it_lost():
    explanation = explain(outcomes_rated(Rating.TRUE, 5, story_id="flood"))

    [story] = explanation.capped
    assert (story.story_id, story.full_mass, story.counted_mass) == ("flood", 5, pytest.approx(2))


def test_the_outlook_says_how_many_claims_would_change_the_letter():
    explanation = explain(outcomes_rated(Rating.TRUE, 6))

    upheld, refuted = explanation.outlook
    assert explanation.scorecard.letter == Letter.F
    assert (upheld.rating, upheld.count, upheld.letter) == (Rating.TRUE, 2, Letter.C)
    assert refuted.rating == Rating.FALSE


@given(random_outcomes())
def test_the_outlook_comes_true(outcomes):
    explanation = explain(outcomes)

    for step in explanation.outlook:
        one_short = [*outcomes, *further(step.rating, step.count - 1)]
        assert letter_of([*one_short, *further(step.rating, step.count)[-1:]]) == step.letter
        assert letter_of(one_short) == letter_of(outcomes) or step.count == 1


def further(rating, count):
    return [outcome(f"further {number}", rating, recorded_at=NOW) for number in range(count)]


def letter_of(outcomes):
    card = score_source(outcomes, parameters=Parameters(), as_of=NOW)
    return card.pending_letter or card.letter
