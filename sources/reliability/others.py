"""The others: how likely each assertion holds by those alone who have nothing to do with its source."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import expit

from sources.reliability.assertions import Columns, Numbers, summed
from sources.reliability.dependence import Independence
from sources.reliability.parameters import AutomaticRules
from sources.reliability.truth import Belief, Settled, log_odds, question_totals, sum_by_answer, trust_from


@dataclass(frozen=True, slots=True, eq=False)
class Hindsight:
    """What the others say of each assertion; arrays of shape (n_assertions,).

    Parameters
    ----------
    chance : the chance in [0, 1] of its answer by the others (Q). For a settled answer as if nobody had
        settled it, so that it can be held against the verdict.
    mass : how many independent others there are on its question, at most 1.
    is_open : whether no verdict settles the answer.
    """

    chance: Numbers
    mass: Numbers
    is_open: npt.NDArray[np.bool_]


def ask_the_others(
    columns: Columns,
    settled: Settled,
    independence: Independence,
    belief: Belief,
    *,
    rules: AutomaticRules,
    prior_mean: float,
) -> Hindsight:
    """Return what the others say of every assertion, the trust of stage 1 frozen.

    Notes
    -----
    Left out are the source itself and, in the measure in which they depend on it, all that hang
    together with it. A source speaks for or against another only once people have checked
    `rules.least_checked` of its answers, and in proportion before: a thousand outlets that nobody knows
    say nothing. Where an answer is settled, what that verdict did to anybody's trust is taken back first.
    """
    is_open = settled.is_open[columns.answer]
    voice = independence.share * _standing(columns, is_open, rules)
    votes = voice * log_odds(
        columns, _trust_without(columns, belief, is_open, rules=rules, prior_mean=prior_mean)
    )
    scores = sum_by_answer(columns, votes)
    without = scores[columns.answer] - votes - _dependent_part(columns, independence, votes)
    heard = summed(columns.question, voice, len(columns.questions))[columns.question]
    mass = heard - voice - _dependent_part(columns, independence, voice)
    return Hindsight(
        chance=_chance_without(columns, settled, scores, without),
        mass=np.clip(mass, 0.0, 1.0),
        is_open=is_open,
    )


def _standing(columns: Columns, is_open: npt.NDArray[np.bool_], rules: AutomaticRules) -> Numbers:
    """Return how far each assertion's source is known to people, in [0, 1], this very answer apart."""
    settled = np.where(is_open, 0.0, 1.0)
    checked = summed(columns.source, settled, len(columns.sources))[columns.source] - settled
    return np.minimum(1.0, checked / rules.least_checked)


def _trust_without(
    columns: Columns,
    belief: Belief,
    is_open: npt.NDArray[np.bool_],
    *,
    rules: AutomaticRules,
    prior_mean: float,
) -> Numbers:
    """Return the trust in each assertion's source; for a settled one, as it was without that verdict."""
    taken = np.where(is_open, 0.0, belief.edge_weight)
    weight = belief.weight[columns.source] - taken
    agreed = belief.agreed[columns.source] - taken * belief.chance[columns.answer]
    return trust_from(weight, agreed, rules=rules, prior_mean=prior_mean)


def _dependent_part(columns: Columns, independence: Independence, amounts: Numbers) -> Numbers:
    """Return how much of the others' `amounts` hangs on each assertion beyond what they lack already."""
    earlier, later, dependence = independence.earlier, independence.later, independence.dependence
    tied = columns.moment[earlier] == columns.moment[later]
    part = summed(later, dependence * amounts[earlier], len(columns))
    part += summed(earlier[tied], (dependence * amounts[later])[tied], len(columns))
    return part


def _chance_without(columns: Columns, settled: Settled, scores: Numbers, without: Numbers) -> Numbers:
    """Return the chance of each assertion's answer by the others, among the open answers where it is open."""
    plain = np.maximum(2, columns.alternatives) - columns.said.astype(np.float64)
    among_all = _replaced(columns, scores, without, plain)
    open_scores = np.where(settled.is_open, scores, -np.inf)
    among_open = _replaced(columns, open_scores, without, settled.unsaid) * settled.left[columns.question]
    return np.where(settled.is_open[columns.answer], among_open, among_all)


def _replaced(columns: Columns, scores: Numbers, without: Numbers, unsaid: Numbers) -> Numbers:
    """Return the chance of each assertion's answer if its score were `without`, the other answers kept."""
    chance: Numbers = expit(without - _log_rest(columns, scores, unsaid)[columns.answer])
    return chance


def _log_rest(columns: Columns, scores: Numbers, unsaid: Numbers) -> Numbers:
    """Return the logarithm of the power of all other answers of the same question, for each answer.

    For the strongest answer they are summed anew: what a subtraction would leave of them is noise.
    """
    top, total = question_totals(columns, scores, unsaid)
    strongest = np.flatnonzero(scores == top[columns.question_of])
    _, first = np.unique(columns.question_of[strongest], return_index=True)
    strongest = strongest[first]
    weaker = scores.copy()
    weaker[strongest] = -np.inf
    next_top, next_total = question_totals(columns, weaker, unsaid)
    with np.errstate(divide="ignore"):
        rest = total[columns.question_of] - np.exp(scores - top[columns.question_of])
        found = top[columns.question_of] + np.log(np.maximum(rest, 0.0))
        found[strongest] = (next_top + np.log(next_total))[columns.question_of[strongest]]
    return found
