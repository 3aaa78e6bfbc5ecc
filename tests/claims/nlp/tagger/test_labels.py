"""Labels stand for runs of pieces, an inside never without its beginning."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.nlp.tagger.labels import (
    FORBIDDEN,
    LABELS,
    ROLES,
    allowed_steps,
    begin,
    labels_of,
    mended,
    runs_of,
)

ANY_LABELS = st.lists(st.integers(0, len(LABELS) - 1), max_size=30).map(lambda v: np.array(v, np.int64))


def is_well_formed(labels: np.ndarray) -> bool:
    steps = allowed_steps()
    starts_inside = len(labels) > 0 and labels[0] in (2, 4, 6)
    return not starts_inside and all(steps[a, b] != FORBIDDEN for a, b in pairwise(labels))


@pytest.mark.parametrize("role", ROLES)
def test_an_inside_follows_only_its_own_run(role):
    inside = begin(role) + 1

    allowed = [LABELS[k] for k in range(len(LABELS)) if allowed_steps()[k, inside] == 0]

    assert allowed == [f"B-{role}", f"I-{role}"]


def test_everything_but_an_inside_may_follow_anything():
    steps = allowed_steps()

    assert not steps[:, [0, 1, 3, 5]].any()


@pytest.mark.parametrize(
    ("labels", "runs"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param([0, 0], [], id="outside"),
        pytest.param([1, 1], [("content", 0, 1), ("content", 1, 2)], id="two-of-a-role-side-by-side"),
        pytest.param([5, 6, 3, 1, 2], [("source", 0, 2), ("cue", 2, 3), ("content", 3, 5)], id="each-role"),
        pytest.param([2, 2], [("content", 0, 2)], id="without-its-beginning"),
        pytest.param([1, 4], [("content", 0, 1), ("cue", 1, 2)], id="into-another-role"),
    ],
)
def test_runs_are_read_off_labels(labels, runs):
    assert runs_of(np.array(labels, np.int64)) == runs


def test_a_cue_wins_over_a_source_and_a_source_over_a_content():
    runs = [("content", 0, 5), ("source", 1, 4), ("cue", 2, 3)]

    assert [LABELS[k] for k in labels_of(runs, 5)] == [
        "B-content",
        "B-source",
        "B-cue",
        "B-source",
        "B-content",
    ]


@given(ANY_LABELS)
def test_labels_come_back_from_their_runs(labels):
    labels = mended(labels)

    assert labels_of(runs_of(labels), len(labels)).tolist() == labels.tolist()


@given(ANY_LABELS)
def test_mended_labels_are_well_formed_and_stay_as_they_are(labels):
    once = mended(labels)

    assert is_well_formed(once)
    assert mended(once).tolist() == once.tolist()
    assert ((once > 0) == (labels > 0)).all()
