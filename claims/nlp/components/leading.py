"""Reads attributions whose cue stands before its content: clauses, quotations, nominal complements."""

from collections.abc import Iterator
from functools import partial

from claims.nlp.components.contents import Opening, bare_opening, content_span, find_opening
from claims.nlp.components.cues import Cue
from claims.nlp.components.drafts import Draft, Reading, governing_verb
from claims.nlp.components.nominals import nominal_opening
from claims.nlp.components.phrases import Range, has_finite, skip_adjuncts, source_right
from claims.nlp.components.subjects import source_left, subject_before
from claims.nlp.components.units import Unit
from claims.nlp.types import AttributionForm, Span

_FORMS = {
    "quote": AttributionForm.DIRECT_QUOTE,
    "colon": AttributionForm.CLAUSE,
    "clause": AttributionForm.CLAUSE,
    "bare": AttributionForm.CLAUSE,
    "object": AttributionForm.NOMINAL,
}


def read_leading(reading: Reading, cue: Cue) -> list[Draft]:
    """Return the drafts of a cue whose content follows it, one for each "that"."""
    opening = _opening(reading, cue)
    if opening is None:
        return []
    source, relay = _source(reading, cue, opening)
    make = partial(_draft, reading, cue, opening)
    drafts = [make(content=content, source=source) for content in _contents(reading, cue, opening)]
    if relay and drafts:
        drafts.insert(0, make(content=drafts[0].content, source=relay))
        drafts[0].origin = drafts[1]
    return drafts


def _opening(reading: Reading, cue: Cue) -> Opening | None:
    unit = reading.unit
    reach = 9 if cue.takes("close") else None
    found = find_opening(unit, cue, reach)
    if found is not None and _fits(cue, found):
        return _with_words_before(unit, cue, found)
    end = reading.bounds.end_after(cue.last)
    if cue.takes("bare"):
        bare = bare_opening(unit, cue, end)
        if bare is not None:
            return bare
    return nominal_opening(reading, cue) if cue.takes("object") or cue.takes("infinitive") else None


def _fits(cue: Cue, opening: Opening) -> bool:
    return cue.takes("clause") if opening.kind == "clause" else cue.takes("quote") or cue.takes("clause")


def _with_words_before(unit: Unit, cue: Cue, opening: Opening) -> Opening:
    """Return the opening moved to the words of the content that stand before a quotation inside it."""
    if opening.kind != "quote" or not cue.takes("bare") or cue.takes("addressee"):
        return opening
    first = skip_adjuncts(unit, cue.last, opening.at)
    if unit.language.subject_follows or first >= opening.at or unit.is_comma(opening.at - 1):
        return opening
    return Opening("bare", first, first)


def _contents(reading: Reading, cue: Cue, opening: Opening) -> Iterator[list[Span]]:
    unit = reading.unit
    start = unit.sentence_start(cue.first)
    subordinated = cue.first - start <= 1 and is_subordinated(unit, start)
    first, offset = opening.first, opening.offset
    quoted = first < len(unit) and not unit.outside(first)
    if quoted and opening.kind in ("quote", "colon"):
        speech = unit.speeches[unit.speech_at[first]]
        span = content_span(unit, speech.first, speech.last)
        yield [span] if span else []
        return
    while first < len(unit):
        end = reading.bounds.end_after(first)
        if subordinated:
            end = next((k for k in range(first, end) if unit.is_comma(k)), end)
        if cue.entry.closes:
            end = next((k for k in range(first, end) if unit.norm(k) in cue.entry.closes), end)
        span = content_span(unit, first, end, offset)
        if span is not None:
            yield [span]
        again = second_opening(unit, end) if opening.kind in ("clause", "bare") else 0
        if not again:
            return
        first, offset = again, 0


def is_subordinated(unit: Unit, k: int) -> bool:
    """Tell whether a subordinating conjunction stands at `k`, maybe with a clitic before it."""
    word = unit.norm(k)
    language = unit.language
    return word in language.subordinators or any(
        word.startswith(c) and word[len(c) :] in language.subordinators for c in language.proclitics
    )


def second_opening(unit: Unit, k: int) -> int:
    """Return the first token behind a second opener at `k` ("and that"), 0 where there is none."""
    language = unit.language
    if k >= len(unit) or not unit.outside(k):
        return 0
    word = unit.norm(k)
    if any(word.startswith(c) and word[len(c) :] in language.openers for c in language.proclitics):
        return k + 1
    if word in language.openers and unit.norm(k - 1) in language.conjunctions:
        return k + 1
    return 0


def _source(reading: Reading, cue: Cue, opening: Opening) -> tuple[list[Span], list[Span]]:
    """Return the source and, where the cue says that it only passes on, the relay."""
    if cue.takes("via"):
        link = next((k for k in range(cue.last, opening.at) if reading.unit.norm(k) in cue.entry.links), -1)
        if link >= 0:
            origin = source_right(reading.unit, link + 1, opening.at)
            relay = source_right(reading.unit, cue.last, link)
            return reading.spans(origin), reading.spans(relay)
    verb = governing_verb(reading, cue)
    if verb is not None:
        found = source_right(reading.unit, verb.last, cue.first)
        return reading.spans(found or source_left(reading.unit, verb.first)), []
    before = reading.shared_source(cue.first)
    if before and reading.unit.language.verb_last and reading.unit.is_comma(cue.first - 1):
        return before, []
    found = subject(reading.unit, cue, opening) if cue.role == "finite" else None
    shared = reading.spans(found) or before
    return shared or reading.spans(sentence_subject(reading.unit, cue)), []


def sentence_subject(unit: Unit, cue: Cue) -> Range | None:
    """Return the subject of the sentence's first verb for a cue that hangs on it (shook his head, saying)."""
    start = unit.sentence_start(cue.first)
    if unit.language.verb_last:
        return source_left(unit, cue.first)
    if cue.joined or cue.first - start < 2 or cue.role == "noun":
        return None
    if unit.language.subject_follows:
        return source_right(unit, start + 1, cue.first) if cue.role == "participle" else None
    verb = next((k for k in range(start + 1, cue.first) if has_finite(unit, k, k + 1)), -1)
    return source_left(unit, verb) if verb > 0 else None


def subject(unit: Unit, cue: Cue, opening: Opening) -> Range | None:
    """Return the phrase that names who speaks, None where the verb has no subject of its own."""
    if cue.subject >= 0:
        return (cue.subject, cue.subject + 1)
    if unit.norm(cue.first - 1) in unit.language.relatives:
        return source_left(unit, cue.first - 1) or source_left(unit, cue.first)
    if not unit.language.subject_follows:
        return source_left(unit, cue.first)
    before = subject_before(unit, cue.first, joined=unit.norm(cue.first) if cue.joined else "")
    if before is not None:
        return before
    after = source_right(unit, cue.last, opening.at) if opening.at > cue.last else None
    if after is None and not cue.joined:
        return source_left(unit, cue.first)
    return after


def _draft(reading: Reading, cue: Cue, opening: Opening, *, content: list[Span], source: list[Span]) -> Draft:
    form = AttributionForm.PARTICIPLE if cue.role == "participle" else _FORMS[opening.kind]
    if opening.kind == "colon" and not reading.unit.outside(opening.first):
        form = AttributionForm.DIRECT_QUOTE
    verb = governing_verb(reading, cue)
    spans = [span for c in (verb, cue) if c is not None for span in reading.cue_spans(c)]
    return Draft(content, spans, source, form, cue.entry, cue.first)
