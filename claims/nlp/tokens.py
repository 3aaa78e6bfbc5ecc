"""Words and marks of a text, with their offsets and the folded form that lexicons are looked up by."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from claims.nlp.types import Span

# Combining marks (Arabic vowels among them) and the tatweel stay inside a word; so do an apostrophe,
# a hyphen, the joiners that Persian writes between the parts of a word, and a point or comma between
# digits or initials (U.S., 2.5, 51,8). Characters that nobody sees are neither word nor mark.
_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0640\u06d6-\u06ed"
_WORD = rf"(?:[^\W_]|[{_MARKS}])"
_UNSEEN = "\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff"
_PATTERN = re.compile(
    rf"(?P<word>(?:[A-Za-z]\.){{2,}}"
    rf"|{_WORD}+(?:(?:['’\-‑\u200c\u200d]|(?<=\d)[.,:٫٬](?=\d)){_WORD}+)*)"
    rf"|(?P<mark>[^\w\s{_UNSEEN}]|_)"
)
_LETTERS = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ـ": "", "ی": "ي", "ک": "ك", "ۀ": "ه", "’": "'", "‑": "-"}
)
_INVISIBLE = re.compile(f"[{_UNSEEN}]")
_JOINED = re.compile("['’-]")

_LONGEST_KEPT = 32
"""Letters of a word whose folded form is kept for its next use."""


@dataclass(frozen=True, slots=True)
class Joints:
    """Where a language writes two words as one: folded, with the mark that joins them.

    `elisions` are beginnings that are words of their own (l'), `enclitics` are pronouns
    that a hyphen ties to their verb (-il, -t-il).
    """

    elisions: tuple[str, ...] = ()
    enclitics: tuple[str, ...] = ()


NO_JOINTS = Joints()


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
    """Return `word` without case, vowel marks, tatweel, joiners and the spellings of alif, kaf and ya.

    >>> fold("أنّ"), fold("إلى"), fold("Said’s"), fold("می‌کند") == fold("ميكند")
    ('ان', 'الي', "said's", True)
    """
    if word.isascii():
        return word.casefold()
    return _fold_kept(word) if len(word) <= _LONGEST_KEPT else _fold_letters(word)


def _fold_letters(word: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFC", word) if not unicodedata.combining(c))
    bare = _INVISIBLE.sub("", bare).translate(_LETTERS).casefold()
    return bare[:-1] + "ي" if bare.endswith("ى") else bare


_fold_kept = lru_cache(maxsize=16_384)(_fold_letters)
"""Texts use the same words again and again, and each word is looked at by many components."""


def tokenize(text: str, span: Span | None = None, joints: Joints = NO_JOINTS) -> Iterator[Token]:
    """Yield the tokens of `text` (of `span` of it), in order; white space is left out.

    Words that a language writes as one are parted at its `joints`.

    >>> [t.norm for t in tokenize("“Yes,” U.S. officials' 2.5")]
    ['“', 'yes', ',', '”', 'u.s.', 'officials', "'", '2.5']
    >>> [t.norm for t in tokenize("L’a-t-il dit ?", joints=Joints(("l'",), ("-t-il",)))]
    ["l'", 'a', 'il', 'dit', '?']
    """
    start, end = (span.start, span.end) if span else (0, len(text))
    for match in _PATTERN.finditer(text, start, end):
        written, at = match.group(), match.start()
        is_word = match.lastgroup == "word"
        if not is_word or joints is NO_JOINTS or not _JOINED.search(written):
            yield Token(at, at + len(written), fold(written), is_word, written[0].isupper())
            continue
        for first, last in _parts(written, joints):
            word = written[first:last]
            yield Token(at + first, at + last, fold(word), is_word, word[0].isupper())


def _parts(word: str, joints: Joints) -> Iterator[tuple[int, int]]:
    """Yield where the words begin and end that are written as one."""
    written = word.lower().replace("’", "'")
    first, last = 0, len(word)
    if len(written) != last:
        yield first, last
        return
    while elided := _joint(
        e for e in joints.elisions if written.startswith(e, first) and first + len(e) < last
    ):
        yield first, first + len(elided)
        first += len(elided)
    enclitic = _joint(e for e in joints.enclitics if written.endswith(e) and first + len(e) < last)
    yield first, last - len(enclitic)
    if enclitic:
        yield written.rindex("-") + 1, last


def _joint(found: Iterator[str]) -> str:
    return max(found, key=len, default="")
