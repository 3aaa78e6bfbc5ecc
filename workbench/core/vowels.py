"""Vowels across scripts: whether a Latin spelling may have the vowels that an Arabic word writes."""

import re
from collections.abc import Mapping
from functools import lru_cache

from workbench.core.text import fold_text

_ARABIC = re.compile("[\u0621-\u064a]")
_MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")
_CLITICS = re.compile("^(?:وال|بال|فال|ال|لل)(?=..)")
_ARABIC_VOWELS = {"ا": "a", "آ": "a", "ى": "a", "ة": "a", "و": "u", "ي": "i"}
_SILENT = frozenset("ءأإؤئعهح")
"""Letters that romanisers leave out, write as any vowel, or write as an h that they also add to others."""
_LATIN_VOWELS = {"a": "a", "e": "ai", "i": "i", "o": "u", "u": "ua", "y": "i", "w": "u"}
"""The long vowels that a Latin letter may stand for: u for ا in ترامب, e for ا in ميشال."""

_LATIN_SILENT = frozenset("h'’")
_ENDS_LONG = re.compile("(?:ai|ay|ei|ee|oo|ou)[^aeiouy]$")
LEAST_GAPS = 2
"""A word with fewer gaps has no consonant."""


def is_arabic(word: str) -> bool:
    """Tell whether a word is written in the Arabic script."""
    return bool(_ARABIC.search(word))


@lru_cache(maxsize=8192)
def vowels_agree(arabic: str, latin: str) -> bool:
    """Tell whether a Latin spelling may be read as an Arabic word with the same consonants.

    Arabic writes long vowels alone: each of them needs a vowel of its kind at the same
    place in the Latin word. The last syllable of a Latin word that doubles its vowel
    (Hussein, Mahmoud) needs a written one. A final -a tells a woman's name from a man's.
    Words with other numbers of consonants are not compared: they agree.

    >>> vowels_agree("حسين", "Hussein"), vowels_agree("حسين", "Hassan"), vowels_agree("سمير", "Samira")
    (True, False, False)
    """
    word, spelt = _CLITICS.sub("", _MARKS.sub("", arabic)), re.sub("(?<=[ae])h$", "", fold_text(latin))
    written = _gaps(word, _ARABIC_VOWELS, _SILENT)
    spoken = _gaps(spelt, _LATIN_VOWELS, _LATIN_SILENT)
    if len(written) != len(spoken):
        return True
    inner = zip(written[1:], spoken[1:], strict=True)
    if any(long and not set(long) & set(vowels) for long, vowels in inner):
        return False
    if len(spoken) > LEAST_GAPS and not written[-2] and _ENDS_LONG.search(spelt):
        return False
    ends_open = word[-1] in _SILENT or bool(written[-1])
    return ends_open or not spoken[-1].startswith("a") or len(spoken) < LEAST_GAPS


def _gaps(letters: str, vowels: Mapping[str, str], silent: frozenset[str]) -> list[str]:
    """Return the vowels before, between and behind the consonants; a doubled consonant is one."""
    gaps, before = [""], ""
    for letter in letters:
        if sound := vowels.get(letter):
            gaps[-1] += sound
        elif letter not in silent and letter != before:
            gaps.append("")
        before = letter
    return gaps
