"""Reads cues without a source: it was reported that, reportedly."""

from claims.nlp.components.contents import content_span
from claims.nlp.components.drafts import Draft, Reading
from claims.nlp.components.units import Unit
from claims.nlp.lexicon import CueEntry, Phrase, longest_phrase
from claims.nlp.types import AttributionForm, Modality

_ENTRY = CueEntry(key="impersonal", cue_class="impersonal", modality=Modality.ASSERTED)
_EXPECTED = CueEntry(key="expected", cue_class="impersonal", modality=Modality.PREDICTED)
_ALLEGED = CueEntry(key="allegedly", cue_class="impersonal", modality=Modality.ALLEGED)
_REACH = 8


def read_impersonal(reading: Reading) -> list[Draft]:
    """Return a draft for each impersonal cue of the unit."""
    unit = reading.unit
    found = _by_adverb(reading)
    for k in range(len(unit)):
        step = _phrase_at(unit, k) if unit.outside(k) else 0
        reach = _REACH if step > 1 else 1
        opener = next((j for j in range(k + step, min(k + step + reach, len(unit))) if _opens(unit, j)), -1)
        if not step or opener < 0:
            continue
        span = content_span(unit, opener + 1, reading.bounds.end_after(opener + 1))
        if span is not None:
            cue = [unit.span_of(k, k + step)]
            found.append(Draft([span], cue, [], AttributionForm.IMPERSONAL, _entry(unit, k, step), k))
    return found


def _by_adverb(reading: Reading) -> list[Draft]:
    """Return a draft for each adverb that keeps its clause at a distance: the clause without it."""
    unit = reading.unit
    found = []
    for k in range(1, len(unit) - 1):
        if unit.norm(k) not in unit.language.impersonal_adverbs or not unit.outside(k):
            continue
        start = max((b for b in reading.bounds.breaks if b < k), default=unit.sentence_start(k))
        pieces = [content_span(unit, start, k), content_span(unit, k + 1, reading.bounds.end_after(k + 1))]
        spans = [piece for piece in pieces if piece is not None]
        if spans and not any(c.first < k for c in reading.cues):
            entry = _ALLEGED if unit.norm(k) in unit.language.alleging_adverbs else _ENTRY
            found.append(Draft(spans, [unit.span_of(k, k + 1)], [], AttributionForm.IMPERSONAL, entry, k))
    return found


def _opens(unit: Unit, k: int) -> bool:
    return unit.norm(k) in unit.language.openers and unit.norm(k - 1) not in unit.language.opener_blocks


def _entry(unit: Unit, k: int, step: int) -> CueEntry:
    words = tuple(unit.norms(k, k + step))
    language = unit.language
    if _ends_with_any(words, language.impersonal_forecasts):
        return _EXPECTED
    return _ALLEGED if _ends_with_any(words, language.impersonal_doubts) else _ENTRY


def _ends_with_any(words: Phrase, wanted: frozenset[Phrase]) -> bool:
    """Tell whether the words are one of the phrases, a conjunction written onto the first left aside."""
    return any(words[1:] == phrase[1:] and words[0].endswith(phrase[0]) for phrase in wanted)


def _phrase_at(unit: Unit, k: int) -> int:
    language = unit.language
    if unit.longest(k, k + 6, language.narration):
        return 0
    step = unit.longest(k, k + 6, language.impersonal)
    if step:
        return step
    word = unit.norm(k)
    for clitic in language.proclitics:
        if word.startswith(clitic):
            return longest_phrase([word[len(clitic) :], *unit.norms(k + 1, k + 5)], language.impersonal)
    return 0
