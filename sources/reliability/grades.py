"""The Admiralty letter of a source: a list of rules, the first that fits decides."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sources.reliability.parameters import GradeRules
from sources.reliability.posterior import probability_below
from sources.reliability.types import Grade, Letter, Posterior
from workbench.core.errors import gettext_noop

SENTENCES: Mapping[str, str] = {
    "too_few_checked": gettext_noop("Not enough checked claims: {checked:g} of {needed:g}."),
    "no_second_review": gettext_noop("No verdict on this source was confirmed by a second person."),
    "mostly_refuted": gettext_noop(
        "The chance that fewer than {share:.0%} of its claims hold is {probability:.0%}."
    ),
    "often_refuted": gettext_noop(
        "Fewer than half of its checked claims held, and the chance that fewer than {share:.0%} do is "
        "{probability:.0%}."
    ),
    "upheld_long": gettext_noop(
        "The chance that at least {bound:.0%} of its claims hold is {probability:.0%}, "
        "and none was refuted in {days:g} days."
    ),
    "upheld_mostly": gettext_noop(
        "The chance that at least {bound:.0%} of its claims hold is {probability:.0%}."
    ),
    "upheld_partly": gettext_noop("More of its checked claims held than not."),
    "undecided": gettext_noop("Fewer of its checked claims held than not, but not clearly so."),
}
"""The sentence of each reason code, to be filled with the grade's facts."""


@dataclass(frozen=True, slots=True)
class Record:
    """What the rules look at.

    Parameters
    ----------
    mass : human evidence, in fresh verdicts of full weight.
    second_reviewed : whether a second person confirmed at least one verdict that counts.
    days_since_refuted : age of the newest claim found false, in days; infinite if there is none.
    """

    posterior: Posterior
    mass: float
    second_reviewed: bool
    days_since_refuted: float = math.inf


def grade_record(record: Record, *, rules: GradeRules) -> Grade:
    """Return the letter of `record` with its reason.

    F comes first: below `rules.least_mass` there is no letter, whatever the verdicts said.
    """
    for rule in _RULES:
        grade = rule(record, rules)
        if grade is not None:
            return grade
    return Grade(Letter.F, "undecided", {"mean": record.posterior.mean})


def _too_few_checked(record: Record, rules: GradeRules) -> Grade | None:
    if record.mass >= rules.least_mass:
        return None
    return Grade(
        Letter.F, "too_few_checked", {"checked": math.floor(record.mass), "needed": rules.least_mass}
    )


def _no_second_review(record: Record, rules: GradeRules) -> Grade | None:
    return None if record.second_reviewed else Grade(Letter.F, "no_second_review", {})


def _mostly_refuted(record: Record, rules: GradeRules) -> Grade | None:
    probability = probability_below(record.posterior, rules.e_share)
    if record.mass < rules.adverse_mass or probability < rules.e_probability:
        return None
    return Grade(Letter.E, "mostly_refuted", {"share": rules.e_share, "probability": probability})


def _often_refuted(record: Record, rules: GradeRules) -> Grade | None:
    probability = probability_below(record.posterior, rules.d_share)
    if record.mass < rules.adverse_mass or record.posterior.mean >= rules.even_mean:
        return None
    if probability < rules.d_probability:
        return None
    return Grade(Letter.D, "often_refuted", {"share": rules.d_share, "probability": probability})


def _upheld_long(record: Record, rules: GradeRules) -> Grade | None:
    if record.mass < rules.a_mass or record.posterior.q05 < rules.a_lower_bound:
        return None
    if record.days_since_refuted <= rules.a_clean_days:
        return None
    facts = {"bound": record.posterior.q05, "probability": 0.95, "days": rules.a_clean_days}
    return Grade(Letter.A, "upheld_long", facts)


def _upheld_mostly(record: Record, rules: GradeRules) -> Grade | None:
    if record.mass < rules.b_mass or record.posterior.q05 < rules.b_lower_bound:
        return None
    return Grade(Letter.B, "upheld_mostly", {"bound": record.posterior.q05, "probability": 0.95})


def _upheld_partly(record: Record, rules: GradeRules) -> Grade | None:
    if record.posterior.mean < rules.even_mean:
        return None
    return Grade(Letter.C, "upheld_partly", {"mean": record.posterior.mean})


_RULES: tuple[Callable[[Record, GradeRules], Grade | None], ...] = (
    _too_few_checked,
    _no_second_review,
    _mostly_refuted,
    _often_refuted,
    _upheld_long,
    _upheld_mostly,
    _upheld_partly,
)
