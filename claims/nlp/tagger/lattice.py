"""Finding the best labelling of a text, and how sure each label is, under a linear-chain CRF."""

import numpy as np
from numpy.typing import NDArray

from claims.nlp.tagger.labels import FORBIDDEN, LABELS

_HOPELESS = -300.0
"""A score this far behind the best counts as no farther: two such weights multiplied are still no zero, so
that a piece whose best label cannot stand there keeps its others."""

Scores = NDArray[np.float32]
Labels = NDArray[np.int64]


def best_labels(scores: Scores, steps: Scores) -> Labels:
    """Return the labelling of highest score (Viterbi 1967), both levels at once.

    Parameters
    ----------
    scores : shape (n, levels, 7), a score a piece and label.
    steps : shape (levels, 7, 7), what a step from label to label adds.

    Returns
    -------
    labels of shape (levels, n); time grows with n.
    """
    length, levels, size = scores.shape
    if not length:
        return np.zeros((levels, 0), np.int64)
    came_from = np.zeros((length, levels, size), np.int64)
    total = scores[0] + _first()
    for place in range(1, length):
        ways = total[:, :, None] + steps
        came_from[place] = ways.argmax(1)
        total = ways.max(1) + scores[place]
    labels = np.zeros((levels, length), np.int64)
    labels[:, -1] = total.argmax(1)
    rows = np.arange(levels)
    for place in range(length - 1, 0, -1):
        labels[:, place - 1] = came_from[place, rows, labels[:, place]]
    return labels


def label_chances(scores: Scores, steps: Scores) -> Scores:
    """Return the probability of each label at each piece, shape (n, levels, 7), summing to 1 over labels.

    The forward-backward sums (Rabiner 1989) run over exponentials scaled a piece, which keeps them finite.
    """
    length, levels, size = scores.shape
    if not length:
        return np.zeros((0, levels, size), np.float32)
    behind = (scores - scores.max(axis=2, keepdims=True)).astype(np.float64)
    weights = np.exp(np.maximum(behind, _HOPELESS))
    moves = np.exp(steps).astype(np.float64)
    forward = np.empty((length, levels, size))
    backward = np.ones((length, levels, size))
    forward[0] = weights[0] * np.exp(_first())
    forward[0] /= forward[0].sum(1, keepdims=True)
    for place in range(1, length):
        row = np.matmul(forward[place - 1][:, None, :], moves)[:, 0] * weights[place]
        forward[place] = row / row.sum(1, keepdims=True)
    for place in range(length - 1, 0, -1):
        row = np.matmul(moves, (weights[place] * backward[place])[:, :, None])[:, :, 0]
        backward[place - 1] = row / row.sum(1, keepdims=True)
    both = forward * backward
    return np.asarray(both / both.sum(2, keepdims=True), np.float32)


def _first() -> Scores:
    """Return what the first label adds: no text starts inside a run."""
    first = np.zeros(len(LABELS), np.float32)
    first[2::2] = FORBIDDEN
    return first
