"""A self-contained wording tells what was written from what is proposed."""

import pytest

from claims.selectors.wordings import worded_pieces
from tests.factories import make_article, make_claim

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim(workspace):
    fill = {"start": 0, "end": 2, "shown": "The keeper", "reason": "named here"}
    return make_claim(
        make_article(workspace, "He shut the gate."),
        "He shut the gate",
        wording="The keeper shut the gate",
        fills=[fill],
    )


def test_a_fill_is_apart_from_the_words_around_it(claim):
    pieces = worded_pieces(claim)

    assert [(piece.text, piece.fill) for piece in pieces] == [("The keeper", "He"), (" shut the gate", "")]


def test_a_wording_that_its_fills_do_not_make_is_shown_in_one_piece(claim):
    claim.wording = "The keeper has shut the gate"

    assert [piece.text for piece in worded_pieces(claim)] == ["The keeper has shut the gate"]


def test_a_claim_that_needs_no_other_words_has_none(claim):
    claim.wording = ""

    assert worded_pieces(claim) == ()
