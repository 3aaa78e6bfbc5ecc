"""Words and marks of a text, with their offsets and the folded form that lexicons are looked up by."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from claims.nlp.types import Span

# Combining marks (Arabic vowels among them) and the tatweel stay inside a word; so do an apostrophe,
# a hyphen, and a point or comma between digits or initials (U.S., 2.5, 51,8).
_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0640\u06d6-\u06ed"
_WORD = rf"(?:[^\W_]|[{_MARKS}])"
_PATTERN = re.compile(
    rf"(?P<word>(?:[A-Za-z]\.){{2,}}|{_WORD}+(?:(?:['’\-‑]|(?<=\d)[.,:٫٬](?=\d)){_WORD}+)*)|(?P<mark>[^\w\s]|_)"
)
_LETTERS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ـ": "", "’": "'", "‑": "-"})
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark. `norm` is its folded form; `is_word` tells which of the two it is."""

    start: int
    end: int
    norm: str
    is_word: bool
    is_capital: bool = False

    @property
    def span(self) -> Span:
        """The characters of this token."""
        return Span(self.start, self.end)


def fold(word: str) -> str:
    """Return `word` without case, vowel marks, tatweel and the spellings of alif and final ya.

    >>> fold("أنّ"), fold("إلى"), fold("Said’s")
    ('ان', 'الي', "said's")
    """
    if word.isascii():
        return word.casefold()
    bare = "".join(c for c in unicodedata.normalize("NFC", word) if not unicodedata.combining(c))
    bare = _INVISIBLE.sub("", bare).translate(_LETTERS).casefold()
    return bare[:-1] + "ي" if bare.endswith("ى") else bare


def tokenize(text: str, span: Span | None = None) -> Iterator[Token]:
    """Yield the tokens of `text` (of `span` of it), in order; white space is left out.

    >>> [t.norm for t in tokenize("“Yes,” U.S. officials' 2.5")]
    ['“', 'yes', ',', '”', 'u.s.', 'officials', "'", '2.5']
    """
    start, end = (span.start, span.end) if span else (0, len(text))
    for match in _PATTERN.finditer(text, start, end):
        word = match.group()
        yield Token(match.start(), match.end(), fold(word), match.lastgroup == "word", word[0].isupper())
