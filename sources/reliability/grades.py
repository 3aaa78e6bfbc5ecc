"""The Admiralty letter that a record asks for: a list of rules, the first that fits decides."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from scipy.special import betainc, betaincinv

from sources.reliability.parameters import GradeRules
from sources.reliability.record import Record, Truths
from sources.reliability.types import Grade, Letter
from workbench.core.errors import gettext_noop

SENTENCES: Mapping[str, str] = {
    "too_few_checked": gettext_noop("Not enough checked claims: {checked:g} of {needed:g}."),
    "no_second_review": gettext_noop("No verdict on this source was confirmed by a second person."),
    "one_sided": gettext_noop(
        "Too much of this record comes from one person: {checked:g} of {needed:g} checked claims count."
    ),
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
    "keeps_letter": gettext_noop(
        "A share misses its threshold by less than {margin:.0%}, so the letter in force stays."
    ),
    "awaiting_nights": gettext_noop(
        "The evidence asks for another letter, which is set when {nights:g} nightly runs in a row agree."
    ),
}
"""The sentence of each reason code, to be filled with the grade's facts."""

NO_BASIS = frozenset({"too_few_checked", "no_second_review"})
"""The reasons for which there is no letter at all: they take one away at once, without a night's wait."""


@dataclass(frozen=True, slots=True)
class Rule:
    """When a letter is given, over all moments of a record, and the figures that fill its sentence.

    `fits` takes the slack by which the thresholds on shares are eased for the letter that is in force.
    """

    letter: Letter
    reason: str
    fits: Callable[[Record, GradeRules, float], Truths]
    facts: Callable[[Record, GradeRules], Mapping[str, float]]


def grade_record(
    record: Record, *, rules: GradeRules, holding: Letter | None = None, slack: float = 0.0
) -> Grade:
    """Return the letter of a record of one moment, with its reason.

    F comes first: below `rules.least_mass` there is no letter, whatever the verdicts said.

    Parameters
    ----------
    holding : the letter in force, which keeps its place until a share has passed its threshold by `slack`.
    """
    for rule in RULES:
        if rule.fits(record, rules, 0.0)[0]:
            return Grade(rule.letter, rule.reason, rule.facts(record, rules))
        if rule.letter == holding and rule.fits(record, rules, slack)[0]:
            return Grade(rule.letter, "keeps_letter", {"margin": slack})
    return Grade(Letter.F, "undecided", {"mean": float(record.mean[0])})


def rules_that_fit(record: Record, *, rules: GradeRules, holding: Letter | None, slack: float) -> list[int]:
    """Return for each moment the place in `RULES` of the first that fits, ``len(RULES)`` where none does."""
    first = np.full(record.mass.shape, len(RULES))
    for place in range(len(RULES) - 1, -1, -1):
        rule = RULES[place]
        first[rule.fits(record, rules, slack if rule.letter == holding else 0.0)] = place
    found: list[int] = first.tolist()
    return found


def _below(record: Record, share: float, where: Truths, otherwise: float) -> np.ndarray:
    """Return the probability that the share upheld is less than `share`; `otherwise` where nobody asks."""
    probability = np.full(record.alpha.shape, otherwise)
    probability[where] = betainc(record.alpha[where], record.beta[where], share)
    return probability


def _too_few_checked(record: Record, rules: GradeRules, _slack: float) -> Truths:
    return record.mass < rules.least_mass


def _no_second_review(record: Record, _rules: GradeRules, _slack: float) -> Truths:
    return ~record.second_reviewed


def _one_sided(record: Record, rules: GradeRules, _slack: float) -> Truths:
    return record.balanced_mass < rules.least_mass


def _mostly_refuted(record: Record, rules: GradeRules, slack: float) -> Truths:
    share = rules.e_share + slack
    # Where the mean lies beyond the share, at most 1 - 1/e of a log-concave density, such as this Beta
    # with both parameters above one, lies below it (Gruenbaum 1960).
    open_to = (record.balanced_mass >= rules.adverse_mass) & (record.mean < share)
    return _below(record, share, open_to, 0.0) >= rules.e_probability


def _often_refuted(record: Record, rules: GradeRules, slack: float) -> Truths:
    open_to = (record.balanced_mass >= rules.adverse_mass) & (record.mean < rules.even_mean + slack)
    return _below(record, rules.d_share + slack, open_to, 0.0) >= rules.d_probability


def _upheld_long(record: Record, rules: GradeRules, slack: float) -> Truths:
    open_to = (record.balanced_mass >= rules.a_mass) & (record.days_since_refuted > rules.a_clean_days)
    return _reaches(record, rules, rules.a_lower_bound - slack, open_to)


def _upheld_mostly(record: Record, rules: GradeRules, slack: float) -> Truths:
    return _reaches(record, rules, rules.b_lower_bound - slack, record.balanced_mass >= rules.b_mass)


def _reaches(record: Record, rules: GradeRules, bound: float, open_to: Truths) -> Truths:
    return _below(record, bound, open_to, 1.0) <= 1.0 - rules.bound_probability


def _upheld_partly(record: Record, rules: GradeRules, slack: float) -> Truths:
    return record.mean >= rules.even_mean - slack


def _checked(mass: np.ndarray, rules: GradeRules) -> Mapping[str, float]:
    return {"checked": math.floor(mass[0]), "needed": rules.least_mass}


def _chance(record: Record, share: float) -> Mapping[str, float]:
    return {"share": share, "probability": float(betainc(record.alpha[0], record.beta[0], share))}


def _bound(record: Record, rules: GradeRules) -> Mapping[str, float]:
    bound = betaincinv(record.alpha[0], record.beta[0], 1.0 - rules.bound_probability)
    return {"bound": float(bound), "probability": rules.bound_probability, "days": rules.a_clean_days}


RULES: tuple[Rule, ...] = (
    Rule(Letter.F, "too_few_checked", _too_few_checked, lambda record, rules: _checked(record.mass, rules)),
    Rule(Letter.F, "no_second_review", _no_second_review, lambda _record, _rules: {}),
    Rule(Letter.F, "one_sided", _one_sided, lambda record, rules: _checked(record.balanced_mass, rules)),
    Rule(Letter.E, "mostly_refuted", _mostly_refuted, lambda record, rules: _chance(record, rules.e_share)),
    Rule(Letter.D, "often_refuted", _often_refuted, lambda record, rules: _chance(record, rules.d_share)),
    Rule(Letter.A, "upheld_long", _upheld_long, _bound),
    Rule(Letter.B, "upheld_mostly", _upheld_mostly, _bound),
    Rule(Letter.C, "upheld_partly", _upheld_partly, lambda record, _rules: {"mean": float(record.mean[0])}),
)
