"""What process criteria count, apart from any record: points out of a hundred, and their band.

The weights and bands are those that NewsGuard publishes for its nine criteria (newsguardtech.com, "Website
Rating Process and Criteria"); the 18 clauses of the Journalism Trust Initiative (CEN CWA 17493:2019) have
none. They are no parameters of the model: nothing here bears on a mean or a letter.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Standing(StrEnum):
    """Whether a source meets a criterion."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_APPLICABLE = "not_applicable"


class Band(StrEnum):
    """How far a source goes by the nine weighted criteria."""

    ALL = "all"
    MOST = "most"
    MANY = "many"
    SOME = "some"
    FEW = "few"


WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "no_false_content": 22.0,
        "responsible_gathering": 18.0,
        "corrects_errors": 12.5,
        "news_and_opinion": 12.5,
        "honest_headlines": 10.0,
        "discloses_owner": 7.5,
        "labels_advertising": 7.5,
        "names_those_in_charge": 5.0,
        "names_authors": 5.0,
    }
)
"""Points of each weighted criterion; they make a hundred."""
BANDS: tuple[tuple[float, Band], ...] = (
    (100.0, Band.ALL),
    (75.0, Band.MOST),
    (60.0, Band.MANY),
    (40.0, Band.SOME),
    (0.0, Band.FEW),
)
"""Fewest points of each band."""


@dataclass(frozen=True, slots=True)
class Points:
    """How many points the criteria assessed so far make; `band` is None until all nine are."""

    reached: float
    possible: float
    assessed: int
    band: Band | None

    @property
    def of(self) -> int:
        """Return how many weighted criteria there are."""
        return len(WEIGHTS)


def count_points(standings: Mapping[str, Standing]) -> Points:
    """Count what is met, and what does not apply as met, of the weighted criteria among `standings`.

    >>> count_points({"no_false_content": Standing.MET, "names_authors": Standing.NOT_MET})
    Points(reached=22.0, possible=27.0, assessed=2, band=None)
    """
    weighed = {code: standing for code, standing in standings.items() if code in WEIGHTS}
    reached = math.fsum(WEIGHTS[code] for code, found in weighed.items() if found != Standing.NOT_MET)
    possible = math.fsum(WEIGHTS[code] for code in weighed)
    band = None
    if len(weighed) == len(WEIGHTS):
        band = next(band for least, band in BANDS if reached >= least)
    return Points(reached, possible, len(weighed), band)
