"""Finding hedges inside a content."""

import pytest

from claims.nlp.components.hedges import find_hedges
from claims.nlp.languages.sources import source_words
from claims.nlp.types import Span


@pytest.mark.parametrize(
    ("text", "language", "hedges"),
    [
        pytest.param("the pier may reopen in about a week", "en", ["may", "about"], id="english"),
        pytest.param("ربما يفتح الرصيف بعد نحو أسبوع", "ar", ["ربما", "نحو"], id="arabic"),
        pytest.param("قد يفتح الرصيف", "ar", ["قد "], id="particle-before-imperfect"),
        pytest.param("وقد فتح الرصيف", "ar", [], id="particle-before-perfect"),
        pytest.param("the pier is open", "en", [], id="none"),
        pytest.param("der Kai öffnet vielleicht", "de", [], id="unknown-language"),
    ],
)
def test_words_that_hold_back_are_marked(text: str, language: str, hedges: list[str]):
    found = find_hedges(text, [Span(0, len(text))], source_words(language))

    assert [span.text(text) for span in found] == hedges
