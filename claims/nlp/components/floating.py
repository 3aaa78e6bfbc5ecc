"""Gives quotations without a cue of their own to the speaker of the sentence beside them."""

from claims.nlp.components.contents import content_span
from claims.nlp.components.drafts import Draft, Reading
from claims.nlp.components.units import Unit
from claims.nlp.lexicon import CueEntry
from claims.nlp.types import AttributionForm, Modality, Span

_ENTRY = CueEntry(key="", cue_class="floating", modality=Modality.ASSERTED)
_MAX_ACCOUNT_LINE = 14


def attach_floating(readings: list[Reading]) -> None:
    """Add the quotations that fill a sentence to the claim that they go on with, or to its speaker."""
    last: Reading | None = None
    for number, reading in enumerate(readings):
        if not reading.drafts and _is_all_speech(reading.unit):
            handle = _posted_by(readings[number - 1].unit) if number else []
            if handle:
                reading.drafts += _floating(reading, handle)
            elif last is not None:
                _attach(reading, last)
        if reading.drafts:
            last = reading


def _is_all_speech(unit: Unit) -> bool:
    spoken = [k for k in range(len(unit)) if unit.tokens[k].is_word]
    return bool(spoken) and all(not unit.outside(k) for k in spoken)


def _posted_by(unit: Unit) -> list[Span]:
    """Return the name in a line that names the account of a post: "Mona Aziz (@mona), 3 May"."""
    at = next((k for k in range(len(unit)) if unit.norm(k) == "@"), -1)
    opening = next((k for k in range(at) if unit.norm(k) == "("), at)
    short = len(unit) <= _MAX_ACCOUNT_LINE and all(unit.tokens[k].is_word for k in range(max(opening, 0)))
    return [unit.span_of(0, opening)] if opening > 0 and short else []


def _floating(reading: Reading, source: list[Span]) -> list[Draft]:
    span = content_span(reading.unit, 0, len(reading.unit))
    return [Draft([span], [], source, AttributionForm.FLOATING_QUOTE, _ENTRY, 0)] if span else []


def _attach(reading: Reading, before: Reading) -> None:
    unit = reading.unit
    span = content_span(unit, 0, len(unit))
    draft = before.drafts[-1]
    distance = unit.paragraph - before.unit.paragraph
    quoted = draft.form in (AttributionForm.DIRECT_QUOTE, AttributionForm.FLOATING_QUOTE)
    if span is None or distance > 1 or (distance == 1 and not quoted):
        return
    if quoted and not distance and "\n" not in unit.text[draft.content[-1].end : span.start]:
        draft.content.append(span)
    else:
        reading.drafts += _floating(reading, [] if distance else list(draft.source))
