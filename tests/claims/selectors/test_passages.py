"""A passage is its sentences, cut where a part begins or ends and nowhere else."""

import pytest

from claims.selectors.passages import Piece, extent_of, pieces_of
from tests.factories import make_article

pytestmark = pytest.mark.django_db

TEXT = "Rain fell. It may clear, the mayor said. Nobody came."


def place(words):
    start = TEXT.index(words)
    return (start, start + len(words))


@pytest.fixture
def article(workspace):
    return make_article(workspace, TEXT)


def shown(pieces):
    return [(piece.text, piece.parts) for piece in pieces]


def test_a_passage_is_the_whole_sentence_around_the_parts(article):
    extent = extent_of(article, [{"content": [place("may clear")]}])

    assert TEXT[extent.start : extent.end].strip() == "It may clear, the mayor said."
    assert extent.begins_late
    assert extent.ends_early


def test_a_claim_without_a_place_shows_the_whole_text(article):
    extent = extent_of(article, [{}])

    assert (extent.start, extent.end, extent.begins_late) == (0, len(TEXT), False)


def test_a_hedge_inside_a_content_is_a_piece_with_both_parts(article):
    reading = {"content": [place("It may clear")], "hedge": [place("may")], "source": [place("the mayor")]}

    pieces = pieces_of(TEXT, extent_of(article, [reading]), reading)

    assert shown(pieces) == [
        ("It ", ("content",)),
        ("may", ("content", "hedge")),
        (" clear", ("content",)),
        (", ", ()),
        ("the mayor", ("source",)),
        (" said.", ()),
    ]


def test_only_what_another_vote_reads_otherwise_differs(article):
    own, other = {"content": [place("It may clear")]}, {"content": [place("may clear")]}

    pieces = pieces_of(TEXT, extent_of(article, [own, other]), own, [other])

    assert [piece for piece in pieces if piece.differs] == [Piece("It ", ("content",), differs=True)]
