"""Every language's marks of pages and credits, and each language's words about sources."""

from claims.nlp.languages import ar_sources, en_sources
from claims.nlp.source_words import CreditMarks, PageMarks, SourceWords

PAGES: tuple[PageMarks, ...] = (en_sources.PAGE, ar_sources.PAGE)
"""Sites mix languages around their articles, so an article is read with all of these."""

CREDITS: tuple[CreditMarks, ...] = (en_sources.CREDIT, ar_sources.CREDIT)

_SOURCES = {"en": en_sources.SOURCES, "ar": ar_sources.SOURCES}
_UNKNOWN = SourceWords()


def source_words(language: str) -> SourceWords:
    """Return the language's words about sources; empty ones where there is no file for it."""
    return _SOURCES.get(language, _UNKNOWN)


def has_words(language: str) -> bool:
    """Tell whether the language has a file of words about sources."""
    return language in _SOURCES
