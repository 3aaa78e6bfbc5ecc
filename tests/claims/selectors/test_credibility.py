"""What unnamed sources say is no more than possible, unless three reporters have it apart."""

from itertools import combinations

import pytest

from claims.models import Link
from claims.selectors.credibility import numbers_of
from sources.models import Source
from tests.factories import make_article, make_claim, make_link, make_region

OUTLETS = ("Harbour Post", "Coast Daily", "Quay Radio")


def report(workspace, outlet, descriptor, *, byline):
    text = f"By Lina Haddad. A {descriptor} said the quay is shut."
    article = make_article(workspace, text, outlet=outlet)
    if byline:
        make_region(article, "By Lina Haddad.", "byline")
    return make_claim(article, "the quay is shut", chain=[(descriptor, Source.Kind.ANONYMOUS)])


@pytest.mark.parametrize(("bylines", "number"), [(3, 2), (2, 3)])
def test_three_reporters_with_unnamed_sources_of_their_own_make_it_probable(workspace, bylines, number):
    people = ("port official", "harbour worker", "customs officer")
    claims = [
        report(workspace, outlet, who, byline=place < bylines)
        for place, (outlet, who) in enumerate(zip(OUTLETS, people, strict=True))
    ]
    for one, other in combinations(claims, 2):
        make_link(one, other, independence=0.5, state=Link.State.CONFIRMED)

    assert numbers_of([claims[0].pk])[claims[0].pk].number == number
