"""Value types of the source model: outcomes in, scorecards out, and the parameters between."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType


class Rating(StrEnum):
    """How far a claim held, by the people who checked it."""

    TRUE = "true"
    MOSTLY_TRUE = "mostly_true"
    MIXED = "mixed"
    MISLEADING = "misleading"
    FALSE = "false"
    UNVERIFIED = "unverified"


class Role(StrEnum):
    """What a source did with a claim on its way to the reader."""

    ORIGINATED = "originated"
    ENDORSED = "endorsed"
    REPUBLISHED = "republished"
    QUOTED = "quoted"


class Letter(StrEnum):
    """The Admiralty letters. F is not the worst grade: it says that there is nothing to judge by."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one recorded verdict says of one source.

    Parameters
    ----------
    story_id : the story of the claim; None makes the claim a story of its own.
    second_reviewed : whether a second person confirmed the verdict.
    recorded_at : when the verdict entered the log, timezone-aware. Before that moment it does not exist.
    settled_on : the day the verdict speaks of; its evidence fades from here.
    superseded_at : when a later verdict replaced this one, timezone-aware, or None.
    """

    id: str
    claim_id: str
    story_id: str | None
    rating: Rating
    role: Role
    second_reviewed: bool
    recorded_at: datetime
    settled_on: date
    superseded_at: datetime | None = None


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

    They are set so that about 30 verdicts all upheld reach A, 15 at 95 % reach B and 20 at 20 % reach E.
    `docs/decisions/0005-source-model.md` gives the reasons.
    """

    least_mass: float = 8.0
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

    version: str = "REL-1.0"
    prior_mean: float = 0.6
    prior_mass: float = 6.0
    half_life_days: float = 1095.0
    story_cap: float = 2.0
    single_reviewer_weight: float = 0.7
    rating_values: Mapping[Rating, float] = field(default_factory=lambda: RATING_VALUES)
    role_weights: Mapping[Role, float] = field(default_factory=lambda: ROLE_WEIGHTS)
    grades: GradeRules = field(default_factory=GradeRules)

    def as_record(self) -> dict[str, object]:
        """Return the parameters as plain JSON types, in a stable order."""
        grades = {name.name: getattr(self.grades, name.name) for name in fields(self.grades)}
        return {
            "version": self.version,
            "prior_mean": self.prior_mean,
            "prior_mass": self.prior_mass,
            "half_life_days": self.half_life_days,
            "story_cap": self.story_cap,
            "single_reviewer_weight": self.single_reviewer_weight,
            "rating_values": {str(rating): value for rating, value in sorted(self.rating_values.items())},
            "role_weights": {str(role): weight for role, weight in sorted(self.role_weights.items())},
            "grades": grades,
        }

    @property
    def hash(self) -> str:
        """SHA-256 of `as_record`, in hexadecimal: equal on every machine for equal parameters."""
        canonical = json.dumps(self.as_record(), sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Posterior:
    """A Beta distribution over the share of a source's checked claims that is upheld.

    `alpha` and `beta` are pseudo-counts of verdicts; `q05` to `q95` are quantiles in [0, 1].
    """

    alpha: float
    beta: float
    mean: float
    q05: float
    q25: float
    q75: float
    q95: float


@dataclass(frozen=True, slots=True)
class Grade:
    """A letter, the code of the rule that gave it, and the figures that fill the rule's sentence."""

    letter: Letter
    reason: str
    facts: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Scorecard:
    """A source's record as it stood at `as_of`.

    Parameters
    ----------
    mean : expected upheld share among checked claims, in [0, 1]. Never to be shown without its interval.
    q05, q25, q75, q95 : quantiles of that share: the bands of 90 % and of 50 %.
    mass : the human evidence behind it, in fresh verdicts of full weight.
    outcome_count : how many recorded outcomes count.
    """

    as_of: datetime
    alpha: float
    beta: float
    mean: float
    q05: float
    q25: float
    q75: float
    q95: float
    mass: float
    outcome_count: int
    letter: Letter
    letter_reason: str
    letter_facts: Mapping[str, float]
    parameters_hash: str
