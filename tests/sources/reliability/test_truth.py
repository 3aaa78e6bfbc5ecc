"""Truth: the chance of each value follows who says it, and people's word stands."""

import pytest

from sources.reliability.assertions import KnownValue
from tests.sources.reliability.assertions import said, seasoned, weigh


def posterior(assertions, known=()):
    return weigh(assertions, known=known).posterior


def test_a_value_that_more_say_is_likelier():
    found = posterior([said("a", "q", "x"), said("b", "q", "x"), said("c", "q", "y")])

    assert found["q", "x"] > found["q", "y"]
    assert found["q", "x"] + found["q", "y"] == pytest.approx(1.0)


def test_one_who_was_right_before_outweighs_one_who_was_wrong():
    past = [
        said(name, f"old {n}", "right" if name == "good" else "wrong")
        for name in ("good", "bad")
        for n in range(20)
    ]
    known = [KnownValue(f"old {n}", "right", 1.0) for n in range(20)]

    found = posterior([*past, said("good", "q", "x"), said("bad", "q", "y")], known)

    assert found["q", "x"] > 0.9


def test_always_wrong_is_no_reason_to_believe_the_contrary():
    past = [said("bad", f"old {n}", "wrong") for n in range(40)]
    known = [KnownValue(f"old {n}", "wrong", 0.0) for n in range(40)]

    assert posterior([*past, said("bad", "q", "x")], known)["q", "x"] == pytest.approx(0.5)


def test_a_lone_value_leaves_room_for_an_unsaid_one():
    assert 0.5 < posterior([said("a", "q", "x")])["q", "x"] < 0.75


def test_more_alternatives_make_agreement_tell_more():
    few = posterior([said("a", "q", "x"), said("b", "q", "x")])
    many = posterior([said("a", "q", "x", alternatives=11), said("b", "q", "x", alternatives=11)])

    assert many["q", "x"] > few["q", "x"]


@pytest.mark.parametrize("upheld", [0.0, 0.25, 0.5, 0.8, 1.0])
def test_a_verdict_stands_whoever_says_otherwise(upheld):
    many = [said(f"s{n}", "q", "x") for n in range(50)]

    found = posterior([*many, said("other", "q", "y")], [KnownValue("q", "x", upheld)])

    assert found["q", "x"] == upheld
    assert found["q", "y"] <= 1.0 - upheld + 1e-9


def test_where_one_value_is_true_the_others_are_not_even_if_nobody_said_the_true_one():
    assert posterior([said("a", "q", "x")], [KnownValue("q", "unsaid", 1.0)])["q", "x"] == 0.0


def test_the_fall_of_one_of_two_values_does_not_prove_the_other():
    found = posterior([said("a", "q", "x"), said("b", "q", "y")], [KnownValue("q", "x", 0.0)])

    assert 0.4 < found["q", "y"] < 0.9


def test_verdicts_on_questions_nobody_answered_change_nothing():
    past, known = seasoned(["a", "b"])

    assert posterior(past, [*known, KnownValue("elsewhere", "x", 1.0)]) == posterior(past, known)


def test_no_assertions_give_no_chances():
    assert posterior([]) == {}
