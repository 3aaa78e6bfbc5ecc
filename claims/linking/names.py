"""Names of persons, places and bodies as texts write them: whether two spellings may name one thing."""

from collections.abc import Sequence
from functools import lru_cache

from claims.linking.data import arabic, english
from claims.linking.words import Lexicon, Word, split_words
from workbench.core.skeletons import CONFUSED, name_key, same_word, skeleton
from workbench.core.vowels import is_arabic, vowels_agree

_AIN = "ع"
"""A letter that romanisers leave out or write as h: Nehme for نعمة."""

_TITLES = Lexicon({"title": english.TITLES}, {"title": arabic.TITLES})


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
    return any(same_word(x.translate(pair), y.translate(pair)) for pair in ({}, *CONFUSED))


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
