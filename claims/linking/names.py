"""Names across scripts: a consonant skeleton under which Arabic and Latin spellings meet."""

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from claims.linking.data import arabic, english
from claims.linking.vowels import is_arabic, vowels_agree
from claims.linking.words import Lexicon, Word, split_words
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
_ARTICLES = frozenset(english.NAME_ARTICLES.split())
# Letters that romanisers exchange: Gabes for قابس, Gamal for جمال, Zulfiqar for ذو الفقار.
_CONFUSED = (str.maketrans("g", "k"), str.maketrans("g", "j"), str.maketrans("d", "z"))
_AIN = "ع"
"""A letter that romanisers leave out or write as h: Nehme for نعمة."""
_SHORTEST = 3
"""Consonants below which two skeletons must be equal: with an edit allowed, short ones all meet."""

_TITLES = Lexicon({"title": english.TITLES}, {"title": arabic.TITLES})


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
    if len(a) >= _SHORTEST and any(a.translate(pair) == b.translate(pair) for pair in _CONFUSED):
        return True
    shorter, longer = sorted((len(a), len(b)))
    if shorter <= _SHORTEST or a[0] != b[0] or longer - shorter > 1:
        return False
    return Levenshtein.distance(a, b, score_cutoff=1) <= 1


def same_name(a: str, b: str) -> bool:
    """Tell whether two spellings may name one thing: the words of the shorter are all in the longer.

    Titles that lead a name do not count. Vowels count where Arabic writes them.

    >>> same_name("Dr Ilham Abdel-Qader", "إلهام عبد القادر"), same_name("Tarek Shalaby", "سمير عوض")
    (True, False)
    >>> same_name("Hassan Nehme", "حسن نعمة"), same_name("Hussein Nehme", "حسن نعمة")
    (True, False)
    """
    shorter, longer = sorted((_named_words(a), _named_words(b)), key=len)
    if not shorter:
        return False
    if len(shorter) != len(longer) and _same_joined(shorter, longer):
        return True
    return all(any(_may_be_one(x, y) for y in longer) for x in shorter)


@lru_cache(maxsize=8192)
def _named_words(name: str) -> tuple[str, ...]:
    """Return the words of a name that have consonants, without articles and the titles that lead them."""
    words = without_title(split_words(name))
    return tuple(word.text for word in words if skeleton(word.text))


def _same_joined(a: Sequence[str], b: Sequence[str]) -> bool:
    """Tell whether two names are one that is parted into words otherwise: Abdelkader, عبد القادر."""
    x, y = ("".join(map(skeleton, words)) for words in (a, b))
    return any(same_word(x.translate(pair), y.translate(pair)) for pair in ({}, *_CONFUSED))


def _may_be_one(a: str, b: str) -> bool:
    x, y = skeleton(a), skeleton(b)
    if is_arabic(a) == is_arabic(b):
        return same_word(x, y)
    arabic_word, latin_word = (a, b) if is_arabic(a) else (b, a)
    if x != y and _AIN in arabic_word:
        x, y = x[:1] + x[1:].replace("h", ""), y[:1] + y[1:].replace("h", "")
    return same_word(_open_ended(x), _open_ended(y)) and vowels_agree(arabic_word, latin_word)


def _open_ended(key: str) -> str:
    return key.rstrip("h") or key


def occurs_in(name: str, words: Sequence[Word]) -> bool:
    """Tell whether `name` is spelt out in `words`, in whatever script.

    One word of a longer name is enough where it is distinctive: people are called by their last name.
    """
    key = [part for part in name_key(name) if len(part) >= 2]
    if not key:
        return False
    spelt = {form for word in words for form in word_skeletons(word)}
    hits = [part for part in key if any(same_word(part, form) for form in spelt)]
    if len(key) == 1:
        return bool(hits) and len(key[0]) >= 2
    return len(hits) == len(key) or (len(hits) * 2 >= len(key) and any(len(hit) >= 4 for hit in hits))


@lru_cache(maxsize=65536)
def _prefixed_skeletons(written: str) -> tuple[str, ...]:
    bare = [written]
    bare += [
        written[len(p) :] for p in ("و", "ف", "ب", "ل", "ك") if written.startswith(p) and len(written) > 3
    ]
    return tuple(dict.fromkeys(key for form in bare if (key := skeleton(form))))


def word_skeletons(word: Word) -> tuple[str, ...]:
    """Return the skeletons of a word, with and without the particle that Arabic writes onto it."""
    if word.is_arabic:
        return _prefixed_skeletons(word.text)
    key = skeleton(word.folded)
    return (key,) if key else ()


def without_title(words: Sequence[Word]) -> Sequence[Word]:
    """Return `words` behind the titles that lead them."""
    index = 0
    while index < len(words) - 1 and (match := _TITLES.match(words, index)):
        index = match.end
    return words[index:] or words
