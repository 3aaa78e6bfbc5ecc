"""What the nightly runs found for a source, as far as it is in force at a moment."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from sources.reliability.parameters import AutomaticRules, Parameters
from sources.reliability.types import Estimate

BEFORE_ALL_NIGHTS = datetime.min.replace(tzinfo=UTC)
"""When the estimate that needs no night was made."""


def estimate_in_force(estimates: Iterable[Estimate], *, parameters: Parameters, as_of: datetime) -> Estimate:
    """Return the last estimate recorded by `as_of`: see `estimates_in_force`."""
    [found] = estimates_in_force(estimates, parameters=parameters, moments=[as_of])
    return found


def estimates_in_force(
    estimates: Iterable[Estimate], *, parameters: Parameters, moments: Sequence[datetime]
) -> list[Estimate]:
    """Return the last estimate recorded by each of `moments`.

    Before the first night there is none: the source starts where everybody does, without automatic evidence.
    """
    ordered = sorted(estimates, key=_in_order)
    recorded = [estimate.recorded_at for estimate in ordered]
    at_first = Estimate(recorded_at=BEFORE_ALL_NIGHTS, prior_mean=parameters.prior_mean)
    found = [at_first, *ordered]
    return [found[bisect_right(recorded, moment)] for moment in moments]


def capped_agreement(estimate: Estimate, *, human_mass: float, rules: AutomaticRules) -> tuple[float, float]:
    """Return the automatic evidence that counts as (upheld, mass), in fresh verdicts.

    At most `rules.cap`, and at most `rules.human_share` of the human evidence once that has reached
    `rules.human_needed`. The nightly run caps it too; here nothing that it wrote can pass the cap.
    """
    limit = rules.cap
    if human_mass >= rules.human_needed:
        limit = min(limit, rules.human_share * human_mass)
    if estimate.mass <= limit:
        return min(estimate.upheld, estimate.mass), estimate.mass
    return limit * min(1.0, estimate.upheld / estimate.mass), limit


def _in_order(estimate: Estimate) -> tuple[datetime, float, float, float]:
    return estimate.recorded_at, estimate.prior_mean, estimate.mass, estimate.upheld
