"""A language is its files: nothing lists it, and they say enough to read its articles."""

from importlib import import_module
from pathlib import Path

import pytest

from claims.nlp import languages
from claims.nlp.languages.sources import REQUIRED, known_languages, source_words
from claims.nlp.lexicon import load_language
from claims.nlp.source_words import SourceWords

ENDINGS = {"LANGUAGE": "", "CLAIMS": "_claims"}
FOLDER = Path(languages.__path__[0])


def test_the_known_languages_are_those_with_files():
    assert set(known_languages()) == {
        path.stem.removesuffix("_sources") for path in FOLDER.glob("*_sources.py")
    }


@pytest.mark.parametrize("code", known_languages())
def test_a_language_has_both_its_files(code):
    assert load_language(code).code == code
    assert source_words(code) != SourceWords()


@pytest.mark.parametrize("code", known_languages())
@pytest.mark.parametrize("name", REQUIRED)
def test_a_language_fills_what_is_required(code, name):
    module = import_module(f"claims.nlp.languages.{code}{ENDINGS.get(name, '_sources')}")

    missing = [field for field in REQUIRED[name] if not getattr(getattr(module, name), field)]

    assert not missing, f"{name} of '{code}' lacks {missing}: docs/adding-a-language.md says what they hold"
