"""A whole record over the API: everything it is made of, so that others can check the sum."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from sources.selectors.explained import record_of
from sources.selectors.records import PARAMETERS
from sources.services import NewOutcome, record_outcome, refresh_scorecard
from tests.factories import make_record, make_source, make_workspace


@pytest.fixture
def outlet(workspace):
    return make_source(workspace, "Harbour Post")


def ago(days):
    return (timezone.localdate() - timedelta(days=days)).isoformat()


def settled(outlet, rating, days_ago):
    """Record one verdict that two of many people gave."""
    moment = timezone.now() - timedelta(days=days_ago, minutes=1)
    known = NewOutcome(
        verdict_id=uuid4(),
        claim_id=uuid4(),
        claim_text="The quay was closed.",
        rating=rating,
        role="originated",
        settled_on=moment.date(),
        recorded_at=moment,
        author=f"user:{uuid4().int % 7}",
        reviewer="user:9",
    )
    record_outcome(source=outlet, outcome=known, actor="test")


def test_the_parts_of_a_record_add_up_to_its_mean(api, outlet):
    make_record(outlet, "true", "false", "mixed", "unverified")

    body = api.get(f"/api/v1/sources/{outlet.pk}/record").json()

    points = sum(entry["points"] for entry in body["contributions"])
    total = body["prior_mean"] * 100 + points + body["agreement"]["delta"] * 100
    assert total == pytest.approx(body["scorecard"]["mean"] * 100)
    assert [entry["outcome"]["rating"] for entry in body["contributions"]] == ["mixed", "false", "true"]
    assert [(e["outcome"]["rating"], e["reason"]) for e in body["excluded"]] == [("unverified", "unverified")]


def test_a_weight_is_the_product_of_its_four_factors(api, outlet):
    make_record(outlet, "true", role="quoted", reviewed=False)

    [entry] = api.get(f"/api/v1/sources/{outlet.pk}/record").json()["contributions"]

    factors = entry["role_weight"] * entry["reviewer_weight"] * entry["decay"] * entry["story_share"]
    assert entry["weight"] == pytest.approx(factors)
    assert entry["weight"] == pytest.approx(0.15 * 0.7)


def test_a_record_as_of_a_day_is_the_one_that_was_believed(api, outlet):
    make_record(outlet, "true", "true", "true")

    body = api.get(f"/api/v1/sources/{outlet.pk}/record", {"as_of": ago(15)}).json()

    assert len(body["contributions"]) == 1
    assert body["scorecard"]["outcome_count"] == 1


def test_a_record_names_the_numbers_it_was_made_with(api, outlet):
    body = api.get(f"/api/v1/sources/{outlet.pk}/record").json()

    digest = body["scorecard"]["parameters_hash"]
    assert api.get(f"/api/v1/parameters/{digest}").json() == body["parameters"]
    assert body["parameters"]["version"] == PARAMETERS.version


def test_numbers_that_nobody_knows_are_not_found(api):
    assert api.get("/api/v1/parameters/abc").status_code == 404


def test_the_history_holds_what_was_kept_the_newest_first_and_ends_on_the_day_asked_for(api, outlet):
    now = timezone.now()
    for days in (30, 20, 10):
        refresh_scorecard(source=outlet, as_of=now - timedelta(days=days))

    rows = api.get(f"/api/v1/sources/{outlet.pk}/history").json()["results"]
    earlier = api.get(f"/api/v1/sources/{outlet.pk}/history", {"as_of": ago(15)}).json()["results"]

    assert [row["letter"] for row in rows] == ["F", "F", "F"]
    assert [row["as_of"] for row in rows] == sorted((row["as_of"] for row in rows), reverse=True)
    assert earlier == rows[1:]
    assert {row["parameters_hash"] for row in rows} == {PARAMETERS.hash}


@pytest.mark.parametrize("place", ["record", "history"])
def test_a_source_of_another_workspace_is_not_here(api, place):
    elsewhere = make_source(make_workspace("Elsewhere"), "Far Away Times")

    assert api.get(f"/api/v1/sources/{elsewhere.pk}/{place}").status_code == 404


def reported(api, outlet):
    body = api.get(f"/api/v1/sources/{outlet.pk}/record").json()
    return body["scorecard"], body["outlook"]


def test_a_withheld_letter_is_told_neither_by_what_would_change_it_nor_by_when(api, outlet):
    make_record(outlet, *["false"] * 30)

    card, outlook = reported(api, outlet)

    assert (card["letter"], card["withheld"], outlook) == (None, True, [])


def test_a_letter_that_waits_and_is_withheld_tells_no_day_and_no_way_out(api, outlet):
    for number in range(30):
        settled(outlet, "true" if number % 10 < 7 else "false", days_ago=60)
    for _ in range(30):
        settled(outlet, "false", days_ago=0)
    record = record_of(outlet, as_of=timezone.now())
    assert (record.card.letter, record.card.pending_letter) == ("C", "D")

    card, outlook = reported(api, outlet)

    assert card["letter"] == "C"
    assert (card["pending_letter"], card["pending_from"]) == (None, None)
    assert outlook == []


def test_a_letter_that_may_be_seen_comes_with_what_would_change_it(api, outlet):
    make_record(outlet, *["true"] * 12)

    card, outlook = reported(api, outlet)

    assert card["letter"] in {"B", "C"}
    assert outlook
