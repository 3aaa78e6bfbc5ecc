"""A record narrowed to topics, regions and roles: the same verdicts, seen apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from sources.reliability.estimates import estimate_in_force
from sources.reliability.evidence import weigh_outcomes
from sources.reliability.facets import Facet, facets_of, narrow, prior_within
from sources.reliability.posterior import update_prior
from sources.reliability.types import Estimate, Outcome, Posterior
from sources.selectors.records import PARAMETERS


@dataclass(frozen=True, slots=True)
class FacetRow:
    """Where the share upheld lies within one value of a facet, by the verdicts of people alone.

    `stands_alone` is False where a topic has too little evidence for a record of its own: then `posterior`
    is that of the whole record, moved by what is expected on the topic; its `count` verdicts weigh `mass`.
    `prior_mean` is where the view starts.
    """

    value: str
    posterior: Posterior
    count: int
    mass: float
    stands_alone: bool
    prior_mean: float


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """One way of narrowing, with its values, those with most verdicts first."""

    facet: Facet
    rows: Sequence[FacetRow]


def faceted_records(
    outcomes: Sequence[Outcome], *, as_of: datetime, estimates: Sequence[Estimate]
) -> Sequence[FacetGroup]:
    """Return the record narrowed in every way that parts the verdicts known at `as_of`.

    A facet of one value that all of them have would repeat the whole record: it is left out.
    """
    known = [item.outcome for item in weigh_outcomes(outcomes, parameters=PARAMETERS, as_of=as_of).counted]
    estimate = estimate_in_force(estimates, parameters=PARAMETERS, as_of=as_of)
    found = []
    for facet, values in groupby(facets_of(known), key=lambda entry: entry[0]):
        rows = [_row(known, facet, value, as_of=as_of, estimate=estimate) for _facet, value in values]
        if any(row.count < len(known) for row in rows):
            found.append(FacetGroup(facet, sorted(rows, key=lambda row: (-row.count, row.value))))
    return found


def _row(
    outcomes: Sequence[Outcome], facet: Facet, value: str, *, as_of: datetime, estimate: Estimate
) -> FacetRow:
    """Return one row, by the rules of `score_facet`."""
    narrowed = narrow(outcomes, facet, value)
    evidence = weigh_outcomes(narrowed, parameters=PARAMETERS, as_of=as_of)
    mass = evidence.mass
    stands_alone = facet != Facet.TOPIC or mass >= PARAMETERS.groups.least_for_topic
    if not stands_alone:
        evidence = weigh_outcomes(outcomes, parameters=PARAMETERS, as_of=as_of)
    prior = prior_within(estimate, facet, value)
    posterior = update_prior(
        parameters=PARAMETERS, upheld=evidence.upheld, mass=evidence.mass, prior_mean=prior
    )
    return FacetRow(value, posterior, len(narrowed), mass, stands_alone, prior)
