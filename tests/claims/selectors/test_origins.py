"""A claim's reports are grouped by origin, with the reasons why the others are not counted."""

from datetime import date

import pytest

from claims.linking.independence.signs import Sign, SignKind
from claims.selectors.origins import origins_of
from claims.services.scoring import count_roots
from tests.factories import make_article, make_claim, make_link, make_source

RELAY = Sign(SignKind.RELAY, 0.8, ("Coast Daily", "Harbour Post")).reason


def report(workspace, outlet, day=4, chain=(), **article):
    made = make_article(workspace, outlet=outlet, published_on=date(2026, 5, day), **article)
    return make_claim(made, "the bridge is open", chain=chain)


def test_the_first_report_stands_for_its_origin_and_the_others_say_why_they_do_not_count(workspace):
    later = report(workspace, "Coast Daily", 5, [("Harbour Post", "outlet")])
    first = report(workspace, "Harbour Post", 4)
    make_link(later, first, independence=0.2, reasons=["same event", RELAY])

    origins = origins_of(later)

    [group] = origins.groups
    assert (origins.report_count, origins.counted) == (2, 1.0)
    assert group.representative == first
    assert [follower.claim for follower in group.followers] == [later]
    assert "Coast Daily" in group.followers[0].words[0]


def test_what_a_person_confirmed_counts_with_its_confirmed_weight(workspace):
    one, two = report(workspace, "Harbour Post"), report(workspace, "Coast Daily")
    link = make_link(one, two, independence=0.2, reasons=[RELAY])

    link.state = "confirmed"
    link.save()

    [group] = origins_of(one).groups
    assert group.followers[0].independence == pytest.approx(0.02)


def test_supporters_that_no_link_joins_are_held_against_each_other(workspace):
    claim = report(workspace, "Harbour Post")
    chain, outlets = [("Mona Rashid", "person")], ("Coast Daily", "Inland Gazette")
    others = [report(workspace, outlet, 5, chain) for outlet in outlets]
    for other in others:
        make_link(claim, other, independence=0.95)

    origins = origins_of(claim)

    assert len(origins.groups) == 2
    assert origins.counted == pytest.approx(1.95)
    assert "Mona Rashid" in origins.groups[1].followers[0].words[0]


def test_an_origin_of_less_than_one_says_what_it_hangs_on(workspace):
    for outlet in ("Harbour Post", "Coast Daily"):
        source = make_source(workspace, outlet)
        source.owner = "Quay Press"
        source.save()
    claim, third = report(workspace, "Harbour Post"), report(workspace, "Inland Gazette", 6)
    sister = report(workspace, "Coast Daily", 5)
    make_link(claim, third, independence=0.95)
    make_link(third, sister, independence=0.95)
    owned = Sign(SignKind.OWNER, 0.5, ("Harbour Post", "Coast Daily", "Quay Press"))
    make_link(claim, sister, independence=0.5, reasons=[owned.reason])

    second = origins_of(claim).groups[1]

    assert (second.representative, second.counted) == (sister, 0.5)
    assert [doubt.to for doubt in second.doubts] == [claim]
    assert "Quay Press" in second.doubts[0].words


def test_a_rejected_link_brings_no_report(workspace):
    one, two = report(workspace, "Harbour Post"), report(workspace, "Coast Daily")
    make_link(one, two, state="rejected")

    assert origins_of(one).report_count == 1


def test_the_page_shows_what_was_counted(workspace):
    one, two = report(workspace, "Harbour Post"), report(workspace, "Coast Daily", 6)
    make_link(one, two, independence=0.7)
    count_roots([one.pk])

    one.refresh_from_db()
    assert one.roots == origins_of(one).counted == 1.7


def test_however_many_reports_there_are_the_queries_stay_the_same(workspace, django_assert_max_num_queries):
    claim = report(workspace, "Harbour Post")
    for number in range(8):
        make_link(claim, report(workspace, f"Paper {number}", 5), independence=0.95)

    with django_assert_max_num_queries(14):
        assert len(origins_of(claim).groups) == 9
