"""What would change a letter: the fewest further verdicts of one kind that ask for another."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from sources.reliability.evidence import Evidence
from sources.reliability.grades import RULES, rules_that_fit
from sources.reliability.lettering import Lettering
from sources.reliability.parameters import Parameters
from sources.reliability.record import ByPerson, Record, make_record, people_of, record_of
from sources.reliability.types import Letter, Rating

MOST_FURTHER_VERDICTS = 60
"""Twice the evidence that the best letter asks for; a longer outlook would not help anybody to decide."""


@dataclass(frozen=True, slots=True)
class NextLetter:
    """That `count` more fresh claims, each originated, confirmed twice and rated `rating`, ask for `letter`.

    Each is judged by whoever has judged least of this source so far, so that nobody has more than their part
    of it. As every letter, it is in force once enough nights in a row agree.
    """

    rating: Rating
    count: int
    letter: Letter


def letters_ahead(
    evidence: Evidence,
    lettering: Lettering,
    prior_mean: float,
    *,
    parameters: Parameters,
    as_of: datetime,
) -> tuple[NextLetter, ...]:
    """Return the next letter that further upheld claims, and further refuted ones, would ask for.

    Held against the letter that the record asks for today, with the letter in force keeping its slack.
    """
    today = record_of(evidence, parameters=parameters, prior_mean=prior_mean, as_of=as_of)
    [now] = _letters(today, lettering, parameters)
    steps = []
    for rating in (Rating.TRUE, Rating.FALSE):
        ahead = _further(evidence, today, rating, prior_mean=prior_mean, parameters=parameters)
        for count, letter in enumerate(_letters(ahead, lettering, parameters), start=1):
            if letter != now:
                steps.append(NextLetter(rating=rating, count=count, letter=letter))
                break
    return tuple(steps)


def _letters(record: Record, lettering: Lettering, parameters: Parameters) -> list[Letter]:
    places = rules_that_fit(
        record,
        rules=parameters.grades,
        holding=lettering.grade.letter,
        slack=parameters.guards.hysteresis,
    )
    return [RULES[place].letter if place < len(RULES) else Letter.F for place in places]


def _further(
    evidence: Evidence, today: Record, rating: Rating, *, prior_mean: float, parameters: Parameters
) -> Record:
    """Return the record after one, two and so on up to `MOST_FURTHER_VERDICTS` more verdicts of a kind."""
    counts = np.arange(1.0, MOST_FURTHER_VERDICTS + 1.0)
    people = people_of(evidence) or {"": (0.0, 0.0)}
    added = _dealt({name: mass for name, (mass, _upheld) in people.items()})
    masses = np.array([[mass] for mass, _ in people.values()]) + added
    upheld = np.array([[upheld] for _, upheld in people.values()]) + added * parameters.rating_values[rating]
    clean = (
        np.zeros_like(counts) if rating == Rating.FALSE else np.repeat(today.days_since_refuted, len(counts))
    )
    return make_record(
        people=ByPerson(masses, upheld),
        mass=today.mass[0] + counts,
        prior_mean=np.full_like(counts, prior_mean),
        parameters=parameters,
        second_reviewed=np.ones(len(counts), dtype=np.bool_),
        days_since_refuted=clean,
    )


def _dealt(masses: Mapping[str, float]) -> np.ndarray:
    """Return how many of the first so many further verdicts each person gives, ``(n_people, n_counts)``."""
    now = np.array(list(masses.values()))
    added = np.zeros((len(now), MOST_FURTHER_VERDICTS))
    for step in range(MOST_FURTHER_VERDICTS):
        least = int(np.argmin(now))
        now[least] += 1.0
        added[least, step:] += 1.0
    return added
