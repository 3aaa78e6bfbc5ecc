"""The words of a name: which tell it from others, and which only say what kind of thing bears it."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from anyascii import anyascii

from workbench.core.organisation_words import load_organisation_words
from workbench.core.skeletons import skeleton
from workbench.core.text import fold_name, fold_text
from workbench.core.vowels import is_arabic

_MEDIA_WORDS = Path(__file__).parent / "data" / "media_words.tsv"
EMPTY, FORM = "empty", "form"
"""Roles of a word that tells nothing apart: it is dropped, or says at most that both speak of a site or news.
Any other role is a kind of medium: two names with different ones mean different things."""
_PREFIXES = ("وال", "بال", "لل", "ال", "و", "ب", "ل")
_LONGEST = 3
"""Words of the longest entry of the tables: "جمعية وطنية", "city hall"."""
_SHORTEST = 3
"""Letters that must remain when a prefix is taken off; shorter stems collide."""


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a name, or several that have one meaning.

    `sound` is equal for words of equal consonants, `meaning` for words that translate each other.
    """

    text: str
    sound: str
    meaning: str


@dataclass(frozen=True, slots=True)
class NameWords:
    """A name taken apart: `core` tells it from others, `forms` and `media` say what kind of thing it is."""

    core: tuple[Part, ...]
    forms: frozenset[str]
    media: frozenset[str]
    is_arabic: bool
    has_article: bool

    @property
    def folded(self) -> str:
        """Return the core as it is written, folded."""
        return " ".join(part.text for part in self.core)

    @property
    def sounds(self) -> tuple[str, ...]:
        """Return the consonants of the core, word by word."""
        return tuple(part.sound for part in self.core)

    @property
    def meanings(self) -> tuple[str, ...]:
        """Return what the core means, in a fixed order: word order differs between languages.

        Words that no table translates go by their consonants; empty unless one is translated.
        """
        if not any(part.meaning for part in self.core):
            return ()
        return tuple(sorted(f"={part.meaning}" if part.meaning else part.sound for part in self.core))


@lru_cache(maxsize=65536)
def words_of(name: str) -> NameWords:
    """Take a name apart.

    Where nothing but the kind of thing is named ("The Agency"), those words are the core.

    >>> [part.text for part in words_of("وكالة الساري للأنباء").core]
    ['ساري']
    >>> words_of("Health Ministry").meanings == words_of("وزارة الصحة").meanings
    True
    >>> words_of("Harbour TV").media, words_of("The Gazette").core[0].text
    (frozenset({'television'}), 'gazette')
    """
    pieces = list(_pieces(fold_name(name).split()))
    roles = [(text, concept, _roles().get(concept, "")) for text, concept in pieces]
    core = [(text, concept) for text, concept, role in roles if not role]
    if not core:
        core = [(text, concept) for text, concept, role in roles if role != EMPTY] or pieces
    return NameWords(
        core=tuple(Part(text, _sound(text), concept) for text, concept in core),
        forms=frozenset(concept for _, concept, role in roles if role == FORM),
        media=frozenset(concept for _, concept, role in roles if role not in {"", EMPTY, FORM}),
        is_arabic=is_arabic(name),
        has_article=_has_article(name),
    )


def _sound(text: str) -> str:
    """Return the consonants of a word or run of words; those of its Latin letters for other scripts."""
    joined = "".join(map(skeleton, text.split()))
    return joined or "".join(map(skeleton, anyascii(text).split())) or text


def _has_article(name: str) -> bool:
    """Tell whether the name begins with the Arabic article, in either script."""
    return fold_text(name).replace("-", " ").startswith(("ال", "al ", "el "))


def _pieces(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each word, or run of words that a table lists, with its concept; "" where none lists it."""
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            text = " ".join(words[at : at + length])
            concept = _concept(text)
            if concept or length == 1:
                yield text, concept
                at += length
                break


def _concept(text: str) -> str:
    known = _concepts()
    if text in known:
        return known[text]
    bare = (text[len(prefix) :] for prefix in _PREFIXES if text.startswith(prefix))
    return next((known[stem] for stem in bare if len(stem) >= _SHORTEST and stem in known), "")


@lru_cache(maxsize=1)
def _concepts() -> Mapping[str, str]:
    """Return the concept of each listed word, folded; what names media comes before what names bodies."""
    rows = [*load_organisation_words().items(), *((row["concept"], row["words"]) for row in _media_rows())]
    return {fold_name(word) or word: concept for concept, words in rows for word in words.split(" | ")}


@lru_cache(maxsize=1)
def _roles() -> Mapping[str, str]:
    return {row["concept"]: row["role"] for row in _media_rows()}


@lru_cache(maxsize=1)
def _media_rows() -> Sequence[Mapping[str, str]]:
    with _MEDIA_WORDS.open(encoding="utf-8", newline="") as table:
        return tuple(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
