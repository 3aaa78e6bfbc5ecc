"""The estimate in force is the last that was recorded, and counts no more than it may."""

from datetime import timedelta

import pytest

from sources.reliability.estimates import capped_agreement, estimates_in_force
from sources.reliability.parameters import AutomaticRules, Parameters
from sources.reliability.types import Estimate
from tests.sources.reliability.outcomes import NOW


def test_each_moment_has_the_last_estimate_before_it():
    first, second = Estimate(NOW, 0.5), Estimate(NOW + timedelta(days=1), 0.7)
    moments = [NOW + timedelta(hours=hours) for hours in (-1, 0, 23, 24, 99)]

    found = estimates_in_force([second, first], parameters=Parameters(), moments=moments)

    assert [estimate.prior_mean for estimate in found] == [0.6, 0.5, 0.5, 0.7, 0.7]


CAPS = [
    pytest.param((1.0, 2.0), 0.0, (1.0, 2.0), id="little"),
    pytest.param((6.0, 8.0), 0.0, (3.0, 4.0), id="more-than-the-cap"),
    pytest.param((6.0, 8.0), 100.0, (3.0, 4.0), id="the-cap-holds-beside-much-that-people-found"),
    pytest.param((3.0, 2.0), 0.0, (2.0, 2.0), id="never-more-upheld-than-there-is"),
    pytest.param((0.0, 0.0), 0.0, (0.0, 0.0), id="nothing"),
]


@pytest.mark.parametrize(("found", "human_mass", "counted"), CAPS)
def test_agreement_counts_up_to_its_cap_with_its_share_upheld(found, human_mass, counted):
    estimate = Estimate(NOW, 0.6, upheld=found[0], mass=found[1])

    assert capped_agreement(estimate, human_mass=human_mass, rules=AutomaticRules()) == counted
