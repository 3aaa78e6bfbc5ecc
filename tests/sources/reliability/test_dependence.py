"""Independence: what hangs together counts once, whatever ties it."""

from dataclasses import replace

import pytest

from sources.reliability.assertions import CopyPair, Tie, TieKind, in_columns
from sources.reliability.dependence import find_independence
from sources.reliability.parameters import Parameters
from tests.sources.reliability.assertions import chain, resembling, said, weigh

RULES = Parameters().dependence
FIRST = said("first", "q", "v", hours_ago=48)
SECOND = said("second", "q", "v", hours_ago=40)
THIRD = said("third", "q", "v", hours_ago=30)


def shares(*assertions, ties=(), copying=()):
    """Return the independence of each assertion by its source, and the number of roots."""
    columns = in_columns(assertions)
    found = find_independence(columns, list(ties), copying, rules=RULES)
    return dict(zip([columns.sources[n] for n in columns.source], found.share, strict=True)), found.roots[0]


def test_strangers_count_in_full():
    assert shares(FIRST, SECOND) == ({"first": 1.0, "second": 1.0}, 2)


@pytest.mark.parametrize(
    ("first", "second", "ties", "left"),
    [
        pytest.param(FIRST, replace(SECOND, root="first"), (), 0.02, id="names-the-other-as-its-root"),
        pytest.param(replace(FIRST, root="wire"), replace(SECOND, root="wire"), (), 0.02, id="the-same-root"),
        pytest.param(FIRST, SECOND, [chain(FIRST, SECOND)], 0.02, id="a-confirmed-chain"),
        pytest.param(
            FIRST, SECOND, [chain(FIRST, SECOND, TieKind.PROPOSED_CHAIN)], 0.2, id="a-proposed-chain"
        ),
        pytest.param(FIRST, SECOND, [resembling(FIRST, SECOND, 0.97)], 0.02, id="one-text"),
        pytest.param(FIRST, SECOND, [resembling(FIRST, SECOND, 0.85)], 0.05, id="nearly-one-text"),
        pytest.param(FIRST, SECOND, [resembling(SECOND, FIRST, 0.6)], 0.3, id="like-texts-told-backwards"),
        pytest.param(FIRST, SECOND, [resembling(FIRST, SECOND, 0.2)], 1.0, id="unlike-texts"),
        pytest.param(replace(FIRST, owner="o"), replace(SECOND, owner="o"), (), 0.5, id="one-owner"),
        pytest.param(replace(FIRST, outlet="o"), replace(SECOND, outlet="o"), (), 0.5, id="one-newsroom"),
        pytest.param(
            replace(FIRST, descriptor="a guard"),
            replace(SECOND, descriptor="a clerk"),
            (),
            0.5,
            id="both-unnamed",
        ),
        pytest.param(
            replace(FIRST, descriptor="a guard"),
            replace(SECOND, descriptor="a guard"),
            (),
            0.1,
            id="described-alike-on-one-day",
        ),
        pytest.param(
            replace(FIRST, descriptor="a guard"), SECOND, (), 1.0, id="one-unnamed-beside-one-named"
        ),
        pytest.param(
            replace(FIRST, owner="o"),
            replace(SECOND, owner="o"),
            [resembling(FIRST, SECOND, 0.6)],
            0.15,
            id="owner-and-text-together",
        ),
    ],
)
def test_what_is_left_of_the_second(first, second, ties, left):
    found, roots = shares(first, second, ties=ties)

    total = min(1.0 + left, float(roots))
    assert found["first"] + found["second"] == pytest.approx(total)
    assert found["second"] / found["first"] == pytest.approx(left)


def test_a_likeness_two_weeks_later_says_nothing():
    late = replace(SECOND, made_at=FIRST.made_at.replace(day=28))

    assert shares(FIRST, late, ties=[resembling(FIRST, late, 0.9)])[0]["second"] == 1.0


def test_a_habit_of_copying_counts_for_four_fifths_of_its_chance():
    found, _ = shares(FIRST, SECOND, copying=[CopyPair("second", "first", 0.5, 9, 3)])

    assert found == pytest.approx({"first": 1.0, "second": 0.6})


def test_chains_are_followed_through_those_who_say_otherwise():
    garbled = said("between", "q", "w", hours_ago=44)

    found, roots = shares(FIRST, garbled, SECOND, ties=[chain(FIRST, garbled), chain(garbled, SECOND)])

    assert roots == 1
    assert found["second"] < 0.02


def test_a_story_from_two_roots_adds_nothing_to_them_and_ties_them_not():
    both = replace(THIRD, id="both")

    found, roots = shares(FIRST, SECOND, both, ties=[chain(FIRST, both), chain(SECOND, both)])

    assert roots == 2
    assert found["first"] == pytest.approx(1.0, abs=0.001)
    assert found["second"] == pytest.approx(1.0, abs=0.001)
    assert found["third"] == pytest.approx(0.02**2, rel=0.01)


@pytest.mark.parametrize("count", [2, 5, 200])
def test_copies_at_one_moment_share_the_place_of_one(count):
    twins = [said(f"s{n:03}", "q", "v", root="wire") for n in range(count)]

    found, roots = shares(*twins)

    assert roots == 1
    assert sum(found.values()) == pytest.approx(1.0)
    assert max(found.values()) == pytest.approx(min(found.values()))


def test_a_thousand_copies_of_one_text_add_nothing_though_each_was_compared_with_one_alone():
    copies = [said(f"s{n:04}", "q", "v", hours_ago=20 - n / 100) for n in range(1000)]

    mass = weigh([FIRST, *copies], [resembling(FIRST, copy, 1.0) for copy in copies]).mass

    assert mass[("q", "v")] <= 1.021


def test_a_circle_of_chains_ends_in_the_first_seen():
    ties = [chain(FIRST, SECOND), chain(SECOND, THIRD), chain(THIRD, FIRST)]

    found, roots = shares(FIRST, SECOND, THIRD, ties=ties)

    assert roots == 1
    assert found["first"] > 0.97


def test_ties_to_what_is_not_there_or_to_itself_are_passed_over():
    ties = [Tie("nowhere", FIRST.id, TieKind.CHAIN), chain(FIRST, FIRST), resembling(FIRST, FIRST, 1.0)]

    assert shares(FIRST, SECOND, ties=ties) == ({"first": 1.0, "second": 1.0}, 2)


def test_a_source_that_repeats_itself_counts_once_by_its_first_time():
    again = replace(FIRST, id="again", made_at=THIRD.made_at)
    columns = in_columns([again, FIRST])

    assert len(columns) == 1
    assert columns.moment[0] == int(FIRST.made_at.timestamp() * 1e6)
    assert columns.places[again.id] == columns.places[FIRST.id] == 0
