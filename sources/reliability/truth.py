"""Truth: how likely each value of a question holds, by who says it and what people have settled."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sources.reliability.assertions import Columns, KnownValue, Numbers, summed
from sources.reliability.parameters import AutomaticRules


@dataclass(frozen=True, slots=True, eq=False)
class Settled:
    """What verdicts say of the answers.

    Parameters
    ----------
    upheld : how far each answer holds, in [0, 1]; NaN where nobody settled it. Beside an answer that was
        fully upheld the others are refuted. Shape (n_answers,).
    left : the chance that verdicts leave to the open answers of each question; shape (n_questions,).
    unsaid : how many further answers each question may have that nobody gave; shape (n_questions,).
    """

    upheld: Numbers
    left: Numbers
    unsaid: Numbers

    @property
    def is_open(self) -> npt.NDArray[np.bool_]:
        """Whether nothing settles an answer; shape (n_answers,)."""
        return np.isnan(self.upheld)


@dataclass(frozen=True, slots=True, eq=False)
class Belief:
    """What stage 1 finds, and what of it is needed to leave one assertion out.

    Parameters
    ----------
    trust : chance that a source is right, within the bounds of the rules; shape (n_sources,).
    chance : chance that an answer holds, in [0, 1]; shape (n_answers,).
    weight, agreed : weight of all that a source said, and of the part that holds; shape (n_sources,).
    edge_weight : weight of each assertion in these two; shape (n_assertions,).
    """

    trust: Numbers
    chance: Numbers
    weight: Numbers
    agreed: Numbers
    edge_weight: Numbers


def settle(columns: Columns, known: Iterable[KnownValue]) -> Settled:
    """Return what `known` says of the answers; several verdicts on one value count as their mean."""
    place = {answer: number for number, answer in enumerate(columns.answers)}
    question = {label: number for number, label in enumerate(columns.questions)}
    verdicts: dict[tuple[str, str], list[float]] = {}
    for item in known:
        if item.question in question:
            verdicts.setdefault((item.question, item.value), []).append(item.upheld)
    upheld = np.full(len(columns.answers), np.nan)
    spent = np.zeros(len(columns.questions))
    unsaid = np.maximum(2, columns.alternatives) - columns.said.astype(np.float64)
    for answer, values in sorted(verdicts.items()):
        mean = sum(sorted(values)) / len(values)
        spent[question[answer[0]]] += mean
        if answer in place:
            upheld[place[answer]] = mean
            # Where a value fell, the right one may be one that nobody gave.
            unsaid[question[answer[0]]] = max(unsaid[question[answer[0]]], 1.0)
    upheld[np.isnan(upheld) & (spent[columns.question_of] >= 1.0)] = 0.0
    return Settled(upheld, np.maximum(0.0, 1.0 - spent), unsaid)


def find_belief(
    columns: Columns, settled: Settled, share: Numbers, *, rules: AutomaticRules, prior_mean: float
) -> Belief:
    """Return how likely each answer holds and how far each source is to be trusted, in each other's light.

    Notes
    -----
    Expectation maximisation: ``score(v) = sum(I_s * log(n * p_s / (1 - p_s)))`` over those who say `v`, where
    `n` is the number of wrong values that the question actually has, a softmax with the unsaid values,
    verdicts clamped; then `p_s` is the mean chance of what `s` said, with `rules.inference_mass`
    pseudo-counts at `prior_mean` and settled answers weighing `rules.verdict_weight` (REL-1, 4.3). Nobody is
    distrusted beyond `rules.least_trust`: then a source says nothing, not the contrary.

    References
    ----------
    Dong, Berti-Equille and Srivastava (2009), "Integrating Conflicting Data: The Role of Source
    Dependence", VLDB, whose ACCU this is, with verdicts, a prior and graded independence.
    """
    certain = ~settled.is_open[columns.answer]
    edge_weight = np.where(certain, rules.verdict_weight, 1.0)
    count = len(columns.sources)
    weight = summed(columns.source, edge_weight, count)
    trust = np.full(count, prior_mean)
    chance = np.zeros(len(columns.answers))
    agreed = np.zeros(count)
    for _ in range(rules.most_rounds):
        votes = share * log_odds(columns, trust[columns.source])
        chance = share_out(columns, sum_by_answer(columns, votes), settled)
        agreed = summed(columns.source, edge_weight * chance[columns.answer], count)
        found = trust_from(weight, agreed, rules=rules, prior_mean=prior_mean)
        moved = float(np.abs(found - trust).max(initial=0.0))
        trust = found
        if moved < rules.tolerance:
            break
    return Belief(trust, chance, weight, agreed, edge_weight)


def trust_from(weight: Numbers, agreed: Numbers, *, rules: AutomaticRules, prior_mean: float) -> Numbers:
    """Return the trust that so much agreement earns, within the bounds of the rules."""
    share = (rules.inference_mass * prior_mean + agreed) / (rules.inference_mass + weight)
    return np.clip(share, rules.least_trust, rules.most_trust)


def log_odds(columns: Columns, trust: Numbers) -> Numbers:
    """Return what one independent assertion adds to the score of its answer, shape (n_assertions,)."""
    wrong_values = np.maximum(1.0, columns.alternatives - 1.0)
    votes: Numbers = np.log(wrong_values[columns.question] * trust / (1.0 - trust))
    return votes


def sum_by_answer(columns: Columns, values: Numbers) -> Numbers:
    """Return the sums over the assertions of each answer."""
    return summed(columns.answer, values, len(columns.answers))


def share_out(columns: Columns, scores: Numbers, settled: Settled) -> Numbers:
    """Return the chance of each answer by its score, where each unsaid answer has a score of 0.

    What verdicts settled is clamped, and the open answers share what is left.
    """
    is_open = settled.is_open
    top, total = question_totals(columns, np.where(is_open, scores, -np.inf), settled.unsaid)
    powers = np.exp(np.where(is_open, scores, -np.inf) - top[columns.question_of])
    total[total == 0.0] = 1.0  # every answer is settled and nothing is left to share
    chance = powers / total[columns.question_of] * settled.left[columns.question_of]
    return np.where(is_open, chance, settled.upheld)


def question_totals(columns: Columns, scores: Numbers, unsaid: Numbers) -> tuple[Numbers, Numbers]:
    """Return the highest score of each question, and the sum of all powers relative to it."""
    top = np.where(unsaid > 0, 0.0, -np.inf)
    np.maximum.at(top, columns.question_of, scores)
    top[np.isneginf(top)] = 0.0
    powers = np.exp(scores - top[columns.question_of])
    return top, summed(columns.question_of, powers, len(unsaid)) + unsaid * np.exp(-top)
