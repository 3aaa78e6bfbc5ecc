"""Attributions while they are being read: before quote kind, modality and nesting are known."""

from dataclasses import dataclass, field

from claims.nlp.components.contents import ContentBounds
from claims.nlp.components.cues import Cue, find_cues
from claims.nlp.components.phrases import Range
from claims.nlp.components.units import Unit
from claims.nlp.lexicon import CueEntry
from claims.nlp.types import AttributionForm, Span


@dataclass(slots=True)
class Draft:
    """One attribution of a unit.

    `at` is the token of its cue. A draft that only passes on another has that one as its `origin`.
    """

    content: list[Span]
    cue: list[Span]
    source: list[Span]
    form: AttributionForm
    entry: CueEntry
    at: int
    origin: "Draft | None" = None


@dataclass(slots=True)
class Reading:
    """A unit, its cues, and the drafts read so far."""

    unit: Unit
    cues: list[Cue]
    bounds: ContentBounds
    drafts: list[Draft] = field(default_factory=list)

    @classmethod
    def of(cls, unit: Unit) -> "Reading":
        """Return a reading of `unit` with no draft yet."""
        cues = find_cues(unit)
        return cls(unit, cues, ContentBounds(unit, cues))

    def shared_source(self, at: int) -> list[Span]:
        """Return the source of the last draft of the sentence before token `at`, nested ones left aside."""
        start = self.unit.sentence_start(at)
        near = [d for d in self.drafts if start <= d.at < at and d.source]
        top = [d for d in near if not any(_holds(other, d) for other in near)]
        return list((top or near)[-1].source) if near else []

    def spans(self, source: Range | None) -> list[Span]:
        """Return a source phrase as spans."""
        return [self.unit.span_of(*source)] if source else []

    def cue_span(self, cue: Cue) -> Span:
        """Return the characters of a cue."""
        return self.unit.span_of(cue.first, cue.last)

    def cue_spans(self, cue: Cue) -> list[Span]:
        """Return the characters of a cue, those of a subject inside it left out."""
        if cue.subject < 0:
            return [self.cue_span(cue)]
        return [self.unit.span_of(cue.first, cue.subject), self.unit.span_of(cue.subject + 1, cue.last)]


def _holds(outer: Draft, inner: Draft) -> bool:
    """Tell whether the cue of `inner` stands in the content of `outer`."""
    return (
        any(span.contains(inner.cue[0]) for span in outer.content)
        if inner.cue and outer is not inner
        else False
    )


def governing_verb(reading: Reading, cue: Cue) -> Cue | None:
    """Return the verb close before a noun cue that has no content but this noun (repeated his call for)."""
    if cue.role != "noun":
        return None
    read = {draft.at for draft in reading.drafts}
    near = [
        c for c in reading.cues if c.role == "finite" and 0 < cue.first - c.last < 10 and c.first not in read
    ]
    return near[-1] if near else None
