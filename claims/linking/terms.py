"""The terms by which a text is found by its words: folded, lightly stemmed, without empty words."""

from functools import lru_cache

from claims.linking.words import split_words
from claims.nlp.languages.terms import term_words
from claims.nlp.term_words import Endings, TermWords

MOST_TERMS = 64
"""Terms kept of one text, its first: as many as a claim of 100 words has."""


def terms_of(text: str, language: str) -> tuple[str, ...]:
    """Return the different terms of `text`, in the order in which they first stand there.

    >>> terms_of("The bridges were closing; no bridge is closed.", "en")
    ('bridg', 'clos')
    >>> terms_of("والجسور في المدينة", "ar") == terms_of("جسور مدينة", "ar")
    True
    """
    terms = (term_of(word.folded, language) for word in split_words(text))
    return tuple(dict.fromkeys(term for term in terms if term))[:MOST_TERMS]


@lru_cache(maxsize=65536)
def term_of(folded: str, language: str) -> str:
    """Return the term of one folded word, "" where the word is an empty one.

    >>> [term_of(word, "en") for word in ("running", "cities", "1,200", "the")]
    ['run', 'citi', '1200', '']
    """
    if folded[0].isdigit():
        return folded.replace(",", "").replace("٬", "")
    words = term_words(language)
    if folded in words.empty or len(folded) < 2:
        return ""
    stem = _without_prefix(folded, words)
    if stem in words.empty:
        return ""
    for endings in words.endings:
        stem = _without_ending(stem, endings, words.shortest)
    return stem


def _without_prefix(word: str, words: TermWords) -> str:
    for prefix in words.prefixes:
        if word.startswith(prefix) and len(word) - len(prefix) >= words.shortest:
            return word[len(prefix) :]
    return word


def _without_ending(word: str, endings: Endings, shortest: int) -> str:
    for ending, instead in endings:
        if word.endswith(ending) and len(word) - len(ending) + len(instead) >= shortest:
            return word.removesuffix(ending) + instead
    return word
