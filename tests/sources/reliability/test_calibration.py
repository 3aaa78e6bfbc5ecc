"""Calibration holds each verdict against what was expected just before it."""

from datetime import timedelta

import pytest
from hypothesis import given

from sources.reliability.calibration import foretell, measure_calibration
from sources.reliability.model import score_source
from sources.reliability.parameters import Parameters
from sources.reliability.types import Estimate, Rating, Role, Selection
from tests.sources.reliability.outcomes import (
    LEISURELY,
    NOW,
    outcome,
    random_estimates,
    random_outcomes,
)

PARAMETERS = Parameters()


def calibration(outcomes, **changes):
    return measure_calibration({"a": outcomes}, parameters=PARAMETERS, **changes)


def on_days(*ratings, **changes):
    return [
        outcome(str(day), rating, recorded_at=NOW + timedelta(days=day), **changes)
        for day, rating in enumerate(ratings)
    ]


@LEISURELY
@given(random_outcomes(), random_estimates())
def test_what_was_expected_is_the_mean_that_the_source_had_just_before(outcomes, estimates):
    by_id = {item.id: item for item in outcomes}

    for forecast in foretell("a", outcomes, parameters=PARAMETERS, estimates=estimates):
        moment = by_id[forecast.outcome_id].recorded_at
        before = [item for item in outcomes if item.recorded_at < moment]
        card = score_source(before, parameters=PARAMETERS, as_of=moment, estimates=estimates)
        assert forecast.expected == pytest.approx(card.mean, abs=1e-9)


def test_the_first_verdict_is_held_against_the_prior():
    found = calibration(on_days(Rating.FALSE))

    assert (found.count, found.brier, found.error) == pytest.approx((1, 0.36, 0.6))
    [only] = found.bins
    assert (only.low, only.high, only.count, only.expected, only.upheld) == pytest.approx(
        (0.6, 0.7, 1, 0.6, 0)
    )


def test_a_steady_source_is_foretold_ever_better():
    found = calibration(on_days(*[Rating.TRUE] * 40))

    assert found.brier < 0.03
    assert [held.count for held in found.bins] == sorted(held.count for held in found.bins)


def test_records_that_tell_sources_apart_beat_one_mean_for_all():
    good, bad = on_days(*[Rating.TRUE] * 20), on_days(*[Rating.FALSE] * 20)

    found = measure_calibration({"good": good, "bad": bad}, parameters=PARAMETERS)

    assert found.base_brier == pytest.approx(0.25)
    assert found.brier < 0.1


def test_a_restated_verdict_is_no_new_test():
    first = outcome("a", recorded_at=NOW, superseded_at=NOW + timedelta(days=1), reviewer="")
    again = outcome("a", id="again", recorded_at=NOW + timedelta(days=1))
    quoted = outcome("a", id="quoted", role=Role.QUOTED, recorded_at=NOW + timedelta(days=2))

    assert calibration([first, again, quoted]).count == 1


def test_what_is_held_or_not_established_foretells_nothing():
    assert calibration([*on_days(Rating.UNVERIFIED), outcome("held", held=True)]).count == 0


def test_random_audits_can_be_looked_at_alone():
    suspected = on_days(Rating.FALSE, Rating.FALSE)
    audited = outcome("audit", recorded_at=NOW + timedelta(days=9), selection=Selection.RANDOM)

    found = calibration([*suspected, audited], selection=Selection.RANDOM)

    assert found.count == 1
    assert found.bins[0].expected == pytest.approx(3.6 / 8, abs=0.01)


def test_the_prior_of_the_last_night_is_what_was_expected():
    nights = {"a": [Estimate(NOW - timedelta(days=1), 0.8)]}

    assert calibration(on_days(Rating.TRUE), estimates=nights).bins[0].expected == pytest.approx(0.8)


def test_a_workspace_without_verdicts_has_no_calibration():
    found = calibration([])

    assert (found.count, found.brier, found.error, found.bins) == (0, None, None, ())
