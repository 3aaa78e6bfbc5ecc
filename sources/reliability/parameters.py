"""Every number that the source model depends on, in one versioned record."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from types import MappingProxyType

from sources.reliability.types import Rating, Role

RATING_VALUES: Mapping[Rating, float] = MappingProxyType(
    {
        Rating.TRUE: 1.0,
        Rating.MOSTLY_TRUE: 0.8,
        Rating.MIXED: 0.5,
        Rating.MISLEADING: 0.25,
        Rating.FALSE: 0.0,
    }
)
"""How much of a claim was upheld, in [0, 1]. `UNVERIFIED` has no value: it is no evidence."""

ROLE_WEIGHTS: Mapping[Role, float] = MappingProxyType(
    {Role.ORIGINATED: 1.0, Role.ENDORSED: 0.5, Role.REPUBLISHED: 0.25, Role.QUOTED: 0.15}
)
"""How far a source answers for a claim in each role, in [0, 1]: reasoned, not measured."""


@dataclass(frozen=True, slots=True)
class GradeRules:
    """Thresholds of the letters: masses in fresh verdicts, shares and probabilities in [0, 1].

    A bound of B and A is reached where the share lies above it with `bound_probability`: the 5 % quantile.
    They are set so that about 30 verdicts all upheld reach A, 15 at 95 % reach B and 20 at 20 % reach E.
    `docs/decisions/0005-source-model.md` gives the reasons.
    """

    least_mass: float = 8.0
    bound_probability: float = 0.95
    adverse_mass: float = 10.0
    e_share: float = 0.40
    e_probability: float = 0.95
    d_share: float = 0.60
    d_probability: float = 0.90
    even_mean: float = 0.50
    b_mass: float = 15.0
    b_lower_bound: float = 0.70
    a_mass: float = 30.0
    a_lower_bound: float = 0.85
    a_clean_days: int = 365


@dataclass(frozen=True, slots=True)
class GroupRules:
    """How the expected share of sources of one kind and region is learnt, in verdicts and shares.

    Shrunk towards the mean of the workspace, which is shrunk towards `Parameters.prior_mean`, and kept
    within bounds so that no group is written off or trusted unseen (REL-1, 4.2: reasoned).
    """

    pseudo_count: float = 20.0
    least_mean: float = 0.4
    most_mean: float = 0.8
    least_for_topic: int = 15


@dataclass(frozen=True, slots=True)
class GuardRules:
    """What keeps one person, one burst or one night from making a letter (REL-1, 4.6 and 4.9: reasoned).

    Parameters
    ----------
    influence : most of the evidence behind a letter that may come from one person, in (0, 1]; an even part
        where too few people judged for that.
    person_mass : from how much evidence on somebody counts as one of those people, and in part before. With
        half the evidence of an adverse letter, a record that one person's work has brought to a mass of 8
        or 10 does not fall below it when colleagues join.
    burst_count, burst_hours : more verdicts than this on one source by one person in so many hours wait.
    prompt_days, prompt_value : a correction within so many days raises a rating's value to at least this.
    hysteresis : how far a share must pass a threshold before the letter moves.
    nights : how many nightly runs must agree on a new letter.
    reply_days : how long a source may answer before an adverse letter is shown.
    reply_reach_days : how long before an adverse letter begins a question or answer may lie and still be
        about it. A year, so that a source that is asked while its record falls need not be asked again, and
        one that was asked about another letter is. Reasoned, not measured; no score depends on it.
    """

    influence: float = 0.25
    person_mass: float = 5.0
    burst_count: int = 5
    burst_hours: int = 24
    prompt_days: int = 7
    prompt_value: float = 0.5
    hysteresis: float = 0.03
    nights: int = 2
    reply_days: int = 7
    reply_reach_days: int = 365


@dataclass(frozen=True, slots=True)
class AutomaticRules:
    """How agreement between independent sources becomes evidence (REL-1, 4.3).

    Parameters
    ----------
    weight : evidence that one agreement gives at most, in fresh verdicts.
    cap, human_share, human_needed : most that all of a source's agreements together give; and, once its human
        mass reaches `human_needed`, in proportion to that.
    known_for_topic, known_for_all, unknown_skill : settled answers from which a skill is known, and what
        stands for it before; 0 makes the model strict.
    inference_mass, verdict_weight : pseudo-counts of the prior of trust; what a settled answer weighs in it.
    least_trust, most_trust : bounds of trust; at the least a source says next to nothing, not the contrary.
    open_alternatives : wrong values of a question that anything can answer.
    least_checked : settled answers from which a source has its full voice about others (Dong et al. 2015
        judge no source with fewer than five triples).
    most_rounds, tolerance : when the inference stops.

    Notes
    -----
    Measured there: .3 kept the coverage of intervals that 1.0 destroyed, and only the gate by skill together
    with the cap never made a scorecard worse than verdicts alone.
    """

    weight: float = 0.3
    cap: float = 4.0
    human_share: float = 0.5
    human_needed: float = 8.0
    known_for_topic: int = 30
    known_for_all: int = 20
    unknown_skill: float = 0.5
    inference_mass: float = 2.0
    verdict_weight: float = 5.0
    least_trust: float = 0.5
    most_trust: float = 0.98
    open_alternatives: int = 10
    least_checked: float = 5.0
    most_rounds: int = 100
    tolerance: float = 1e-9


@dataclass(frozen=True, slots=True)
class DependenceRules:
    """How far two assertions of one value depend on each other, each in [0, 1] (REL-1, 4.4 and 4.5).

    `texts` are pairs of the least Jaccard resemblance of five-word shingles and the dependence it means; from
    .95 on a text is a pure copy (docs/decisions/0016-independence.md), which must add no more than 2 %.
    `most_compared` members of a group of dependent assertions are compared with each later one.
    """

    chain: float = 0.98
    proposed_chain: float = 0.8
    texts: tuple[tuple[float, float], ...] = ((0.95, 0.98), (0.8, 0.95), (0.5, 0.7), (0.3, 0.3))
    text_days: int = 14
    owner: float = 0.5
    statistical: float = 0.8
    unnamed: float = 0.5
    same_unnamed: float = 0.9
    most_compared: int = 1000


@dataclass(frozen=True, slots=True)
class CopyRules:
    """When two sources are taken for copying (Dong, Berti-Equille and Srivastava 2009; REL-1, 4.4).

    `prior` is the chance of copying before anything is seen, `rate` the share that a copier takes over.
    Assertions as dependent as `explained` by what is known of them say nothing of hidden copying.
    """

    prior: float = 0.2
    rate: float = 0.8
    least_common: int = 5
    least_false: int = 2
    most_sources: int = 60
    alarm: float = 0.9
    skill_drop: float = 0.2
    explained: float = 0.5


@dataclass(frozen=True, slots=True)
class CoverageRules:
    """When an outlet counts as silent. No score depends on it, so it is no part of `Parameters`; reasoned.

    Parameters
    ----------
    days : how far back its rhythm is read.
    least_arrivals, least_days : fewer hours or days with an arrival say nothing of what is usual.
    long_share : share of its gaps that its long gap is not exceeded by.
    times_long, least_hours : it is silent after so many times its long gap, and never before so many hours.
    window_hours : how long after a report others may be expected to bring the same.
    """

    days: int = 90
    least_arrivals: int = 20
    least_days: int = 7
    long_share: float = 0.95
    times_long: float = 2.0
    least_hours: float = 12.0
    window_hours: int = 48


@dataclass(frozen=True, slots=True)
class NightRules:
    """How a night's run checks itself, and what it clears away. No score depends on it; reasoned.

    Parameters
    ----------
    tolerance : largest difference between sums kept as verdicts came and the same made anew (REL-1, 4.7).
    least_change : smallest change of an estimate's prior mean or skill that is worth an event.
    least_evidence : the same of its evidence, in fresh verdicts. Evidence fades a little every night, so with
        less each source would have an event each night. Either change moves a mean by .001 at most:
        ``.01 * .6 / 6`` for evidence against the prior mass.
    kept_days : how long scorecards between two nights are kept.
    """

    tolerance: float = 1e-6
    least_change: float = 1e-3
    least_evidence: float = 1e-2
    kept_days: int = 7


@dataclass(frozen=True, slots=True)
class Parameters:
    """Every number the model depends on. Two scores compare only if their `hash` agrees.

    Parameters
    ----------
    prior_mean : expected upheld share of a source nobody has checked, in (0, 1).
    prior_mass : weight of that expectation, in fresh verdicts. 6 predicted the next verdict best
        among 2, 4, 6, 10 and 20 on LIAR (12,836 dated PolitiFact verdicts).
    half_life_days : age at which a verdict counts half. Three years lies in the flat optimum of two
        to four on the same data.
    story_cap : most mass that the claims of one story can have, in fresh verdicts.
    single_reviewer_weight : weight of a verdict that no second person confirmed, in [0, 1].
    """

    version: str = "REL-1.1"
    prior_mean: float = 0.6
    prior_mass: float = 6.0
    half_life_days: float = 1095.0
    story_cap: float = 2.0
    single_reviewer_weight: float = 0.7
    rating_values: Mapping[Rating, float] = field(default_factory=lambda: RATING_VALUES)
    role_weights: Mapping[Role, float] = field(default_factory=lambda: ROLE_WEIGHTS)
    grades: GradeRules = field(default_factory=GradeRules)
    groups: GroupRules = field(default_factory=GroupRules)
    guards: GuardRules = field(default_factory=GuardRules)
    automatic: AutomaticRules = field(default_factory=AutomaticRules)
    dependence: DependenceRules = field(default_factory=DependenceRules)
    copying: CopyRules = field(default_factory=CopyRules)

    def as_record(self) -> dict[str, object]:
        """Return the parameters as plain JSON types, in a stable order."""
        return {
            "version": self.version,
            "prior_mean": self.prior_mean,
            "prior_mass": self.prior_mass,
            "half_life_days": self.half_life_days,
            "story_cap": self.story_cap,
            "single_reviewer_weight": self.single_reviewer_weight,
            "rating_values": {str(rating): value for rating, value in sorted(self.rating_values.items())},
            "role_weights": {str(role): weight for role, weight in sorted(self.role_weights.items())},
            "grades": asdict(self.grades),
            "groups": asdict(self.groups),
            "guards": asdict(self.guards),
            "automatic": asdict(self.automatic),
            "dependence": asdict(self.dependence),
            "copying": asdict(self.copying),
        }

    @property
    def hash(self) -> str:
        """SHA-256 of `as_record`, in hexadecimal: equal on every machine for equal parameters."""
        canonical = json.dumps(self.as_record(), sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()
