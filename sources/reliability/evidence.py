"""Evidence: which outcomes count for a source, and how much each of them weighs."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum

from sources.reliability.parameters import Parameters
from sources.reliability.types import Outcome, Rating


class Exclusion(StrEnum):
    """Why an outcome that was known at the time does not count."""

    UNVERIFIED = "unverified"
    SUPERSEDED = "superseded"
    HELD = "held"
    SAME_CLAIM = "same_claim"


@dataclass(frozen=True, slots=True)
class WeightedOutcome:
    """An outcome that counts, its value and the factors of its weight, each in [0, 1].

    `promptly_corrected` says that the source itself set it right in time, which raises a low value.
    """

    outcome: Outcome
    value: float
    role: float
    reviewer: float
    decay: float
    story_share: float = 1.0
    promptly_corrected: bool = False

    @property
    def full_weight(self) -> float:
        """The weight before the cap of its story, in fresh verdicts."""
        return self.role * self.reviewer * self.decay

    @property
    def weight(self) -> float:
        """The weight that counts, in fresh verdicts."""
        return self.full_weight * self.story_share

    @property
    def story_key(self) -> str:
        """The story whose cap applies."""
        return story_key(self.outcome)


@dataclass(frozen=True, slots=True)
class ExcludedOutcome:
    """An outcome that does not count, why, and the outcome that stands in its place, if any."""

    outcome: Outcome
    reason: Exclusion
    in_favour_of: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a source's outcomes come to at one moment, in the order in which they were settled."""

    counted: tuple[WeightedOutcome, ...]
    excluded: tuple[ExcludedOutcome, ...]

    @property
    def mass(self) -> float:
        """The sum of the weights, in fresh verdicts."""
        return math.fsum(item.weight for item in self.counted)

    @property
    def upheld(self) -> float:
        """The upheld part of `mass`."""
        return math.fsum(item.weight * item.value for item in self.counted)


def weigh_outcomes(outcomes: Iterable[Outcome], *, parameters: Parameters, as_of: datetime) -> Evidence:
    """Return what counts at `as_of` and what does not, whatever the order of `outcomes`.

    Parameters
    ----------
    outcomes : the outcomes of one source. Those recorded after `as_of` are not known yet and leave no trace.
    as_of : timezone-aware; its day in UTC is the reference of the decay.

    Notes
    -----
    ``weight = role * reviewer * 2 ** (-age / half-life) * story share``. Ages are in days and never
    below zero: a newsroom east of Greenwich may settle a claim on a date that UTC has not reached.
    """
    known = sorted((item for item in outcomes if item.recorded_at <= as_of), key=settling_order)
    candidates, excluded = _without_no_evidence(known, as_of)
    weighted = [_weighed(outcome, parameters, as_of) for outcome in candidates]
    kept, copies = _one_for_each_claim(weighted, parameters)
    shares = story_shares(kept, cap=parameters.story_cap)
    counted = tuple(replace(item, story_share=shares[item.story_key]) for item in kept)
    excluded = sorted(excluded + copies, key=lambda item: settling_order(item.outcome))
    return Evidence(counted=counted, excluded=tuple(excluded))


def story_key(outcome: Outcome) -> str:
    """Return the story whose cap applies; a claim without a story is a story of its own."""
    return f"claim:{outcome.claim_id}" if outcome.story_id is None else f"story:{outcome.story_id}"


def settling_order(outcome: Outcome) -> tuple[date, datetime, str]:
    """Return the key that puts outcomes in the order in which their evidence arrived."""
    return outcome.settled_on, outcome.recorded_at, outcome.id


def precedence(outcome: Outcome, parameters: Parameters) -> tuple[float, float, datetime, str]:
    """Return the key by which the one outcome that counts is chosen among those on the same claim."""
    role = parameters.role_weights[outcome.role]
    return role, reviewer_weight(outcome, parameters), outcome.recorded_at, outcome.id


def reviewer_weight(outcome: Outcome, parameters: Parameters) -> float:
    """Return how much of its weight an outcome keeps, in [0, 1], by how many people judged it."""
    return 1.0 if outcome.second_reviewed else parameters.single_reviewer_weight


def value_of(outcome: Outcome, parameters: Parameters) -> float:
    """Return how much of the claim was upheld, in [0, 1]; an error that was set right in time is half one."""
    value = parameters.rating_values[outcome.rating]
    if was_promptly_corrected(outcome, parameters):
        return max(value, parameters.guards.prompt_value)
    return value


def was_promptly_corrected(outcome: Outcome, parameters: Parameters) -> bool:
    """Return whether the source published its own correction in time.

    Counted from the day it said it or, where nobody knows that, from the day the verdict speaks of. A
    correction from before the claim was made set right something else.
    """
    if outcome.corrected_on is None:
        return False
    if outcome.claimed_on is not None and outcome.corrected_on < outcome.claimed_on:
        return False
    since = outcome.claimed_on or outcome.settled_on
    return (outcome.corrected_on - since).days <= parameters.guards.prompt_days


def story_shares(items: Sequence[WeightedOutcome], *, cap: float) -> Mapping[str, float]:
    """Return, for each story, the factor in (0, 1] that keeps its weights together at `cap`.

    The cut is proportional, so that no order among the claims of a story matters, and a claim that was
    upheld can only raise the share of the story that was upheld.
    """
    totals: dict[str, list[float]] = defaultdict(list)
    for item in items:
        totals[item.story_key].append(item.full_weight)
    masses = {story: math.fsum(weights) for story, weights in totals.items()}
    return {story: cap / mass if mass > cap else 1.0 for story, mass in masses.items()}


def _without_no_evidence(
    known: Sequence[Outcome], as_of: datetime
) -> tuple[list[Outcome], list[ExcludedOutcome]]:
    kept: list[Outcome] = []
    excluded: list[ExcludedOutcome] = []
    for outcome in known:
        if outcome.superseded_at is not None and outcome.superseded_at <= as_of:
            excluded.append(ExcludedOutcome(outcome, Exclusion.SUPERSEDED))
        elif outcome.held:
            excluded.append(ExcludedOutcome(outcome, Exclusion.HELD))
        elif outcome.rating == Rating.UNVERIFIED:
            excluded.append(ExcludedOutcome(outcome, Exclusion.UNVERIFIED))
        else:
            kept.append(outcome)
    return kept, excluded


def _weighed(outcome: Outcome, parameters: Parameters, as_of: datetime) -> WeightedOutcome:
    age_days = max(0, (as_of.astimezone(UTC).date() - outcome.settled_on).days)
    return WeightedOutcome(
        outcome=outcome,
        value=value_of(outcome, parameters),
        role=parameters.role_weights[outcome.role],
        reviewer=reviewer_weight(outcome, parameters),
        decay=2.0 ** (-age_days / parameters.half_life_days),
        promptly_corrected=was_promptly_corrected(outcome, parameters),
    )


def _one_for_each_claim(
    items: Sequence[WeightedOutcome], parameters: Parameters
) -> tuple[list[WeightedOutcome], list[ExcludedOutcome]]:
    """Keep each claim once, in the weightiest role, then the latest verdict: copies add nothing."""
    best: dict[str, WeightedOutcome] = {}
    for item in items:
        rival = best.get(item.outcome.claim_id)
        if rival is None or precedence(item.outcome, parameters) > precedence(rival.outcome, parameters):
            best[item.outcome.claim_id] = item
    kept = [item for item in items if best[item.outcome.claim_id] is item]
    copies = [
        ExcludedOutcome(item.outcome, Exclusion.SAME_CLAIM, in_favour_of=chosen.outcome.id)
        for item in items
        if (chosen := best[item.outcome.claim_id]) is not item
    ]
    return kept, copies
