"""Quotation marks are paired by paragraph, nested where the language nests them."""

import pytest

from claims.nlp.components.quotes import QuoteFinder
from claims.nlp.components.sentences import SentenceSplitter
from claims.nlp.types import Document

CASES = [
    pytest.param("en", "“We stay,” he said. “It’s home.”", ["We stay,", "It’s home."], id="curly"),
    pytest.param("en", 'She said "no" twice.', ["no"], id="straight"),
    pytest.param("en", "‘Don’t go,’ she said.", ["Don’t go,"], id="single"),
    pytest.param("en", "The officials' car isn't here.", [], id="apostrophes"),
    pytest.param("ar", "قالت منى: «انخفضت الأسعار».", ["انخفضت الأسعار"], id="guillemets"),
    pytest.param(
        "ar",
        'وأضاف أن الاجتماع "لم ينجح وأرسل القيادي "أبو سامر" رسالة أخرى".',
        ['لم ينجح وأرسل القيادي "أبو سامر" رسالة أخرى', "أبو سامر"],
        id="straight-inside-straight",
    ),
    pytest.param("ar", 'بين "النسور" و"الصقور" خلاف', ["النسور", "الصقور"], id="names-after-a-clitic"),
]


def quotes_of(text, language):
    document = QuoteFinder()(SentenceSplitter()(Document(text=text, language=language)))
    return [quote.inner.text(text) for quote in document.quotes]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_quotes_are_found(language, text, expected):
    assert quotes_of(text, language) == expected


def test_a_missing_mark_does_not_shift_the_next_paragraph():
    text = 'He said "we were never told.\n\nShe said "they knew" later.'

    assert quotes_of(text, "en") == ["they knew"]


def test_a_quotation_goes_on_over_paragraphs():
    text = "“First we ran.\n\n“Then we waited,” he said."

    assert quotes_of(text, "en") == ["First we ran.", "Then we waited,"]
