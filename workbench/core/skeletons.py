"""Names across scripts: a consonant skeleton under which Arabic and Latin spellings meet."""

import re
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from workbench.core.text import fold_text

_ARABIC = re.compile("[\u0621-\u064a]")
_CONSONANTS = str.maketrans(
    {
        **dict(zip("بتثجحخدذرزسشصضطظغفقكلمنه", "bttjhxddrzs$sdtzgfkklmnh", strict=True)),
        **dict.fromkeys("ةويىاعءآأإئؤ", ""),
        "پ": "b",
        "چ": "j",
        "گ": "g",
        "ڤ": "f",
    }
)
_DIGRAPHS = (
    *(
        ("kh", "x"),
        ("tch", "$"),
        ("sh", "$"),
        ("ch", "$"),
        ("th", "t"),
        ("dh", "d"),
        ("gh", "g"),
        ("ph", "f"),
    ),
    *(("ck", "k"), ("q", "k"), ("c", "k"), ("p", "b"), ("v", "f")),
)
# Folded, the name إلهام would seem to begin with the article ال.
_NO_ARTICLE = ("إل", "آل", "ألف")
NAME_ARTICLES = "al el ul ar as ash an at ad az ez es ed the of de la le l"
"""Articles and particles that stand alone in Latin spellings of names."""
_ARTICLES = frozenset(NAME_ARTICLES.split())
# Letters that romanisers exchange: Gabes for قابس, Gamal for جمال, Zulfiqar for ذو الفقار.
CONFUSED = (str.maketrans("g", "k"), str.maketrans("g", "j"), str.maketrans("d", "z"))
_SHORTEST = 3
"""Consonants below which two skeletons must be equal: with an edit allowed, short ones all meet."""


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """Return the consonants of one word in a script-neutral spelling.

    >>> skeleton("البوكمال") == skeleton("Bukamal")
    True
    >>> skeleton("Ghannouch") == skeleton("غنوش")
    True
    """
    folded = fold_text(word)
    if word.startswith(_NO_ARTICLE):
        return _squeezed(_without_final_h(folded).translate(_CONSONANTS))
    return _arabic_skeleton(folded) if _ARABIC.search(folded) else _latin_skeleton(folded)


def _arabic_skeleton(folded: str) -> str:
    bare = re.sub(r"^(?:وال|بال|فال|ال|لل)(?=..)", "", folded)
    return _squeezed(_without_final_h(bare).translate(_CONSONANTS))


def _without_final_h(word: str) -> str:
    return word[:-1] if len(word) > 2 and word.endswith(("ه", "ح")) else word


def _latin_skeleton(folded: str) -> str:
    bare = re.sub(r"[^a-z]", "", folded)
    if bare in _ARTICLES:
        return ""
    bare = re.sub(r"^abd[aeu]l$", "abd", bare)
    for letters, consonant in _DIGRAPHS:
        bare = bare.replace(letters, consonant)
    consonants = re.sub(r"[aeiouwy]", "", bare)
    return _without_latin_h(_squeezed(consonants))


def _without_latin_h(consonants: str) -> str:
    return consonants[:-1] if len(consonants) > 1 and consonants.endswith("h") else consonants


def _squeezed(consonants: str) -> str:
    return re.sub(r"(.)\1+", r"\1", consonants)


def name_key(name: str) -> tuple[str, ...]:
    """Return the skeletons of the words of `name`, articles and leading titles left out."""
    parts = [part for part in re.split(r"[^\w’']+", name) if part]
    keys = [key for part in parts if (key := skeleton(part))]
    return tuple(keys)


def consonants(name: str) -> str:
    """Return the consonants of a name, without gaps.

    >>> consonants("al-Mayadin") == consonants("الميادين")
    True
    """
    return "".join(name_key(name))


def joined_skeleton(name: str) -> str:
    """Return the consonants of a name of two words or more; nothing for a single word.

    One word has too few consonants to tell people apart.

    >>> joined_skeleton("Firas al-Iraqiya") == joined_skeleton("فراس العراقية")
    True
    """
    key = name_key(name)
    return "".join(key) if len(key) > 1 else ""


def same_word(a: str, b: str) -> bool:
    """Tell whether two skeletons may be one word: equal, or one edit apart when both are long.

    >>> same_word("mdn", "mdn"), same_word("dwkmn", "dkmn"), same_word("kr", "kl")
    (True, True, False)
    """
    if a == b:
        return bool(a)
    if len(a) >= _SHORTEST and any(a.translate(pair) == b.translate(pair) for pair in CONFUSED):
        return True
    shorter, longer = sorted((len(a), len(b)))
    if shorter <= _SHORTEST or a[0] != b[0] or longer - shorter > 1:
        return False
    return Levenshtein.distance(a, b, score_cutoff=1) <= 1
