"""Matching expressions against a text without its vowel marks, with the offsets of the text as given."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from claims.nlp.types import Span
from workbench.core.text import fold_letters

_TATWEEL = "ـ"


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A text folded letter by letter, its marks dropped, and where each letter stood."""

    letters: str
    offsets: Sequence[int]

    def find(self, pattern: re.Pattern[str], within: Span, group: int = 0) -> Iterator[Span]:
        """Yield where `pattern` (or a group of it) matches inside a span of the text as given.

        >>> text = "نُشر أولاً في"
        >>> [s.text(text) for s in folded(text).find(re.compile("نشر اولا"), Span(0, len(text)))]
        ['نُشر أولاً']
        """
        first, last = bisect_left(self.offsets, within.start), bisect_left(self.offsets, within.end)
        for match in pattern.finditer(self.letters, first, last):
            start, end = match.span(group)
            if start < end:
                yield Span(self.offsets[start], self._after(end - 1))
            else:
                yield Span(self.offsets[start], self.offsets[start])

    def _after(self, index: int) -> int:
        """Return the offset behind a letter and the marks on it."""
        return self.offsets[index + 1] if self._marked(index) else self.offsets[index] + 1

    def _marked(self, index: int) -> bool:
        return self.offsets[index + 1] > self.offsets[index] + 1


@lru_cache(maxsize=8)
def folded(text: str) -> FoldedText:
    """Return `text` folded for matching."""
    letters = fold_letters(text)
    marks = {letter for letter in set(letters) if letter == _TATWEEL or unicodedata.combining(letter)}
    if not marks:
        return FoldedText(letters, range(len(text) + 1))
    kept = [offset for offset, letter in enumerate(letters) if letter not in marks]
    return FoldedText("".join([letters[offset] for offset in kept]), (*kept, len(text)))
