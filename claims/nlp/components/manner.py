"""Reads quotations whose verb no list knows: “…,” the mayor deadpanned."""

from claims.nlp.components.contents import content_span
from claims.nlp.components.drafts import Draft, Reading
from claims.nlp.components.phrases import source_right
from claims.nlp.components.subjects import source_left
from claims.nlp.components.units import Unit
from claims.nlp.lexicon import CueEntry
from claims.nlp.types import AttributionForm, Modality

_ENTRY = CueEntry(key="manner", cue_class="stance", modality=Modality.ASSERTED)
_OPEN_ENDS = frozenset(",،?!")
_LONGEST_SUBJECT = 8
_SHORTEST_VERB = 4


def read_manner(reading: Reading) -> list[Draft]:
    """Return a draft for each quotation that ends open and goes straight into subject and verb."""
    unit = reading.unit
    if not unit.language.past:
        return []
    taken = [span for draft in reading.drafts for span in draft.content]
    found = []
    for speech in unit.speeches:
        content = content_span(unit, speech.first, speech.last)
        if (
            content is None
            or any(span.overlaps(content) for span in taken)
            or not _ends_open(unit, speech.last)
        ):
            continue
        verb = _verb_after(unit, speech.last)
        source = _subject(unit, speech.last, verb) if verb > 0 else None
        if source is not None:
            cue = [unit.span_of(verb, verb + 1)]
            spans = reading.spans(source)
            found.append(Draft([content], cue, spans, AttributionForm.DIRECT_QUOTE, _ENTRY, verb))
    return found


def _ends_open(unit: Unit, last: int) -> bool:
    return any(unit.norm(k) in _OPEN_ENDS for k in (last - 2, last - 1, last))


def _verb_after(unit: Unit, start: int) -> int:
    """Return the only verb-like word between the quotation and the end of its clause, 0 where it has none."""
    end = start + unit.is_comma(start) if start < len(unit) else start
    for k in range(end, min(end + _LONGEST_SUBJECT, len(unit))):
        word = unit.norm(k)
        if not unit.tokens[k].is_word or not unit.outside(k):
            return 0
        past = word.endswith(unit.language.past) and len(word) >= _SHORTEST_VERB
        if past and not unit.tokens[k].is_capital and unit.norm(k - 1) not in unit.language.determiners:
            return k if _closes(unit, k + 1) else 0
    return 0


def _closes(unit: Unit, k: int) -> bool:
    """Tell whether nothing but an adjunct follows: the words of a quotation are no object of another verb."""
    word = unit.norm(k)
    language = unit.language
    ends = not word or word in ".,;:!?" or not unit.outside(k)
    return ends or word in language.prepositions | language.adverbs or unit.tokens[k].is_capital


def _subject(unit: Unit, start: int, verb: int) -> tuple[int, int] | None:
    first = start + unit.is_comma(start)
    if verb == first:
        return source_right(unit, verb + 1, len(unit))
    found = source_left(unit, verb)
    return found if found is not None and found[0] == first else None
