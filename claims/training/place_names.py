"""Choosing among the many names that GeoNames lists for a town, without languages."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from claims.linking.gazetteer import place_key

_LATIN = re.compile(r"[A-Z][A-Za-z' .-]{3,}")
"""A name in Latin letters as English writes it; GeoNames lists machine transcriptions in lower case."""

_CODE = re.compile(r"[A-Z]{3,4}")
_ARABIC = re.compile("[\u0621-\u063a\u0641-\u0652 -]{2,}")
"""Arabic's own letters and vowel signs: Kurdish, Uighur and Urdu spellings have others."""

_PERSIAN = re.compile("[\u0621-\u063a\u0641-\u0652پچژگکی\u200c -]{2,}")
_MARKS = str.maketrans("‘’ʼʻ`´ʿʾ", "''''''''")
_MOST = 12
"""Spellings kept a script; what follows are other languages' names."""


def latin_names(name: str, others: Iterable[str]) -> list[str]:
    """Return `name` in plain letters, then the other Latin spellings that English news could use."""
    plain = [_plain(other) for other in others]
    fitting = [other for other in plain if _LATIN.fullmatch(other) and not _CODE.fullmatch(other)]
    return distinct_names([_plain(name), *fitting])[:_MOST]


def arabic_names(names: Iterable[str], *, persian: bool = False) -> list[str]:
    """Return the Arabic spellings among `names`, the one with most variants first."""
    pattern = _PERSIAN if persian else _ARABIC
    found = [name for name in names if pattern.fullmatch(name)]
    counts = Counter(map(place_key, found))
    found.sort(key=lambda name: (-counts[place_key(name)], *_untidiness(name)))
    return distinct_names(found)[:_MOST]


def _untidiness(name: str) -> tuple[int, bool, int]:
    vowels = sum(map(bool, map(unicodedata.combining, name)))
    return vowels, not name.startswith("ال"), len(name)


def _plain(name: str) -> str:
    """Return `name` in English letters.

    >>> _plain("Ḩamāh"), _plain("Dar‘ā")
    ('Hamah', "Dar'a")
    """
    decomposed = unicodedata.normalize("NFKD", name.translate(_MARKS))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_SPECIAL)


_SPECIAL = str.maketrans(
    {"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae"}
)


def distinct_names(names: Iterable[str]) -> list[str]:
    """Return the first spelling of each key, in order; a name without letters has none."""
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(place_key(name), name)
    first.pop("", None)
    return list(first.values())
