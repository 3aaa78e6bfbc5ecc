"""Reasons are said in the reader's language, and polarity in a word."""

import re

import pytest
from django.utils.translation import override

from claims.nlp.components.framing import FRAMED
from claims.nlp.components.nesting import INNER
from claims.nlp.components.voting import AGREED, ONLY_RULES, ONLY_TAGGER
from claims.nlp.components.written_names import AS_WRITTEN
from claims.selectors.reasons import side_words, worded_reason

CASES = [
    pytest.param(
        "same place: silo / صومعة", "متطابق في «أين»: \u2068silo\u2069 / \u2068صومعة\u2069", id="slot"
    ),
    pytest.param("number: 12 / 7", "مختلف في «كم»: \u206812\u2069 / \u20687\u2069", id="conflict"),
    pytest.param("Both go back to Al-Shira.", "كلاهما يعود إلى \u2068Al-Shira\u2069.", id="root"),
    pytest.param("“he” is Idris Kamal", "«\u2068he\u2069» هو \u2068Idris Kamal\u2069", id="hop"),
]


@pytest.mark.parametrize(("stored", "arabic"), CASES)
def test_a_reason_is_worded_in_the_readers_language_with_names_isolated(stored, arabic):
    with override("ar"):
        assert worded_reason(stored) == arabic


def test_a_reason_of_unknown_form_is_shown_as_it_is():
    assert worded_reason("the moon was full") == "the moon was full"


@pytest.mark.parametrize(("text", "words"), [("", "affirms"), ("asserted", "affirms"), ("denied", "denies")])
def test_whether_is_said_in_a_word(text, words):
    assert side_words("polarity", text) == words


def test_other_particulars_keep_their_words():
    assert side_words("number", "twelve") == "twelve"


@pytest.mark.parametrize(
    "reason",
    [
        AGREED,
        ONLY_RULES,
        ONLY_TAGGER,
        *(f"its {part} as the tagger reads it" for part in ("content", "source", "modality")),
        INNER,
        FRAMED,
        AS_WRITTEN,
        "this section is credited to it",
    ],
)
def test_what_the_components_say_of_their_reading_is_told_in_arabic(reason):
    with override("ar"):
        words = worded_reason(reason)

    assert not re.search("[a-z]", words), words
