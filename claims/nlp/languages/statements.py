"""Each language's words about statements: what weakens one, makes it worth a check, needs its article."""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from claims.nlp import languages
from claims.nlp.claim_words import ClaimWords
from claims.nlp.wording_words import WordingWords


def modules_named(suffix: str) -> dict[str, ModuleType]:
    """Return the modules of this package whose name ends in `suffix`, by what stands before: the language."""
    names = sorted(module.name for module in iter_modules(languages.__path__))
    return {
        name.removesuffix(suffix): import_module(f"{languages.__name__}.{name}")
        for name in names
        if name.endswith(suffix)
    }


_CLAIMS: dict[str, ClaimWords] = {code: module.CLAIMS for code, module in modules_named("_claims").items()}
_WORDING: dict[str, WordingWords] = {
    code: module.WORDING for code, module in modules_named("_wording").items()
}
_UNKNOWN = ClaimWords()


def claim_words(language: str) -> ClaimWords:
    """Return the language's words about statements; empty ones where there is no file for it."""
    return _CLAIMS.get(language, _UNKNOWN)


def has_claim_words(language: str) -> bool:
    """Tell whether the language has a file of words about statements."""
    return language in _CLAIMS


def wording_words(language: str) -> WordingWords | None:
    """Return the language's words that need their article, None where there is no file of them."""
    return _WORDING.get(language)
