"""The curve shows what was believed at the time."""

from datetime import timedelta

import pytest

from sources.reliability.history import MOST_POINTS, score_history
from sources.reliability.model import score_source
from sources.reliability.parameters import Parameters
from sources.reliability.types import Rating
from tests.sources.reliability.outcomes import NOW, outcome


def history(*outcomes):
    return score_history(outcomes, parameters=Parameters(), as_of=NOW)


def settled(days_ago, rating=Rating.TRUE):
    return outcome(str(days_ago), rating, settled_on=NOW.date() - timedelta(days=days_ago))


def test_a_source_without_outcomes_has_no_curve():
    assert history() == ()


def test_the_curve_starts_at_the_prior_and_ends_at_the_score_of_today():
    outcomes = [settled(400), settled(200, Rating.FALSE), settled(10)]

    curve = history(*outcomes)

    assert curve[0].mean == pytest.approx(0.6)
    assert curve[-1] == score_source(outcomes, parameters=Parameters(), as_of=NOW)
    assert [card.as_of for card in curve] == sorted(card.as_of for card in curve)


def test_a_refuted_claim_shows_as_a_fall_after_its_date():
    curve = history(settled(700), settled(300, Rating.FALSE))
    refuted_at = NOW - timedelta(days=300)

    before = [card.mean for card in curve if card.as_of < refuted_at][-1]
    after = next(card.mean for card in curve if card.as_of > refuted_at)

    assert after < before


def test_a_long_history_stays_a_short_curve():
    assert len(history(settled(1900), settled(1))) == MOST_POINTS
