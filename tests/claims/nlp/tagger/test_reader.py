"""The committed tagger reads who says what; figures of how well are benchmarks."""

import pytest

from claims.nlp.components.tagging import characters
from claims.nlp.lexicon import load_language
from claims.nlp.tagger.reader import TaggerReader

TEXTS = [
    pytest.param(
        "en",
        "The harbour master Nora Field said on Monday that the ferry would stay in port until Friday.",
        ("the ferry would stay in port until Friday", "said", "harbour master Nora Field"),
        id="english",
    ),
    pytest.param(
        "ar",
        "قالت مديرة الميناء نورا الحقل يوم الاثنين إن العبارة ستبقى في الميناء حتى يوم الجمعة.",
        ("العبارة ستبقى في الميناء حتى يوم الجمعة", "قالت", "مديرة الميناء نورا الحقل"),
        id="arabic",
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), TEXTS)
def test_content_cue_and_source_of_a_plain_sentence_are_found(language, text, expected, tagger: TaggerReader):
    pieces, (found,) = tagger(text)

    read = [
        characters(text, load_language(language), pieces, run)
        for run in (*found.contents, found.cue, found.source)
    ]
    assert all(words in span.text(text) for words, span in zip(expected, read, strict=True))
    assert min(found.content_chance, found.cue_chance, found.link_chance, found.source_chance) > 0.5


@pytest.mark.parametrize(("language", "text", "expected"), TEXTS)
def test_the_same_text_always_gives_the_same_answer(language, text, expected, tagger: TaggerReader):
    assert tagger(text)[1] == tagger(text)[1]


def test_a_sentence_that_nobody_says_has_no_attribution(tagger: TaggerReader):
    assert tagger("The ferry left the old harbour at seven and reached the island at noon.")[1] == []


@pytest.mark.parametrize("text", ["", "\n\n", "«", "said", "</s>"])
def test_texts_without_a_sentence_are_read_without_error(text, tagger: TaggerReader):
    pieces, found = tagger(text)

    assert len(pieces) <= 1
    assert found == []


def test_the_reader_bears_the_version_of_its_network(tagger: TaggerReader):
    assert tagger.version == tagger.network.version != ""
