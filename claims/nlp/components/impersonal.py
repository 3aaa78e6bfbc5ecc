"""Reads cues without a source: it was reported that, reportedly."""

from claims.nlp.components.contents import content_span
from claims.nlp.components.drafts import Draft, Reading
from claims.nlp.components.units import Unit
from claims.nlp.lexicon import CueEntry, longest_phrase
from claims.nlp.types import AttributionForm, Modality

_ENTRY = CueEntry(key="impersonal", cue_class="impersonal", modality=Modality.ASSERTED)
_REACH = 8


def read_impersonal(reading: Reading) -> list[Draft]:
    """Return a draft for each impersonal cue of the unit."""
    unit = reading.unit
    found = []
    for k in range(len(unit)):
        step = _phrase_at(unit, k) if unit.outside(k) else 0
        opener = next((j for j in range(k + step, min(k + step + _REACH, len(unit))) if _opens(unit, j)), -1)
        if not step or opener < 0:
            continue
        span = content_span(unit, opener + 1, reading.bounds.end_after(opener + 1))
        if span is not None:
            cue = [unit.span_of(k, k + step)]
            found.append(Draft([span], cue, [], AttributionForm.IMPERSONAL, _ENTRY, k))
    return found


def _opens(unit: Unit, k: int) -> bool:
    return unit.norm(k) in unit.language.openers and unit.norm(k - 1) not in unit.language.opener_blocks


def _phrase_at(unit: Unit, k: int) -> int:
    language = unit.language
    if longest_phrase(unit.norms(k, k + 6), language.narration):
        return 0
    step = longest_phrase(unit.norms(k, k + 6), language.impersonal)
    if step:
        return step
    word = unit.norm(k)
    for clitic in language.proclitics:
        if word.startswith(clitic):
            return longest_phrase([word[len(clitic) :], *unit.norms(k + 1, k + 5)], language.impersonal)
    return 0
