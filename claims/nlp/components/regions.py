"""Telling an article's body from its title, bylines, credits and the page around it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from claims.nlp.languages.sources import CREDITS, PAGES
from claims.nlp.source_words import PageMarks
from claims.nlp.types import Document, Region, RegionKind, Span
from workbench.core.text import fold_name, fold_text

TITLE_SHARE = 0.6
"""Share of a line's words found in the title from which the line repeats it: outlets shorten headlines."""

TITLE_WINDOW = 5
"""Lines from the top, blank ones left out, in which a repeated title is looked for."""

BYLINE_WORDS = 12
"""Above the body, an unpunctuated line of up to so many words is a byline: a desk, a date, an outlet."""

PROSE_WORDS = 4
"""A punctuated line of more words is prose; a shorter one may be an aside of the page."""

PARAGRAPH_WORDS = 14
"""A line of so many words is prose even where its full stop is missing."""

LIST_BREAK_WORDS = 12
"""A punctuated line of so many words ends a list of headlines: items are shorter or have no full stop."""

FURNITURE_WORDS = 30
"""A line of more words is text, whatever it begins with: some pages hold a whole article in one line."""

LABEL_WORDS = 3
"""At the foot of a page, so many words before a colon are a form's label."""

_LINE = re.compile(r"[^\n]*\n?")
_TERMINAL = re.compile(r"[.!?؟…۔][\"”»’')\]]*\s*$")
_FULL_STOP = re.compile(r"[.۔][\"”»’')\]]*\s*$")
_SENTENCE = re.compile(r"\S.*?(?:[.!?؟](?=\s)|$)\s*", re.DOTALL)
_BULLET = re.compile(r"^[\s\-–—•*·●▪>|]*(?:\d{1,2}[.)]\s+)?")
_ADDRESS = re.compile(r"^\S+@\S+\.\S+$|^https?://\S+$|^www\.\S+$")
_PARTS = re.compile(r"[–—|/()ـ-]")
_AGENCIES = frozenset(fold_name(agency) for credit in CREDITS for agency in credit.agencies)
_RULE = re.compile(r"^[\W_]+$")
_DATELINE = re.compile(
    r"\s*(?P<place>[^\n.!?؟:؛()]{0,45}?)\s*(?:\((?P<agency>[^()\n]{2,40})\))?\s*(?P<mark>[–—ـ]|--?|:)\s+"
)
_AGENCY_NEXT = re.compile(r"([^\n:–—ـ-]{2,30}?)\s*[:–—ـ-]\s+")
_DATELINE_WORDS = 6
"""Words of a place and date before a dash; longer openings are sentences with a dash in them."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The marks of every language, compiled."""

    header: re.Pattern[str]
    boilerplate: re.Pattern[str]
    byline: re.Pattern[str]
    byline_anywhere: re.Pattern[str]
    credit: re.Pattern[str]
    disclaimer: re.Pattern[str]


def find_regions(document: Document) -> Document:
    """Return `document` with its text divided into disjoint regions that cover it in order."""
    marked = list(_inside_lines(document.text, _line_kinds(document)))
    marked = _with_dateline(document.text, marked)
    return replace(document, regions=tuple(_merge(marked, len(document.text))))


def _compile(parts: Iterable[str], *, end: str = "") -> re.Pattern[str]:
    # Folding the expressions lets the data be written in ordinary spelling.
    return re.compile("(?:" + "|".join(fold_text(part) for part in parts) + ")" + end)


def _patterns(pages: Sequence[PageMarks]) -> _Patterns:
    return _Patterns(
        header=_compile((e for p in pages for e in p.list_headers), end=r"\s*[:….]*\s*$"),
        boilerplate=_compile(e for p in pages for e in p.boilerplate),
        byline=_compile(e for p in pages for e in p.byline),
        byline_anywhere=_compile(e for p in pages for e in p.byline_anywhere),
        credit=_compile(e for p in pages for e in p.credit),
        disclaimer=_compile(e for p in pages for e in p.disclaimer),
    )


_MARKS = _patterns(PAGES)


def _line_kinds(document: Document) -> Iterator[tuple[Span, RegionKind]]:
    """Yield each line that is not blank with its part in the page."""
    lines = [Span(m.start(), m.end()) for m in _LINE.finditer(document.text) if m.group().strip()]
    above = _lines_above_body(document, lines)
    yield from _head(document, lines[:above])
    yield from _foot_labels(document.text, list(_body_and_after(document.text, lines[above:])))


def _lines_above_body(document: Document, lines: Sequence[Span]) -> int:
    """Return how many lines stand before the first paragraph."""
    for number, line in enumerate(lines):
        text = line.text(document.text)
        title = number < TITLE_WINDOW and _repeats_title(text, document.title)
        if not title and _mark(text) is None and _is_prose(text):
            return number
    # Nothing reads as prose: all but the repeated titles is taken for the body.
    titles = [_repeats_title(line.text(document.text), document.title) for line in lines[:TITLE_WINDOW]]
    return next((number for number, title in enumerate(titles) if not title), len(titles))


def _head(document: Document, lines: Sequence[Span]) -> Iterator[tuple[Span, RegionKind]]:
    for number, line in enumerate(lines):
        text = line.text(document.text)
        yield line, _head_kind(text, document.title, first=number == 0)


def _head_kind(text: str, title: str, *, first: bool) -> RegionKind:
    if _repeats_title(text, title):
        return RegionKind.TITLE
    mark = _mark(text)
    mark = mark or _sentence_mark(text)
    if mark is not None:
        return mark
    if first and not title and len(text.split()) >= PROSE_WORDS:
        return RegionKind.TITLE
    return RegionKind.BYLINE if len(text.split()) <= BYLINE_WORDS else RegionKind.BODY


def _body_and_after(text: str, lines: Sequence[Span]) -> Iterator[tuple[Span, RegionKind]]:
    in_list = False
    for line in lines:
        words = line.text(text)
        mark = _mark(words)
        if _MARKS.header.match(_folded_line(words)):
            in_list = True
        elif in_list and mark is None:
            in_list = not (_FULL_STOP.search(words) and len(words.split()) >= LIST_BREAK_WORDS)
        yield line, mark or (RegionKind.BOILERPLATE if in_list else RegionKind.BODY)


def _foot_labels(text: str, marked: list[tuple[Span, RegionKind]]) -> list[tuple[Span, RegionKind]]:
    """Give the labels of a form at the foot of the page to the page."""
    for number in range(len(marked) - 1, -1, -1):
        line, kind = marked[number]
        words = line.text(text).strip()
        if kind is RegionKind.BODY and not (words.endswith(":") and len(words.split()) <= LABEL_WORDS):
            break
        if kind is RegionKind.BODY:
            marked[number] = (line, RegionKind.BOILERPLATE)
    return marked


def _folded_line(line: str) -> str:
    return fold_text(_BULLET.sub("", line))


def _mark(line: str) -> RegionKind | None:
    """Return what a line's own wording makes of it, if it says."""
    folded = _folded_line(line)
    if len(folded.split()) > FURNITURE_WORDS:
        return None
    furniture = (_ADDRESS, _RULE, _MARKS.header, _MARKS.boilerplate)
    if any(pattern.match(folded) for pattern in furniture):
        return RegionKind.BOILERPLATE
    if len(folded.split()) <= BYLINE_WORDS and any(
        fold_name(part) in _AGENCIES for part in _PARTS.split(folded)
    ):
        return RegionKind.BYLINE
    unpunctuated = not _FULL_STOP.search(folded) or len(folded.split()) <= BYLINE_WORDS
    if unpunctuated and _MARKS.byline.match(folded):
        return RegionKind.BYLINE
    if _MARKS.byline_anywhere.search(folded):
        return RegionKind.BYLINE
    return None


def _sentence_mark(sentence: str) -> RegionKind | None:
    folded = _folded_line(sentence)
    if _MARKS.disclaimer.match(folded):
        return RegionKind.DISCLAIMER
    label, bar, rest = folded.partition("|")
    labelled = bar and len(label.split()) <= LABEL_WORDS and _MARKS.credit.match(rest.strip())
    if labelled or _MARKS.credit.match(folded):
        return RegionKind.CREDIT
    return None


def _is_prose(line: str) -> bool:
    words = len(line.split())
    return words >= PARAGRAPH_WORDS or (words > PROSE_WORDS and bool(_TERMINAL.search(line)))


def _repeats_title(line: str, title: str) -> bool:
    words, known = fold_name(line).split(), set(fold_name(title).split())
    if not known or len(words) < 2:
        return False
    found = sum(word in known or word[1:] in known for word in words)
    return found / len(words) >= TITLE_SHARE and found >= min(3, len(known))


def _inside_lines(text: str, lines: Iterable[tuple[Span, RegionKind]]) -> Iterator[tuple[Span, RegionKind]]:
    """Divide lines whose sentences play different parts."""
    for line, kind in lines:
        sentences = [
            Span(line.start + m.start(), line.start + m.end()) for m in _SENTENCE.finditer(line.text(text))
        ]
        marks = [_sentence_mark(sentence.text(text)) for sentence in sentences]
        if kind is RegionKind.TITLE or not any(marks):
            yield line, kind
            continue
        current: RegionKind = kind
        for sentence, mark in zip(sentences, marks, strict=True):
            current = mark or current
            yield sentence, current


def _with_dateline(text: str, marked: list[tuple[Span, RegionKind]]) -> list[tuple[Span, RegionKind]]:
    """Set the place and agency that open the first paragraph apart from it."""
    first = next((n for n, (_, kind) in enumerate(marked) if kind is RegionKind.BODY), None)
    if first is None:
        return marked
    line = marked[first][0]
    dateline = _DATELINE.match(text, line.start, line.end)
    if dateline is None or dateline.end() >= line.end or not _opens_a_dispatch(dateline):
        return marked
    cut = dateline.end()
    agency = _AGENCY_NEXT.match(text, cut, line.end)
    if agency and fold_name(agency[1]) in _AGENCIES:
        cut = agency.end()
    return [
        *marked[:first],
        (Span(line.start, cut), RegionKind.BYLINE),
        (Span(cut, line.end), RegionKind.BODY),
        *marked[first + 1 :],
    ]


def _opens_a_dispatch(dateline: re.Match[str]) -> bool:
    place = dateline["place"].split()
    if len(place) > _DATELINE_WORDS:
        return False
    if dateline["agency"] or fold_name(_PARTS.split(dateline["place"])[-1]) in _AGENCIES:
        return True
    if not place:
        return False
    first = place[0].strip(",،")
    in_capitals = first.isupper() and len(first) > 2
    cased = any(c.isupper() or c.islower() for c in first)
    # A script without capitals shows a dateline only by its shortness and a spaced dash.
    return in_capitals or (not cased and dateline["mark"] != ":" and len(place) <= LABEL_WORDS)


def _merge(marked: Sequence[tuple[Span, RegionKind]], length: int) -> Iterator[Region]:
    """Yield regions of neighbouring pieces of one kind, white space going to the piece before."""
    if not length:
        return
    kinds = [kind for _, kind in marked] or [RegionKind.BODY]
    starts = [0, *(piece.start for piece, _ in marked[1:])]
    opened = 0
    for number in range(1, len(kinds)):
        if kinds[number] is not kinds[number - 1]:
            yield Region(Span(opened, starts[number]), kinds[number - 1])
            opened = starts[number]
    yield Region(Span(opened, length), kinds[-1])
