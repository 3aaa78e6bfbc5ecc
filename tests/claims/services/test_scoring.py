"""Roots are counted by independence, never by the number of outlets."""

import pytest

from claims.models import Claim
from claims.services.links import decide_link
from claims.services.scoring import count_roots
from tests.factories import make_article, make_claim, make_link

OUTLETS = ("Harbour Post", "Coast Daily", "Inland Gazette")


@pytest.fixture
def claims(workspace):
    return [make_claim(make_article(workspace, outlet=outlet), "the bridge is open") for outlet in OUTLETS]


def roots(claim):
    return Claim.objects.get(pk=claim.pk).roots


def test_a_claim_alone_rests_on_one_root(claims):
    count_roots([claims[0].pk])

    assert roots(claims[0]) == 1.0


def test_two_independent_reports_are_two_roots_for_both(claims):
    make_link(claims[0], claims[1], independence=1.0)

    count_roots([claims[0].pk])

    assert (roots(claims[0]), roots(claims[1])) == (2.0, 2.0)


def test_a_copy_adds_nothing(claims):
    make_link(claims[0], claims[1], independence=0.0)

    count_roots([claims[0].pk])

    assert roots(claims[0]) == 1.0


def test_two_reports_that_share_a_root_with_each_other_count_once(claims):
    make_link(claims[0], claims[1], independence=1.0)
    make_link(claims[0], claims[2], independence=1.0)
    make_link(claims[1], claims[2], independence=0.0)

    count_roots([claims[0].pk])

    assert roots(claims[0]) == 2.0


def test_a_conflict_is_no_root(claims):
    make_link(claims[0], claims[1], "conflicts", slot="place")

    count_roots([claims[0].pk])

    assert roots(claims[0]) == 1.0


def test_rejecting_a_link_takes_its_root_away_and_undoing_brings_it_back(claims, editor):
    link = make_link(claims[0], claims[1])
    count_roots([claims[0].pk])

    decide_link(link=link, user=editor, state="rejected")
    assert roots(claims[0]) == 1.0

    decide_link(link=link, user=editor, state="proposed")
    assert roots(claims[0]) == 2.0
    link.refresh_from_db()
    assert link.decided_by is None
