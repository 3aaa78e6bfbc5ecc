"""Finding the best labelling of a text, and how sure each label is, under a linear-chain CRF.

Both run over the pieces one after the other, and a step is too little work for NumPy. So the text is cut into
blocks of some tens of pieces, and a step is taken in all blocks at once: first from each label that may stand
before a block to each at its end, then from block to block, and then again inside each block, from what is by
now known to stand before it. The results are those of the plain recursions, up to rounding.
"""

from math import isqrt

import numpy as np
from numpy.typing import NDArray

from claims.nlp.tagger.labels import FORBIDDEN, OUTSIDE

_HOPELESS = -300.0
"""A score this far behind the best counts as no farther: two such weights multiplied are still no zero, so
that a piece whose best label cannot stand there keeps its others."""

_LEAST = 1e-300
"""What stands for a chance of zero where its logarithm is taken."""

Scores = NDArray[np.float32]
Labels = NDArray[np.int64]
Numbers = NDArray[np.float64]


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
    grid, before = _blocks(scores, steps)
    count = grid.shape[1]
    own = np.ascontiguousarray(grid.transpose(2, 0, 3, 1))
    total = _best_before(own, steps)
    came_from = np.empty((len(own), levels, size, count), np.int64)
    for place, scored in enumerate(own):
        ways = total[:, :, None] + steps[..., None]
        came_from[place] = ways.argmax(1)
        total = ways.max(1) + scored
    rows = came_from.transpose(1, 3, 0, 2).reshape(levels, -1, size)[:, before:].tolist()
    return np.array([_traced(*level) for level in zip(rows, total[:, :, -1].argmax(1).tolist(), strict=True)])


def label_chances(scores: Scores, steps: Scores) -> Scores:
    """Return the probability of each label at each piece, shape (n, levels, 7), summing to 1 over labels.

    The forward-backward sums (Rabiner 1989) run over exponentials scaled a piece, which keeps them finite.
    """
    length, levels, size = scores.shape
    if not length:
        return np.zeros((0, levels, size), np.float32)
    grid, before = _blocks(scores, steps)
    weights = np.exp(np.maximum(grid - grid.max(axis=3, keepdims=True), _HOPELESS))
    flat = weights.reshape(levels, -1, size)
    flat[:, :before, OUTSIDE + 1 :] = 0
    flat[:, before, 2::2] = 0
    moves = np.exp(steps.astype(np.float64))
    crossed = _crossed(weights, moves)
    state, after = _chances_before(*crossed), _chances_after(*crossed)
    forward, backward = np.empty_like(weights), np.empty_like(weights)
    for place in range(weights.shape[2]):
        state = (state @ moves) * weights[:, :, place]
        state /= state.sum(2, keepdims=True)
        forward[:, :, place] = state
    for place in range(weights.shape[2] - 1, -1, -1):
        backward[:, :, place] = after
        after = (weights[:, :, place] * after) @ moves.transpose(0, 2, 1)
        after /= after.sum(2, keepdims=True)
    both = (forward * backward).reshape(levels, -1, size)[:, before:]
    return np.asarray((both / both.sum(2, keepdims=True)).transpose(1, 0, 2), np.float32)


def _blocks(scores: Scores, steps: Scores) -> tuple[Numbers, int]:
    """Return the scores in blocks, shape (levels, blocks, pieces, 7), and how many pieces were put before.

    No text starts inside a run, and what stands before it stands outside all; the step from there is free.
    """
    length, levels, size = scores.shape
    long = isqrt(length) // 2 + 1
    count = length // long + 1
    before = count * long - length
    grid = np.zeros((levels, count * long, size))
    grid[:, :before, OUTSIDE + 1 :] = FORBIDDEN
    grid[:, before:] = scores.transpose(1, 0, 2)
    grid[:, before] -= steps[:, OUTSIDE]
    grid[:, before, 2::2] = FORBIDDEN
    return grid.reshape(levels, count, long, size), before


def _best_before(own: Numbers, steps: Scores) -> Numbers:
    """Return the best score of each label before each block, shape (levels, 7, blocks).

    `own` has shape (pieces, levels, 7, blocks).
    """
    _, levels, size, count = own.shape
    best = np.where(np.eye(size), 0, FORBIDDEN)[None, :, :, None].repeat(levels, 0).repeat(count, 3)
    for scored in own:
        ways = best[:, :, :, None] + steps[:, None, :, :, None]
        best = ways.max(2) + scored[:, None]
    total = np.full((levels, size, count), FORBIDDEN)
    total[:, OUTSIDE, 0] = 0
    for block in range(1, count):
        total[:, :, block] = (total[:, :, block - 1, None] + best[..., block - 1]).max(1)
    return total


def _traced(came_from: list[list[int]], last: int) -> list[int]:
    """Return the labels that lead to the last one, given where each label of each piece came from."""
    labels = [last]
    for row in came_from[:0:-1]:
        labels.append(row[labels[-1]])
    return labels[::-1]


def _crossed(weights: Numbers, moves: Numbers) -> tuple[Numbers, Numbers]:
    """Return what each label before a block becomes behind it, and the logarithm of how likely that is.

    The first has shape (levels, blocks, 7, 7) with rows that sum to 1, the second (levels, blocks, 7).
    """
    levels, count, long, size = weights.shape
    rows = np.eye(size)[None, None].repeat(levels, 0).repeat(count, 1)
    scales = np.zeros((levels, count, size))
    for place in range(long):
        moved = rows.reshape(levels, count * size, size) @ moves
        rows = moved.reshape(rows.shape) * weights[:, :, place, None]
        total = rows.sum(3)
        rows /= total[..., None]
        scales += np.log(total)
    return rows, scales


def _chances_before(rows: Numbers, scales: Numbers) -> Numbers:
    """Return the chance of each label before each block, by what stands before it."""
    state = np.zeros_like(scales)
    state[:, 0, OUTSIDE] = 1
    for block in range(1, state.shape[1]):
        points = np.log(np.maximum(state[:, block - 1], _LEAST)) + scales[:, block - 1]
        shares = np.exp(points - points.max(1, keepdims=True))
        found = (shares[:, None] @ rows[:, block - 1])[:, 0]
        state[:, block] = found / found.sum(1, keepdims=True)
    return state


def _chances_after(rows: Numbers, scales: Numbers) -> Numbers:
    """Return how likely what follows each block is behind each label, in shares of the likeliest."""
    state = np.ones_like(scales)
    for block in range(state.shape[1] - 1, 0, -1):
        found = (rows[:, block] @ state[:, block, :, None])[..., 0]
        points = np.log(np.maximum(found, _LEAST)) + scales[:, block]
        state[:, block - 1] = np.exp(points - points.max(1, keepdims=True))
    return state
