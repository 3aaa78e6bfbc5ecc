"""How good chances and records are, where it is known who is right."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.stats import betabinom

from sources.reliability.types import Posterior
from tests.benchmarks.sources.invented_outlets import World

BINS = 10
LEAST_HELD_OUT = 10
"""A source with fewer held-out claims says nothing about an interval (REL-1, 3b)."""


@dataclass(frozen=True, slots=True)
class ClaimMarks:
    """Figures over the questions that nobody settled.

    `accuracy`: share of them whose likeliest answer is right. `brier` and `ece`: over every answer given,
    whether it is right against its chance; the error of calibration in ten bins of equal width.
    """

    accuracy: float
    brier: float
    ece: float


@dataclass(frozen=True, slots=True)
class SourceMarks:
    """Figures over the sources.

    `error`: mean distance between a record's mean and the source's share of right claims. `held`: share of
    sources whose number of right claims among the unsettled lies in the 90 % interval that the record
    predicts (beta-binomial; REL-1, 3b). `covered`: share whose own share of right claims lies within q05
    and q95.
    """

    error: float
    held: float
    covered: float


def mark_claims(world: World, chances: Mapping[tuple[str, str], float]) -> ClaimMarks:
    """Return how good the chances are."""
    settled = world.settled()
    answers = sorted(answer for answer in chances if answer[0] not in settled)
    chance = np.array([chances[answer] for answer in answers])
    right = np.array([world.truth[question] == value for question, value in answers], dtype=float)
    best: dict[str, tuple[float, str]] = {}
    for (question, value), likely in zip(answers, chance.tolist(), strict=True):
        best[question] = max(best.get(question, (-1.0, "")), (likely, value))
    chosen = [world.truth[question] == value for question, (_, value) in best.items()]
    bins = np.minimum(BINS - 1, (chance * BINS).astype(int))
    gaps = np.abs(np.bincount(bins, chance - right, BINS))
    return ClaimMarks(
        float(np.mean(chosen)), float(np.square(chance - right).mean()), float(gaps.sum() / len(answers))
    )


def mark_sources(world: World, records: Mapping[str, Posterior]) -> SourceMarks:
    """Return how good the records are, by what each source said; predictions by the unsettled part."""
    settled = world.settled()
    said: dict[str, list[bool]] = defaultdict(list)
    later: dict[str, list[bool]] = defaultdict(list)
    for item in world.assertions:
        said[item.source].append(world.is_right(item))
        if item.question not in settled:
            later[item.source].append(world.is_right(item))
    shares = {source: float(np.mean(right)) for source, right in said.items()}
    held = [
        _predicted(records[source], right)
        for source, right in sorted(later.items())
        if len(right) >= LEAST_HELD_OUT
    ]
    covered = [records[source].q05 <= share <= records[source].q95 for source, share in shares.items()]
    return SourceMarks(
        float(np.mean([abs(records[source].mean - share) for source, share in shares.items()])),
        float(np.mean(held)),
        float(np.mean(covered)),
    )


def _predicted(record: Posterior, right: list[bool]) -> bool:
    low, high = betabinom.ppf((0.05, 0.95), len(right), record.alpha, record.beta)
    return bool(low <= sum(right) <= high)
