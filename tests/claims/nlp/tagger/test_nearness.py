"""What lies between two runs: distance by side, and breaks, sentence ends and runs, counted to two."""

import numpy as np
import pytest

from claims.nlp.tagger.labels import ROLES
from claims.nlp.tagger.nearness import FACTS, Between, places
from tests.tagged_texts import word_pieces

TEXT = "The mayor said. The bridge is shut. Ships wait.\nNobody answered the calls of the town."
"""Eleven words and marks, then one break, then eight more."""

CLASSES = 10
"""Classes of distance on each side."""


def facts(run: tuple[int, int], cue: tuple[int, int], runs=()) -> np.ndarray:
    return Between(word_pieces(TEXT), list(runs)).facts(np.array([run]), np.array([cue]))[0]


def counted(row: np.ndarray, number: int) -> int:
    """Return which of 0, 1, "2 or more" is told of a thing in between."""
    at = 2 * CLASSES + 3 * number
    return int(row[at : at + 3].argmax())


def test_each_fact_is_told_once():
    row = facts((4, 7), (2, 3))

    assert len(row) == FACTS
    assert row[: 2 * CLASSES].sum() == 1
    assert row[2 * CLASSES :].reshape(-1, 3).sum(axis=1).tolist() == [1] * (2 + len(ROLES))


@pytest.mark.parametrize(
    ("gap", "expected"), [(0, 0), (1, 1), (2, 2), (3, 3), (4, 3), (5, 4), (8, 4), (9, 5)]
)
def test_distance_is_told_in_classes(gap, expected):
    assert facts((3 + gap, 4 + gap), (2, 3))[:CLASSES].argmax() == expected


def test_a_run_before_its_cue_is_told_from_one_behind_it():
    before, behind = facts((0, 2), (4, 5)), facts((4, 5), (0, 2))

    assert before[:CLASSES].sum() == 0
    assert before[CLASSES : 2 * CLASSES].tolist() == behind[:CLASSES].tolist()


@pytest.mark.parametrize(
    ("run", "stops"),
    [
        pytest.param((4, 7), 1, id="one"),
        pytest.param((9, 10), 2, id="two"),
        pytest.param((13, 14), 2, id="more-than-two"),
    ],
)
def test_sentence_ends_between_are_counted_to_two(run, stops):
    assert counted(facts(run, (2, 3)), 1) == stops


def test_a_paragraph_break_between_is_counted():
    assert counted(facts((10, 11), (2, 3)), 0) == 0
    assert counted(facts((13, 14), (2, 3)), 0) == 1


def test_runs_that_begin_between_are_counted_by_role():
    runs = [("cue", 2, 3), ("source", 4, 6), ("source", 7, 8), ("content", 9, 11)]

    row = facts((9, 11), (2, 3), runs)

    assert [counted(row, 2 + ROLES.index(role)) for role in ("content", "cue", "source")] == [0, 0, 2]


def test_runs_that_overlap_have_nothing_between():
    row = facts((2, 8), (4, 5), [("content", 2, 8), ("cue", 4, 5)])

    assert row[: 2 * CLASSES].argmax() in (0, CLASSES)
    assert [counted(row, number) for number in range(2 + len(ROLES))] == [0] * (2 + len(ROLES))


def test_places_of_no_runs_are_an_empty_table():
    assert places([]).shape == (0, 2)
    assert places([("cue", 3, 5)]).tolist() == [[3, 5]]
