"""The vote's questions are sums of signs that a person can read."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.nlp.types import Factor
from claims.nlp.voting.model import QUESTIONS, VoteModel

SMALL = VoteModel({"keep": {"": -1.0, "both": 2.0, "no rules": -0.5}}, floor=0.5, version="small")


@pytest.mark.parametrize(
    ("signs", "logit"),
    [
        pytest.param({}, -1, id="the-constant"),
        pytest.param({"both": 1.0}, 1, id="a-sign"),
        pytest.param({"both": 0.5, "no rules": 2.0}, -1, id="signs-in-degrees"),
        pytest.param({"moonlight": 9.0}, -1, id="a-sign-without-weight"),
    ],
)
def test_a_chance_is_the_logistic_of_the_weighted_sum(signs, logit):
    assert SMALL.chance("keep", signs) == pytest.approx(1 / (1 + math.exp(-logit)))


@given(st.dictionaries(st.sampled_from(["both", "no rules", "x"]), st.floats(-1e6, 1e6)))
def test_a_chance_is_a_probability_whatever_the_signs(signs):
    assert 0 <= SMALL.chance("keep", signs) <= 1


def test_factors_are_the_heaviest_signs_first():
    factors = SMALL.factors("keep", {"no rules": 1.0, "both": 1.0, "unknown": 4.0})

    assert factors == (Factor(name="both", points=2.0), Factor(name="no rules", points=-0.5))


def test_factors_leave_out_what_counts_nothing_and_what_is_too_much():
    assert SMALL.factors("keep", {"both": 0.0}) == ()
    assert len(SMALL.factors("keep", {"no rules": 1.0, "both": 1.0}, most=1)) == 1


def test_the_committed_model_answers_every_question():
    model = VoteModel.load()

    assert set(model.weights) == set(QUESTIONS)
    assert all("" in weights for weights in model.weights.values())
    assert 0 < model.floor < 1
    assert model.version
