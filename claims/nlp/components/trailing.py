"""Reads attributions whose cue stands behind its content, or in the middle of it."""

from claims.nlp.components.contents import content_span, find_opening
from claims.nlp.components.cues import Cue
from claims.nlp.components.drafts import Draft, Reading
from claims.nlp.components.phrases import Range, has_finite, skip_adjuncts, source_right
from claims.nlp.components.subjects import source_left
from claims.nlp.components.units import STOPS, Unit
from claims.nlp.types import AttributionForm, Span

_MIN_CONTENT_WORDS = 3


def read_trailing(reading: Reading, cue: Cue) -> list[Draft]:
    """Return the draft of a cue whose content stands before it, nothing where it does not."""
    if cue.role != "finite" or not (cue.takes("trail") or cue.takes("quote")):
        return []
    unit = reading.unit
    tail = _tail(unit, cue.last)
    found = _inverted(unit, cue, tail) or _subject_first(unit, cue, tail)
    if found is None:
        return []
    source, edge, rest = found
    behind = _content_behind(reading, rest, inverted=source[0] >= cue.last or cue.subject >= 0)
    before = _content_before(reading, cue, edge, inserted=bool(behind))
    if before is None:
        return []
    content = [before, *behind]
    quoted = not unit.outside(edge)
    form = AttributionForm.DIRECT_QUOTE if quoted else AttributionForm.CLAUSE
    return [Draft(content, reading.cue_spans(cue), reading.spans(source), form, cue.entry, cue.first)]


def _tail(unit: Unit, start: int) -> int:
    """Return where the words right behind the cue end: at a comma, a quotation or the sentence's end."""
    k = start
    while k < len(unit):
        if unit.is_comma(k) or not unit.outside(k) or unit.norm(k) in STOPS or unit.norm(k) in ".!?؟:":
            return k
        k += 1
    return k


def _content_edge(unit: Unit, k: int) -> int:
    """Return the last token of a content that ends before token `k`, -1 where nothing marks its end."""
    if k <= 0:
        return -1
    if not unit.outside(k - 1):
        return k - 1
    if unit.is_comma(k - 1) or unit.norm(k - 1) in ";–—؛":
        return k - 2
    return -1


def _inverted(unit: Unit, cue: Cue, tail: int) -> tuple[Range, int, int] | None:
    """Return source, content edge and rest for "…", said the mayor."""
    before = cue.first
    while before > 0 and unit.norm(before - 1) in unit.language.adverbs and unit.language.subject_follows:
        before -= 1
    edge = _content_edge(unit, before)
    if edge < 0 or (tail <= cue.last and cue.subject < 0) or unit.norm(tail) == ":":
        return None
    quoted = not unit.outside(edge)
    if cue.subject >= 0:
        return (cue.subject, cue.subject + 1), edge, tail
    source = source_right(unit, cue.last, len(unit))
    if source is None or source[0] > cue.last + 1:
        return None
    if not quoted and (unit.language.subject_follows or _has_subject(unit, cue)):
        return None
    if has_finite(unit, cue.last, min(source[1], tail)):
        return None
    return source, edge, max(source[1], _tail(unit, source[1]))


def _has_subject(unit: Unit, cue: Cue) -> bool:
    """Tell whether the comma before the cue closes a parenthesis behind its subject."""
    return source_left(unit, cue.first) is not None


def _subject_first(unit: Unit, cue: Cue, tail: int) -> tuple[Range, int, int] | None:
    """Return source, content edge and rest for "…", the mayor said."""
    if unit.language.subject_follows:
        return None
    source = source_left(unit, cue.first)
    if source is None or unit.norm(tail) == ":":
        return None
    edge = _content_edge(unit, source[0])
    if edge < 0 and not unit.language.verb_last and _unmarked_end(unit, cue, tail, source):
        edge = source[0] - 1
    told = skip_adjuncts(unit, cue.last, tail)
    complete = find_opening(unit, cue, max(tail - cue.last, 0)) is None and not has_finite(unit, told, tail)
    if edge < 0 or not complete or not (cue.takes("addressee") or _is_short(unit, cue, tail)):
        return None
    return source, edge, tail


def _unmarked_end(unit: Unit, cue: Cue, tail: int, source: Range) -> bool:
    """Tell whether the cue ends its sentence and a clause without any mark stands before its subject."""
    ends = tail >= len(unit) or unit.norm(tail) in ".!?"
    return (
        ends
        and skip_adjuncts(unit, cue.last, tail) >= tail
        and unit.norm(source[0] - 1) not in unit.language.subject_stops
        and source[0] > _MIN_CONTENT_WORDS
        and has_finite(unit, unit.sentence_start(cue.first), source[0])
    )


def _is_short(unit: Unit, cue: Cue, tail: int) -> bool:
    """Tell whether nothing but an adjunct follows the cue."""
    language = unit.language
    word = unit.norm(cue.last)
    adjunct = word in language.prepositions or word in language.time_words or word in language.adverbs
    quoted_before = not unit.outside(cue.first - 1) if cue.first else False
    return tail - cue.last <= 1 or adjunct or quoted_before or word in language.stops


def _content_before(reading: Reading, cue: Cue, edge: int, *, inserted: bool) -> Span | None:
    unit = reading.unit
    start = unit.sentence_start(cue.first)
    if not unit.outside(edge):
        speech = unit.speeches[unit.speech_at[edge]]
        start = speech.first if _stands_alone(unit, speech.first, start) else start
        span = content_span(unit, start, edge + 1)
    else:
        start = _after_drafts(reading, start, edge)
        if not (unit.language.subject_follows or inserted or has_finite(unit, start, edge + 1)):
            return None
        span = content_span(unit, start, edge + 1)
    least = 1 if inserted or not unit.outside(edge) else _MIN_CONTENT_WORDS
    return span if span is not None and len(span.text(unit.text).split()) >= least else None


def _stands_alone(unit: Unit, first: int, start: int) -> bool:
    """Tell whether a quotation is a content by itself: little or a finished clause stands before it."""
    before = unit.norm(first - 1)
    return first - start <= 2 or not before or before in ":,،.!?—–" or first == start


def _after_drafts(reading: Reading, start: int, edge: int) -> int:
    """Return `start` moved behind the last place where another content had to end."""
    return max(
        (k + 1 for k in reading.bounds.breaks if start <= k < edge - 1 and reading.unit.norm(k) in STOPS),
        default=start,
    )


def _content_behind(reading: Reading, rest: int, *, inverted: bool) -> list[Span]:
    """Return the second part of a content that the cue splits."""
    unit = reading.unit
    if rest >= len(unit) or not (unit.is_comma(rest) or not unit.outside(rest)):
        return []
    first = rest + 1 if unit.is_comma(rest) else rest
    if first >= len(unit):
        return []
    if not unit.outside(first):
        speech = unit.speeches[unit.speech_at[first]]
        span = content_span(unit, speech.first, speech.last)
        return [span] if span else []
    opens_aside = unit.norm(first) in unit.language.prepositions | unit.language.relatives
    goes_on = not inverted or (unit.language.incises and has_finite(unit, first, first + 2))
    if not goes_on or opens_aside or _is_gerund(unit, first) or first in reading.bounds.cue_at:
        return []
    span = content_span(unit, first, reading.bounds.end_after(first))
    return [span] if span else []


def _is_gerund(unit: Unit, k: int) -> bool:
    ending = unit.language.gerund
    return bool(ending) and unit.norm(k).endswith(ending)
