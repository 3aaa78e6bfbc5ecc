"""Value types of the source model: outcomes and estimates in, scorecards out."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum


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


class Selection(StrEnum):
    """Why a claim was chosen to be checked. Only random audits say how a source does in general."""

    SUSPICION = "suspicion"
    RANDOM = "random"
    COMPLAINT = "complaint"


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
    """What one recorded verdict says of one source. Nothing in it changes, apart from being superseded.

    Parameters
    ----------
    story_id : the story of the claim; None makes the claim a story of its own.
    recorded_at : when the outcome entered the log, timezone-aware. Before that moment it does not exist.
    settled_on : the day the verdict speaks of; its evidence fades from here.
    superseded_at : when another outcome replaced this one, timezone-aware, or None.
    author, reviewer : who gave the verdict and who confirmed it, as the log names people; the reviewer is
        "" while nobody confirmed it.
    selection : why the claim was chosen.
    topic, region, language : of the claim's story and text; "" where nobody knows.
    unnamed : whether the source stands in for an anonymous one, which it vouched for.
    claimed_on, corrected_on : the day the source said it, and the day it published its own correction.
    held : whether the outcome waits for a look because too many came from one person at once.
    """

    id: str
    claim_id: str
    story_id: str | None
    rating: Rating
    role: Role
    recorded_at: datetime
    settled_on: date
    superseded_at: datetime | None = None
    author: str = ""
    reviewer: str = ""
    selection: Selection = Selection.SUSPICION
    topic: str = ""
    region: str = ""
    language: str = ""
    unnamed: bool = False
    claimed_on: date | None = None
    corrected_on: date | None = None
    held: bool = False

    @property
    def second_reviewed(self) -> bool:
        """Whether a second person confirmed the verdict: nobody confirms their own."""
        return bool(self.reviewer) and self.reviewer != self.author


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a night's run over the whole workspace found for one source; in force until the next.

    Parameters
    ----------
    recorded_at : when it entered the log, timezone-aware.
    prior_mean : expected upheld share of a source like this one, in (0, 1).
    upheld, mass : automatic evidence from agreement with independent others, in fresh verdicts.
    skill : how well such agreement foretold verdicts (sigma), in [0, 1].
    topics : expected upheld share on a topic, in (0, 1), for each on which the source was checked.
    """

    recorded_at: datetime
    prior_mean: float
    upheld: float = 0.0
    mass: float = 0.0
    skill: float = 0.0
    topics: Mapping[str, float] = field(default_factory=dict)

    def prior_on(self, topic: str) -> float:
        """Return what is expected on a topic: what is expected of the source where no night looked at it."""
        return self.topics.get(topic, self.prior_mean)


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
    letter : made of human evidence alone.
    prior_mean : what was expected of the source before anything was known of it, in (0, 1).
    automatic_upheld, automatic_mass : evidence from agreement, in fresh verdicts, as far as it counts.
    skill : how well such agreement foretold verdicts, in [0, 1].
    pending_letter : the letter that the evidence asks for, where the nights have not agreed on it yet.
    pending_from : the day at whose first moment (UTC) it will be in force if nothing changes.
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
    prior_mean: float
    automatic_upheld: float = 0.0
    automatic_mass: float = 0.0
    skill: float = 0.0
    pending_letter: Letter | None = None
    pending_from: date | None = None

    @property
    def digest(self) -> str:
        """SHA-256 over all that the card says, in hexadecimal: the same on each run over the same facts."""
        canonical = json.dumps(asdict(self), sort_keys=True, separators=(",", ":"), default=_plain)
        return hashlib.sha256(canonical.encode()).hexdigest()


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return str(value)
