"""Agencies that an article draws on are read from its ends and notes, in both languages."""

import pytest

from claims.nlp.components.credit_lines import credited_agencies, names_agencies_at_large
from claims.nlp.types import Span

CREDITS = [
    pytest.param("ADRA (Reuters) - The quay is shut.", ("Reuters",), id="dateline"),
    pytest.param("The quay is shut. (AFP)", ("AFP",), id="closing"),
    pytest.param("أُغلق الرصيف. (رويترز)", ("رويترز",), id="arabic"),
    pytest.param("أُغلق الرصيف. (أ ف ب، وكالات)", ("أ ف ب", "وكالات"), id="agencies-at-large"),
    pytest.param("The minister (a lawyer) said so.", (), id="other-brackets"),
    pytest.param("The quay (Reuters) " + "is shut. " * 40, ("Reuters",), id="long"),
]


@pytest.mark.parametrize(("text", "agencies"), CREDITS)
def test_the_agencies_of_a_text_are_read(text, agencies):
    assert credited_agencies(text, (), "Harbour Post") == agencies


@pytest.mark.parametrize(
    ("byline", "agencies"),
    [
        ("By Salma Hadid and Reuters", ("Reuters",)),
        ("صدى المرافئ - رويترز - وكالات", ("رويترز", "وكالات")),
    ],
)
def test_a_byline_can_share_its_work_with_agencies(byline, agencies):
    text = f"Quay shut\n{byline}\nThe quay is shut."
    start = text.index(byline)

    assert credited_agencies(text, [Span(start, start + len(byline))], "Harbour Post") == agencies


def test_an_agency_is_no_credit_of_its_own():
    assert credited_agencies("ADRA (Reuters) - The quay is shut.", (), "Reuters") == ()


def test_agencies_at_large_are_told_from_named_ones():
    assert names_agencies_at_large("وكالات")
    assert not names_agencies_at_large("رويترز")
