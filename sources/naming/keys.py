"""The keys that a spelling of a name is found by, in every script."""

import re
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from sources.naming.looks import look_of
from workbench.core.skeletons import name_key
from workbench.core.text import fold_name, fold_text

LONGEST = 300
_SOUNDS = (
    ("y", "i"),
    ("ee", "i"),
    ("oo", "u"),
    ("ou", "u"),
    ("aa", "a"),
    ("ii", "i"),
    ("uu", "u"),
    ("ei", "ai"),
    ("q", "k"),
    ("ck", "k"),
)
"""Letters that romanisations of one sound differ by: Mayadeen, Mayadin; Tarek, Tareq; Hussein, Husain."""
_DOUBLED = re.compile(r"([a-z])\1+")


@dataclass(frozen=True, slots=True)
class NameKeys:
    """What a spelling is found by.

    `folded` differs only where a reader would see another word, `romanised` is how it sounds in Latin
    letters, `skeleton` its consonants in a spelling of no script, `look` what it looks like.
    """

    folded: str
    romanised: str
    skeleton: str
    look: str


@lru_cache(maxsize=65536)
def keys_of(name: str) -> NameKeys:
    """Return the keys of a spelling, none of them longer than `LONGEST`.

    >>> keys_of("Известия").romanised, keys_of("Al-Mayadeen").romanised == keys_of("al-Mayadin").romanised
    ('izvestia', True)
    >>> keys_of("البوكمال").skeleton == keys_of("al-Bukamal").skeleton
    True
    """
    folded = fold_name(name) or name
    latin = romanised(name)
    skeleton = " ".join(name_key(name)) or " ".join(name_key(latin))
    return NameKeys(*(key[:LONGEST] for key in (folded, latin, skeleton, look_of(name))))


@lru_cache(maxsize=65536)
def romanised(name: str) -> str:
    """Return a name in plain Latin letters, with one spelling for sounds that romanisers write otherwise.

    Arabic leaves short vowels out, so an Arabic name comes out as consonants and long vowels.

    >>> romanised("ТАСС"), romanised("Die Grüne Woche")
    ('tas', 'die grune woche')
    """
    plain = fold_name(anyascii(fold_text(fold_name(name) or name)))
    for letters, sound in _SOUNDS:
        plain = plain.replace(letters, sound)
    return _DOUBLED.sub(r"\1", plain)
