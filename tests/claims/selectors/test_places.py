"""Words that a person copied are found where they were copied from."""

import pytest

from claims.selectors.places import lines_of, place_of

TEXT = "He said that the\n gate is shut. She said the gates, he added, are open."


@pytest.mark.parametrize(
    ("line", "near", "found"),
    [
        pytest.param("the gate is shut", 0, "the\n gate is shut", id="across-lines"),
        pytest.param("said", 40, "said", id="the-nearest"),
        pytest.param("@3 said", 60, "said", id="a-hint-outweighs"),
        pytest.param("he", 0, "he", id="whole-words-first"),
        pytest.param("gate", 60, "gate", id="whole-words-though-farther"),
    ],
)
def test_words_are_found(line, near, found):
    start, end = place_of(TEXT, line, near=near)

    assert TEXT[start:end] == found


def test_the_nearest_of_several_is_taken():
    assert place_of(TEXT, "said", near=40) == (TEXT.rindex("said"), TEXT.rindex("said") + 4)
    assert place_of(TEXT, "@3 said", near=60) == (3, 7)
    assert place_of(TEXT, "he") == (TEXT.index("he added"), TEXT.index("he added") + 2)


def test_a_selection_inside_a_word_is_taken_where_it_was_made():
    start = TEXT.index("gates")

    assert place_of(TEXT, f"@{start} gate") == (start, start + 4)


@pytest.mark.parametrize("line", ["the door", "", "   ", "@12 "])
def test_words_that_stand_nowhere_have_no_place(line):
    assert place_of(TEXT, line) is None


def test_lines_are_read_back_as_they_were_written():
    stretches = [(3, 7), (13, 30)]

    assert [place_of(TEXT, line) for line in lines_of(TEXT, stretches).splitlines()] == stretches
