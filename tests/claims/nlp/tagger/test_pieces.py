"""A text as word pieces: their places in the text, the marks they stand by, and the windows over them."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.nlp.tagger.pieces import END, MARKS, Pieces, depths, read_pieces, windows
from tests.tagged_texts import word_pieces

ARABIC = "قالَ المُديرُ: «إنّ الجِسر لَن يُفتَح» صلى ﷺ ثم غادر لِلأبد."
TWO = "Bridge shut\n\nThe mayor said “not yet” twice.\n \nNobody knows why."
OUTSIDE, INSIDE, AT_MARK, HEADLINE = 0, 1, 2, 3


def words_of(pieces: Pieces, text: str) -> list[str]:
    return [text[a:b] for a, b in zip(pieces.starts, pieces.ends, strict=True)]


def mark_of(text: str, word: str, tokenizer) -> int:
    """Return the mark of the first piece of a word."""
    pieces = read_pieces(text, tokenizer)
    place = pieces.covering(text.index(word), text.index(word) + len(word))
    assert place is not None
    return int(pieces.marks[place[0]])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The ferry’s engine failed; 40 people waited.", id="english"),
        pytest.param(ARABIC, id="vowel-marks-and-a-ligature-of-four-words"),
        pytest.param("ﻻ أحد يعرف e\ufb03cient naïve e\u0301te\u0301 😀 قـــال", id="accents-tatweel"),
        pytest.param(TWO, id="paragraphs"),
    ],
)
def test_pieces_together_are_the_text_without_its_spaces(text, tokenizer):
    pieces = read_pieces(text, tokenizer)

    covered = {k for a, b in zip(pieces.starts, pieces.ends, strict=True) for k in range(a, b)}
    left = [text[k] for k in range(len(text)) if k not in covered]
    # An accent that composes with its letter is a part of that letter's piece, which ends before it.
    assert all(letter.isspace() or letter == "\u0301" for letter in left)
    assert not any(text[k].isspace() for k in covered)
    assert (np.diff(pieces.starts) >= 0).all()


def test_a_ligature_that_is_four_words_gives_each_piece_the_one_character(tokenizer):
    text = "النبي ﷺ قال"

    pieces = read_pieces(text, tokenizer)

    assert words_of(pieces, text).count("ﷺ") == 4
    assert pieces.covering(6, 7) == (pieces.starts.tolist().index(6), pieces.starts.tolist().index(6) + 4)


@given(text=st.text(st.one_of(st.sampled_from('ab \n.“”"«»ﷺلاَ\u200f\t'), st.characters(codec="utf-8"))))
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_pieces_of_any_text_lie_inside_it_and_hold_no_outer_space(text, tokenizer):
    pieces = read_pieces(text, tokenizer)

    assert ((pieces.starts >= 0) & (pieces.starts <= pieces.ends) & (pieces.ends <= len(text))).all()
    assert all(word == word.strip() for word in words_of(pieces, text))
    assert ((pieces.marks >= 0) & (pieces.marks < MARKS)).all()


def test_paragraphs_are_parted_by_an_empty_piece_where_the_next_begins(tokenizer):
    pieces = read_pieces(TWO, tokenizer)

    places = np.nonzero(pieces.breaks)[0]
    assert pieces.ids[places].tolist() == [END, END]
    assert pieces.starts[places].tolist() == [TWO.index("The"), TWO.index("Nobody")]
    assert (pieces.starts[places] == pieces.ends[places]).all()


def test_the_end_piece_written_out_in_a_text_is_no_paragraph_break(tokenizer):
    pieces = read_pieces("He wrote </s> and left.", tokenizer)

    assert not pieces.breaks.any()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It is shut. Why? Go!", [".", "?", "!"], id="english"),
        pytest.param("متى؟ غدا.", ["؟", "."], id="arabic"),
        pytest.param("پل بند ہے۔ اچھا", ["۔"], id="urdu"),
        pytest.param("no end, none", [], id="none"),
    ],
)
def test_sentence_ends_are_told(text, expected, tokenizer):
    pieces = read_pieces(text, tokenizer)

    ends = [text[end - 1] for end, stops in zip(pieces.ends, pieces.stops, strict=True) if stops]
    assert ends == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        pytest.param("He said “not yet” twice", "said", OUTSIDE, id="before"),
        pytest.param("He said “not yet” twice", "yet", INSIDE, id="inside"),
        pytest.param("He said “not yet” twice", "”", AT_MARK, id="the-mark"),
        pytest.param("He said “not yet” twice", "twice", OUTSIDE, id="behind"),
        pytest.param('He said "not yet" twice', "yet", INSIDE, id="straight-inside"),
        pytest.param('He said "not yet" twice', "twice", OUTSIDE, id="straight-behind"),
        pytest.param("قال «لن نغادر» ثم ذهب", "نغادر", INSIDE, id="guillemets-inside"),
        pytest.param("قال «لن نغادر» ثم ذهب", "ذهب", OUTSIDE, id="guillemets-behind"),
        pytest.param("Bridge shut\nHe said “not yet", "said", OUTSIDE, id="no-headline-behind-the-first"),
        pytest.param("Bridge shut\nHe said no", "shut", HEADLINE, id="headline"),
        pytest.param("Mayor: “not yet”\nHe said no", "yet", HEADLINE + INSIDE, id="quoted-headline"),
        pytest.param("He said “not yet\nNobody knows", "knows", OUTSIDE, id="a-paragraph-ends-a-quotation"),
    ],
)
def test_a_piece_tells_where_it_stands(text, word, expected, tokenizer):
    assert mark_of(text, word, tokenizer) == expected


def test_a_single_paragraph_has_no_headline(tokenizer):
    assert mark_of("Bridge shut", "shut", tokenizer) == OUTSIDE


@pytest.mark.parametrize("text", ["", " \n\t\n ", "\u200f"])
def test_a_text_without_words_has_no_pieces(text, tokenizer):
    assert len(read_pieces(text, tokenizer)) == 0


def test_characters_are_covered_by_the_pieces_that_touch_them():
    pieces = word_pieces("The ferry sank.\n\nAll swam.")

    assert pieces.covering(4, 9) == (1, 2)
    assert pieces.covering(6, 12) == (1, 3)
    assert pieces.covering(9, 10) is None
    assert pieces.covering(15, 17) is None


@given(st.integers(0, 6000), st.integers(8, 600), st.data())
def test_windows_cover_every_piece_and_overlap(length, longest, data):
    overlap = data.draw(st.integers(0, longest // 2))

    found = windows(length, longest=longest, overlap=overlap)

    assert {k for begin, end in found for k in range(begin, end)} == set(range(length))
    assert all(end - begin <= longest for begin, end in found)
    assert all(left[1] - right[0] >= overlap for left, right in pairwise(found))
    assert len({end - begin for begin, end in found}) <= 1


def test_a_text_that_fits_is_one_window():
    assert windows(510, longest=510, overlap=64) == [(0, 510)]
    assert len(windows(511, longest=510, overlap=64)) == 2


@pytest.mark.parametrize(
    ("begin", "end", "expected"),
    [
        pytest.param(3, 7, [0, 1, 1, 0], id="in-the-middle"),
        pytest.param(0, 4, [3, 2, 1, 0], id="at-the-start"),
        pytest.param(6, 10, [0, 1, 2, 3], id="at-the-end"),
        pytest.param(0, 10, [10, 11, 12, 13, 14, 14, 13, 12, 11, 10], id="the-whole-text"),
    ],
)
def test_a_piece_is_as_deep_as_its_nearer_end_that_cuts_the_text(begin, end, expected):
    assert depths(begin, end, 10).tolist() == expected
