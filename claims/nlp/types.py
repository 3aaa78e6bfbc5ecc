"""Value types shared by every component of the attribution engine."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in one article's text.

    Offsets count Unicode code points, not bytes and not grapheme clusters, so
    that ``text[span.start : span.end]`` is the marked text in every script.

    >>> Span(0, 5).text("Ahmad said")
    'Ahmad'
    """

    start: int
    end: int

    def text(self, source: str) -> str:
        """Return the characters of `source` that this span covers."""
        return source[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


Spans = tuple[Span, ...]
"""The pieces of one mark, in text order; more than one when it is split."""


def span_around(spans: Sequence[Span], inner: Span) -> Span | None:
    """Return the one of `spans`, which are disjoint and in order, that holds `inner`, if one does."""
    before = bisect_right(spans, inner.start, key=lambda span: span.start)
    found = spans[before - 1] if before else None
    return found if found is not None and found.contains(inner) else None


def joined_text(spans: Sequence[Span], text: str) -> str:
    """Return the pieces of a split mark as one string, an ellipsis between them.

    >>> joined_text([Span(0, 1), Span(4, 5)], "a , b")
    'a … b'
    """
    return " … ".join(span.text(text) for span in spans)


class RegionKind(StrEnum):
    """What a stretch of the stored text is."""

    TITLE = "title"
    BYLINE = "byline"
    BODY = "body"
    CREDIT = "credit"
    DISCLAIMER = "disclaimer"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the text that plays one part. Regions are disjoint and in order."""

    span: Span
    kind: RegionKind


class QuoteKind(StrEnum):
    """How much of a claim's content stands in quotation marks."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    NONE = "none"


class Modality(StrEnum):
    """What the originator does with the content."""

    ASSERTED = "asserted"
    DENIED = "denied"
    DEMANDED = "demanded"
    PREDICTED = "predicted"
    ALLEGED = "alleged"


class SourceKind(StrEnum):
    """What a hop of a chain is."""

    OUTLET = "outlet"
    ORGANISATION = "organisation"
    PERSON = "person"
    DOCUMENT = "document"
    ACCOUNT = "account"
    ANONYMOUS = "anonymous"


class Anonymity(StrEnum):
    """What the text tells of an originator whom it does not name."""

    PERSON = "person"
    OFFICIAL = "official"
    INSTITUTION = "institution"
    DOCUMENT = "document"
    COLLECTIVE = "collective"
    UNKNOWN = "unknown"


class Stance(StrEnum):
    """How a hop's own words take what it passes on: backed, passed on, kept at a distance."""

    ENDORSES = "endorses"
    REPORTS = "reports"
    DOUBTS = "doubts"


class AttributionForm(StrEnum):
    """Which construction attributes the content to its source."""

    DIRECT_QUOTE = "direct_quote"
    CLAUSE = "clause"
    NOMINAL = "nominal"
    ACCORDING_TO = "according_to"
    PARTICIPLE = "participle"
    HEADLINE = "headline"
    IMPERSONAL = "impersonal"
    FLOATING_QUOTE = "floating_quote"


class Voice(StrEnum):
    """Which component proposes an attribution."""

    RULES = "rules"
    TAGGER = "tagger"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """What one component reads at an attribution: its own spans, and how sure it is in [0, 1], uncalibrated.

    Rules have no degrees: their `score` is None. `chances` are the tagger's for each part.
    """

    voice: Voice
    content: Spans
    cue: Spans = ()
    source: Spans = ()
    form: str = ""
    score: float | None = None
    chances: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor:
    """One sign that speaks for (positive) or against (negative) something, with the points it counts."""

    name: str
    points: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill:
    """A word of a content that needs its article, and what a reader without the article is shown instead."""

    span: Span
    shown: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A content that can be read alone: its text with the fills in place. Proposed, not what was written."""

    text: str
    fills: tuple[Fill, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted run: `inner` without its marks, `outer` with them."""

    inner: Span
    outer: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A content that the text gives to a source, as written and not yet resolved.

    `source` is empty where nothing is written (a dropped subject, an impersonal
    cue). `cue_key` is the lexicon's entry of the cue ("say", "قال") and
    `cue_class` its class there. `parent` is the index, in the same layer, of the
    attribution whose content holds this one. `relays` are the outlets that the
    words around the content name between the source and this article (told AGENCY).
    `probability` in [0, 1] is calibrated; `votes` are what the components read here.
    """

    content: Spans
    cue: Spans
    source: Spans
    quote: QuoteKind
    form: AttributionForm
    cue_key: str
    cue_class: str
    modality: Modality
    parent: int | None = None
    relays: Spans = ()
    gender: str | None = None
    number: str | None = None
    probability: float | None = None
    votes: tuple[Vote, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One step of a chain: who passed the claim on, or, last, who made it.

    `name` is clean (no title tail, apposition or relative clause). `inferred` is
    true where the text does not say it at this place (a pronoun resolved, an
    article-level credit). `stance` is that of `cue`, or of the page's disclaimer.
    """

    name: str
    kind: SourceKind
    span: Span | None = None
    cue: str = ""
    inferred: bool = False
    reason: str = ""
    stance: Stance = Stance.REPORTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Who makes an attribution's content, once resolved, and who relays it from there.

    `speaker` is None where the text names nobody (an impersonal cue).
    """

    speaker: Hop | None
    relays: tuple[Hop, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditedSection:
    """A stretch of an article that comes from another outlet, and the words that say so."""

    span: Span
    outlet: str
    mark: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place where the article names or describes somebody, under the name that it gives them.

    `gender` is "m", "f", or "" where nothing tells it; `heads` are the nouns that
    describe them (minister, site); `spoken` tells whether the article gives them a statement.
    """

    span: Span
    name: str
    kind: SourceKind
    gender: str = ""
    heads: frozenset[str] = frozenset()
    spoken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Whom the article republishes or relays, and where it says so.

    `republished_from` is about the article as a whole. `sections` are in text order and
    disjoint; there are none where the whole article is credited.
    """

    republished_from: str | None = None
    spans: Spans = ()
    translated: bool = False
    unverified: bool = False
    sections: tuple[CreditedSection, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One attributed statement: what the engine proposes to a person.

    `chain` runs from the publishing outlet to the originator and is never empty.
    Narrated claims have empty `source` and `cue`. `parent` is the index of the
    claim whose content holds this one. `worth` in [0, 1] says how much the claim
    deserves a check; it is not calibrated; `factors` are the signs it is made of.
    `probability` in [0, 1] says how likely the attribution is right as it stands:
    calibrated, None where nothing was there to weigh. `wording` is the content in
    words that need no article, None where it needs none. `anonymity` says what is
    known of an originator without a name, and is None where there is one.
    """

    content: Spans
    cue: Spans
    source: Spans
    chain: tuple[Hop, ...]
    quote: QuoteKind
    modality: Modality
    anonymous: bool
    form: AttributionForm | None = None
    hedges: Spans = ()
    parent: int | None = None
    worth: float = 0.0
    factors: tuple[Factor, ...] = ()
    probability: float | None = None
    votes: tuple[Vote, ...] = ()
    wording: Wording | None = None
    reasons: tuple[str, ...] = ()
    anonymity: Anonymity | None = None

    @property
    def narrated(self) -> bool:
        """Tell whether the outlet says this in its own voice."""
        return not self.source and not self.cue


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article's text and the layers written about it so far.

    `weights` are points of factors of worth that differ from the defaults
    (`claims.nlp.worth`). Each component returns a copy with its layers filled. `sentences` and
    `paragraphs` cover the body only; every span refers to `text` as given.
    """

    text: str
    language: str
    title: str = ""
    outlet: str = ""
    published_on: date | None = None
    weights: Mapping[str, float] = field(default_factory=dict)
    regions: tuple[Region, ...] = ()
    paragraphs: Spans = ()
    sentences: Spans = ()
    quotes: tuple[Quote, ...] = ()
    read_by_rules: tuple[Attribution, ...] = ()
    read_by_tagger: tuple[Attribution, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    origins: tuple["Origin", ...] = ()
    mentions: tuple[Mention, ...] = ()
    credit: Credit = field(default_factory=Credit)
    claims: tuple[Claim, ...] = ()
