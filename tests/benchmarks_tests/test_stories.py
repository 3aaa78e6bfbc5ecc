"""The figures of stories count what they say they count."""

import pytest

from tests.benchmarks.linking.stories import b_cubed_f1, pair_f1

TRUTH = {"a": "fire", "b": "fire", "c": "flood", "d": "flood"}


def test_stories_that_are_as_they_should_be_count_one():
    found = {"a": "1", "b": "1", "c": "2", "d": "2"}

    assert (b_cubed_f1(found, TRUTH), pair_f1(found, TRUTH)) == (1.0, 1.0)


def test_one_story_of_everything_has_full_recall_and_half_the_precision():
    assert b_cubed_f1(dict.fromkeys(TRUTH, "1"), TRUTH) == pytest.approx(2 * 0.5 / 1.5)


def test_articles_all_alone_share_no_pair():
    assert pair_f1({name: name for name in TRUTH}, TRUTH) == 0.0
