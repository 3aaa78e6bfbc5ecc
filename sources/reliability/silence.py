"""How often an outlet is heard, and which of its gaps are too long to be usual."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from sources.reliability.parameters import CoverageRules


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The gaps between an outlet's arrivals, in hours: the median, and what all but few stay under."""

    arrivals: int
    usual_hours: float
    long_hours: float
    last_at: datetime


@dataclass(frozen=True, slots=True)
class Gap:
    """A span in which nothing came; `until` is None while it lasts."""

    since: datetime
    until: datetime | None


def find_rhythm(arrivals: Sequence[datetime], rules: CoverageRules) -> Rhythm | None:
    """Return how an outlet's arrivals follow each other; None where there are too few to say.

    Parameters
    ----------
    arrivals : when articles came, in any order; several within an hour are one arrival, so that an archive
        brought in at once is no rhythm.
    """
    moments = _by_hour(arrivals)
    if len(moments) < rules.least_arrivals or len({moment.date() for moment in moments}) < rules.least_days:
        return None
    gaps = sorted(_hours(one, next_one) for one, next_one in pairwise(moments))
    return Rhythm(
        arrivals=len(moments),
        usual_hours=_quantile(gaps, 0.5),
        long_hours=_quantile(gaps, rules.long_share),
        last_at=moments[-1],
    )


def find_silences(
    arrivals: Sequence[datetime], rhythm: Rhythm, *, as_of: datetime, rules: CoverageRules
) -> list[Gap]:
    """Return the gaps that are longer than the outlet's long ones by the rules' factor, the last one open."""
    limit = max(rules.least_hours, rules.times_long * rhythm.long_hours)
    moments = _by_hour(arrivals)
    found = [Gap(one, next_one) for one, next_one in pairwise(moments) if _hours(one, next_one) > limit]
    if _hours(moments[-1], as_of) > limit:
        found.append(Gap(moments[-1], None))
    return found


def _by_hour(arrivals: Sequence[datetime]) -> list[datetime]:
    return sorted({moment.replace(minute=0, second=0, microsecond=0) for moment in arrivals})


def _hours(one: datetime, other: datetime) -> float:
    return (other - one) / timedelta(hours=1)


def _quantile(ordered: Sequence[float], share: float) -> float:
    """Return the smallest value that at least `share` of them do not exceed."""
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]
