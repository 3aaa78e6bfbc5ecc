"""Reads nominal contents that stand before their verb, in languages that put the verb last: X را رد کرد."""

from claims.nlp.components.contents import content_span, find_opening
from claims.nlp.components.cues import Cue
from claims.nlp.components.drafts import Draft, Reading
from claims.nlp.components.phrases import Range, skip_adjuncts
from claims.nlp.components.subjects import segment_start, source_left
from claims.nlp.components.units import Unit
from claims.nlp.types import AttributionForm


def read_preverbal(reading: Reading, cue: Cue) -> list[Draft]:
    """Return the draft of a verb whose object, or what its preposition governs, stands before it."""
    unit = reading.unit
    if not unit.language.verb_last or cue.role != "finite" or not cue.takes("object"):
        return []
    if find_opening(unit, cue) is not None:
        return []
    start = segment_start(unit, cue.first)
    start = skip_adjuncts(unit, start, cue.first) if start < cue.first else start
    found = _governed(unit, cue, start) if cue.entry.links else _marked(unit, cue, start)
    if found is None:
        return []
    (first, last), subject_end = found
    content = content_span(unit, first, last)
    if content is None:
        return []
    stands_before = subject_end > start or unit.is_comma(start - 1)
    source = source_left(unit, subject_end) if stands_before else None
    spans = reading.spans(source) or reading.shared_source(cue.first)
    return [Draft([content], [reading.cue_span(cue)], spans, AttributionForm.NOMINAL, cue.entry, cue.first)]


def _governed(unit: Unit, cue: Cue, start: int) -> tuple[Range, int] | None:
    """Return the content behind the preposition that the verb governs, and where the subject ends."""
    link = next((k for k in range(start, cue.first - 1) if unit.norm(k) in cue.entry.links), -1)
    if link < 0:
        return None
    # A preposition of two words (نسبت به) is known by its first.
    first = link + 1 + (unit.norm(link + 1) in unit.language.prepositions)
    return (first, cue.first), link


def _marked(unit: Unit, cue: Cue, start: int) -> tuple[Range, int] | None:
    """Return the object that its marker ends, with what follows where the verb asks for a partner."""
    marker = next(
        (k for k in range(cue.first - 1, start, -1) if unit.norm(k) == unit.language.object_marker), -1
    )
    first = _object_start(unit, start, marker) if marker > 0 else -1
    if first < 0:
        return None
    paired = cue.takes("predicate") or any(
        word in cue.entry.pairs for word in unit.norms(marker + 1, cue.first)
    )
    return (first, cue.first if paired else marker), first


def _object_start(unit: Unit, start: int, marker: int) -> int:
    """Return where the object begins: behind an adjunct of the subject, at a noun of saying or doing.

    -1 where nothing parts subject and object, which the language then leaves to the sense.
    """
    language = unit.language
    if unit.norm(start) in language.pronouns:
        return start + 1
    for k in range(start + 1, marker):
        if unit.norm(k) in language.subject_ends:
            behind = skip_adjuncts(unit, k, marker)
            return behind if k < behind < marker else -1
        if language.nominal_pattern.match(unit.norm(k)):
            return k - (unit.norm(k - 1) in language.determiners)
    return start if language.nominal_pattern.match(unit.norm(start)) else -1
