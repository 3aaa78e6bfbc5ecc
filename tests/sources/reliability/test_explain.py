"""An explanation adds up to the score that it explains."""

from datetime import timedelta

import pytest
from hypothesis import given

from sources.reliability.evidence import Exclusion
from sources.reliability.explain import explain_score
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


def explain(outcomes):
    return explain_score(outcomes, parameters=Parameters(), as_of=NOW)


@LEISURELY
@given(random_outcomes(), random_estimates())
def test_what_everything_moved_adds_up_to_the_mean(outcomes, estimates):
    facts = {"parameters": Parameters(), "as_of": NOW, "estimates": estimates}
    explanation = explain_score(outcomes, **facts)

    moved = sum(contribution.delta for contribution in explanation.contributions)
    total = explanation.prior_mean + moved + explanation.agreement.delta
    assert total == pytest.approx(explanation.scorecard.mean, abs=1e-9)
    assert explanation.scorecard == score_source(outcomes, **facts)


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


@LEISURELY
@given(random_outcomes(min_size=8))
def test_the_outlook_comes_true(outcomes):
    explanation = explain(outcomes)

    for step in explanation.outlook:
        assert letter_of([*outcomes, *further(outcomes, step.rating, step.count)]) == step.letter
        one_short = further(outcomes, step.rating, step.count - 1)
        assert letter_of([*outcomes, *one_short]) == letter_of(outcomes)


def further(outcomes, rating, count):
    """Return `count` fresh outcomes, each by whoever has judged least so far."""
    masses = {part.author: part.mass for part in reversed(explain(outcomes).people)} or {"user:1": 0.0}
    new = []
    for number in range(count):
        author = min(sorted(masses), key=masses.__getitem__)
        masses[author] += 1
        new.append(outcome(f"further {number}", rating, author=author, recorded_at=NOW))
    return new


def letter_of(outcomes):
    card = score_source(outcomes, parameters=Parameters(), as_of=NOW)
    return card.pending_letter or card.letter


def test_the_outlook_counts_from_the_letter_in_force_with_its_slack():
    before = [*outcomes_rated(Rating.TRUE, 14), outcome("mixed", Rating.MIXED)]
    [down] = explain(before).outlook[-1:]
    afresh = [*before, outcome("wrong", Rating.MISLEADING, recorded_at=NOW - timedelta(hours=1))]

    assert explain(before).scorecard.letter == Letter.B
    assert explain(afresh).scorecard.letter == Letter.B
    assert (down.rating, down.letter) == (Rating.FALSE, Letter.C)


def test_what_agreement_moved_stands_beside_what_people_found():
    found = Estimate(NOW, 0.7, upheld=8.0, mass=8.0, skill=0.9)
    explanation = explain_score(
        outcomes_rated(Rating.FALSE, 2), parameters=Parameters(), as_of=NOW, estimates=[found]
    )

    agreement = explanation.agreement
    assert explanation.prior_mean == 0.7
    assert (agreement.upheld, agreement.mass, agreement.found_mass, agreement.skill) == (4, 4, 8, 0.9)
    assert agreement.delta == pytest.approx((4.2 + 4) / 12 - 4.2 / 8)


def test_it_is_told_how_much_of_each_persons_work_a_letter_rests_on():
    outcomes = [
        *outcomes_rated(Rating.TRUE, 15, author="user:1"),
        *outcomes_rated(Rating.FALSE, 5, author="user:3"),
    ]

    people = explain(outcomes).people

    assert [(part.author, part.mass, part.counted_mass) for part in people] == [
        ("user:1", 15, 10),
        ("user:3", 5, 5),
    ]
