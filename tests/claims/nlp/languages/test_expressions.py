"""No expression of a language file takes longer than its text is long, whatever stands in it."""

import time

import pytest

from claims.nlp.expressions import compiled
from claims.nlp.languages.sources import known_languages
from claims.nlp.languages.statements import claim_words

HOSTILE = [
    pytest.param('"' + "word " * 4000, id="a-quotation-that-never-ends"),
    pytest.param("12 " * 4000, id="figures-alone"),
    pytest.param("and " * 4000, id="one-word-again-and-again"),
    pytest.param("و" * 8000, id="one-letter"),
    pytest.param(" ," * 4000, id="no-words"),
]
SECONDS = 1.0
"""A linear search of 20,000 characters takes a hundredth of this; one that backtracks takes hours."""


@pytest.mark.parametrize("language", sorted(known_languages()))
@pytest.mark.parametrize("text", HOSTILE)
def test_every_sign_is_looked_for_in_linear_time(language, text):
    words = claim_words(language)
    began = time.process_time()

    for expressions in words.signs.values():
        compiled(expressions, words.number_words).search(text)

    assert time.process_time() - began < SECONDS * len(words.signs)
