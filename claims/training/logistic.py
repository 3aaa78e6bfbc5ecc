"""Logistic regression over named signs, with a ridge penalty: weights that a person can read."""

from collections.abc import Mapping, Sequence

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit

Rows = Sequence[Mapping[str, float]]

CONSTANT = ""
"""The name of the constant, which is not held back."""

LEAST_SEEN = 5
"""Rows in which a sign must show: fewer tell nothing of it."""

_NO_SPREAD = 1e-6


def fit_logistic(rows: Rows, answers: Sequence[bool], *, penalty: float = 1.0) -> dict[str, float]:
    """Return the weight of each sign, to three places; signs seen too rarely, or always alike, have none."""
    seen: dict[str, int] = {}
    for row in rows:
        for name, value in row.items():
            seen[name] = seen.get(name, 0) + bool(value)
    names = sorted(name for name, count in seen.items() if count >= LEAST_SEEN)
    table = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    varied = table.std(axis=0) > _NO_SPREAD
    names, table = [name for name, some in zip(names, varied, strict=True) if some], table[:, varied]
    spread = table.std(axis=0)
    scaled = np.concatenate([table / spread, np.ones((len(rows), 1))], axis=1)
    truth = np.array(answers, float)

    def cost(weights: np.ndarray) -> tuple[float, np.ndarray]:
        chances = expit(scaled @ weights)
        bounded = np.clip(chances, 1e-9, 1 - 1e-9)
        loss = -(truth * np.log(bounded) + (1 - truth) * np.log(1 - bounded)).sum()
        held = np.append(weights[:-1], 0.0)
        return loss + penalty * (held @ held) / 2, scaled.T @ (chances - truth) + penalty * held

    start = np.zeros(scaled.shape[1])
    found = minimize(cost, start, jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    weights = dict(zip(names, (found[:-1] / spread).tolist(), strict=True)) | {CONSTANT: float(found[-1])}
    return {
        name: round(weight, 3) for name, weight in weights.items() if name == CONSTANT or round(weight, 3)
    }
