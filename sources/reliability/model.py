"""REL-1, the source model: recorded verdicts in, a scorecard with its uncertainty out."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sources.reliability.estimates import capped_agreement, estimate_in_force
from sources.reliability.evidence import Evidence, weigh_outcomes
from sources.reliability.lettering import Lettering, letter_at
from sources.reliability.parameters import Parameters
from sources.reliability.posterior import update_prior
from sources.reliability.types import Estimate, Outcome, Scorecard


def score_source(
    outcomes: Iterable[Outcome],
    *,
    parameters: Parameters,
    as_of: datetime,
    estimates: Sequence[Estimate] = (),
) -> Scorecard:
    """Return the scorecard that `outcomes` of one source give at `as_of`.

    The result depends on nothing else: the same outcomes in any order, the same estimates, parameters and
    moment give the same bytes, so that a grade can be replayed for any past date.

    Parameters
    ----------
    outcomes, estimates : what verdicts and nightly runs say of the source; what came later is ignored.
    as_of : the moment to score for, timezone-aware.

    Notes
    -----
    Checked claims are not a random sample of what a source says. The mean is the share upheld among
    *checked* claims, and says little about the next one: it must never decide a verdict. Agreement between
    sources moves it and its bands, but never the letter, which people's verdicts alone make.

    Examples
    --------
    >>> from datetime import UTC, timedelta
    >>> from sources.reliability.types import Rating, Role
    >>> noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    >>> outcomes = [
    ...     Outcome(
    ...         str(n), f"claim {n}", None, Rating.TRUE, Role.ORIGINATED, noon, noon.date(), reviewer="user:2"
    ...     )
    ...     for n in range(9)
    ... ]
    >>> card = score_source(outcomes, parameters=Parameters(), as_of=noon)
    >>> str(card.letter), str(card.pending_letter), str(card.pending_from)
    ('F', 'C', '2026-03-03')
    >>> card = score_source(outcomes, parameters=Parameters(), as_of=noon + timedelta(days=2))
    >>> str(card.letter), round(card.mean, 2), round(card.q05, 2), round(card.mass, 2)
    ('C', 0.84, 0.67, 8.99)
    """
    listed = list(outcomes)
    evidence = weigh_outcomes(listed, parameters=parameters, as_of=as_of)
    return card_from_evidence(
        evidence,
        letter_at(listed, parameters=parameters, as_of=as_of, estimates=estimates, evidence=evidence),
        estimate_in_force(estimates, parameters=parameters, as_of=as_of),
        parameters=parameters,
        as_of=as_of,
    )


def card_from_evidence(
    evidence: Evidence,
    lettering: Lettering,
    estimate: Estimate,
    *,
    parameters: Parameters,
    as_of: datetime,
) -> Scorecard:
    """Return the scorecard of what was weighed, lettered and estimated for the same moment."""
    mass = evidence.mass
    upheld, automatic = capped_agreement(estimate, human_mass=mass, rules=parameters.automatic)
    posterior = update_prior(
        parameters=parameters,
        upheld=evidence.upheld + upheld,
        mass=mass + automatic,
        prior_mean=estimate.prior_mean,
    )
    return Scorecard(
        as_of=as_of,
        alpha=posterior.alpha,
        beta=posterior.beta,
        mean=posterior.mean,
        q05=posterior.q05,
        q25=posterior.q25,
        q75=posterior.q75,
        q95=posterior.q95,
        mass=mass,
        outcome_count=len(evidence.counted),
        letter=lettering.grade.letter,
        letter_reason=lettering.grade.reason,
        letter_facts=lettering.grade.facts,
        parameters_hash=parameters.hash,
        prior_mean=estimate.prior_mean,
        automatic_upheld=upheld,
        automatic_mass=automatic,
        skill=estimate.skill,
        pending_letter=lettering.pending,
        pending_from=lettering.pending_from,
    )
