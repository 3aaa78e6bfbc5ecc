"""Which languages have files here, every language's page marks, and each one's words about sources."""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from claims.nlp import languages
from claims.nlp.source_words import CreditMarks, PageMarks, SourceWords

_SUFFIX = "_sources"

REQUIRED: dict[str, tuple[str, ...]] = {
    "LANGUAGE": (
        *("code", "quote_pairs", "sentence_marks", "cues", "openers", "pronouns", "according_to"),
        *("prepositions", "stops", "subject_stops", "breaks", "finite_verbs", "relatives", "time_words"),
        *("venues", "titles", "impersonal", "quoting", "future", "obligation"),
    ),
    "SOURCES": (
        *("person_heads", "group_heads", "body_heads", "outlet_heads", "document_heads", "anonymous_heads"),
        *("quantifiers", "pronouns", "links", "joiners", "relatives", "given_names", "told", "citing"),
    ),
    "CLAIMS": ("hedges", "number_words", "signs", "introductions", "empty"),
    "PAGE": ("list_headers", "boilerplate", "byline", "credit", "disclaimer"),
    "CREDIT": ("republished", "translated", "lead", "outlet_heads", "agencies", "not_outlets"),
}
"""Fields that a language's files must fill before its articles are read like any other's, by object."""


def _source_files() -> dict[str, ModuleType]:
    """Return the modules `CODE_sources` of this package by their language's code."""
    names = sorted(module.name for module in iter_modules(languages.__path__))
    return {
        name.removesuffix(_SUFFIX): import_module(f"{languages.__name__}.{name}")
        for name in names
        if name.endswith(_SUFFIX)
    }


_FILES = _source_files()

PAGES: tuple[PageMarks, ...] = tuple(module.PAGE for module in _FILES.values())
"""Sites mix languages around their articles, so an article is read with all of these."""

CREDITS: tuple[CreditMarks, ...] = tuple(module.CREDIT for module in _FILES.values())

_SOURCES: dict[str, SourceWords] = {code: module.SOURCES for code, module in _FILES.items()}
_UNKNOWN = SourceWords()


def known_languages() -> tuple[str, ...]:
    """Return the codes of the languages that have files of words, in order."""
    return tuple(_SOURCES)


def source_words(language: str) -> SourceWords:
    """Return the language's words about sources; empty ones where there is no file for it."""
    return _SOURCES.get(language, _UNKNOWN)


def has_words(language: str) -> bool:
    """Tell whether the language has a file of words about sources."""
    return language in _SOURCES
