"""Calibration: whether records foretold verdicts, over a workspace's own past."""

import heapq
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sources.reliability.estimates import capped_agreement, estimates_in_force
from sources.reliability.evidence import value_of
from sources.reliability.ledger import Ledger
from sources.reliability.parameters import Parameters
from sources.reliability.types import Estimate, Outcome, Rating, Selection

BINS = 10
"""As many equal steps of the expected share as a plot of this kind usually has."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a source's record expected of a claim just before its verdict, and how much of it was upheld."""

    source: str
    outcome_id: str
    expected: float
    upheld: float


@dataclass(frozen=True, slots=True)
class CalibrationBin:
    """The verdicts for which between `low` and `high` was expected, with the means of both sides."""

    low: float
    high: float
    count: int
    expected: float
    upheld: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """How well records foretold verdicts.

    Parameters
    ----------
    bins : those that hold verdicts, in ascending order.
    count : verdicts foretold.
    brier : mean squared distance of the expected share from what was upheld; less is better.
    base_brier : the same for one who knew the mean of all verdicts and nothing of any source.
    error : expected calibration error, the mean distance of a bin's two sides weighted by its verdicts.
    """

    bins: tuple[CalibrationBin, ...]
    count: int
    brier: float | None
    base_brier: float | None
    error: float | None


def measure_calibration(
    records: Mapping[str, Iterable[Outcome]],
    *,
    parameters: Parameters,
    estimates: Mapping[str, Sequence[Estimate]] | None = None,
    selection: Selection | None = None,
    bins: int = BINS,
) -> Calibration:
    """Return how well the records of sources foretold their next verdicts, each from what came before it.

    Parameters
    ----------
    records : outcomes by source, superseded ones included.
    estimates : what nightly runs found, by source.
    selection : count only verdicts on claims chosen in this way. Only random audits say how a source does
        in general; all verdicts still feed the records.

    Notes
    -----
    Prequential (Dawid 1984): no verdict is part of the record that is held against it. A claim counts once
    for a source, by the first verdict on it; what later restated it is no new test.
    """
    forecasts = [
        forecast
        for source in sorted(records)
        for forecast in foretell(
            source,
            records[source],
            parameters=parameters,
            estimates=(estimates or {}).get(source, ()),
            selection=selection,
        )
    ]
    return _calibration(forecasts, bins)


def foretell(
    source: str,
    outcomes: Iterable[Outcome],
    *,
    parameters: Parameters,
    estimates: Sequence[Estimate] = (),
    selection: Selection | None = None,
) -> Iterator[Forecast]:
    """Yield what the source's record expected just before each verdict, in the order of recording."""
    ledger = Ledger(parameters=parameters)
    leaving: list[tuple[datetime, str, Outcome]] = []
    waiting: list[Outcome] = []
    seen: set[str] = set()
    ordered = sorted(outcomes, key=lambda item: (item.recorded_at, item.id))
    moments = [outcome.recorded_at for outcome in ordered]
    in_force = estimates_in_force(estimates, parameters=parameters, moments=moments)
    for outcome, estimate in zip(ordered, in_force, strict=True):
        # Verdicts of one moment do not know each other.
        if waiting and waiting[0].recorded_at < outcome.recorded_at:
            _take_in(ledger, waiting, leaving)
        while leaving and leaving[0][0] < outcome.recorded_at:
            ledger.remove(heapq.heappop(leaving)[2])
        waiting.append(outcome)
        if outcome.held or outcome.rating == Rating.UNVERIFIED or outcome.claim_id in seen:
            continue
        seen.add(outcome.claim_id)
        if selection in {None, outcome.selection}:
            expected = _expected(ledger, estimate, outcome.recorded_at)
            yield Forecast(source, outcome.id, expected, value_of(outcome, parameters))


def _take_in(ledger: Ledger, waiting: list[Outcome], leaving: list[tuple[datetime, str, Outcome]]) -> None:
    for outcome in waiting:
        ledger.add(outcome)
        if outcome.superseded_at is not None:
            heapq.heappush(leaving, (outcome.superseded_at, outcome.id, outcome))
    waiting.clear()


def _expected(ledger: Ledger, estimate: Estimate, moment: datetime) -> float:
    """Return the mean of the record at `moment`; its quantiles, which cost most, are not asked for."""
    parameters = ledger.parameters
    upheld, mass = ledger.evidence(moment)
    agreed, automatic = capped_agreement(estimate, human_mass=mass, rules=parameters.automatic)
    alpha = parameters.prior_mass * estimate.prior_mean + upheld + agreed
    return alpha / (parameters.prior_mass + mass + automatic)


def _calibration(forecasts: Sequence[Forecast], number: int) -> Calibration:
    if not forecasts:
        return Calibration((), 0, None, None, None)
    count = len(forecasts)
    base = math.fsum(forecast.upheld for forecast in forecasts) / count
    found = _binned(forecasts, number)
    return Calibration(
        bins=found,
        count=count,
        brier=math.fsum((f.expected - f.upheld) ** 2 for f in forecasts) / count,
        base_brier=math.fsum((base - f.upheld) ** 2 for f in forecasts) / count,
        error=math.fsum(abs(b.expected - b.upheld) * b.count for b in found) / count,
    )


def _binned(forecasts: Sequence[Forecast], number: int) -> tuple[CalibrationBin, ...]:
    places: dict[int, list[Forecast]] = {}
    for forecast in forecasts:
        places.setdefault(min(number - 1, int(forecast.expected * number)), []).append(forecast)
    return tuple(
        CalibrationBin(
            low=place / number,
            high=(place + 1) / number,
            count=len(held),
            expected=math.fsum(forecast.expected for forecast in held) / len(held),
            upheld=math.fsum(forecast.upheld for forecast in held) / len(held),
        )
        for place, held in sorted(places.items())
    )
