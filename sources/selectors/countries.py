"""Countries by their ISO 3166-1 code, named in the page's language."""

from functools import lru_cache

from babel import Locale
from django.utils.translation import get_language

NO_COUNTRIES = "AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ"
"""Codes that CLDR names beside those of ISO 3166-1: reserved ones, unions, regions, tests. Kosovo stays."""


def is_country(code: str) -> bool:
    """Tell whether the two capital letters stand for a country."""
    return code in _names("en")


def country_name(code: str, language: str = "") -> str:
    """Return what a country is called in the page's language, or in `language`; its code where unknown.

    >>> country_name("LB", "en"), country_name("LB", "ar"), country_name("??", "en")
    ('Lebanon', 'لبنان', '??')
    """
    return _names(language or get_language() or "en").get(code, code)


def countries() -> list[tuple[str, str]]:
    """Return all countries as code and name in the page's language, in the order of their names."""
    return sorted(_names(get_language() or "en").items(), key=lambda entry: entry[1])


@lru_cache(maxsize=8)
def _names(language: str) -> dict[str, str]:
    """Return the names of countries that Unicode CLDR has in a language."""
    territories = Locale.parse(language, sep="-").territories
    return {
        str(code): str(name)
        for code, name in territories.items()
        if len(code) == 2 and code.isalpha() and code not in NO_COUNTRIES.split()
    }
