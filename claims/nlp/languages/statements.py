"""Each language's words about statements: what weakens one, and what makes one worth a check."""

from importlib import import_module
from pkgutil import iter_modules

from claims.nlp import languages
from claims.nlp.claim_words import ClaimWords

_SUFFIX = "_claims"


def _files() -> dict[str, ClaimWords]:
    """Return `CLAIMS` of the modules `CODE_claims` of this package by their language's code."""
    names = sorted(module.name for module in iter_modules(languages.__path__))
    return {
        name.removesuffix(_SUFFIX): import_module(f"{languages.__name__}.{name}").CLAIMS
        for name in names
        if name.endswith(_SUFFIX)
    }


_CLAIMS = _files()
_UNKNOWN = ClaimWords()


def claim_words(language: str) -> ClaimWords:
    """Return the language's words about statements; empty ones where there is no file for it."""
    return _CLAIMS.get(language, _UNKNOWN)


def has_claim_words(language: str) -> bool:
    """Tell whether the language has a file of words about statements."""
    return language in _CLAIMS
