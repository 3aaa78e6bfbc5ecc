"""Marking what was searched for in the original words, whatever their spelling."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from workbench.core.text import fold_text

ARABIC_ARTICLE = "ال"
MOST_TERMS = 8
"""Words of a query that are looked for; each is one condition on every claim."""
QUOTED = re.compile(r"[\"“”«»]([^\"“”«»]+)[\"“”«»]|(\S+)")
EDGES = re.compile(r"^[^\w]+|[^\w]+$")


class Piece(NamedTuple):
    """A run of a text, and whether it was searched for."""

    text: str
    hit: bool


def search_terms(words: str) -> list[str]:
    """Return the folded words of a query, a quoted phrase as one; the Arabic article is left off.

    >>> search_terms('«سد وادي» العبّارات Élysée')
    ['سد وادي', 'عبارات', 'elysee']
    """
    found = (phrase or word for phrase, word in QUOTED.findall(words))
    terms = (_without_article(EDGES.sub("", fold_text(term))) for term in found)
    return list(dict.fromkeys(term for term in terms if term))[:MOST_TERMS]


def _without_article(term: str) -> str:
    bare = term.removeprefix(ARABIC_ARTICLE)
    return bare if len(bare) >= 3 else term


def marked_hits(text: str, terms: Sequence[str]) -> list[Piece]:
    """Return `text` in runs, marking the whole words in which its folded form holds a term.

    >>> marked_hits("أكّد الوزير", ["وزير"])
    [Piece(text='أكّد ', hit=False), Piece(text='الوزير', hit=True)]
    """
    folded, places = _folded_with_places(text)
    marks = [False] * len(text)
    for term in terms:
        start = folded.find(term)
        while start >= 0:
            first, after = _whole_words(text, places[start], places[start + len(term) - 1] + 1)
            marks[first:after] = [True] * (after - first)
            start = folded.find(term, start + 1)
    return _runs(text, marks)


def _whole_words(text: str, first: int, after: int) -> tuple[int, int]:
    """Return the bounds widened to those of the words they cut: Arabic writes its article onto the noun."""
    while first and _in_word(text[first - 1]) and _in_word(text[first]):
        first -= 1
    while after < len(text) and _in_word(text[after]) and _in_word(text[after - 1]):
        after += 1
    return first, after


def _in_word(character: str) -> bool:
    """Tell whether the character is a letter, a digit, or a mark that hangs on one."""
    return character.isalnum() or not _folded(character)


def _folded_with_places(text: str) -> tuple[str, list[int]]:
    """Return the folded text and, for each of its characters, where it comes from."""
    folded: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for letter in _folded(character):
            if letter != " " or (folded and folded[-1] != " "):
                folded.append(letter)
                places.append(place)
    return "".join(folded), places


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    return " " if character.isspace() else fold_text(character)


def _runs(text: str, marks: Sequence[bool]) -> list[Piece]:
    """Join neighbours that are marked alike."""
    runs: list[Piece] = []
    for place, character in enumerate(text):
        if runs and runs[-1].hit == marks[place]:
            runs[-1] = Piece(runs[-1].text + character, marks[place])
        else:
            runs.append(Piece(character, marks[place]))
    return runs
