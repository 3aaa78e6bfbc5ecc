"""Why one claim reads as it does: the components' votes, the chain, the figures and what they rest on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from django.db.models import QuerySet

from claims.models import Claim, ClaimSpan
from claims.nlp.types import Voice
from claims.selectors import engine_words
from claims.selectors.claims import ShownHop, claim_in_full, hops_with_words
from claims.selectors.passages import PARTS, Extent, Piece, Reading, extent_of, pieces_of
from claims.selectors.segments import Stretch
from claims.selectors.wordings import ShownFill, WordedPiece, shown_fills, worded_pieces
from workbench.accounts.models import Workspace

VOTED_PARTS = tuple(part for part in PARTS if part != ClaimSpan.Part.HEDGE)
"""Parts that components vote on; hedges are found afterwards."""


BAR = 60
"""Units of the longest bar of a sign, to either side."""


def signed(points: float) -> str:
    """Return points with their sign, the minus as typographers write it.

    >>> signed(-0.5), signed(0.25)
    ('−0.50', '+0.25')
    """
    return f"{points:+.2f}".replace("-", "\u2212")


class ShownPart(NamedTuple):
    """The words of one part, where they stand, and whether another vote has others."""

    part: str
    word: str
    stretches: tuple[tuple[int, int, str], ...]
    differs: bool = False


@dataclass(frozen=True, slots=True)
class ShownVote:
    """What one component reads here, drawn in the passage and told in words."""

    voice: str
    form: str
    score: float | None
    pieces: tuple[Piece, ...]
    parts: tuple[ShownPart, ...]

    @property
    def name(self) -> str:
        """Return what the component is called."""
        return str(engine_words.VOICES.get(self.voice, self.voice))

    @property
    def about(self) -> str:
        """Return in a few words how the component reads."""
        return str(engine_words.ABOUT_VOICES.get(self.voice, ""))

    @property
    def form_word(self) -> str:
        """Return what the construction is called."""
        return engine_words.form_word(self.form)

    @property
    def score_word(self) -> str:
        """Return the word for the score; nothing for a component that has no degrees."""
        return "" if self.score is None else engine_words.score_word(self.score)

    @property
    def differs(self) -> bool:
        """Tell whether another component reads other words here."""
        return any(part.differs for part in self.parts)


@dataclass(frozen=True, slots=True)
class ShownFactor:
    """A sign of check-worthiness with its points, and their share of the strongest sign's."""

    name: str
    points: float
    share: float

    @property
    def word(self) -> str:
        """Return what the sign says."""
        return engine_words.factor_word(self.name)

    @property
    def signed(self) -> str:
        """Return the points with their sign."""
        return signed(self.points)

    @property
    def bar(self) -> dict[str, str]:
        """Return place and width of the bar in a drawing of twice `BAR` units with zero in the middle."""
        width = max(self.share * BAR, 1.0)
        return {"x": f"{BAR - width * (self.points < 0):.1f}", "width": f"{width:.1f}"}


@dataclass(frozen=True)
class Inspection:
    """One claim with all that explains it."""

    claim: Claim
    reading: Reading
    votes: tuple[ShownVote, ...]
    extent: Extent

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Return the passage with the claim's own parts."""
        return pieces_of(self.claim.article.text, self.extent, self.reading)

    @property
    def parts(self) -> tuple[ShownPart, ...]:
        """Return the claim's parts in words."""
        return tuple(_shown_part(self.claim, part, self.reading) for part in PARTS)

    @property
    def missing_voices(self) -> tuple[str, ...]:
        """Return the components that did not see this claim, where others did."""
        cast = {vote.voice for vote in self.votes}
        return tuple(str(engine_words.VOICES[v]) for v in Voice if self.votes and v.value not in cast)

    @cached_property
    def hops(self) -> list[ShownHop]:
        """Return the chain, each hop with the words that it was read from."""
        return hops_with_words(self.claim)

    @property
    def chance(self) -> str:
        """Return the sentence for the probability; nothing where nothing was weighed."""
        probability = self.claim.probability
        return "" if probability is None else engine_words.chance_sentence(probability)

    @property
    def form(self) -> str:
        """Return what the construction is called that attributes the content."""
        return engine_words.form_word(self.claim.form)

    @property
    def quote_reason(self) -> str:
        """Return why the claim is a quote of its kind."""
        return str(engine_words.QUOTE_REASONS[self.claim.quote])

    @property
    def modality_reason(self) -> str:
        """Return why the claim has its modality."""
        return str(engine_words.MODALITY_REASONS[self.claim.modality])

    @property
    def anonymity_reason(self) -> str:
        """Return what is known of an originator without a name."""
        return str(engine_words.ANONYMITY_REASONS.get(self.claim.anonymity, ""))

    @property
    def cue_words(self) -> tuple[str, ...]:
        """Return the words that attribute."""
        return tuple(words for _, _, words in self.parts[PARTS.index(ClaimSpan.Part.CUE)].stretches)

    @cached_property
    def factors(self) -> tuple[ShownFactor, ...]:
        """Return the signs that check-worthiness is made of, the strongest first."""
        rows = [(str(row["name"]), float(row["points"])) for row in self.claim.factors]
        reach = max((abs(points) for _, points in rows), default=0.0) or 1.0
        shown = [ShownFactor(name, points, abs(points) / reach) for name, points in rows]
        return tuple(sorted(shown, key=lambda factor: -abs(factor.points)))

    @property
    def sum(self) -> str:
        """Return what the signs add up to."""
        return signed(sum(factor.points for factor in self.factors))

    @property
    def worth(self) -> str:
        """Return how much the claim deserves a check, between 0 and 1."""
        return f"{self.claim.worth:.2f}"

    @cached_property
    def wording(self) -> tuple[WordedPiece, ...]:
        """Return the self-contained wording, the fills apart from what was written."""
        return worded_pieces(self.claim)

    @property
    def fills(self) -> tuple[ShownFill, ...]:
        """Return each fill with what it stands for and why."""
        return shown_fills(self.claim)


def inspectable_claims(workspace: Workspace) -> QuerySet[Claim]:
    """Return the workspace's claims with all that an inspection shows. Five queries."""
    return claim_in_full(workspace).prefetch_related("spans")


def inspection_of(claim: Claim) -> Inspection:
    """Return why `claim` reads as it does. No query beyond those of `inspectable_claims`."""
    reading = reading_of_claim(claim)
    votes = [(vote, reading_of_vote(vote)) for vote in claim.votes]
    extent = extent_of(claim.article, [reading, *(own for _, own in votes)])
    shown = []
    for number, (vote, own) in enumerate(votes):
        others = [other for place, (_, other) in enumerate(votes) if place != number]
        shown.append(_shown_vote(claim, vote, (own, others), extent))
    return Inspection(claim, reading, tuple(shown), extent)


def reading_of_claim(claim: Claim) -> Reading:
    """Return where the claim's parts stand. One query, none where the spans are prefetched."""
    spans = list(claim.spans.all())
    return {part: tuple((s.start, s.end) for s in spans if s.part == part) for part in PARTS}


def reading_of_vote(vote: Mapping[str, Any]) -> Reading:
    """Return where a stored vote's parts stand."""
    return {part: tuple((int(s), int(e)) for s, e in vote.get(part, ())) for part in VOTED_PARTS}


def _shown_vote(
    claim: Claim, vote: Mapping[str, Any], readings: tuple[Reading, Sequence[Reading]], extent: Extent
) -> ShownVote:
    own, others = readings
    score = vote.get("score")
    return ShownVote(
        voice=str(vote["voice"]),
        form=str(vote.get("form") or ""),
        score=None if score is None else float(score),
        pieces=pieces_of(claim.article.text, extent, own, others),
        parts=tuple(_shown_part(claim, part, own, others) for part in VOTED_PARTS),
    )


def _shown_part(claim: Claim, part: str, reading: Reading, others: Sequence[Reading] = ()) -> ShownPart:
    text = claim.article.text
    stretches: Sequence[Stretch] = reading.get(part, ())
    return ShownPart(
        part=part,
        word=str(ClaimSpan.Part(part).label),
        stretches=tuple((start, end, text[start:end]) for start, end in stretches),
        differs=any(tuple(other.get(part, ())) != tuple(stretches) for other in others),
    )
