"""The Beta posterior over the share of a source's checked claims that is upheld."""

from scipy.special import betaincinv

from sources.reliability.parameters import Parameters
from sources.reliability.types import Posterior


def update_prior(
    *, parameters: Parameters, upheld: float, mass: float, prior_mean: float | None = None
) -> Posterior:
    """Return the prior updated by `mass` verdicts of which `upheld` were upheld.

    Parameters
    ----------
    upheld, mass : in fresh verdicts, ``0 <= upheld <= mass``; fractions are usual.
    prior_mean : expected share of a source like this one, in (0, 1); by default that of any source.

    Returns
    -------
    Posterior
        ``Beta(k*m + upheld, k*(1 - m) + mass - upheld)`` for prior mass `k` and prior mean `m`.

    References
    ----------
    Josang and Ismail (2002), "The Beta Reputation System", 15th Bled Electronic Commerce Conference.

    Examples
    --------
    >>> before = update_prior(parameters=Parameters(), upheld=0, mass=0)
    >>> after = update_prior(parameters=Parameters(), upheld=4, mass=4)
    >>> round(before.mean, 2), round(after.mean, 2)
    (0.6, 0.76)
    """
    expected = parameters.prior_mean if prior_mean is None else prior_mean
    alpha = parameters.prior_mass * expected + upheld
    beta = parameters.prior_mass * (1.0 - expected) + max(0.0, mass - upheld)
    q05, q25, q75, q95 = (float(point) for point in betaincinv(alpha, beta, (0.05, 0.25, 0.75, 0.95)))
    return Posterior(alpha, beta, alpha / (alpha + beta), q05, q25, q75, q95)
