"""Reads prepositional attributions: according to somebody, before, behind or inside the content."""

from claims.nlp.components.contents import content_span, is_according_to
from claims.nlp.components.drafts import Draft, Reading
from claims.nlp.components.phrases import Range, skip_adjuncts, source_right
from claims.nlp.components.units import Unit
from claims.nlp.lexicon import CueEntry, longest_phrase
from claims.nlp.types import AttributionForm, Modality, Span

_ENTRY = CueEntry(key="according to", cue_class="relaying", modality=Modality.ASSERTED)
_EXPECTED = CueEntry(key="according to", cue_class="relaying", modality=Modality.PREDICTED)
_MIN_CONTENT_TOKENS = 3
_VIA_REACH = 10
_DASHES = frozenset("-–—")


def read_according_to(reading: Reading) -> list[Draft]:
    """Return a draft for each prepositional cue of the unit that names a source."""
    unit = reading.unit
    found = _if_believed(reading)
    cited = {draft.at for draft in reading.drafts}
    k = 0
    while k < len(unit):
        step = is_according_to(unit, k) if unit.outside(k) else 0
        if step and k not in cited:
            draft = _read_at(reading, k, step)
            if draft is not None:
                found.append(draft)
        k += max(step, 1)
    return found


def _if_believed(reading: Reading) -> list[Draft]:
    """Return the draft of a sentence that ends in "if SOURCE is to be believed"."""
    unit, closing = reading.unit, reading.unit.language.believed
    size = len(closing)
    for k in range(2, len(unit) - size + 1 if size else 0):
        if tuple(unit.norms(k, k + size)) != closing or unit.norm(k - 1) not in unit.language.auxiliaries:
            continue
        start = unit.sentence_start(k)
        opening = next((j for j in range(k - 2, start, -1) if unit.norm(j) == unit.language.condition), 0)
        content = content_span(unit, start, opening) if opening - start >= _MIN_CONTENT_TOKENS else None
        source = source_right(unit, opening + 1, k - 1)
        if content is not None and source is not None:
            cue = [unit.span_of(opening, opening + 1), unit.span_of(k - 1, k + size)]
            spans = reading.spans(source)
            origin = next((d for d in reading.drafts if start <= d.at < opening and d.content), None)
            if origin is not None:
                kept = [Span(s.start, min(s.end, content.end)) for s in origin.content]
                origin.content = [s for s in kept if s.end > s.start]
            pieces = list(origin.content) if origin is not None else [content]
            return [Draft(pieces, cue, spans, AttributionForm.ACCORDING_TO, _ENTRY, k, origin=origin)]
    return []


def _read_at(reading: Reading, k: int, step: int) -> Draft | None:
    unit = reading.unit
    first = k + step
    while first < len(unit) and unit.norm(first) in unit.language.report_verbs:
        first += 1
    source = source_right(unit, first, len(unit))
    source = _behind_via(unit, k, first, source)
    if source is None or unit.norm(source[0]) in unit.language.not_sources:
        return None
    if unit.norm(source[1]) in unit.language.openers and not _leads(unit, k, unit.sentence_start(k)):
        return None
    start = unit.sentence_start(k)
    content = _behind(reading, source) if _leads(unit, k, start) else _before(reading, k, start, source)
    if not content:
        return None
    cue = [unit.span_of(k, source[0])] if source[0] > k else []
    entry = _ENTRY
    content[0] = _without_topic(unit, content[0])
    if planned := _planned(unit, content[0]):
        content[0], entry = planned, _EXPECTED
    return Draft(content, cue, reading.spans(source), AttributionForm.ACCORDING_TO, entry, k)


def _behind_via(unit: Unit, k: int, first: int, source: Range | None) -> Range | None:
    """Return whom somebody has what is told from, where the verb only passes it on (learnt by X from Y)."""
    forms = [f.entry for j in range(k, first) for _, f in unit.language.cue_forms.get(unit.norm(j), ())]
    links = frozenset(link for entry in forms if "via" in entry.takes for link in entry.links)
    end = min(first + _VIA_REACH, len(unit))
    link = next((j for j in range(first, end) if unit.norm(j) in links and unit.outside(j)), -1)
    if link < 0 or any(unit.is_comma(j) for j in range(first, link)):
        return source
    return source_right(unit, link + 1, len(unit)) or source


def _without_topic(unit: Unit, content: Span) -> Span:
    """Return the content without the topic and comma before its clause (as for the price, it will rise)."""
    language = unit.language
    k = next((j for j, token in enumerate(unit.tokens) if token.start >= content.start), len(unit))
    if unit.norm(k) not in language.topics:
        return content
    comma = _comma_behind(unit, k)
    linked = bool(comma) and unit.norm(comma + 1).startswith(language.topic_link)
    start = unit.tokens[comma + 1].start + len(language.topic_link) if linked else content.start
    return Span(start, content.end) if start < content.end else content


def _planned(unit: Unit, content: Span) -> Span | None:
    """Return the content behind words that only make it a plan (it is planned that), None without them."""
    k = next((j for j, token in enumerate(unit.tokens) if token.start >= content.start), len(unit))
    step = longest_phrase(_without_clitic(unit, k), unit.language.planned)
    if not step or unit.norm(k + step) not in unit.language.openers or k + step + 1 >= len(unit):
        return None
    start = unit.tokens[k + step + 1].start
    return Span(start, content.end) if start < content.end else None


def _without_clitic(unit: Unit, k: int) -> list[str]:
    word, *rest = [*unit.norms(k, k + 4), ""]
    clitic = next((c for c in unit.language.proclitics if word.startswith(c) and len(word) <= len(c) + 2), "")
    return [word[len(clitic) :], *rest]


def _leads(unit: Unit, k: int, start: int) -> bool:
    """Tell whether the cue opens its sentence."""
    return k - start <= 1 or skip_adjuncts(unit, start, k) >= k


def _behind(reading: Reading, source: Range) -> list[Span]:
    unit = reading.unit
    first = source[1]
    if unit.norm(first) not in unit.language.openers:
        first = _comma_behind(unit, first) or first
    first += unit.is_comma(first) if first < len(unit) else 0
    first += unit.norm(first) in unit.language.openers
    span = content_span(unit, first, reading.bounds.end_after(first))
    return [span] if span else []


def _comma_behind(unit: Unit, start: int) -> int:
    """Return the comma that closes a leading phrase, 0 where none stands close by."""
    return next((k for k in range(start, min(start + 10, len(unit))) if unit.is_comma(k)), 0)


def _before(reading: Reading, k: int, start: int, source: Range) -> list[Span]:
    unit = reading.unit
    if k - start < _MIN_CONTENT_TOKENS:
        return []
    begin = max((b for b in reading.bounds.breaks if start <= b < k - 1), default=start)
    if is_according_to(unit, begin) or begin in reading.bounds.cue_at:
        begin = start
    begin += unit.longest(begin, k, unit.language.breaks)
    span = content_span(unit, begin, k)
    return [span, *_rest(reading, k, source)] if span else []


def _rest(reading: Reading, k: int, source: Range) -> list[Span]:
    """Return what goes on behind a cue set between two commas or dashes."""
    unit = reading.unit
    closing = source[1]
    paired = (unit.is_comma(closing) if closing < len(unit) else False) or unit.norm(closing) in _DASHES
    if not paired or not (unit.is_comma(k - 1) or unit.norm(k - 1) in _DASHES):
        return []
    first = closing + 1
    end = reading.bounds.end_after(first)
    if first in reading.bounds.cue_at or end - first < 2:
        return []
    if unit.norm(first) in unit.language.prepositions | unit.language.relatives | unit.language.conjunctions:
        return []
    span = content_span(unit, first, end)
    return [span] if span else []
