"""Finds the quoted runs of each paragraph, whatever marks they use."""

import re
from dataclasses import dataclass, replace

from claims.nlp.lexicon import Language, load_language
from claims.nlp.types import Document, Quote, Span

_MAX_OPEN = 8


@dataclass(frozen=True, slots=True)
class _Opening:
    at: int
    closes_with: str


class QuoteFinder:
    """Writes `quotes`, nested ones included, in the order of their opening marks.

    Marks are paired inside one paragraph, so that a missing mark spoils no later
    paragraph. A quotation that goes on in the next paragraph, which then opens
    with the same mark again, gives one quote a paragraph.
    """

    name = "quotes"
    reads = frozenset({"text", "language", "paragraphs"})
    writes = frozenset({"quotes"})

    def __call__(self, document: Document) -> Document:
        """Return `document` with its quotes."""
        language = load_language(document.language)
        found: list[Quote] = []
        for number, paragraph in enumerate(document.paragraphs):
            following = document.paragraphs[number + 1 : number + 2]
            next_mark = document.text[following[0].start : following[0].start + 1] if following else ""
            found += find_quotes(document.text, paragraph, language, next_mark)
        return replace(document, quotes=tuple(sorted(found, key=lambda q: q.outer)))


def find_quotes(text: str, paragraph: Span, language: Language, next_mark: str = "") -> list[Quote]:
    """Return the quotes of one paragraph; `next_mark` is the first character of the paragraph after it."""
    reader = _Reader(text, paragraph, language)
    for match in reader.marks.finditer(text, paragraph.start, paragraph.end):
        reader.read(match.start())
    continued = [o for o in reader.stack if text[o.at] == next_mark and next_mark in language.quote_pairs]
    if continued:
        reader.close(continued[0], paragraph.end, paragraph.end)
    return reader.quotes


class _Reader:
    def __init__(self, text: str, paragraph: Span, language: Language) -> None:
        self.text = text
        self.paragraph = paragraph
        self.language = language
        self.stack: list[_Opening] = []
        self.quotes: list[Quote] = []
        pairs = language.quote_pairs
        every = {*pairs, *pairs.values(), *language.straight_quotes}
        self.marks = re.compile("[" + re.escape("".join(sorted(every))) + "]")

    def read(self, at: int) -> None:
        mark = self.text[at]
        closing = next((o for o in reversed(self.stack) if o.closes_with == mark), None)
        if mark in self.language.straight_quotes:
            self._read_straight(at, closing)
        elif closing is not None and not self._inside_word(at):
            self.close(closing, at, at + 1)
        elif mark in self.language.quote_pairs:
            self._open(at, self.language.quote_pairs[mark])

    def _read_straight(self, at: int, closing: _Opening | None) -> None:
        mark = self.text[at]
        if mark == "'" and (self._inside_word(at) or (closing is None and not self._opens(at))):
            return
        if closing is None or (self._opens(at) and not self._closes(at) and self._may_nest()):
            self._open(at, mark)
        else:
            self.close(closing, at, at + 1)

    def _open(self, at: int, closes_with: str) -> None:
        """Remember an opening mark; the oldest is given up where more are open than anyone nests."""
        self.stack.append(_Opening(at, closes_with))
        del self.stack[:-_MAX_OPEN]

    def close(self, opening: _Opening, inner_end: int, outer_end: int) -> None:
        """Write the quote from `opening`; openings inside it that were never closed are forgotten."""
        del self.stack[self.stack.index(opening) :]
        inner = Span(opening.at + 1, inner_end)
        if inner.text(self.text).strip():
            self.quotes.append(Quote(inner=inner, outer=Span(opening.at, outer_end)))

    def _may_nest(self) -> bool:
        return self.language.nested_straight_quotes

    def _opens(self, at: int) -> bool:
        before = self.text[max(at - 3, self.paragraph.start) : at]
        after = self.text[at + 1 : at + 2]
        clitic = any(
            before.endswith(c) and not before[: -len(c)][-1:].isalnum() for c in self.language.noun_proclitics
        )
        return bool(after.strip()) and (not before[-1:].strip() or before[-1:] in "([—–-:،,ـ" or clitic)

    def _closes(self, at: int) -> bool:
        before = self.text[max(at - 1, self.paragraph.start) : at]
        after = self.text[at + 1 : at + 2]
        return bool(before.strip()) and not after[:1].isalnum() and not self._opens(at)

    def _inside_word(self, at: int) -> bool:
        return (
            self.text[at] in "'’"
            and at > self.paragraph.start
            and self.text[at - 1].isalnum()
            and self.text[at + 1 : at + 2].isalnum()
        )
