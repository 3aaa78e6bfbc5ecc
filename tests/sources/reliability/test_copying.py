"""Copying shows in errors that are shared, where people found them and there were others to make."""

import pytest

from sources.reliability.assertions import KnownValue
from sources.reliability.copying import find_copy_pairs
from sources.reliability.parameters import CopyRules, Parameters
from tests.sources.reliability.assertions import chain, said

QUESTIONS = [f"q{number:02}" for number in range(20)]
TRUTHS = [KnownValue(question, "right", 1.0) for question in QUESTIONS]


def answers(source, wrong, *, error="error", alternatives=5, **changes):
    """Return an answer to every question, in error on the first `wrong` of them."""
    return [
        said(source, question, error if number < wrong else "right", alternatives=alternatives, **changes)
        for number, question in enumerate(QUESTIONS)
    ]


def world(*more):
    """Return three honest sources that err alone, and what else was said."""
    honest = [answers(f"h{n}", 2, error=f"own {n}") for n in range(3)]
    return [item for each in (*honest, *more) for item in each]


def pairs(assertions, known=TRUTHS, **changes):
    return find_copy_pairs(assertions, known, parameters=Parameters(), **changes)


def test_two_that_err_alike_are_found_with_the_questions_to_look_at():
    [found] = pairs(world(answers("x", 5), answers("y", 5)))

    assert (found.one, found.other) == ("x", "y")
    assert found.probability > 0.99
    assert (found.common, found.shared_false) == (20, 5)
    assert found.questions == tuple(QUESTIONS[:5])


def test_two_that_are_right_alike_are_not():
    assert pairs(world(answers("x", 0), answers("y", 0))) == []


def test_two_that_err_alike_but_differ_often_are_hardly_suspected():
    differing = [
        said("y", question, "error" if number < 2 else "other", alternatives=5)
        for number, question in enumerate(QUESTIONS)
    ]

    [found] = pairs(world(answers("x", 2), differing))

    assert found.probability < 0.01


def test_one_shared_error_is_chance():
    assert pairs(world(answers("x", 1), answers("y", 1))) == []


def test_errors_that_nobody_judged_prove_nothing():
    assert pairs(world(answers("x", 5), answers("y", 5)), known=TRUTHS[6:]) == []


def test_fewer_than_five_common_questions_are_not_judged():
    few = [item for item in world(answers("x", 4), answers("y", 4)) if item.question in QUESTIONS[:4]]

    assert pairs(few) == []


def test_yes_or_no_questions_are_never_looked_at():
    binary, open_ones = ([*answers("x", 5, alternatives=n), *answers("y", 5, alternatives=n)] for n in (2, 5))

    assert pairs(binary) == []
    assert len(pairs(open_ones)) == 1


def test_copying_that_says_so_is_not_hidden():
    x, y = answers("x", 5), answers("y", 5, hours_ago=20)
    declared = [chain(one, other) for one, other in zip(x, y, strict=True)]

    assert pairs(world(x, y), ties=declared) == []
    assert pairs(world(x, y), ties=declared[5:])[0].shared_false == 5


def test_the_order_of_rows_means_nothing():
    items = world(answers("x", 5), answers("y", 5), answers("z", 5))

    assert pairs(items[::-1], known=TRUTHS[::-1]) == pairs(items)
    assert len(pairs(items)) == 3


def test_of_a_crowd_only_the_first_sixty_are_compared():
    crowd = [answers(f"c{n:03}", 5, hours_ago=100 - n) for n in range(70)]

    found = {source for pair in pairs(world(*crowd)) for source in (pair.one, pair.other)}

    assert len(found) <= CopyRules().most_sources
    assert "c000" in found
    assert "c069" not in found


@pytest.mark.parametrize("nothing", [[], answers("alone", 3)])
def test_nobody_to_compare_gives_no_pairs(nothing):
    assert pairs(nothing) == []
