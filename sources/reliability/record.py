"""What a letter is made of: a source's human evidence, balanced between people, at one moment or at many."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

import numpy as np
import numpy.typing as npt

from sources.reliability.estimates import estimates_in_force
from sources.reliability.evidence import (
    Evidence,
    precedence,
    reviewer_weight,
    settling_order,
    story_key,
    value_of,
    was_promptly_corrected,
)
from sources.reliability.parameters import GuardRules, Parameters
from sources.reliability.types import Estimate, Outcome, Rating

Numbers = npt.NDArray[np.float64]
Truths = npt.NDArray[np.bool_]

MOST_CELLS = 500_000
"""Outcomes times moments that are worked on at once: some ten arrays of four megabytes."""


@dataclass(frozen=True, slots=True)
class ByPerson:
    """Evidence by who gave the verdict, in fresh verdicts, each of shape ``(n_people, n_moments)``."""

    masses: Numbers
    upheld: Numbers


@dataclass(frozen=True, slots=True)
class Record:
    """What the grading rules look at, of shape ``(n_moments,)`` throughout.

    Parameters
    ----------
    alpha, beta : of the Beta posterior over the balanced human evidence, in fresh verdicts.
    mass : all human evidence, in fresh verdicts of full weight.
    balanced_mass : what is left of it once nobody has more than their part.
    second_reviewed : whether a second person confirmed at least one verdict that counts.
    days_since_refuted : age of the newest claim found false and not set right in time, in days; infinite
        if there is none.
    """

    alpha: Numbers
    beta: Numbers
    mass: Numbers
    balanced_mass: Numbers
    second_reviewed: Truths
    days_since_refuted: Numbers

    @property
    def mean(self) -> Numbers:
        """The expected share upheld by the balanced evidence, in (0, 1)."""
        return self.alpha / (self.alpha + self.beta)


def balance_people(masses: Numbers, *, guards: GuardRules) -> Numbers:
    """Return how much of each person's evidence a letter may rest on.

    Nobody's verdicts count for more than `guards.influence` of all evidence, or than an even part where there
    are too few people for that: with one person all of it, with two people half. Whoever has judged little
    is one of those people in part (`guards.person_mass`), so that a colleague's first verdict does not
    halve a record.

    Parameters
    ----------
    masses : evidence by who gave the verdict, in fresh verdicts, of shape ``(n_people, n_moments)``.

    Notes
    -----
    The limit is a part of the evidence before anybody is cut, not after: otherwise two people with twenty
    verdicts and one would be left with two. It touches the letter alone. A limit that moves as people
    join would let an upheld claim lower the mean (it can take room from the person who upheld more), so
    the mean, its bands and the mass that are shown stay those of all evidence.
    """
    people = np.minimum(1.0, masses / guards.person_mass).sum(axis=0)
    limit = np.maximum(guards.influence, 1.0 / np.maximum(people, 1.0)) * masses.sum(axis=0)
    kept: Numbers = np.minimum(masses, limit)
    return kept


def people_of(evidence: Evidence) -> Mapping[str, tuple[float, float]]:
    """Return (mass, upheld) of the evidence by who gave the verdict, by name."""
    masses: dict[str, list[float]] = defaultdict(list)
    upheld: dict[str, list[float]] = defaultdict(list)
    for item in evidence.counted:
        masses[item.outcome.author].append(item.weight)
        upheld[item.outcome.author].append(item.weight * item.value)
    return {name: (math.fsum(masses[name]), math.fsum(upheld[name])) for name in sorted(masses)}


def record_of(evidence: Evidence, *, parameters: Parameters, prior_mean: float, as_of: datetime) -> Record:
    """Return the record that `evidence`, weighed for `as_of`, comes to at that one moment."""
    people = people_of(evidence)
    today = as_of.astimezone(UTC).date()
    refuted = [
        (today - item.outcome.settled_on).days
        for item in evidence.counted
        if item.outcome.rating == Rating.FALSE and not item.promptly_corrected
    ]
    return make_record(
        people=ByPerson(
            masses=np.array([mass for mass, _ in people.values()]).reshape(-1, 1),
            upheld=np.array([upheld for _, upheld in people.values()]).reshape(-1, 1),
        ),
        mass=np.array([evidence.mass]),
        prior_mean=np.array([prior_mean]),
        parameters=parameters,
        second_reviewed=np.array([any(item.outcome.second_reviewed for item in evidence.counted)]),
        days_since_refuted=np.array([float(min(refuted, default=math.inf))]),
    )


def make_record(
    *,
    people: ByPerson,
    mass: Numbers,
    prior_mean: Numbers,
    parameters: Parameters,
    second_reviewed: Truths,
    days_since_refuted: Numbers,
) -> Record:
    """Return the record of evidence by person; the other arrays have shape ``(n_moments,)``."""
    masses, upheld = people.masses, people.upheld
    kept = balance_people(masses, guards=parameters.guards)
    rates = np.divide(upheld, masses, out=np.zeros_like(masses), where=masses > 0.0)
    held = (kept * rates).sum(axis=0)
    balanced = kept.sum(axis=0)
    prior = parameters.prior_mass
    return Record(
        alpha=prior * prior_mean + held,
        beta=prior * (1.0 - prior_mean) + np.maximum(0.0, balanced - held),
        mass=mass,
        balanced_mass=np.minimum(balanced, mass),
        second_reviewed=second_reviewed,
        days_since_refuted=days_since_refuted,
    )


def records_over_time(
    outcomes: Iterable[Outcome],
    *,
    parameters: Parameters,
    moments: Sequence[datetime],
    estimates: Sequence[Estimate] = (),
) -> Record:
    """Return the record at each of `moments`, in ascending order: what `record_of` gives one by one."""
    known = sorted((o for o in outcomes if not o.held and o.rating != Rating.UNVERIFIED), key=settling_order)
    step = max(1, MOST_CELLS // max(1, len(known)))
    parts = [
        _records(known, parameters, moments[start : start + step], estimates)
        for start in range(0, len(moments), step)
    ]
    return Record(
        *(np.concatenate([getattr(part, name) for part in parts]) for name in Record.__dataclass_fields__)
    )


def _records(
    outcomes: Sequence[Outcome],
    parameters: Parameters,
    moments: Sequence[datetime],
    estimates: Sequence[Estimate],
) -> Record:
    stamps = np.array([moment.timestamp() for moment in moments])
    days = np.array([moment.astimezone(UTC).date().toordinal() for moment in moments], dtype=np.float64)
    settled = np.array([outcome.settled_on.toordinal() for outcome in outcomes], dtype=np.float64)
    active = _counting(outcomes, parameters, stamps)
    ages = days[None, :] - settled[:, None]
    weights = _weights(outcomes, parameters, np.maximum(ages, 0.0), active)
    authors = [outcome.author for outcome in outcomes]
    values = np.array([value_of(outcome, parameters) for outcome in outcomes])
    adverse = np.array([_is_uncorrected(outcome, parameters) for outcome in outcomes], dtype=np.bool_)
    reviewed = np.array([outcome.second_reviewed for outcome in outcomes], dtype=np.bool_)
    masses = _summed(weights, authors)
    in_force = estimates_in_force(estimates, parameters=parameters, moments=moments)
    return make_record(
        people=ByPerson(masses=masses, upheld=_summed(weights * values[:, None], authors)),
        mass=masses.sum(axis=0),
        prior_mean=np.array([estimate.prior_mean for estimate in in_force]),
        parameters=parameters,
        second_reviewed=np.any(active[reviewed], axis=0),
        days_since_refuted=np.where(active[adverse], ages[adverse], np.inf).min(axis=0, initial=np.inf),
    )


def _is_uncorrected(outcome: Outcome, parameters: Parameters) -> bool:
    return outcome.rating == Rating.FALSE and not was_promptly_corrected(outcome, parameters)


def _counting(outcomes: Sequence[Outcome], parameters: Parameters, stamps: Numbers) -> Truths:
    """Return which outcomes count when: known, not superseded, and the weightiest on their claim."""
    recorded = np.array([outcome.recorded_at.timestamp() for outcome in outcomes])
    superseded = np.array(
        [o.superseded_at.timestamp() if o.superseded_at is not None else math.inf for o in outcomes]
    )
    active: Truths = (recorded[:, None] <= stamps) & (stamps < superseded[:, None])
    claims: dict[str, list[int]] = defaultdict(list)
    for place, outcome in enumerate(outcomes):
        claims[outcome.claim_id].append(place)
    for places in claims.values():
        taken = np.zeros(len(stamps), dtype=np.bool_)
        for place in sorted(places, key=lambda at: precedence(outcomes[at], parameters), reverse=True):
            current = active[place].copy()
            active[place] &= ~taken
            taken |= current
    return active


def _weights(outcomes: Sequence[Outcome], parameters: Parameters, ages: Numbers, active: Truths) -> Numbers:
    fresh = np.array([parameters.role_weights[o.role] * reviewer_weight(o, parameters) for o in outcomes])
    full = fresh[:, None] * np.exp2(-ages / parameters.half_life_days) * active
    stories = [story_key(outcome) for outcome in outcomes]
    totals = _summed(full, stories)
    shares = parameters.story_cap / np.maximum(totals, parameters.story_cap)
    places = {story: place for place, story in enumerate(sorted(set(stories)))}
    weighted: Numbers = full * shares[[places[story] for story in stories]]
    return weighted


def _summed(rows: Numbers, labels: Sequence[str]) -> Numbers:
    """Return the sums of the rows that bear one label, by label; added one by one, so in a fixed order."""
    places = {label: place for place, label in enumerate(sorted(set(labels)))}
    sums = np.zeros((len(places), rows.shape[1]))
    for row, label in zip(rows, labels, strict=True):
        sums[places[label]] += row
    return sums


def midnights(first: datetime, last: datetime) -> list[datetime]:
    """Return the first moments (UTC) of the days after `first`, up to and with `last`."""
    start, end = (moment.astimezone(UTC).date().toordinal() for moment in (first, last))
    return [
        datetime.combine(date.fromordinal(day), datetime.min.time(), UTC) for day in range(start + 1, end + 1)
    ]
