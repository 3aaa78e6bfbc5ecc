"""Weights that a person can read: signs that tell nothing have none."""

import random

import pytest

from claims.nlp.voting.model import VoteModel
from claims.training.logistic import CONSTANT, LEAST_SEEN, fit_logistic


def drawn(count: int, weights: dict[str, float], constant: float, seed: int = 1):
    """Return rows of signs and answers that a model with these weights gives."""
    source = random.Random(seed)
    model = VoteModel({"keep": weights | {"": constant}}, 0.5, "drawn")
    rows = [{name: source.uniform(-2, 2) for name in weights} for _ in range(count)]
    return rows, [source.random() < model.chance("keep", row) for row in rows]


def test_the_weights_that_made_the_answers_are_found():
    rows, answers = drawn(3000, {"near": 1.5, "far": -0.8, "idle": 0.0}, constant=0.4)

    weights = fit_logistic(rows, answers)

    assert weights["near"] == pytest.approx(1.5, abs=0.15)
    assert weights["far"] == pytest.approx(-0.8, abs=0.15)
    assert weights.get("idle", 0) == pytest.approx(0, abs=0.15)
    assert weights[CONSTANT] == pytest.approx(0.4, abs=0.15)


def test_a_sign_seen_too_rarely_has_no_weight():
    rows = [{"common": float(k % 2), "rare": float(k < LEAST_SEEN - 1)} for k in range(40)]

    assert set(fit_logistic(rows, [k % 2 == 0 for k in range(40)])) == {"common", CONSTANT}


def test_a_sign_that_is_always_alike_has_no_weight():
    rows = [{"common": float(k % 2), "always": 1.0} for k in range(40)]

    assert "always" not in fit_logistic(rows, [k % 3 == 0 for k in range(40)])


def test_a_higher_penalty_holds_the_weights_back_and_not_the_constant():
    rows, answers = drawn(400, {"near": 1.5}, constant=1.0)

    free, held = fit_logistic(rows, answers, penalty=0.1), fit_logistic(rows, answers, penalty=1000)

    assert 0 < held["near"] < free["near"] / 2
    assert held[CONSTANT] > 0.4


def test_answers_that_a_sign_splits_cleanly_give_finite_weights():
    rows = [{"clear": float(k % 2)} for k in range(40)]

    weights = fit_logistic(rows, [k % 2 == 1 for k in range(40)])

    assert 1 < weights["clear"] < 20


def test_a_missing_sign_counts_as_none():
    rows = [{"near": 1.0} if k % 2 else {} for k in range(40)]

    assert fit_logistic(rows, [k % 2 == 1 for k in range(40)])["near"] > 1
