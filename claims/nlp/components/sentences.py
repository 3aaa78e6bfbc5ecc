"""Cuts the body of an article into paragraphs and sentences."""

import re
from collections.abc import Iterator
from dataclasses import replace

from claims.nlp.lexicon import Language, load_language
from claims.nlp.types import Document, RegionKind, Span

_CLOSERS = "\"'”’»)]"
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
# A hard-wrapped paragraph has lines about as long as a terminal's or an e-mail's.
_WRAPPED_LINE = 50
_MAX_ABBREVIATION = 24


class SentenceSplitter:
    """Writes `paragraphs` and `sentences` of the body regions, of the whole text where there are none."""

    name = "sentences"
    reads = frozenset({"text", "language", "regions"})
    writes = frozenset({"paragraphs", "sentences"})

    def __call__(self, document: Document) -> Document:
        """Return `document` with its paragraphs and sentences, in text order and disjoint."""
        language = load_language(document.language)
        body = [r.span for r in document.regions if r.kind is RegionKind.BODY]
        if not document.regions:
            body = [Span(0, len(document.text))]
        paragraphs = tuple(p for span in body for p in split_paragraphs(document.text, span))
        sentences = tuple(s for p in paragraphs for s in split_sentences(document.text, p, language))
        return replace(document, paragraphs=paragraphs, sentences=sentences)


def split_paragraphs(text: str, span: Span) -> Iterator[Span]:
    """Yield the paragraphs of `span`: its lines, hard-wrapped ones put together."""
    current: Span | None = None
    for match in _LINE.finditer(text, span.start, span.end):
        line = _strip(text, Span(match.start(), match.end()))
        if line.start == line.end:
            continue
        if current is not None and _wraps(text, current, line):
            current = Span(current.start, line.end)
            continue
        if current is not None:
            yield current
        current = line
    if current is not None:
        yield current


def _wraps(text: str, before: Span, line: Span) -> bool:
    """Tell whether `line` goes on with the paragraph that `before` ends."""
    gap = text[before.end : line.start]
    last_line = text.rfind("\n", before.start, before.end) + 1
    return (
        gap.count("\n") == 1
        and before.end - max(last_line, before.start) >= _WRAPPED_LINE
        and text[line.start].islower()
        and text[before.end - 1] not in ".!?…؟:"
    )


def split_sentences(text: str, paragraph: Span, language: Language) -> Iterator[Span]:
    """Yield the sentences of one paragraph, closing marks included."""
    marks = re.escape(language.sentence_marks)
    closers = re.escape(_CLOSERS)
    boundary = re.compile(rf"(?<![{marks}])[{marks}]++[{closers}]*+(?=\s)")
    start = paragraph.start
    for match in boundary.finditer(text, paragraph.start, paragraph.end):
        if _ends_sentence(text, match, paragraph.end, language):
            sentence = _strip(text, Span(start, match.end()))
            if sentence.start < sentence.end:
                yield sentence
            start = match.end()
    rest = _strip(text, Span(start, paragraph.end))
    if rest.start < rest.end:
        yield rest


def _ends_sentence(text: str, match: re.Match[str], limit: int, language: Language) -> bool:
    following = text[match.end() : min(match.end() + 12, limit)].lstrip()
    if not following:
        return True
    first = following.lstrip("\"'“‘«([")[:1]
    if first.islower():
        return False
    if match.group()[0] != "." or len(match.group().rstrip(_CLOSERS)) > 1:
        return True
    before = text[max(match.start() - _MAX_ABBREVIATION, 0) : match.start()].split()
    word = before[-1].strip("\"'“‘«([ـ") if before else ""
    return not _is_abbreviation(word, first, language)


def _is_abbreviation(word: str, following: str, language: Language) -> bool:
    folded = word.casefold()
    if folded in language.abbreviations:
        return True
    if f"{folded}#" in language.abbreviations:
        return following.isdigit()
    return len(word) == 1 and word.isalnum()


def _strip(text: str, span: Span) -> Span:
    piece = text[span.start : span.end]
    return Span(span.start + len(piece) - len(piece.lstrip()), span.end - len(piece) + len(piece.rstrip()))
