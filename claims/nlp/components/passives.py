"""Reads statements in the passive: what was denied, confirmed or announced by somebody."""

from claims.nlp.components.contents import content_span
from claims.nlp.components.drafts import Draft, Reading
from claims.nlp.components.phrases import has_finite, source_right
from claims.nlp.components.units import Unit
from claims.nlp.lexicon import CueEntry
from claims.nlp.types import AttributionForm

_MIN_CONTENT = 2


def read_passives(reading: Reading) -> list[Draft]:
    """Return a draft for each passive verb of saying that takes an object and names its agent (denied by)."""
    unit = reading.unit
    agent = unit.language.agent
    if not agent:
        return []
    return [
        draft
        for k in range(1, len(unit) - 2)
        if unit.norm(k + 1) == agent and unit.outside(k) and unit.norm(k - 1) in _passive_words(unit)
        if (draft := _read_at(reading, k)) is not None
    ]


def _passive_words(unit: Unit) -> frozenset[str]:
    return unit.language.auxiliaries | unit.language.adverbs


def _read_at(reading: Reading, k: int) -> Draft | None:
    unit = reading.unit
    entry = _object_cue(unit, k)
    first = k
    while first > 0 and unit.norm(first - 1) in _passive_words(unit):
        first -= 1
    start = max((b + 1 for b in reading.bounds.breaks if b < first), default=0)
    start = max(start, unit.sentence_start(k))
    if entry is None or first - start < _MIN_CONTENT or has_finite(unit, start, first):
        return None
    if any(unit.is_comma(j) or not unit.outside(j) for j in range(start, first)):
        return None
    source = source_right(unit, k + 2, len(unit))
    content = content_span(unit, start, first)
    if source is None or content is None:
        return None
    cue = [unit.span_of(k, k + 2)]
    return Draft([content], cue, reading.spans(source), AttributionForm.NOMINAL, entry, k)


def _object_cue(unit: Unit, k: int) -> CueEntry | None:
    """Return the entry of the participle at `k` where its verb takes what is said as its object."""
    language, word = unit.language, unit.norm(k)
    plain = language.cue_forms.get(word, ()) if word.endswith(language.past or "\0") else ()
    return next(
        (
            form.entry
            for phrase, form in (*plain, *language.perfect_forms.get(word, ()))
            if len(phrase) == 1 and form.role == "finite"
            if "object" in form.entry.takes and "clause" in form.entry.takes
        ),
        None,
    )
