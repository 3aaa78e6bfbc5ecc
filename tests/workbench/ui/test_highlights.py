"""What was searched for is marked in the original words."""

import pytest

from workbench.ui.highlights import MOST_TERMS, marked_hits, search_terms


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        pytest.param("Ferry  CAPTAIN", ["ferry", "captain"], id="case"),
        pytest.param("العبّارة", ["عباره"], id="article and diacritics"),
        pytest.param("ال", ["ال"], id="an article alone is a word"),
        pytest.param('"eastern quay" fire', ["eastern quay", "fire"], id="phrase"),
        pytest.param("«الرصيف الشرقي»", ["رصيف الشرقي"], id="arabic phrase"),
        pytest.param("fire, (quay)!", ["fire", "quay"], id="punctuation"),
        pytest.param("fire fire", ["fire"], id="twice"),
        pytest.param("  ", [], id="nothing"),
    ],
)
def test_a_query_is_folded_as_the_claims_are(words, terms):
    assert search_terms(words) == terms


def test_a_long_query_is_cut():
    assert len(search_terms(" ".join(f"word{n}" for n in range(30)))) == MOST_TERMS


@pytest.mark.parametrize(
    ("text", "words", "hits"),
    [
        pytest.param("انقلبت العبّارة قبالة رأس عطوان", "عبارة", ["العبّارة"], id="whole arabic word"),
        pytest.param("The Élysée said no", "elysee", ["Élysée"], id="accents"),
        pytest.param("٣٨ في المئة", "38", ["٣٨"], id="digits"),
        pytest.param("fire at the quay, fire", "fire", ["fire", "fire"], id="every place"),
        pytest.param("the eastern  quay", '"eastern quay"', ["eastern  quay"], id="phrase over spaces"),
        pytest.param("nothing here", "zebra", [], id="no hit"),
        pytest.param("", "zebra", [], id="no text"),
    ],
)
def test_hits_are_marked_as_they_stand_in_the_text(text, words, hits):
    pieces = marked_hits(text, search_terms(words))

    assert [piece.text for piece in pieces if piece.hit] == hits
    assert "".join(piece.text for piece in pieces) == text
