"""Folding names and words into match keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.text import fold_letters, fold_name, fold_text, strip_controls


@pytest.mark.parametrize(
    ("written", "other"),
    [
        pytest.param("The Harbour Post", "harbour post", id="case-and-article"),
        pytest.param("al-Nahda", "Al Nahda", id="hyphenated-article"),
        pytest.param("صحيفة «المرفأ»", "صحيفه المرفا", id="guillemets-and-letters"),
        pytest.param("مَرفـــأ", "مرفا", id="vowels-and-tatweel"),
        pytest.param("\u202bالمرفأ\u202c", "المرفأ", id="direction-marks"),
        pytest.param("Radio ٢٤", "radio 24", id="digit-scripts"),
        pytest.param("Café d’Été", "cafe d ete", id="latin-accents"),
        pytest.param("the Post’s", "Post", id="possessive"),
    ],
)
def test_spellings_of_one_name_share_a_key(written: str, other: str):
    assert fold_name(written) == fold_name(other)


def test_different_names_keep_different_keys():
    assert fold_name("National Guard") != fold_name("National Bank")


def test_text_keeps_its_articles_and_punctuation():
    assert fold_text("The  Port, today") == "the port, today"


@given(st.text())
def test_folding_twice_changes_nothing(text: str):
    assert fold_text(fold_text(text)) == fold_text(text)


@given(st.text())
def test_folding_by_letters_moves_no_offset(text: str):
    assert len(fold_letters(text)) == len(text)


@given(st.text())
def test_no_invisible_mark_survives(text: str):
    assert not set(strip_controls(text)) & set("\u200b\u200e\u200f\u202a\u202e\ufeff")
