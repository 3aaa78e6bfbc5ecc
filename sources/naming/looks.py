"""Names that look like others or hide something: UTS 39 skeletons, mixed scripts, invisible characters."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from confusable_homoglyphs.categories import alias
from confusable_homoglyphs.confusables import confusables_data

from workbench.core.text import fold_name, strip_controls
from workbench.core.vowels import is_arabic

LEET = {"0": "o", "1": "l", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b"}
"""Digits that stand for letters inside a word of letters: Reuter5. UTS 39 lists 0 and 1 alone."""
UPRIGHT = "ǀ"
"""Stands for l, I, 1 and what looks like them: a letter without case, or INA would look like LNA."""
ALIKE = ("يىی", "كک", "هة", "اأإآ")
"""Arabic letters that typists exchange freely: a name written with another of them is the same name."""
_NEUTRAL = frozenset({"COMMON", "INHERITED", "UNKNOWN"})
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ZERO_WIDTH = re.compile("[\u00ad\u180e\u200b\u200d\u2060-\u2064\ufeff]")
# ZWNJ parts the words of Persian compounds and belongs there; beside a letter of another script it hides.
_NON_JOINER = re.compile("(?<![\u0600-\u06ff])\u200c|\u200c(?![\u0600-\u06ff])")


@dataclass(frozen=True, slots=True)
class Character:
    """One character that a name is written with where another looks the same."""

    written: str
    looks_like: str

    @property
    def name(self) -> str:
        """Return what Unicode calls it, such as CYRILLIC SMALL LETTER A."""
        return unicodedata.name(self.written, f"U+{ord(self.written):04X}")

    @property
    def code(self) -> str:
        """Return its code point as it is usually printed."""
        return f"U+{ord(self.written):04X}"


@lru_cache(maxsize=65536)
def look_of(name: str) -> str:
    """Return a key that names share which look the same, after UTS 39 and the digits that pass for letters.

    It is for comparing alone and means nothing by itself.

    >>> look_of("АВС Nеws") == look_of("ABC News"), look_of("Al-HaI") == look_of("Al-Hal")
    (True, True)
    >>> look_of("Reuter5 Wire") == look_of("Reuters Wire"), look_of("INA") == look_of("LNA")
    (True, False)
    """
    plain = unicodedata.normalize("NFKC", strip_controls(name))
    words = (_without_digits(word) for word in plain.split())
    letters = "".join(_prototypes().get(letter, letter) for letter in " ".join(words))
    return fold_name(letters.replace("l", UPRIGHT)) or letters


def differing_characters(name: str, other: str) -> list[Character]:
    """Return the characters of `name` that stand where `other` has one that looks the same.

    >>> [(c.written, c.looks_like, c.name) for c in differing_characters("Nеws", "News")]
    [('е', 'e', 'CYRILLIC SMALL LETTER IE')]
    """
    one, two = (unicodedata.normalize("NFKC", strip_controls(text)) for text in (name, other))
    if len(one) == len(two):
        pairs = [(a, b) for a, b in zip(one, two, strict=True) if fold_name(a) != fold_name(b)]
        return list(dict.fromkeys(Character(a, b) for a, b in pairs))
    strange = [letter for letter in one if letter not in two and not letter.isspace()]
    return list(dict.fromkeys(Character(letter, _prototypes().get(letter, "")) for letter in strange))


def hidden_characters(name: str) -> list[str]:
    """Return the code points of marks in a name that cannot be seen, each once: zero width, direction.

    >>> hidden_characters("al\u200b-Hal\u202e"), hidden_characters("می\u200cخواهم")
    (['U+200B', 'U+202E'], [])
    """
    found = [m for pattern in (_BIDI, _ZERO_WIDTH, _NON_JOINER) for m in pattern.findall(name)]
    return list(dict.fromkeys(f"U+{ord(mark):04X}" for mark in sorted(found)))


def mixed_words(name: str) -> list[str]:
    """Return the words of a name that mix letters of different scripts; names of several scripts are common.

    >>> mixed_words("Nеws Hal"), mixed_words("MTV لبنان")
    (['Nеws'], [])
    """
    return [word for word in re.findall(r"\w+", strip_controls(name)) if len(scripts_of(word)) > 1]


def scripts_of(text: str) -> frozenset[str]:
    """Return the scripts of a text's letters, as Unicode calls them."""
    return frozenset(alias(letter) for letter in text if letter.isalpha()) - _NEUTRAL


def exchanged_letters(name: str, other: str) -> Sequence[Character]:
    """Return the Arabic letters of `name` for which `other`, the same name, has one that typists exchange.

    >>> [c.written for c in exchanged_letters("قناة ليبيا", "قناه ليبیا")]
    ['ة', 'ي']
    """
    if len(name) != len(other):
        return []
    pairs = dict.fromkeys((a, b) for a, b in zip(name, other, strict=True) if a != b)
    return [Character(a, b) for a, b in pairs if any(a in group and b in group for group in ALIKE)]


def _without_digits(word: str) -> str:
    """Put letters for digits in a word that is letters for the most part."""
    letters = sum(letter.isalpha() for letter in word)
    if letters <= sum(letter.isdigit() for letter in word):
        return word
    return "".join(LEET.get(letter, letter) for letter in word)


@lru_cache(maxsize=1)
def _prototypes() -> Mapping[str, str]:
    """Return the UTS 39 prototype of each confusable character.

    The library lists which strings look alike, both ways. Those that hang together look alike all; their
    prototype is the one of several letters where there is one (rn for m), else the one most others point at.
    Arabic letters are left alone where the dots are all that tells them from the prototype, or where it
    is of another script (ا for l): in a word of Arabic nobody takes one for the other.
    """
    neighbours: dict[str, set[str]] = defaultdict(set)
    for one, others in confusables_data.items():
        for other in others:
            a, b = strip_controls(one), strip_controls(other["c"])
            neighbours[a].add(b)
            neighbours[b].add(a)
    prototypes: dict[str, str] = {}
    for group in _groups(neighbours):
        chief = max(group, key=lambda text: (len(text) > 1, text.isascii(), len(neighbours[text]), text))
        prototypes |= {text: chief for text in group if len(text) == 1 and not _keeps(text, chief)}
    return prototypes


def _keeps(letter: str, prototype: str) -> bool:
    return is_arabic(letter) and (len(prototype) > 1 or not is_arabic(prototype))


def _groups(neighbours: Mapping[str, set[str]]) -> list[set[str]]:
    groups, seen = [], set[str]()
    for start in neighbours:
        if start in seen:
            continue
        group, edge = {start}, [start]
        while edge:
            new = neighbours[edge.pop()] - group
            group |= new
            edge += new
        seen |= group
        groups.append(group)
    return groups
