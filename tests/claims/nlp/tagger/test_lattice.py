"""The best labelling and the chance of each label are those that counting all labellings gives."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.nlp.tagger.labels import FORBIDDEN, LABELS, LEVELS, allowed_steps
from claims.nlp.tagger.lattice import best_labels, label_chances

LENGTHS, SEEDS = [1, 2, 4], [0, 1, 2]


def scored(length: int, seed: int, spread: float = 3) -> tuple[np.ndarray, np.ndarray]:
    """Return scores of pieces, and steps that forbid what `allowed_steps` forbids."""
    random = np.random.default_rng(seed)
    scores = random.normal(0, spread, (length, LEVELS, len(LABELS))).astype(np.float32)
    free = random.normal(0, 1, (LEVELS, len(LABELS), len(LABELS))).astype(np.float32)
    return scores, free + allowed_steps()


def every_labelling(length: int) -> np.ndarray:
    """Return all labellings that do not begin inside a run, one a row."""
    paths = np.array(list(product(range(len(LABELS)), repeat=length)))
    return paths[np.isin(paths[:, 0], (0, 1, 3, 5))]


def worth(paths: np.ndarray, scores: np.ndarray, steps: np.ndarray) -> np.ndarray:
    """Return the score of each labelling under one level's scores and steps."""
    own = scores.astype(float)[np.arange(len(scores)), paths].sum(1)
    return own + steps.astype(float)[paths[:, :-1], paths[:, 1:]].sum(1)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("length", LENGTHS)
def test_no_labelling_scores_higher_than_the_best(length, seed):
    scores, steps = scored(length, seed)
    paths = every_labelling(length)

    found = best_labels(scores, steps)

    for level in range(LEVELS):
        expected = paths[worth(paths, scores[:, level], steps[level]).argmax()]
        assert found[level].tolist() == expected.tolist()


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("length", LENGTHS)
def test_chances_are_the_shares_of_all_labellings(length, seed):
    scores, steps = scored(length, seed)
    paths = every_labelling(length)

    found = label_chances(scores, steps)

    for level in range(LEVELS):
        points = worth(paths, scores[:, level], steps[level])
        shares = np.exp(points - points.max())
        shares /= shares.sum()
        for place in range(length):
            expected = [shares[paths[:, place] == label].sum() for label in range(len(LABELS))]
            assert found[place, level] == pytest.approx(expected, abs=1e-5)


def test_steps_outweigh_what_a_single_piece_prefers():
    scores = np.zeros((2, LEVELS, len(LABELS)), np.float32)
    scores[0, :, 1], scores[1, :, 2] = 2, 2
    steps = np.zeros((LEVELS, len(LABELS), len(LABELS)), np.float32)
    steps[1, 1, 2] = -5

    outer, inner = best_labels(scores, steps)

    assert outer.tolist() == [1, 2]
    assert inner.tolist() != [1, 2]


@given(st.integers(1, 40), st.integers(0, 10_000), st.sampled_from([0.1, 3, 40, 400]))
@settings(deadline=None, max_examples=60)
def test_a_labelling_takes_no_forbidden_step(length, seed, spread):
    scores, steps = scored(length, seed, spread)

    for level, labels in enumerate(best_labels(scores, steps)):
        assert labels[0] in (0, 1, 3, 5)
        assert (steps[level, labels[:-1], labels[1:]] > FORBIDDEN / 2).all()


@given(st.integers(1, 40), st.integers(0, 10_000), st.sampled_from([0.1, 3, 40, 400]))
@settings(deadline=None, max_examples=60)
def test_chances_sum_to_one_and_no_text_begins_inside_a_run(length, seed, spread):
    chances = label_chances(*scored(length, seed, spread))

    assert chances.sum(axis=2) == pytest.approx(np.ones((length, LEVELS)), abs=1e-4)
    assert chances[0, :, [2, 4, 6]].max() == 0


def test_a_piece_whose_best_label_cannot_stand_there_takes_its_others():
    scores = np.zeros((1, LEVELS, len(LABELS)), np.float32)
    scores[0, :, 2], scores[0, :, 1] = 250, 5

    chances = label_chances(scores, np.stack([allowed_steps()] * LEVELS))

    assert chances[0, 0].argmax() == 1
    assert chances[0, 0, 1] == pytest.approx(1, abs=0.05)


def test_a_text_without_pieces_has_no_labels():
    scores, steps = scored(0, 0)

    assert best_labels(scores, steps).shape == (LEVELS, 0)
    assert label_chances(scores, steps).shape == (0, LEVELS, len(LABELS))
