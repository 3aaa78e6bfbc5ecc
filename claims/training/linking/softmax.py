"""Softmax regression over named signs, with a ridge penalty: weights that a person can read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import log_softmax, softmax

from claims.linking.weights import CONSTANT

LEAST_SEEN = 5
"""Rows in which a sign must show: fewer tell nothing of it."""

Array = NDArray[np.float64]
Rows = Sequence[Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of named signs as an array with a constant at the end, shape (rows, names + 1)."""

    names: tuple[str, ...]
    values: Array


def as_table(rows: Rows, names: Sequence[str] | None = None) -> Table:
    """Return the rows as a table of `names`, or of all signs that show often enough and vary."""
    if names is None:
        seen: dict[str, int] = {}
        for row in rows:
            for name, value in row.items():
                seen[name] = seen.get(name, 0) + bool(value)
        names = sorted(name for name, count in seen.items() if count >= LEAST_SEEN)
    values = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    return Table(tuple(names), np.concatenate([values, np.ones((len(rows), 1))], axis=1))


def fit_softmax(table: Table, answers: Sequence[int], *, classes: int, penalty: float) -> Array:
    """Return the weights of each class, shape (names + 1, classes); the constant is not held back.

    The last class is the one held against: its weights are zero.
    """
    values = table.values
    spread = values.std(axis=0)
    spread[spread < 1e-6] = 1.0
    spread[-1] = 1.0
    scaled, truth = values / spread, np.eye(classes)[np.asarray(answers)]
    free = classes - 1
    held = np.full((scaled.shape[1], free), penalty)
    held[-1] = 0.0

    def cost(flat: Array) -> tuple[float, Array]:
        parts = flat.reshape(-1, free)
        scores = np.concatenate([scaled @ parts, np.zeros((len(scaled), 1))], axis=1)
        loss = -(truth * log_softmax(scores, axis=1)).sum()
        error = softmax(scores, axis=1) - truth
        gradient = scaled.T @ error[:, :free] + held * parts
        return float(loss + (held * parts * parts).sum() / 2), gradient.ravel()

    start = np.zeros(scaled.shape[1] * free)
    found = minimize(cost, start, jac=True, method="L-BFGS-B", options={"maxiter": 400}).x
    return np.concatenate([found.reshape(-1, free) / spread[:, None], np.zeros((len(spread), 1))], axis=1)


def named(table: Table, column: Array) -> dict[str, float]:
    """Return one class's weights by name, to four places."""
    names = (*table.names, CONSTANT)
    rounded = {name: round(float(value), 4) for name, value in zip(names, column, strict=True)}
    return {name: value for name, value in rounded.items() if value or name == CONSTANT}
