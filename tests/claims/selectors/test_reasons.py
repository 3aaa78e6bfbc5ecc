"""Reasons are said in the reader's language, and polarity in a word."""

import re

import pytest
from django.utils.translation import override

from claims.linking.drift import drift_reason
from claims.linking.independence.signs import Sign, SignKind
from claims.linking.types import Drift, DriftKind
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
    pytest.param(
        "Both go back to Al-Shira. (dependence 0.80)",
        "كلاهما يعود إلى \u2068Al-Shira\u2069. وزن ذلك في غير صالح الاستقلال: \u206880%\u2069.",
        id="weighed-sign",
    ),
    pytest.param(
        "drift at Echo, hedge dropped: may have / –",
        "أسقطت \u2068Echo\u2069 لفظ التحفظ «\u2068may have\u2069».",
        id="drift",
    ),
    pytest.param(
        "drift at Echo, modality hardened: alleged / asserted",
        "لدى \u2068Echo\u2069 صار الادعاء أكثر جزما: من «\u2068مزعوم\u2069» إلى «\u2068مؤكَّد من قائله\u2069».",
        id="hardened",
    ),
    pytest.param("not sure enough", "ربما عن الأمر نفسه، لكن المحرك غير متيقن بما يكفي", id="abstaining"),
    pytest.param("one text follows from the other", "أحدهما يلزم عن الآخر", id="follows"),
    pytest.param("“he” is Idris Kamal", "«\u2068he\u2069» هو \u2068Idris Kamal\u2069", id="hop"),
]


@pytest.mark.parametrize(("stored", "arabic"), CASES)
def test_a_reason_is_worded_in_the_readers_language_with_names_isolated(stored, arabic):
    with override("ar"):
        assert worded_reason(stored) == arabic


@pytest.mark.parametrize("kind", SignKind)
def test_every_sign_has_its_sentence_in_both_languages(kind):
    names = ("صدى", "2026-03-01", "صدى", "2026-03-02") if kind is SignKind.FIRST else ("صدى",) * 4
    reason = Sign(kind, 0.5, names).reason

    with override("ar"):
        assert not re.search("[a-z]", worded_reason(reason))
    with override("en"):
        assert "Weight against independence: \u206850%\u2069" in worded_reason(reason)


@pytest.mark.parametrize("kind", DriftKind)
def test_every_drift_has_its_sentence_in_arabic(kind):
    with override("ar"):
        words = worded_reason(drift_reason(Drift(kind=kind, by="صدى", before="نحو", after="")))

    assert "صدى" in words
    assert not re.search("[a-z]", words)


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
