"""REL-1, the source model: recorded verdicts in, a scorecard with its uncertainty out."""

import math
from collections.abc import Iterable
from datetime import UTC, datetime

from sources.reliability.evidence import Evidence, weigh_outcomes
from sources.reliability.grades import Record, grade_record
from sources.reliability.parameters import Parameters
from sources.reliability.posterior import update_prior
from sources.reliability.types import Outcome, Rating, Scorecard


def score_source(outcomes: Iterable[Outcome], *, parameters: Parameters, as_of: datetime) -> Scorecard:
    """Return the scorecard that `outcomes` of one source give at `as_of`.

    The result depends on nothing else: the same outcomes in any order, the same parameters and the same
    moment give the same bytes, so that a grade can be replayed for any past date.

    Parameters
    ----------
    outcomes : what recorded verdicts say of the source, in any order; later ones are ignored.
    as_of : the moment to score for, timezone-aware.

    Notes
    -----
    Checked claims are not a random sample of what a source says. The mean is the share upheld among
    *checked* claims, and says little about the next one: it must never decide a verdict.

    Examples
    --------
    >>> from sources.reliability.types import Role
    >>> noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    >>> outcomes = [
    ...     Outcome(
    ...         str(n), f"claim {n}", None, Rating.TRUE, Role.ORIGINATED, noon, noon.date(), reviewer="user:2"
    ...     )
    ...     for n in range(9)
    ... ]
    >>> card = score_source(outcomes, parameters=Parameters(), as_of=noon)
    >>> str(card.letter), round(card.mean, 2), round(card.q05, 2), card.mass
    ('C', 0.84, 0.67, 9.0)
    >>> str(score_source(outcomes[:3], parameters=Parameters(), as_of=noon).letter)
    'F'
    """
    evidence = weigh_outcomes(outcomes, parameters=parameters, as_of=as_of)
    return card_from_evidence(evidence, parameters=parameters, as_of=as_of)


def card_from_evidence(evidence: Evidence, *, parameters: Parameters, as_of: datetime) -> Scorecard:
    """Return the scorecard of evidence that was weighed with the same `parameters` for the same moment."""
    record = record_of(evidence, parameters=parameters, as_of=as_of)
    grade = grade_record(record, rules=parameters.grades)
    posterior = record.posterior
    return Scorecard(
        as_of=as_of,
        alpha=posterior.alpha,
        beta=posterior.beta,
        mean=posterior.mean,
        q05=posterior.q05,
        q25=posterior.q25,
        q75=posterior.q75,
        q95=posterior.q95,
        mass=record.mass,
        outcome_count=len(evidence.counted),
        letter=grade.letter,
        letter_reason=grade.reason,
        letter_facts=grade.facts,
        parameters_hash=parameters.hash,
    )


def record_of(evidence: Evidence, *, parameters: Parameters, as_of: datetime) -> Record:
    """Return what the grading rules look at."""
    today = as_of.astimezone(UTC).date()
    refuted = [
        (today - item.outcome.settled_on).days
        for item in evidence.counted
        if item.outcome.rating == Rating.FALSE
    ]
    return Record(
        posterior=update_prior(parameters=parameters, upheld=evidence.upheld, mass=evidence.mass),
        mass=evidence.mass,
        second_reviewed=any(item.outcome.second_reviewed for item in evidence.counted),
        days_since_refuted=min(refuted, default=math.inf),
    )
