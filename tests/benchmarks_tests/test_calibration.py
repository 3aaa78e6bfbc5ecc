"""Whether claims are right as often as their probability says, whatever order they come in."""

import pytest

from claims.nlp.types import Claim, Modality, QuoteKind
from tests.benchmarks.attribution.calibration import (
    Bin,
    error_of_truth,
    expected_calibration_error,
    reliability,
    table_of,
)
from tests.benchmarks.attribution.measuring import calibration_of
from tests.benchmarks.attribution.originators import Judged


def claim_of(probability):
    return Claim(
        content=(),
        cue=(),
        source=(),
        chain=(),
        quote=QuoteKind.INDIRECT,
        modality=Modality.ASSERTED,
        anonymous=False,
        probability=probability,
    )


def test_bins_hold_equally_many_claims_the_least_probable_first():
    table = reliability([0.9, 0.1, 0.8, 0.2, 0.3], [True, False, True, True, False], bins=2)

    assert table == [
        Bin(3, pytest.approx(0.2), pytest.approx(1 / 3)),
        Bin(2, pytest.approx(0.85), pytest.approx(1.0)),
    ]


def test_fewer_claims_than_bins_make_a_bin_each():
    assert [row.count for row in reliability([0.2, 0.7], [False, True], bins=15)] == [1, 1]


@pytest.mark.parametrize(
    ("probabilities", "right", "error"),
    [
        pytest.param([1.0, 0.0], [True, False], 0.0, id="sure and right"),
        pytest.param([1.0, 0.0], [False, True], 1.0, id="sure and wrong"),
        pytest.param([0.5] * 4, [True, False, True, False], 0.0, id="half and half"),
        pytest.param([0.9] * 4, [True, True, False, False], 0.4, id="too sure"),
        pytest.param([0.1] * 4, [True, True, False, False], 0.4, id="not sure enough"),
    ],
)
def test_the_error_is_the_distance_of_promise_and_outcome(probabilities, right, error):
    assert expected_calibration_error(probabilities, right) == pytest.approx(error)


def test_the_error_does_not_depend_on_the_order_of_equal_probabilities():
    probabilities = [0.6] * 40

    one = expected_calibration_error(probabilities, [True] * 20 + [False] * 20)
    other = expected_calibration_error(probabilities, [True, False] * 20)

    assert one == pytest.approx(other) == pytest.approx(0.1)


def test_chance_alone_brings_an_error_that_more_claims_make_smaller():
    few, many = error_of_truth([0.5, 0.6, 0.7] * 20), error_of_truth([0.5, 0.6, 0.7] * 500)

    assert 0.0 < many < few / 3


def test_probabilities_of_one_and_naught_leave_nothing_to_chance():
    assert error_of_truth([0.0, 1.0, 1.0]) == 0.0


def test_the_table_shows_each_bin():
    assert table_of([Bin(12, 0.25, 0.5)]).splitlines()[1].split() == ["12", "0.250", "0.500"]


def test_claims_are_held_against_their_own_probabilities(capsys):
    article = Judged((claim_of(0.9), claim_of(None), claim_of(0.9)), (True, True, False), gold=3)

    error, by_chance = calibration_of([article])

    assert error.value == pytest.approx(0.4)
    assert by_chance.value > 0.0
    assert "0.900  0.500" in capsys.readouterr().out


def test_an_engine_without_probabilities_is_not_measured_for_them():
    error, by_chance = calibration_of([Judged((claim_of(None),), (True,), gold=1)])

    assert (error.value, error.ok, by_chance.value) == (None, None, None)
