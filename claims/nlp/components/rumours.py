"""Reads rumours that people pass on: residents circulate news of an arrival."""

from claims.nlp.components.contents import content_span
from claims.nlp.components.drafts import Draft, Reading
from claims.nlp.components.phrases import source_right
from claims.nlp.components.units import Unit
from claims.nlp.lexicon import CueEntry
from claims.nlp.types import AttributionForm, Modality

_ENTRY = CueEntry(key="rumour", cue_class="relaying", modality=Modality.ASSERTED)
_REACH = 12


def read_rumours(reading: Reading) -> list[Draft]:
    """Return a draft for each verb of spreading whose object is a rumour with its content."""
    unit = reading.unit
    found = []
    for k in range(len(unit)):
        if not unit.outside(k) or _plain(unit, k) not in unit.language.spreading:
            continue
        noun = next((j for j in range(k + 1, min(k + _REACH, len(unit))) if _is_rumour(unit, j)), -1)
        first = _behind_link(unit, noun) if noun > 0 else 0
        content = content_span(unit, first, reading.bounds.end_after(first)) if first else None
        if content is None:
            continue
        source = source_right(unit, k + 1, noun)
        spans = [unit.span_of(k, k + 1), unit.span_of(noun, noun + 1)]
        form = AttributionForm.CLAUSE if source else AttributionForm.IMPERSONAL
        found.append(Draft([content], spans, reading.spans(source), form, _ENTRY, k))
    return found


def _plain(unit: Unit, k: int) -> str:
    """Return a word without the conjunction written onto it."""
    word = unit.norm(k)
    rest = (word[len(c) :] for c in unit.language.proclitics if word.startswith(c))
    return next((r for r in rest if r in unit.language.spreading), word)


def _is_rumour(unit: Unit, k: int) -> bool:
    return unit.norm(k) in unit.language.rumours and unit.outside(k)


def _behind_link(unit: Unit, noun: int) -> int:
    """Return where the content behind a rumour noun begins, 0 where it has none."""
    language = unit.language
    for k in range(noun + 1, min(noun + 4, len(unit) - 1)):
        word = unit.norm(k)
        if word in language.spread_links or word in language.openers:
            return k + 2 if unit.norm(k + 1) in language.openers else k + 1
    return 0
