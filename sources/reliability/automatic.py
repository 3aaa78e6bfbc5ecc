"""Automatic evidence: what agreement with independent others says of a source, behind a gate of skill."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from sources.reliability.assertions import (
    Assertion,
    Columns,
    CopyPair,
    KnownValue,
    Numbers,
    Places,
    Tie,
    in_columns,
    summed,
)
from sources.reliability.dependence import MICROSECONDS_PER_DAY, find_independence
from sources.reliability.others import Hindsight, ask_the_others
from sources.reliability.parameters import AutomaticRules, Parameters
from sources.reliability.truth import Settled, find_belief, settle


@dataclass(frozen=True, slots=True)
class AutomaticEvidence:
    """What agreement says of one source: `upheld` of `mass` fresh verdicts, and the skill behind them."""

    upheld: float
    mass: float
    skill: float


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a night's run finds in all assertions together.

    Parameters
    ----------
    posterior : chance in [0, 1] that each (question, value) holds. It ranks; it is never a verdict.
    by_source : the automatic evidence of each source, within the cap. What may count of it beside human
        evidence is decided where the score is made (`estimates.capped_agreement`).
    skill : how well agreement foretold the verdicts, in [0, 1], by topic; "" is that of all together.
    mass : independent assertions (N_ind) behind each (question, value).
    """

    posterior: Mapping[tuple[str, str], float]
    by_source: Mapping[str, AutomaticEvidence]
    skill: Mapping[str, float]
    mass: Mapping[tuple[str, str], float]


def weigh_agreement(
    assertions: Iterable[Assertion],
    ties: Iterable[Tie],
    known: Iterable[KnownValue],
    *,
    parameters: Parameters,
    as_of: datetime,
    copying: Iterable[CopyPair] = (),
) -> Agreement:
    """Return the chance of each value and the automatic evidence of each source, whatever the order.

    Parameters
    ----------
    assertions, ties : only what people accepted or confirmed (see `Assertion`); those made after `as_of` are
        not known yet. Proposed chains are ties of their own kind.
    known : what verdicts say of values. A settled claim gives no automatic evidence: people's word stands.
    copying : pairs of sources that are taken for copying (`find_copy_pairs`).

    Notes
    -----
    Two stages (REL-1, 4.3). First the chance of every value. Then, the trust frozen, for each assertion
    `Q`, the chance of its value without its source and all that depends on it, and evidence of weight
    ``w * skill * |2Q - 1| * min(1, mass of the others) * I * decay``, of which `Q` is upheld. Leave-one-out
    inside the first stage collapses (measured there: Brier score .61).
    """
    columns = in_columns(assertions, as_of=as_of)
    settled = settle(columns, known)
    independence = find_independence(columns, list(ties), copying, rules=parameters.dependence)
    rules = parameters.automatic
    belief = find_belief(columns, settled, independence.share, rules=rules, prior_mean=parameters.prior_mean)
    others = ask_the_others(
        columns, settled, independence, belief, rules=rules, prior_mean=parameters.prior_mean
    )
    told = independence.share * np.abs(2.0 * others.chance - 1.0) * others.mass
    skill = gauge_skill(columns, settled, others, told, rules=rules)
    age = (int(as_of.timestamp() * 1e6) - columns.moment) / MICROSECONDS_PER_DAY
    decay = np.exp2(-age / parameters.half_life_days)
    mass = summed(columns.answer, independence.share, len(columns.answers))
    return Agreement(
        posterior=dict(zip(columns.answers, belief.chance.tolist(), strict=True)),
        by_source=_by_source(columns, others, skill, told * decay, rules=rules),
        skill=skill,
        mass=dict(zip(columns.answers, mass.tolist(), strict=True)),
    )


def gauge_skill(
    columns: Columns, settled: Settled, others: Hindsight, counted: Numbers, *, rules: AutomaticRules
) -> dict[str, float]:
    """Return the skill in [0, 1] of agreement for each topic, and under "" that of all topics together.

    ``1 - Brier(Q, verdict) / Brier(share upheld, verdict)`` over the assertions of settled answers, each with
    the weight `counted` that it would have had as evidence (shape (n_assertions,)): what is gauged is the
    evidence that would be given. A topic with fewer settled answers than `rules.known_for_topic` has the
    skill of all; where all are fewer than `rules.known_for_all` it is `rules.unknown_skill` (0 makes the
    model strict: no automatic evidence before it has shown what it is worth).
    """
    rows = np.flatnonzero(~others.is_open & (counted > 0))
    verdict, foretold = settled.upheld[columns.answer], others.chance
    skill, found = _skill_over(verdict[rows], foretold[rows], counted[rows], columns.answer[rows])
    overall = skill if found >= rules.known_for_all else rules.unknown_skill
    by_topic = {"": overall}
    for number, topic in enumerate(columns.topics):
        if topic:
            own = rows[columns.topic[rows] == number]
            skill, found = _skill_over(verdict[own], foretold[own], counted[own], columns.answer[own])
            by_topic[topic] = skill if found >= rules.known_for_topic else overall
    return by_topic


def _skill_over(verdict: Numbers, foretold: Numbers, weight: Numbers, answer: Places) -> tuple[float, int]:
    """Return the skill over these assertions, and how many answers they gave."""
    usual = float((weight * verdict).sum() / max(weight.sum(), 1e-300))
    base = float((weight * np.square(verdict - usual)).sum())
    error = float((weight * np.square(verdict - foretold)).sum())
    skill = min(1.0, max(0.0, 1.0 - error / base)) if base > 0 else 0.0
    return skill, len(np.unique(answer))


def _by_source(
    columns: Columns,
    others: Hindsight,
    skill: Mapping[str, float],
    counted: Numbers,
    *,
    rules: AutomaticRules,
) -> dict[str, AutomaticEvidence]:
    sigma = np.array([skill[topic] for topic in columns.topics], dtype=np.float64)[columns.topic]
    full = rules.weight * counted * others.is_open
    count = len(columns.sources)
    mass = summed(columns.source, full * sigma, count)
    upheld = summed(columns.source, full * sigma * others.chance, count)
    whole = summed(columns.source, full, count)
    shown = np.where(whole > 0, mass / np.where(whole > 0, whole, 1.0), skill[""])
    cut = np.minimum(1.0, rules.cap / np.maximum(mass, 1e-300))
    return {
        source: AutomaticEvidence(float(upheld[n] * cut[n]), float(mass[n] * cut[n]), float(shown[n]))
        for n, source in enumerate(columns.sources)
    }
