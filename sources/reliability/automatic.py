"""Automatic evidence: what agreement with independent others says of a source, behind a gate of skill."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

import numpy as np
import numpy.typing as npt

from sources.reliability.assertions import (
    Assertion,
    Columns,
    CopyPair,
    KnownValue,
    Numbers,
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
    by_source : the automatic evidence of each source, within the cap.
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
    skill = gauge_skill(columns, settled, others, rules=rules)
    age = (int(as_of.timestamp() * 1e6) - columns.moment) / MICROSECONDS_PER_DAY
    decay = np.exp2(-age / parameters.half_life_days)
    mass = summed(columns.answer, independence.share, len(columns.answers))
    return Agreement(
        posterior=dict(zip(columns.answers, belief.chance.tolist(), strict=True)),
        by_source=_by_source(columns, others, skill, independence.share * decay, rules=rules),
        skill=skill,
        mass=dict(zip(columns.answers, mass.tolist(), strict=True)),
    )


def gauge_skill(
    columns: Columns,
    settled: Settled,
    others: Hindsight,
    *,
    rules: AutomaticRules,
) -> dict[str, float]:
    """Return the skill in [0, 1] of agreement for each topic, and under "" that of all topics together.

    ``1 - Brier(Q, verdict) / Brier(share upheld, verdict)`` over answers that have both, each counted
    once. A topic with fewer than `rules.known_for_topic` has that of all; where all are fewer than
    `rules.known_for_all` it is `rules.unknown_skill` (0 makes the model strict: no automatic evidence
    before it is shown to be good).
    """
    overall, found = _skill_of(columns, settled, others, np.ones(len(columns), dtype=bool))
    if found < rules.known_for_all:
        overall = rules.unknown_skill
    skill = {"": overall}
    for number, topic in enumerate(columns.topics):
        if topic:
            own, found = _skill_of(columns, settled, others, columns.topic == number)
            skill[topic] = own if found >= rules.known_for_topic else overall
    return skill


def cap_evidence(
    upheld: float, mass: float, *, human_mass: float, rules: AutomaticRules
) -> tuple[float, float]:
    """Return automatic evidence cut to what may count beside so much human evidence, its share unchanged.

    Never more than `rules.cap`; nor, once the human mass reaches `rules.human_needed`, than the part
    `rules.human_share` of it.

    Examples
    --------
    >>> cap_evidence(6.0, 8.0, human_mass=0.0, rules=AutomaticRules())
    (3.0, 4.0)
    """
    most = rules.cap
    if human_mass >= rules.human_needed:
        most = min(most, rules.human_share * human_mass)
    if mass <= most:
        return upheld, mass
    return upheld * (most / mass), most


def _skill_of(
    columns: Columns, settled: Settled, others: Hindsight, among: npt.NDArray[np.bool_]
) -> tuple[float, int]:
    """Return the skill over the settled answers among these assertions, and how many answers there are."""
    weight = np.where(among & ~settled.is_open[columns.answer], others.mass, 0.0)
    sums = summed(columns.answer, weight, len(columns.answers))
    both = sums > 0
    foretold = summed(columns.answer, weight * others.chance, len(columns.answers))[both] / sums[both]
    verdict = settled.upheld[both]
    if not len(verdict):
        return 0.0, 0
    base = float(np.square(verdict - verdict.mean()).sum())
    error = float(np.square(verdict - foretold).sum())
    return (min(1.0, max(0.0, 1.0 - error / base)) if base > 0 else 0.0), len(verdict)


def _by_source(
    columns: Columns,
    others: Hindsight,
    skill: Mapping[str, float],
    factor: Numbers,
    *,
    rules: AutomaticRules,
) -> dict[str, AutomaticEvidence]:
    sigma = np.array([skill[topic] for topic in columns.topics], dtype=np.float64)[columns.topic]
    full = factor * rules.weight * np.abs(2.0 * others.chance - 1.0) * others.mass * others.is_open
    count = len(columns.sources)
    mass = summed(columns.source, full * sigma, count)
    upheld = summed(columns.source, full * sigma * others.chance, count)
    whole = summed(columns.source, full, count)
    shown = np.where(whole > 0, mass / np.where(whole > 0, whole, 1.0), skill[""])
    return {
        source: AutomaticEvidence(
            *cap_evidence(float(upheld[n]), float(mass[n]), human_mass=0.0, rules=rules), float(shown[n])
        )
        for n, source in enumerate(columns.sources)
    }
