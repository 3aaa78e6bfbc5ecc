"""A claim's standing follows from its links and its verdict."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import Claim, Link, Verdict
from claims.selectors.standings import standings_of
from tests.factories import make_article, make_claim, make_link, make_member


@pytest.fixture
def pair(workspace):
    one = make_claim(make_article(workspace, "Twelve men were hurt."), "Twelve men were hurt")
    two = make_claim(make_article(workspace, "Seven men were hurt."), "Seven men were hurt")
    return one, two


def standing(claim):
    return standings_of([claim])[claim.pk]


def test_a_claim_without_links_is_unverified(pair):
    assert standing(pair[0]).kind == "unverified"


@pytest.mark.parametrize(("independence", "kind"), [(0.9, "corroborated"), (0.1, "circular")])
def test_agreement_counts_as_corroboration_only_from_another_root(pair, independence, kind):
    make_link(*pair, independence=independence)

    assert standing(pair[0]).kind == kind
    assert standing(pair[1]).kind == kind


def test_a_contradiction_outweighs_agreement_and_names_both_wordings(pair, workspace):
    third = make_claim(make_article(workspace, "Twelve hurt."), "Twelve hurt")
    make_link(pair[0], third)
    make_link(*pair, "conflicts", slot="number", texts=("Twelve men", "Seven men"))

    found = standing(pair[1])

    assert found.kind == "conflict"
    [difference] = found.disagreements
    assert (difference.slot, difference.own, difference.other) == ("number", "Seven men", "Twelve men")


def test_a_rejected_link_says_nothing(pair):
    make_link(*pair, "conflicts", slot="number", state=Link.State.REJECTED)

    assert standing(pair[0]).kind == "unverified"


def test_a_rejected_claim_neither_supports_nor_contradicts(pair):
    make_link(*pair)
    Claim.objects.filter(pk=pair[1].pk).update(state=Claim.State.REJECTED)

    assert standing(pair[0]).kind == "unverified"


def test_a_verdict_of_false_refutes_whatever_the_links_say(pair, workspace):
    make_link(*pair)
    author = make_member(workspace)
    Verdict.objects.create(
        workspace=workspace, claim=pair[0], rating="false", reasoning="The list has nine.", author=author
    )

    assert standing(pair[0]).kind == "refuted"
    assert standing(pair[1]).kind == "corroborated"


def test_standings_cost_two_queries_however_many_claims(pair):
    make_link(*pair)

    with CaptureQueriesContext(connection) as queries:
        standings_of(pair)

    assert len(queries) == 2
