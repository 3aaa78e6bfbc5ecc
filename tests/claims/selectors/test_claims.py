"""A claim's reports are grouped by root, with the particulars in dispute marked."""

import pytest

from claims.selectors.claims import claim_in_full, hops_with_words, who_says_what
from claims.selectors.links import links_of, open_links
from tests.factories import make_article, make_claim, make_link
from tests.silo_story import make_silo_story


@pytest.fixture
def toll(workspace):
    silo = make_silo_story(workspace)
    return claim_in_full(workspace).get(pk=silo.toll.pk)


def test_reports_stand_under_the_source_where_their_chain_ends(toll):
    table = who_says_what(toll, open_links(links_of(toll)))

    roots = {root.source.name: [r.claim.article.outlet.name for r in root.reports] for root in table.roots}
    assert roots == {
        "a security source who asked not to be named": ["Harbour Ledger"],
        "مصدر في الدفاع المدني": ["صدى المرافئ"],
        "مصدر أمني": ["وكالة الشراع"],
        "Harbour Ledger": ["The Tidewater Post"],
    }


def test_the_disputed_particular_comes_first_and_marks_only_its_two_sides(toll):
    table = who_says_what(toll, open_links(links_of(toll)))

    assert table.columns[0] == ("number", "How many")
    assert table.disputed == ("How many",)
    sides = {r.claim.article.outlet.name: r.cells[0].disputed for root in table.roots for r in root.reports}
    assert sides == {
        "Harbour Ledger": True,
        "صدى المرافئ": True,
        "وكالة الشراع": False,
        "The Tidewater Post": False,
    }


def test_a_particular_that_nobody_states_is_an_empty_cell(toll):
    table = who_says_what(toll, open_links(links_of(toll)))
    own = next(r for root in table.roots for r in root.reports if r.is_own)

    assert [cell.values for cell in own.cells] == [("Twelve workers",), (), ()]


def test_each_hop_comes_with_the_words_it_was_read_from(toll):
    words = [(shown.hop.name, shown.words) for shown in hops_with_words(toll)]

    assert words[0] == ("Harbour Ledger", "")
    assert [name for name, _ in words][1:] == [
        "Sail News Agency",
        "a security source who asked not to be named",
    ]


def test_contradictions_are_listed_before_agreement(toll):
    relations = [row.link.relation for row in links_of(toll)]

    assert relations == ["conflicts", "corroborates", "corroborates"]


def test_the_words_in_dispute_are_marked_on_both_sides(toll):
    [row] = [row for row in links_of(toll) if row.link.relation == "conflicts"]

    assert [piece.text for piece in row.own_pieces if piece.differs] == ["Twelve workers"]
    assert [piece.text for piece in row.other_pieces if piece.differs] == ["سبعة عمال"]


def test_whether_it_happened_has_a_column_only_where_that_is_disputed(workspace):
    one = make_claim(make_article(workspace, "The meeting took place."), "The meeting took place")
    two = make_claim(make_article(workspace, "No meeting took place."), "No meeting took place")
    make_link(one, two, "conflicts", slot="polarity", texts=("asserted", "denied"))
    claim = claim_in_full(workspace).get(pk=one.pk)

    table = who_says_what(claim, open_links(links_of(claim)))

    assert table.columns == (("polarity", "Whether"),)
    assert [r.cells[0].values for root in table.roots for r in root.reports] == [("affirms",), ("denies",)]
