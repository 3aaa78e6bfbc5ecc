"""Reads headlines that attribute themselves: "Minister: ports reopen"."""

from claims.nlp.components.contents import content_span
from claims.nlp.components.drafts import Draft, Reading
from claims.nlp.components.phrases import has_finite
from claims.nlp.components.units import Unit
from claims.nlp.lexicon import CueEntry
from claims.nlp.tokens import tokenize
from claims.nlp.types import AttributionForm, Modality

_ENTRY = CueEntry(key=":", cue_class="headline", modality=Modality.ASSERTED)
_MAX_SOURCE = 8
_MIN_CONTENT = 3


def read_headline(reading: Reading) -> list[Draft]:
    """Return the draft of a headline that names its source before a colon."""
    unit = reading.unit
    colon = next((k for k in range(min(len(unit), _MAX_SOURCE + 1)) if unit.norm(k) == ":"), -1)
    if colon < 1 or len(unit) - colon - 1 < _MIN_CONTENT or not _names_somebody(unit, colon):
        return []
    span = content_span(unit, colon + 1, _end(unit, colon))
    if span is None:
        return []
    mark = unit.tokens[colon].span
    return [Draft([span], [mark], [unit.span_of(0, colon)], AttributionForm.HEADLINE, _ENTRY, colon)]


def _names_somebody(unit: Unit, colon: int) -> bool:
    whole = all(unit.tokens[k].is_word or not unit.outside(k) for k in range(colon))
    return whole and not has_finite(unit, 0, colon) and unit.norm(0) not in unit.language.prepositions


def _end(unit: Unit, colon: int) -> int:
    """Return where the quoted or told part ends: at an ellipsis or a second clause of the headline."""
    for k in range(colon + _MIN_CONTENT, len(unit) - 1):
        if unit.norm(k) == "." and unit.norm(k + 1) == ".":
            return k
    return len(unit)


def drop_unnamed_headlines(readings: list[Reading]) -> None:
    """Take away the headlines whose "source" is a topic: neither an office nor a source of the body."""
    named = [
        {token.norm for token in tokenize(reading.unit.text, span) if token.is_word}
        for reading in readings
        for draft in reading.drafts
        if draft.form is not AttributionForm.HEADLINE
        for span in draft.source
    ]
    for reading in readings:
        reading.drafts = [
            d
            for d in reading.drafts
            if d.form is not AttributionForm.HEADLINE or _is_source(reading.unit, d, named)
        ]


def _is_source(unit: Unit, draft: Draft, named: list[set[str]]) -> bool:
    words = {token.norm for token in tokenize(unit.text, draft.source[0]) if token.is_word}
    return bool(words & unit.language.titles) or any(words <= names for names in named)
