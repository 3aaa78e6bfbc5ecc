"""A text as the word pieces that the tagger reads, each with its place and what its marks say of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

START, PADDING, END = 0, 1, 2
"""Pieces that open a window, fill it up, and end it or a paragraph."""

MARKS = 6
"""Kinds of place: outside, inside or at the mark of a quotation, in the body or in the headline."""

_PARAGRAPH = re.compile(r"[^\n]+")
_OPENING, _CLOSING, _STRAIGHT = frozenset("“«„"), frozenset("”»"), '"'
_OUTSIDE, _INSIDE, _AT_MARK = 0, 1, 2
_HEADLINE = 3
_SENTENCE_ENDS = frozenset(".!?؟۔")

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of one text, all arrays of one length.

    `starts` and `ends` are code points, equal for the pieces between two paragraphs; `marks` is in
    0..MARKS-1; `breaks` tells the pieces between paragraphs, `stops` those that end a sentence.
    """

    ids: Numbers
    starts: Numbers
    ends: Numbers
    marks: Numbers
    breaks: NDArray[np.bool_]
    stops: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.ids)

    def covering(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the first piece and the one after the last that touch these characters, or None."""
        touching = np.nonzero((self.starts < end) & (self.ends > start) & (self.ends > self.starts))[0]
        return (int(touching[0]), int(touching[-1]) + 1) if len(touching) else None


def read_pieces(text: str, tokenizer: Tokenizer) -> Pieces:
    """Return the pieces of `text`, paragraph by paragraph; time and memory grow with its length."""
    rows: list[tuple[int, int, int, int]] = []
    paragraphs = list(_paragraphs(text))
    for number, (start, end) in enumerate(paragraphs):
        if rows:
            rows.append((END, start, start, 0))
        headline = _HEADLINE if number == 0 and len(paragraphs) > 1 else 0
        found = _paragraph_rows(text, (start, end), tokenizer)
        rows.extend((piece, first, last, headline + state) for piece, first, last, state in found)
    table = np.array(rows, np.int64).reshape(-1, 4)
    ids, starts, ends, marks = table.T
    stops = np.array([end > start and text[end - 1] in _SENTENCE_ENDS for _, start, end, _ in rows], bool)
    return Pieces(ids, starts, ends, marks, (ids == END) & (starts == ends), stops)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    for match in _PARAGRAPH.finditer(text):
        if match.group().strip():
            yield match.start(), match.end()


def _paragraph_rows(
    text: str, bounds: tuple[int, int], tokenizer: Tokenizer
) -> Iterator[tuple[int, int, int, int]]:
    start, end = bounds
    encoded = tokenizer.encode(text[start:end], add_special_tokens=False)
    quoted = _quotation_states(text[start:end])
    for piece, (left, right) in zip(encoded.ids, encoded.offsets, strict=True):
        first, last = _trimmed(text, start + left, start + right)
        yield piece, first, last, quoted[min(first - start, len(quoted) - 1)]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _quotation_states(paragraph: str) -> list[int]:
    """Return for each character whether it stands outside or inside a quotation, or is its mark."""
    states: list[int] = []
    inside = False
    for character in paragraph:
        if character in _OPENING or character in _CLOSING or character == _STRAIGHT:
            inside = character in _OPENING or (character == _STRAIGHT and not inside)
            states.append(_AT_MARK)
        else:
            states.append(_INSIDE if inside else _OUTSIDE)
    return states


def windows(length: int, *, longest: int, overlap: int) -> list[tuple[int, int]]:
    """Return windows of equal length over `length` pieces, each sharing at least `overlap` with the next.

    >>> windows(10, longest=6, overlap=2)
    [(0, 6), (4, 10)]
    """
    if length <= longest:
        return [(0, length)] if length else []
    count = -(-(length - overlap) // (longest - overlap))
    size = min(longest, -(-(length + overlap * (count - 1)) // count))
    last = length - size
    return [(begin, begin + size) for begin in (round(last * k / (count - 1)) for k in range(count))]


def depths(begin: int, end: int, length: int) -> Numbers:
    """Return how far each piece of a window stands from its nearer end; the text's own ends count as far."""
    places = np.arange(end - begin)
    left = places + (length if begin == 0 else 0)
    right = places[::-1] + (length if end == length else 0)
    return np.minimum(left, right)
