"""The same text has the same number, and nearly the same text a similar one."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reading.fingerprints import content_sha256, estimated_jaccard, minhash_signature

REPORT = (
    "The harbour council voted on Thursday to close the old bridge for repairs that will take nine weeks. "
    "Traffic will be led over the northern dam, and the ferry will run twice an hour until the work is done. "
    "Shopkeepers of the quay fear for their trade and ask for lower rents during the summer months. "
) * 3
QUOTATION = "«" + "We have waited for this bridge for eleven years and will not wait another day. " * 8 + "»"


SAME = [
    pytest.param("Two words.", "Two  words.\r\n", id="white-space"),
    pytest.param("Two words.", "\ufeffTwo\u200f words.\u00a0", id="invisible"),
    pytest.param("é à", unicodedata.normalize("NFD", "é à"), id="composition"),
    pytest.param("كتب\nعنه", "كتب عنه", id="line-end"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_reads_the_same_is_the_same_content(one, other):
    assert content_sha256(one) == content_sha256(other)


OTHER = [
    pytest.param("Two were hurt.", "Ten were hurt.", id="word"),
    pytest.param("قُتل 12", "قُتل 13", id="number"),
    pytest.param("علي", "على", id="letter"),
    pytest.param("One. Two.", "One. two.", id="case"),
]


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_a_changed_letter_is_another_content(one, other):
    assert content_sha256(one) != content_sha256(other)


@given(st.text())
def test_the_content_hash_never_fails_and_ignores_surrounding_space(text):
    assert content_sha256(text) == content_sha256(f" {text}\n")


def test_a_signature_fits_its_columns():
    signature = minhash_signature(REPORT)

    assert len(signature) == 128
    assert all(0 <= number < 2**31 for number in signature)


def test_signatures_are_the_same_in_every_process_and_release():
    assert minhash_signature("one two three four five six")[:3] == (101403409, 1009150889, 289362026)


def test_a_copy_with_a_new_byline_is_near():
    copy = "By Salma Haddad, Harbour Post. " + REPORT.replace("nine weeks", "nine weeks or so")

    assert estimated_jaccard(minhash_signature(REPORT), minhash_signature(copy)) > 0.6


def test_spelling_habits_of_arabic_desks_do_not_part_copies():
    one = "أعلنت الهيئة إغلاق الجسر القديم مدة تسعة أسابيع ابتداء من يوم الأحد المقبل وفق بيانها"
    other = "اعلنت الهيئه اغلاق الجسر القديم مدّة تسعة اسابيع ابتداء من يوم الاحد المقبل وفق بيانها"

    assert estimated_jaccard(minhash_signature(one), minhash_signature(other)) == 1.0


def test_two_reports_of_one_speech_are_not_copies():
    one = f"The minister opened the new bridge before some two hundred guests. {QUOTATION}"
    other = f"Protesters kept shouting while officials cut the ribbon at noon today. {QUOTATION}"

    assert estimated_jaccard(minhash_signature(one), minhash_signature(other)) < 0.1


def test_a_text_of_quotations_only_still_has_a_signature():
    assert estimated_jaccard(minhash_signature(QUOTATION), minhash_signature(QUOTATION)) == 1.0


def test_an_unclosed_quotation_mark_does_not_swallow_the_text():
    assert minhash_signature("« " + REPORT * 3) != minhash_signature("« ")


def test_texts_without_words_are_like_nothing():
    assert minhash_signature("…!") == ()
    assert estimated_jaccard((), minhash_signature(REPORT)) == 0.0


def test_signatures_of_different_make_are_not_compared():
    with pytest.raises(ValueError, match="128 and 64"):
        estimated_jaccard(minhash_signature(REPORT), minhash_signature(REPORT)[:64])


@pytest.mark.parametrize("changed", [0.05, 0.2, 0.5])
def test_the_estimate_is_near_the_true_similarity(changed):
    words = [f"word{number}" for number in range(1_000)]
    edited = [f"new{word}" if number % 100 < 100 * changed else word for number, word in enumerate(words)]

    estimate = estimated_jaccard(minhash_signature(" ".join(words)), minhash_signature(" ".join(edited)))

    assert estimate == pytest.approx(true_jaccard(words, edited), abs=0.15)


def true_jaccard(one, other):
    first, second = (set(zip(*(words[start:] for start in range(5)), strict=False)) for words in (one, other))
    return len(first & second) / len(first | second)
