"""Two wordings side by side show where they differ."""

import pytest

from claims.selectors.wording import marked_apart, marked_words

CASES = [
    pytest.param("Twelve men were hurt", "Seven men were hurt", ["Twelve"], id="first-word"),
    pytest.param("أصيب سبعة عمال", "أصيب تسعة عمال", ["سبعة"], id="arabic"),
    pytest.param("الأسعار ارتفعت", "الاسعار ارتفعت", [], id="spelling-is-no-difference"),
    pytest.param("They left", "They left", [], id="same"),
]


@pytest.mark.parametrize(("own", "other", "differing"), CASES)
def test_only_the_words_that_the_other_lacks_are_marked(own, other, differing):
    pieces = marked_apart(own, other)

    assert "".join(piece.text for piece in pieces) == own
    assert [piece.text for piece in pieces if piece.differs] == differing


def test_the_words_of_the_particular_are_marked_where_they_stand():
    pieces = marked_words("in the grain silo at noon", "grain silo")

    assert [(piece.text, piece.differs) for piece in pieces] == [
        ("in the ", False),
        ("grain silo", True),
        (" at noon", False),
    ]


def test_words_that_the_text_does_not_hold_mark_nothing():
    assert [piece.differs for piece in marked_words("in the silo", "fuel depot")] == [False]
