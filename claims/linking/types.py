"""Value types of the linking engine: claims as it sees them, slots, and the links it proposes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from claims.nlp.types import Modality, SourceKind, Span


class SlotKind(StrEnum):
    """A typed particular of a claim."""

    ACTOR = "actor"
    ACTION = "action"
    PLACE = "place"
    TIME = "time"
    NUMBER = "number"
    POLARITY = "polarity"


class Relation(StrEnum):
    """How two claims of different articles stand to each other."""

    CORROBORATES = "corroborates"
    CONFLICTS = "conflicts"
    UPDATES = "updates"
    RELATED = "related"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One particular, as written and as understood.

    `span` refers to the text it was read from (the article's, in the product).
    `value` is the normalised form in one string that compares for equality:
    a date as `2021-05-17` or `2021-05-17/2021-05-18`, a number as
    `count:dead=2` or `at_least:count:dead=40`, a place as its gazetteer key, an
    actor as its alias key.
    """

    kind: SlotKind
    span: Span
    text: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HopKey:
    """One hop of a chain as linking compares it: same `key`, same source. `owner` is whose outlet it is."""

    key: str
    name: str
    kind: SourceKind
    owner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRecord:
    """A claim as the linking engine reads it; `id` is the caller's own.

    `text` is the content in its own language; `chain` runs from the outlet to
    the originator; `article_text_key` groups near-duplicate articles (equal keys
    mean copies). `cue` is the wording that attributes it ("blamed") and `source` names who
    said it, as written ("ministry spokesman X"). `vector` is the unit sentence vector, shape (384,), or None.

    What independence and drift rest on: `published_at`, where the hour is known; `credits`, the
    agencies and outlets that the article says it draws on; `signature`, the MinHash of its text
    (`claims.reading.fingerprints`); `hedges`, the words inside the claim that hold back, None where nobody
    has read them; `confirmed`, whether a person has accepted the claim with its chain.
    """

    id: str
    article_id: str
    language: str
    text: str
    modality: Modality
    attributed: bool
    chain: tuple[HopKey, ...]
    published_on: date | None = None
    slots: tuple[Slot, ...] = ()
    vector: tuple[float, ...] | None = None
    article_text_key: str = ""
    title: str = ""
    cue: str = ""
    source: str = ""
    published_at: datetime | None = None
    credits: tuple[str, ...] = ()
    signature: tuple[int, ...] = ()
    hedges: tuple[str, ...] | None = None
    confirmed: bool = False


class DriftKind(StrEnum):
    """What changed where one report passes another on."""

    HEDGE = "hedge dropped"
    BOUND = "bound dropped"
    NUMBER = "number changed"
    OFFICIAL = "unnamed became official"
    NAMED = "unnamed became named"
    HARDENED = "modality hardened"
    COARSER = "place coarser"
    FINER = "place finer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """One change on the way to the outlet `by`: the wording before and after it, "" where there is none."""

    kind: DriftKind
    by: str
    before: str
    after: str


class Agreement(StrEnum):
    """How one particular of two claims stands: coarser, or within the other, is compatible."""

    SAME = "same"
    COMPATIBLE = "compatible"
    DIFFERENT = "different"
    INCOMPARABLE = "incomparable"


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedParticular:
    """One particular of both claims, side by side: `spans` are those of the two articles' texts."""

    kind: SlotKind
    agreement: Agreement
    spans: tuple[Span, Span]
    texts: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkProposal:
    """A relation that the engine proposes between two claims, with its reasons.

    `probability` in [0, 1] is the engine's confidence in `relation`;
    `independence` in [0, 1] estimates whether the two go back to different roots.
    `slot` names the particular in which a conflict lies and `slot_texts` how
    each side words it; `aligned` are the particulars that both sides name. `features` are
    what the probability was computed from. `drift` is what changed where one relays the
    other; it stands among the reasons, too. Reasons are sentences a person can read.
    """

    a: str
    b: str
    relation: Relation
    probability: float
    independence: float
    slot: SlotKind | None = None
    slot_texts: tuple[str, str] | None = None
    reasons: tuple[str, ...] = ()
    aligned: tuple[AlignedParticular, ...] = ()
    features: Mapping[str, float] = field(default_factory=dict)
    drift: tuple[Drift, ...] = ()
    model_version: str = ""
