"""Gives quotations without a cue of their own to the speaker of the sentence beside them."""

from claims.nlp.components.contents import content_span
from claims.nlp.components.drafts import Draft, Reading
from claims.nlp.components.units import Unit
from claims.nlp.lexicon import CueEntry
from claims.nlp.types import AttributionForm, Modality

_ENTRY = CueEntry(key="", cue_class="floating", modality=Modality.ASSERTED)


def attach_floating(readings: list[Reading]) -> None:
    """Add the quotations that fill a sentence to the claim that they go on with, or to its speaker."""
    last: Reading | None = None
    for reading in readings:
        if not reading.drafts and _is_all_speech(reading.unit) and last is not None:
            _attach(reading, last)
        if reading.drafts:
            last = reading


def _is_all_speech(unit: Unit) -> bool:
    spoken = [k for k in range(len(unit)) if unit.tokens[k].is_word]
    return bool(spoken) and all(not unit.outside(k) for k in spoken)


def _attach(reading: Reading, before: Reading) -> None:
    unit = reading.unit
    span = content_span(unit, 0, len(unit))
    draft = before.drafts[-1]
    if span is None or unit.paragraph != before.unit.paragraph:
        return
    quoted = draft.form in (AttributionForm.DIRECT_QUOTE, AttributionForm.FLOATING_QUOTE)
    if quoted and draft.at > 0 and unit.text[draft.content[-1].end - 1 : span.start].count("\n") == 0:
        draft.content.append(span)
        return
    source = list(draft.source)
    reading.drafts.append(Draft([span], [], source, AttributionForm.FLOATING_QUOTE, _ENTRY, 0))
