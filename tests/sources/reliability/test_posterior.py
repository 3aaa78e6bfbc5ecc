"""The posterior is the Beta distribution it claims to be."""

import pytest
from scipy.stats import beta

from sources.reliability.parameters import Parameters
from sources.reliability.posterior import update_prior

CASES = [
    pytest.param(0, 0, id="prior-alone"),
    pytest.param(12.5, 14, id="mostly-upheld"),
    pytest.param(0, 30, id="all-refuted"),
    pytest.param(900, 1000, id="much-evidence"),
]


@pytest.mark.parametrize(("upheld", "mass"), CASES)
def test_quantiles_agree_with_the_distribution(upheld, mass):
    posterior = update_prior(parameters=Parameters(), upheld=upheld, mass=mass)
    expected = beta(3.6 + upheld, 2.4 + mass - upheld)

    assert posterior.mean == pytest.approx(expected.mean())
    assert (posterior.q05, posterior.q25, posterior.q75, posterior.q95) == pytest.approx(
        tuple(expected.ppf((0.05, 0.25, 0.75, 0.95)))
    )


def test_the_prior_of_its_like_takes_the_place_of_the_common_one():
    posterior = update_prior(parameters=Parameters(), upheld=0, mass=0, prior_mean=0.75)

    assert (posterior.alpha, posterior.beta, posterior.mean) == (4.5, 1.5, 0.75)
