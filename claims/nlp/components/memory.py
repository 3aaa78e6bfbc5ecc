"""What a reader holds in mind while reading an article: who has been introduced, who spoke, where we are."""

from collections.abc import Callable
from dataclasses import dataclass

from claims.nlp.components.background import introduce_speakers
from claims.nlp.components.naming import Naming
from claims.nlp.components.speakers import Speaker, Speakers
from claims.nlp.languages.sources import source_words
from claims.nlp.types import Attribution, Credit, Document, SourceKind, Span

NAMED_IN_PLACE = "named here"
"""The reason of a speaker whom the words at this place name or describe themselves."""


_LEAD_SENTENCES = 2
"""Sentences of a body that open the story."""


@dataclass(frozen=True, slots=True)
class Found:
    """The speaker of one mention, the words that name it here, and why it is taken to be the speaker."""

    speaker: Speaker
    span: Span | None
    reason: str


class Memory:
    """The speakers of a document, those who have spoken in order, and the place that is being read."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = source_words(document.language)
        self.speakers = Speakers(self.words)
        self.position = 0
        self.lead_end = _lead_end(document)
        self.spoken: list[Speaker | None] = []
        introduce_speakers(document, self.speakers)
        self.credited = self._credited(document.credit)

    def _credited(self, credit: Credit) -> Speaker | None:
        if not credit.republished_from:
            return None
        span = credit.spans[0]
        return self.speakers.named(
            Naming(name=credit.republished_from, span=span, kind=SourceKind.OUTLET, proper=True, number="s")
        )

    def last(self, fits: Callable[[Speaker], bool]) -> Speaker | None:
        """Return the last who spoke and fits."""
        return next((s for s in reversed(self.spoken) if s is not None and fits(s)), None)

    def last_mentioned(self, fits: Callable[[Speaker], bool]) -> Speaker | None:
        """Return the named speaker who fits and whom the text named last before this point."""
        mentions = [
            (start, speaker)
            for speaker in self.speakers
            if speaker.proper and fits(speaker)
            if (start := speaker.last_mention_before(self.position)) >= 0
        ]
        return max(mentions, key=lambda mention: mention[0])[1] if mentions else None


def _lead_end(document: Document) -> int:
    """Return where the opening of a body ends, in which a story's people are only described."""
    opening = document.sentences[:_LEAD_SENTENCES]
    return opening[-1].end if opening else 0


def anchor_of(attribution: Attribution) -> Span:
    """Return where an attribution stands: its cue, else its source, else its content."""
    return (attribution.cue or attribution.source or attribution.content)[0]
