"""Reads cues by which one source passes on another: quoting, citing, quoted as saying."""

from claims.nlp.components.contents import content_span
from claims.nlp.components.drafts import Draft, Reading
from claims.nlp.components.phrases import Range, source_right
from claims.nlp.components.subjects import source_left
from claims.nlp.components.units import Unit
from claims.nlp.lexicon import CueEntry
from claims.nlp.types import AttributionForm, Modality, Span

_CITING = CueEntry(key="cite", cue_class="relaying", modality=Modality.ASSERTED)
_QUOTED = CueEntry(key="quote", cue_class="relaying", modality=Modality.ASSERTED)
_MAX_SOURCE = 16


def read_citing(reading: Reading) -> list[Draft]:
    """Return a draft of the origin for each attribution whose sentence cites one."""
    unit = reading.unit
    found = []
    for k in range(len(unit)):
        step = unit.longest(k, k + 4, unit.language.quoting) if unit.outside(k) else 0
        if not step:
            continue
        origin = source_right(unit, k + step, min(k + _MAX_SOURCE, len(unit)))
        relay = _same_sentence(reading, k)
        if origin is None or relay is None:
            continue
        cue = sorted([unit.span_of(k, k + step), *relay.cue])
        content = _without(unit, relay.content, k)
        if content:
            draft = Draft(content, cue, reading.spans(origin), relay.form, _CITING, k)
            relay.content, relay.origin = list(content), draft
            found.append(draft)
    return found


def _same_sentence(reading: Reading, k: int) -> Draft | None:
    start = reading.unit.sentence_start(k)
    near = [d for d in reading.drafts if d.at >= start and reading.unit.sentence_start(d.at) == start]
    return min(near, key=lambda d: abs(d.at - k), default=None)


def _without(unit: Unit, content: list[Span], k: int) -> list[Span]:
    """Return the content without the words from the citation on, where it ran into them."""
    at = unit.tokens[k].start
    kept = [span for span in content if span.start < at or not span.overlaps(unit.tokens[k].span)]
    cut = unit.span.start + len(unit.text[unit.span.start : at].rstrip(" ,،"))
    return [Span(s.start, cut) if s.start < cut < s.end else s for s in kept]


def read_quoted(reading: Reading) -> list[Draft]:
    """Return the drafts of "quoted her as saying" and "was quoted as saying"."""
    unit = reading.unit
    found: list[Draft] = []
    for k in range(len(unit)):
        if unit.norm(k) not in unit.language.quoted or not unit.outside(k):
            continue
        end = _saying(unit, k)
        if end is None:
            continue
        found += _read_quoted_at(reading, k, end)
    return found


def _saying(unit: Unit, k: int) -> Range | None:
    """Return the stretch of "as saying (that)" behind the cue at `k`."""
    for j in range(k + 1, min(k + _MAX_SOURCE, len(unit) - 2)):
        if unit.norm(j) == unit.language.saying_link and unit.norm(j + 1) in unit.language.saying:
            last = j + 2
            return (j, last + 1 if unit.norm(last) in unit.language.openers else last)
        if unit.norm(j) in ".;":
            return None
    return None


def _passive_origin(reading: Reading, k: int, saying: Range) -> list[Draft]:
    """Return the draft of "…," she was quoted as saying, with what stands before it where nothing follows."""
    unit = reading.unit
    left = source_left(unit, k)
    if left is None:
        return []
    edge = (
        left[0] - 1 if left[0] and (unit.is_comma(left[0] - 1) or not unit.outside(left[0] - 1)) else left[0]
    )
    behind = content_span(unit, saying[1], reading.bounds.end_after(saying[1]))
    cut = behind is None or unit.norm(saying[1]) in unit.language.prepositions
    span = content_span(unit, unit.sentence_start(k), edge) if cut else behind
    cue = [unit.span_of(k, saying[1])]
    return [Draft([span], cue, reading.spans(left), AttributionForm.CLAUSE, _QUOTED, k)] if span else []


def _read_quoted_at(reading: Reading, k: int, saying: Range) -> list[Draft]:
    unit = reading.unit
    if saying[0] - k <= 1:
        return _passive_origin(reading, k, saying)
    span = content_span(unit, saying[1], reading.bounds.end_after(saying[1]))
    if span is None:
        return []
    left = source_left(unit, k)
    cue = [unit.span_of(k, k + 1), unit.span_of(*saying)]
    form = AttributionForm.CLAUSE
    origin = Draft([span], cue, reading.spans(source_right(unit, k + 1, saying[0])), form, _QUOTED, k)
    if left is None:
        return [origin]
    return [Draft([span], cue[:1], reading.spans(left), form, _QUOTED, k, origin=origin), origin]
