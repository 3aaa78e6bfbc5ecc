"""Labelling a text in blocks gives what going through it piece by piece gives, and what counting gives."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.nlp.tagger.labels import LABELS, LEVELS, allowed_steps
from claims.nlp.tagger.lattice import best_labels, label_chances

FIRST = np.array([0, 0, -1e4, 0, -1e4, 0, -1e4])
"""No text begins inside a run."""


def scored(length: int, seed: int, spread: float = 3) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(seed)
    scores = random.normal(0, spread, (length, LEVELS, len(LABELS))).astype(np.float32)
    free = random.normal(0, 1, (LEVELS, len(LABELS), len(LABELS))).astype(np.float32)
    return scores, free + allowed_steps()


def piece_by_piece(scores: np.ndarray, steps: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the best score of a labelling of one level, and the chances, by plain recursions in logs."""
    best = total = FIRST + scores[0]
    forward = [total]
    for own in scores[1:].astype(float):
        best = (best[:, None] + steps).max(0) + own
        total = np.logaddexp.reduce(total[:, None] + steps, axis=0) + own
        forward.append(total)
    after, backward = np.zeros(len(FIRST)), [np.zeros(len(FIRST))]
    for own in scores[:0:-1].astype(float):
        after = np.logaddexp.reduce(steps + own + after, axis=1)
        backward.append(after)
    both = np.array(forward) + np.array(backward[::-1])
    return best.max(), np.exp(both - np.logaddexp.reduce(both, axis=1, keepdims=True))


def worth(labels: np.ndarray, scores: np.ndarray, steps: np.ndarray) -> float:
    own = scores.astype(float)[np.arange(len(labels)), labels].sum() + FIRST[labels[0]]
    return own + sum(float(steps[pair]) for pair in pairwise(labels.tolist()))


@given(st.integers(1, 300), st.integers(0, 10_000), st.sampled_from([0.1, 3, 30]))
@settings(deadline=None, max_examples=40)
def test_blocks_give_what_the_plain_recursions_give(length, seed, spread):
    scores, steps = scored(length, seed, spread)
    labels, chances = best_labels(scores, steps), label_chances(scores, steps)

    for level in range(LEVELS):
        best, expected = piece_by_piece(scores[:, level], steps[level])
        assert worth(labels[level], scores[:, level], steps[level]) == pytest.approx(best, abs=1e-3)
        assert chances[:, level] == pytest.approx(expected, abs=1e-5)


@pytest.mark.parametrize("length", [1, 2, 3, 4])
def test_small_texts_are_labelled_as_counting_every_labelling_does(length):
    scores, steps = scored(length, seed=7)
    paths = [np.array(path) for path in product(range(len(LABELS)), repeat=length)]

    for level in range(LEVELS):
        points = np.array([worth(path, scores[:, level], steps[level]) for path in paths])
        shares = np.exp(points - np.logaddexp.reduce(points))
        assert best_labels(scores, steps)[level].tolist() == paths[points.argmax()].tolist()
        for place, label in product(range(length), range(len(LABELS))):
            expected = sum(share for path, share in zip(paths, shares, strict=True) if path[place] == label)
            assert label_chances(scores, steps)[place, level, label] == pytest.approx(expected, abs=1e-5)


def test_a_labelling_of_a_long_text_is_no_worse_for_its_length():
    scores, steps = scored(9_000, seed=3)
    best, _ = piece_by_piece(scores[:, 0], steps[0])

    assert worth(best_labels(scores, steps)[0], scores[:, 0], steps[0]) == pytest.approx(best, abs=1e-3)
