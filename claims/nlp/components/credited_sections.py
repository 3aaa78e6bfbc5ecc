"""Finding the sections of an article that come from another outlet, where the rest is its own."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.nlp.components.credits import (
    clean_outlet,
    is_outlet_name,
    is_same_outlet,
    name_at,
)
from claims.nlp.folding import folded
from claims.nlp.languages.sources import CREDITS
from claims.nlp.types import Credit, CreditedSection, Document, RegionKind, Span
from workbench.core.text import fold_letters

HEADING_WORDS = 9
"""Words of an unpunctuated line that parts two sections; a longer line is a paragraph."""

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_NAME_GROUP = r"([^\n.,;:،؛]{2,50}?)"
_CLOSING = re.compile(
    r"(?:\((?P<bracketed>[^()\n]{2,30})\)|\s[–—ـ-]+\s*(?P<plain>[^\s–—()][^–—()\n]{1,29}))[\s.]*$"
)
_DATELINE = re.compile(r"[^\n.!?؟()]{0,45}\((?P<name>[^()\n]{2,40})\)\s*(?:[–—ـ:]|--?)\s+")
_PUNCTUATED = re.compile(r"[.!?؟…۔:،,][\"”»’')\]]*\s*$")
_TEXT = frozenset({RegionKind.BODY, RegionKind.BYLINE, RegionKind.CREDIT})
_OPENERS = tuple(
    re.compile(fold_letters(expression).replace("@", _NAME_GROUP + r"(?=[\s.,;:،؛]|$)"), re.MULTILINE)
    for credit in CREDITS
    for expression in credit.section
)


@dataclass(frozen=True, slots=True)
class _Line:
    """One line: whose section it opens or closes, and whether it is a heading."""

    span: Span
    opens: Span | None
    closes: Span | None
    heading: bool
    announces: bool


def find_sections(document: Document) -> Document:
    """Return `document` with the sections that its credit names, none where all of it is credited.

    A section opens with a line that announces an outlet's text or with that outlet's
    dateline, and reaches to the next heading, section or end. A name in brackets at the
    end of a paragraph closes a section that began at the last heading; without one, the
    section is that paragraph.
    """
    lines = [_read(document, line) for line in _lines(document)]
    sections = tuple(_sections(document, lines))
    credit = document.credit
    if not sections or (credit.republished_from and not _is_one_of(credit, sections)):
        return document
    if sections[0].span.start <= lines[0].span.start and sections[0].span.end >= lines[-1].span.end:
        return document
    return replace(document, credit=replace(credit, republished_from=None, spans=(), sections=sections))


def section_at(credit: Credit, position: int) -> CreditedSection | None:
    """Return the section in which a position stands, None in the outlet's own text."""
    return next((s for s in credit.sections if s.span.start <= position < s.span.end), None)


def _is_one_of(credit: Credit, sections: Sequence[CreditedSection]) -> bool:
    """Tell whether what credits the whole article is the mark of one of several sections, or an opener."""
    marked = [s for s in sections if any(s.mark.overlaps(span) for span in credit.spans[:1])]
    return any(len(sections) > 1 or s.mark.end - s.span.start < s.span.end - s.mark.end for s in marked)


def _lines(document: Document) -> list[Span]:
    """Return the lines between the first and the last of the body."""
    body = [region.span for region in document.regions if region.kind is RegionKind.BODY]
    if not body:
        return []
    text = [region.span for region in document.regions if region.kind in _TEXT]
    found = (Span(m.start(), m.end()) for m in _LINE.finditer(document.text, body[0].start, body[-1].end))
    return [line for line in found if _touched(text, line)]


def _touched(spans: Sequence[Span], line: Span) -> bool:
    """Tell whether a line overlaps one of `spans`, which are disjoint and in order."""
    before = bisect_left(spans, line.end, key=lambda span: span.start)
    return before > 0 and spans[before - 1].end > line.start


def _read(document: Document, line: Span) -> _Line:
    words = line.text(document.text)
    opens = _opened(document, line)
    closing = _CLOSING.search(words)
    closes = None
    if closing and not opens:
        group = "bracketed" if closing["bracketed"] else "plain"
        closes = _outlet(document, Span(line.start + closing.start(group), line.start + closing.end(group)))
    heading = len(words.split()) <= HEADING_WORDS and not _PUNCTUATED.search(words) and not closes
    announces = bool(opens) and len(words.split()) <= HEADING_WORDS
    return _Line(line, opens, closes, heading and not opens, announces)


def _opened(document: Document, line: Span) -> Span | None:
    dateline = _DATELINE.match(document.text, line.start, line.end)
    if dateline:
        return _outlet(document, Span(dateline.start("name"), dateline.end("name")))
    for pattern in _OPENERS:
        named = next(folded(document.text).find(pattern, line, 1), None)
        name = name_at(document.text, named.start) if named else None
        if name and not is_same_outlet(name.text(document.text), document.outlet):
            return name
    return None


def _outlet(document: Document, span: Span) -> Span | None:
    name = span.text(document.text).strip()
    return span if is_outlet_name(name) and not is_same_outlet(name, document.outlet) else None


def _sections(document: Document, lines: Sequence[_Line]) -> list[CreditedSection]:
    sections: list[CreditedSection] = []
    opened: tuple[int, Span] | None = None
    boundary: int | None = None
    for number, line in enumerate(lines):
        if opened and (line.heading or line.opens) and number > opened[0] + lines[opened[0]].announces:
            sections.append(_section(document, lines[opened[0]], lines[number - 1], opened[1]))
            opened, boundary = None, number
        if line.opens:
            opened = (number, line.opens)
        elif line.closes and not opened:
            first = lines[number if boundary is None else boundary]
            sections.append(_section(document, first, line, line.closes))
            boundary = number + 1
        elif line.heading:
            boundary = number
    if opened:
        sections.append(_section(document, lines[opened[0]], lines[-1], opened[1]))
    return sections


def _section(document: Document, first: _Line, last: _Line, mark: Span) -> CreditedSection:
    outlet = clean_outlet(mark.text(document.text))
    return CreditedSection(span=Span(first.span.start, last.span.end), outlet=outlet, mark=mark)
