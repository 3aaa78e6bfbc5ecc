"""Reads headlines that attribute themselves: "Minister: ports reopen"."""

from itertools import pairwise

from claims.nlp.components.contents import content_span
from claims.nlp.components.drafts import Draft, Reading
from claims.nlp.components.phrases import has_finite
from claims.nlp.components.units import Unit
from claims.nlp.lexicon import CueEntry
from claims.nlp.tokens import tokenize
from claims.nlp.types import AttributionForm, Modality, Span

_ENTRY = CueEntry(key=":", cue_class="headline", modality=Modality.ASSERTED)
_MAX_SOURCE = 8
_MIN_CONTENT = 3


def read_headline(reading: Reading) -> list[Draft]:
    """Return the draft of a headline that names its source before a colon."""
    unit = reading.unit
    drafts: list[Draft] = []
    start = 0
    while start < len(unit):
        drafts += _part(unit, start)
        start = _behind_ellipsis(unit, start)
    return drafts


def _part(unit: Unit, start: int) -> list[Draft]:
    """Return the drafts of the part of a headline that begins at `start`."""
    reach = range(start, min(len(unit), start + _MAX_SOURCE + 1))
    colon = next((k for k in reach if unit.norm(k) == ":"), -1)
    if colon <= start or len(unit) - colon - 1 < _MIN_CONTENT or not _names_somebody(unit, start, colon):
        return []
    mark = unit.tokens[colon].span
    source = [_without_clitic(unit, start, colon)]
    bounds = [colon + 1, *_second_clauses(unit, colon), _end(unit, colon)]
    spans = [
        content_span(unit, first, last, int(place > 0))
        for place, (first, last) in enumerate(pairwise(bounds))
    ]
    form = AttributionForm.HEADLINE
    return [Draft([span], [mark], list(source), form, _ENTRY, colon) for span in spans if span is not None]


def _behind_ellipsis(unit: Unit, start: int) -> int:
    """Return where the next part of a headline begins: behind the dots that end this one."""
    dots = (k for k in range(start + 1, len(unit) - 1) if unit.norm(k) == "." and unit.norm(k + 1) == ".")
    k = next(dots, len(unit))
    while k < len(unit) and unit.norm(k) == ".":
        k += 1
    return k


def _without_clitic(unit: Unit, start: int, colon: int) -> Span:
    """Return the words before the colon without the conjunction that joins them to the part before."""
    span = unit.span_of(start, colon)
    clitic = unit.language.proclitics[:1]
    joined = start > 0 and bool(clitic) and unit.norm(start).startswith(clitic)
    return Span(span.start + len(clitic[0]), span.end) if joined else span


def _second_clauses(unit: Unit, colon: int) -> list[int]:
    """Return where a clause joined to the first begins: "and", a definite noun and its verb or negation."""
    language = unit.language
    if not language.article or not language.proclitics:
        return []
    joined = language.proclitics[0] + language.article
    found = []
    for k in range(colon + _MIN_CONTENT, _end(unit, colon) - 2):
        verb = unit.norm(k + 1) in language.finite_verbs | language.lasting
        if unit.outside(k) and unit.norm(k).startswith(joined) and verb:
            found.append(k)
    return found


def _names_somebody(unit: Unit, start: int, colon: int) -> bool:
    whole = all(unit.tokens[k].is_word or not unit.outside(k) or _names(unit, k) for k in range(start, colon))
    return whole and not has_finite(unit, start, colon) and unit.norm(start) not in unit.language.prepositions


def _names(unit: Unit, k: int) -> bool:
    """Tell whether a mark belongs to a name in quotation marks."""
    pairs = unit.language.quote_pairs
    return unit.norm(k) in {*pairs, *pairs.values(), *unit.language.straight_quotes}


def _end(unit: Unit, colon: int) -> int:
    """Return where the quoted or told part ends: at an ellipsis or a second clause of the headline."""
    for k in range(colon + _MIN_CONTENT, len(unit) - 1):
        if unit.norm(k) == "." and unit.norm(k + 1) == ".":
            return k
    return len(unit)


def drop_unnamed_headlines(readings: list[Reading]) -> None:
    """Take away the headlines whose "source" is a topic: neither an office nor a source of the body."""
    named = [
        {
            token.norm
            for token in tokenize(reading.unit.text, span, reading.unit.language.joints)
            if token.is_word
        }
        for reading in readings
        for draft in reading.drafts
        if draft.form is not AttributionForm.HEADLINE
        for span in draft.source
    ]
    for reading in readings:
        reading.drafts = [
            d
            for d in reading.drafts
            if d.form is not AttributionForm.HEADLINE or _is_source(reading.unit, d, named)
        ]


def _is_source(unit: Unit, draft: Draft, named: list[set[str]]) -> bool:
    words = {
        token.norm for token in tokenize(unit.text, draft.source[0], unit.language.joints) if token.is_word
    }
    return bool(words & unit.language.titles) or any(words <= names for names in named)
