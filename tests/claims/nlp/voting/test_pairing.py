"""Finding the two readings of one statement."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.nlp.types import Span
from claims.nlp.voting.pairing import Candidate, covered, dice, pair_up, share, size
from tests.tagged_texts import reading

READINGS = st.lists(
    st.builds(
        lambda start, length, source: reading((start, start + length), source=(source, source + 3)),
        st.integers(0, 60),
        st.integers(1, 40),
        st.integers(0, 60),
    ),
    max_size=8,
)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param([(0, 4)], [(0, 4)], 1, id="equal"),
        pytest.param([(0, 4)], [(4, 8)], 0, id="side-by-side"),
        pytest.param([(0, 6)], [(4, 6)], 0.5, id="a-part"),
        pytest.param([(0, 2), (6, 8)], [(0, 8)], 2 / 3, id="split"),
        pytest.param([], [], 1, id="two-empty"),
        pytest.param([], [(0, 1)], 0, id="one-empty"),
    ],
)
def test_dice_is_twice_the_common_characters_over_all(one, other, expected):
    one, other = ([Span(*pair) for pair in pairs] for pairs in (one, other))

    assert dice(tuple(one), tuple(other)) == pytest.approx(expected)


def test_characters_are_counted_over_all_parts():
    split = (Span(0, 2), Span(5, 9))

    assert size(split) == 6
    assert share(split, (Span(1, 6),)) == 2
    assert covered((Span(1, 6),), split) == pytest.approx(0.4)
    assert covered((), split) == 0


def test_readings_that_share_half_their_content_are_of_one_statement():
    rules, tagged = reading((10, 30)), reading((15, 35))

    assert pair_up([rules], [tagged]) == [Candidate(rules=rules, tagged=tagged)]


def test_readings_that_share_less_are_two_statements():
    rules, tagged = reading((10, 30)), reading((22, 42))

    assert pair_up([rules], [tagged]) == [Candidate(rules=rules), Candidate(tagged=tagged)]


@pytest.mark.parametrize(
    ("end", "cue", "paired"),
    [
        pytest.param(22, (5, 9), True, id="overlap-and-cue"),
        pytest.param(22, (40, 44), False, id="overlap-under-another-cue"),
        pytest.param(29, (40, 44), True, id="almost-equal-under-another-cue"),
        pytest.param(22, (), True, id="overlap-without-a-cue"),
        pytest.param(14, (5, 9), False, id="little-overlap-under-the-same-cue"),
    ],
)
def test_readings_of_other_cues_must_be_more_alike(end, cue, paired):
    rules, tagged = reading((10, 30), (5, 9)), reading((10, end), cue)

    assert (len(pair_up([rules], [tagged])) == 1) is paired


def test_what_is_said_inside_a_content_is_no_reading_of_it():
    outer, inner = reading((10, 60), (5, 9)), reading((30, 60), (20, 24))

    assert len(pair_up([outer], [inner])) == 2


def test_of_two_readings_that_overlap_the_cue_decides():
    rules, own, other = reading((10, 30), (5, 9)), reading((10, 28), (5, 9)), reading((10, 30), (40, 44))

    assert Candidate(rules=rules, tagged=own) in pair_up([rules], [other, own])


def test_the_closest_content_wins():
    rules, near, equal = reading((10, 30)), reading((10, 26)), reading((10, 30))

    pairs = pair_up([rules], [near, equal])

    assert Candidate(rules=rules, tagged=equal) in pairs


def test_of_two_readings_of_one_content_the_source_decides():
    ann, bob = reading((10, 30), source=(0, 3)), reading((10, 30), source=(40, 43))

    pairs = pair_up([bob, ann], [ann, bob])

    assert {(c.rules.source, c.tagged.source) for c in pairs} == {
        (ann.source, ann.source),
        (bob.source, bob.source),
    }


def test_what_the_other_side_reads_as_two_is_counted():
    whole = reading((10, 40), cue=(5, 9))
    first, second = reading((10, 28), cue=(5, 9)), reading((30, 40), cue=(5, 9))

    (both, lone) = pair_up([whole], [first, second])

    assert (both.tagged, both.inside_rules, both.inside_tagged) == (first, 1, 0)
    assert (lone.tagged, lone.inside_tagged) == (second, 0)


def test_a_reading_of_another_cue_inside_is_not_counted():
    whole, nested = reading((10, 60), cue=(5, 9)), reading((30, 60), cue=(20, 24))

    (candidate, *_) = pair_up([whole], [reading((10, 60), cue=(5, 9)), nested])

    assert candidate.inside_rules == 0


@given(READINGS, READINGS)
def test_every_reading_comes_back_once_in_text_order(rules, tagged):
    found = pair_up(rules, tagged)

    assert sorted(map(id, rules)) == sorted(id(c.rules) for c in found if c.rules)
    assert sorted(map(id, tagged)) == sorted(id(c.tagged) for c in found if c.tagged)
    firsts = [c.readings[-1].content[0] for c in found]
    assert firsts == sorted(firsts)


@given(READINGS, READINGS)
def test_only_readings_alike_are_paired(rules, tagged):
    for candidate in pair_up(rules, tagged):
        if candidate.rules and candidate.tagged:
            assert dice(candidate.rules.content, candidate.tagged.content) >= 0.5
