"""Folding of words and names into keys that match across spellings."""

import re
import unicodedata
from collections.abc import Callable

_CONTROLS = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Soft hyphen, zero-width and bidirectional marks: invisible, and often pasted along with a word."""

_LETTERS = str.maketrans("أإآٱىةیک", "اااايهيك")
"""Letters that Arabic typists exchange freely (alef seats, ya, ta marbuta, Persian ya and kaf)."""

_TATWEEL = "ـ"
_POSSESSIVE = re.compile(r"[’'`ʼ]s\b")
_NOT_WORD = re.compile(r"[^\w\s]|_")
_ARTICLES = frozenset({"the", "a", "an", "al", "el"})
_ARABIC_ARTICLE = re.compile(r"^ال(?=\w{2})")


class _LetterTable(dict[int, str]):
    """A table for `str.translate` that fills itself: texts use few letters, and folding one is slow."""

    def __init__(self, fold: Callable[[str], str]) -> None:
        super().__init__()
        self._fold = fold

    def __missing__(self, code: int) -> str:
        self[code] = self._fold(chr(code))
        return self[code]


def _without_mark(character: str) -> str:
    return "" if unicodedata.combining(character) else character


def _plain(character: str) -> str:
    """Return an ASCII digit for any digit, nothing for a mark or tatweel, else the letter it folds to."""
    if character == _TATWEEL or unicodedata.combining(character):
        return ""
    return str(unicodedata.digit(character)) if character.isdecimal() else character.translate(_LETTERS)


def _one_letter(character: str) -> str:
    folded = fold_text(character) if character.isalnum() else character
    return folded if len(folded) == 1 else character


_PLAIN, _WITHOUT_MARKS = _LetterTable(_plain), _LetterTable(_without_mark)
_FOLDED_LETTERS = _LetterTable(_one_letter)


def strip_controls(text: str) -> str:
    """Return `text` without invisible direction marks and zero-width characters.

    >>> strip_controls("al\u200f-Hal\u200b")
    'al-Hal'
    """
    return _CONTROLS.sub("", text)


def fold_text(text: str) -> str:
    """Return the form of `text` that differs only where a reader would see another word.

    Case, diacritics, tatweel, exchangeable Arabic letters, digit scripts, invisible
    marks and runs of white space are folded. Articles and punctuation stay.
    Folding twice changes nothing. Lengths change: the result has no offsets.

    >>> fold_text("Élysée  Palace")
    'elysee palace'
    >>> fold_text("أكَّـد ١٢ مسؤولاً") == fold_text("اكد 12 مسوولا")
    True
    """
    if text.isascii():
        return " ".join(text.casefold().split())
    plain = unicodedata.normalize("NFKD", strip_controls(text)).translate(_PLAIN)
    # Casefolding can bring back decomposable letters, so the result is normalised once more.
    folded = unicodedata.normalize("NFKD", plain.casefold()).translate(_WITHOUT_MARKS)
    return " ".join(folded.split())


def fold_letters(text: str) -> str:
    """Return `text` folded letter by letter, so that every offset stays valid.

    Like `fold_text`, but marks and invisible characters that stand on their own
    stay, because dropping them would move what follows.

    >>> fold_letters("«أُكّد» Ça")
    '«اُكّد» ca'
    >>> len(fold_letters("ﷺ ß ١٢")) == len("ﷺ ß ١٢")
    True
    """
    return text.translate(_FOLDED_LETTERS)


def fold_name(name: str) -> str:
    """Return the key under which spellings of one name meet.

    Beyond `fold_text`, articles (the, al-, ال), possessive endings, quotation marks
    and punctuation are dropped.

    >>> fold_name("The Syrian Observer’s")
    'syrian observer'
    >>> fold_name("موقع «عين الفرات»") == fold_name("موقع عين فرات")
    True
    >>> fold_name("al-Hal") == fold_name("Hal")
    True
    """
    bare = _NOT_WORD.sub(" ", _POSSESSIVE.sub("", fold_text(name)))
    words = [_ARABIC_ARTICLE.sub("", word) for word in bare.split() if word not in _ARTICLES]
    return " ".join(words)
