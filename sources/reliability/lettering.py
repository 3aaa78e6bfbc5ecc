"""The letter in force: what the nights made of the letters that a record asked for, as a fold over them."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sources.reliability.estimates import estimates_in_force
from sources.reliability.evidence import Evidence, weigh_outcomes
from sources.reliability.grades import NO_BASIS, RULES, grade_record, rules_that_fit
from sources.reliability.parameters import Parameters
from sources.reliability.record import Record, midnights, record_of, records_over_time
from sources.reliability.types import Estimate, Grade, Letter, Outcome, Rating


@dataclass(frozen=True, slots=True)
class Lettering:
    """The letter in force with its reason, and the one that the evidence asks for instead, if any.

    `pending_from` is the day at whose first moment (UTC) the pending letter takes effect if nothing changes.
    """

    grade: Grade
    pending: Letter | None = None
    pending_from: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the letter stood after a night: in force, asked for instead, and for how many nights in a row."""

    letter: Letter
    asked: Letter | None = None
    nights: int = 0


ROUNDING = 1e-9
"""How far sums of weights may miss a threshold by rounding alone."""

START = Standing(Letter.F)
"""Before its first night a source has no letter."""


def letter_at(
    outcomes: Sequence[Outcome],
    *,
    parameters: Parameters,
    as_of: datetime,
    estimates: Sequence[Estimate] = (),
    evidence: Evidence | None = None,
) -> Lettering:
    """Return the letter of a source at `as_of`: see `letters_at`."""
    weighed = None if evidence is None else [evidence]
    [found] = letters_at(
        outcomes, parameters=parameters, moments=[as_of], estimates=estimates, weighed=weighed
    )
    return found


def letters_at(
    outcomes: Sequence[Outcome],
    *,
    parameters: Parameters,
    moments: Sequence[datetime],
    estimates: Sequence[Estimate] = (),
    weighed: Sequence[Evidence] | None = None,
) -> list[Lettering]:
    """Return the letter of a source at each of `moments`, which ascend.

    Parameters
    ----------
    weighed : what the outcomes come to at each of the moments, where the caller has weighed them already.

    Notes
    -----
    A letter moves, also from F, when the records of `guards.nights` midnights (UTC) in a row ask for the same
    other one, and the letter in force gives way only when a share has passed its threshold by
    `guards.hysteresis`. One exception: where the evidence no longer allows any letter it is gone at once.
    All of it follows from the outcomes and estimates known at each night, so no state is stored.
    """
    known = [o.recorded_at for o in outcomes if o.recorded_at <= moments[-1]]
    nights = midnights(min(known), moments[-1]) if known and _may_reach_a_letter(outcomes, parameters) else []
    standings = [START]
    if nights:
        record = records_over_time(outcomes, parameters=parameters, moments=nights, estimates=estimates)
        standings = fold_nights(record, parameters=parameters)
    evidences = weighed or [weigh_outcomes(outcomes, parameters=parameters, as_of=at) for at in moments]
    in_force = estimates_in_force(estimates, parameters=parameters, moments=moments)
    return [
        letter_of_record(
            record_of(evidence, parameters=parameters, prior_mean=estimate.prior_mean, as_of=moment),
            parameters=parameters,
            standing=standings[bisect_right(nights, moment)],
            as_of=moment,
        )
        for evidence, estimate, moment in zip(evidences, in_force, moments, strict=True)
    ]


def fold_nights(record: Record, *, parameters: Parameters) -> list[Standing]:
    """Return where the letter stood before the first night, then after each night of `record`."""
    slack = parameters.guards.hysteresis
    found_when_holding: dict[Letter, list[int]] = {}
    standings = [START]
    now = START
    for night in range(len(record.mass)):
        if now.letter not in found_when_holding:
            found_when_holding[now.letter] = rules_that_fit(
                record, rules=parameters.grades, holding=now.letter, slack=slack
            )
        place = found_when_holding[now.letter][night]
        letter, reason = (RULES[place].letter, RULES[place].reason) if place < len(RULES) else (Letter.F, "")
        now = _after_night(now, letter, reason in NO_BASIS, parameters.guards.nights)
        standings.append(now)
    return standings


def _after_night(now: Standing, letter: Letter, at_once: bool, nights: int) -> Standing:
    if letter == now.letter:
        return now if now.asked is None else Standing(letter)
    agreed = now.nights + 1 if letter == now.asked else 1
    if at_once or agreed >= nights:
        return Standing(letter)
    return Standing(now.letter, letter, agreed)


def letter_of_record(
    record: Record, *, parameters: Parameters, standing: Standing, as_of: datetime
) -> Lettering:
    """Return the letter of the record of one moment after the nights that led to `standing`."""
    guards = parameters.guards
    asked = grade_record(record, rules=parameters.grades, holding=standing.letter, slack=guards.hysteresis)
    if asked.letter == standing.letter or asked.reason in NO_BASIS:
        return Lettering(asked)
    agreed = standing.nights if standing.asked == asked.letter else 0
    today = as_of.astimezone(UTC).date()
    return Lettering(
        grade=Grade(standing.letter, "awaiting_nights", {"nights": guards.nights}),
        pending=asked.letter,
        pending_from=today + timedelta(days=guards.nights - agreed),
    )


def _may_reach_a_letter(outcomes: Sequence[Outcome], parameters: Parameters) -> bool:
    """Return whether all outcomes together, fresh and uncut, weigh enough: most sources need no fold."""
    weights = (parameters.role_weights[o.role] for o in outcomes if o.rating != Rating.UNVERIFIED)
    return sum(weights) >= parameters.grades.least_mass - ROUNDING
