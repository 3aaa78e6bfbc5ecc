"""Whether claims are right as often as their probability says."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

BINS = 15
"""As in Guo et al. 2017, "On Calibration of Modern Neural Networks", but of equal mass: no bin is empty."""

DRAWS = 1000


@dataclass(frozen=True, slots=True)
class Bin:
    """Claims of like probability: how many, their mean probability, and the share that is right."""

    count: int
    probability: float
    right: float


def reliability(probabilities: Sequence[float], right: Sequence[bool], bins: int = BINS) -> list[Bin]:
    """Return bins of equal mass, the least probable first.

    Claims of one probability count with the share of them that is right, so that the order in
    which they came changes nothing.
    """
    values, group = np.unique(np.asarray(probabilities, dtype=float), return_inverse=True)
    share = np.bincount(group, weights=np.asarray(right, dtype=float)) / np.bincount(group)
    order = np.sort(group)
    return [
        Bin(len(part), float(values[part].mean()), float(share[part].mean()))
        for part in np.array_split(order, min(bins, len(order)))
    ]


def expected_calibration_error(
    probabilities: Sequence[float], right: Sequence[bool], bins: int = BINS
) -> float:
    """Return the mean distance, in [0, 1], of a bin's probability from its share right, weighed by count."""
    table = reliability(probabilities, right, bins)
    return sum(row.count * abs(row.probability - row.right) for row in table) / len(probabilities)


def error_of_truth(probabilities: Sequence[float], *, seed: int = 0) -> float:
    """Return the mean error that these very probabilities would get if they were the truth.

    A bin of few claims is off by chance alone; an error of this size cannot be told from none.
    """
    chance = np.random.default_rng(seed)
    true = np.asarray(probabilities, dtype=float)
    draws = [expected_calibration_error(true, list(chance.random(len(true)) < true)) for _ in range(DRAWS)]
    return float(np.mean(draws))


def table_of(bins: Sequence[Bin]) -> str:
    """Return the reliability table as text."""
    lines = ["claims  probability  right"]
    lines += [f"{row.count:6d}  {row.probability:11.3f}  {row.right:5.3f}" for row in bins]
    return "\n".join(lines)
