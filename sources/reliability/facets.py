"""Facets: a source's record narrowed to a topic, a region, a role, or what rests on unnamed sources."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from sources.reliability.estimates import estimate_in_force
from sources.reliability.evidence import weigh_outcomes
from sources.reliability.lettering import Lettering
from sources.reliability.model import card_from_evidence
from sources.reliability.parameters import Parameters
from sources.reliability.types import Estimate, Grade, Letter, Outcome, Scorecard

UNLETTERED = Lettering(Grade(Letter.F, "part_of_a_record", {}))
"""No view of a part has a letter of its own: nobody answers for a part alone."""


class Facet(StrEnum):
    """By what a record is narrowed; the empty one is the whole record."""

    ALL = ""
    TOPIC = "topic"
    REGION = "region"
    ROLE = "role"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class FacetScore:
    """What a source's record is within a facet.

    `stands_alone` is False where a topic has too few verdicts for a record of its own: then `card` is the
    whole record, with the prior of that topic.
    """

    facet: Facet
    value: str
    card: Scorecard
    stands_alone: bool


def narrow(outcomes: Iterable[Outcome], facet: Facet, value: str = "") -> list[Outcome]:
    """Return the outcomes within a facet, in their order; `value` says which topic, region or role."""
    match facet:
        case Facet.TOPIC:
            return [outcome for outcome in outcomes if outcome.topic == value]
        case Facet.REGION:
            return [outcome for outcome in outcomes if outcome.region == value]
        case Facet.ROLE:
            return [outcome for outcome in outcomes if outcome.role == value]
        case Facet.UNNAMED:
            return [outcome for outcome in outcomes if outcome.unnamed]
        case _:
            return list(outcomes)


def facets_of(outcomes: Iterable[Outcome]) -> list[tuple[Facet, str]]:
    """Return the facets with their values in which there are outcomes, the whole record apart."""
    found: set[tuple[Facet, str]] = set()
    for outcome in outcomes:
        found.update(
            (facet, value)
            for facet, value in (
                (Facet.TOPIC, outcome.topic),
                (Facet.REGION, outcome.region),
                (Facet.ROLE, outcome.role.value),
            )
            if value
        )
        if outcome.unnamed:
            found.add((Facet.UNNAMED, ""))
    order = list(Facet)
    return sorted(found, key=lambda entry: (order.index(entry[0]), entry[1]))


def score_facet(
    outcomes: Sequence[Outcome],
    facet: Facet,
    value: str = "",
    *,
    parameters: Parameters,
    as_of: datetime,
    estimates: Sequence[Estimate] = (),
) -> FacetScore:
    """Return a source's record within a facet: without automatic evidence, which has none, or a letter.

    Parameters
    ----------
    estimates : what nights found; a topic starts from what is expected on it (`Estimate.topics`).

    Notes
    -----
    A topic moves the prior only, until it has evidence of `groups.least_for_topic` fresh verdicts: on LIAR
    a prior by topic bettered the Brier score of the next verdict (.2335 to .2325), a score for each speaker
    and topic did not (.2342).
    """
    evidence = weigh_outcomes(narrow(outcomes, facet, value), parameters=parameters, as_of=as_of)
    stands_alone = facet != Facet.TOPIC or evidence.mass >= parameters.groups.least_for_topic
    if not stands_alone:
        evidence = weigh_outcomes(outcomes, parameters=parameters, as_of=as_of)
    estimate = estimate_in_force(estimates, parameters=parameters, as_of=as_of)
    expected = replace(
        estimate, prior_mean=prior_within(estimate, facet, value), upheld=0.0, mass=0.0, skill=0.0
    )
    card = card_from_evidence(evidence, UNLETTERED, expected, parameters=parameters, as_of=as_of)
    return FacetScore(facet, value, card, stands_alone)


def prior_within(estimate: Estimate, facet: Facet, value: str) -> float:
    """Return the prior mean within a facet: that of the topic, else that of the whole record."""
    return estimate.prior_on(value) if facet == Facet.TOPIC else estimate.prior_mean
