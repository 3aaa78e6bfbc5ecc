"""Each language's words as terms of a search; empty data for a language without a file."""

from claims.nlp.languages.statements import modules_named
from claims.nlp.term_words import TermWords

_TERMS: dict[str, TermWords] = {code: module.TERMS for code, module in modules_named("_terms").items()}
_UNKNOWN = TermWords()


def term_words(language: str) -> TermWords:
    """Return what is known of the language's words as terms; words are only folded where nothing is."""
    return _TERMS.get(language, _UNKNOWN)
