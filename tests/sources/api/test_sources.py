"""Newsroom systems pull sources with their records; a grade never comes without its interval."""

from datetime import timedelta

import pytest
from django.utils import timezone

from sources.models import Source
from tests.factories import make_record, make_source


@pytest.fixture
def outlet(workspace):
    return make_source(workspace, "Harbour Post")


def ago(days):
    return (timezone.localdate() - timedelta(days=days)).isoformat()


def test_a_source_comes_with_its_spellings_and_its_record(api, outlet):
    make_record(outlet, "true", "false")

    body = api.get(f"/api/v1/sources/{outlet.pk}").json()

    assert body["aliases"] == ["Harbour Post"]
    card = body["scorecard"]
    assert (card["letter"], card["letter_reason"], card["outcome_count"]) == ("F", "too_few_checked", 2)
    assert card["q05"] < card["mean"] < card["q95"]


def test_a_source_that_nobody_checked_has_no_record(api, outlet):
    assert api.get(f"/api/v1/sources/{outlet.pk}").json()["scorecard"] is None


def test_an_anonymous_source_is_never_graded(api, workspace, outlet):
    unnamed = make_source(workspace, "a port official", Source.Kind.ANONYMOUS, outlet=outlet)
    make_record(unnamed, "true")

    body = api.get(f"/api/v1/sources/{unnamed.pk}").json()

    assert body["scorecard"] is None
    assert body["outlet"] == str(outlet.pk)
    assert api.get(f"/api/v1/sources/{unnamed.pk}/record").status_code == 404


def test_sources_are_found_by_kind(api, workspace, outlet):
    person = make_source(workspace, "Karim Haddun", Source.Kind.PERSON)

    rows = api.get("/api/v1/sources", {"kind": "person"}).json()["results"]

    assert [row["id"] for row in rows] == [str(person.pk)]


def test_a_source_as_of_a_day_knows_nothing_of_later_verdicts(api, outlet):
    make_record(outlet, "true", "true", "true")

    one = api.get(f"/api/v1/sources/{outlet.pk}", {"as_of": ago(15)}).json()
    [listed] = api.get("/api/v1/sources", {"as_of": ago(15)}).json()["results"]

    assert one["scorecard"]["outcome_count"] == 1
    assert listed["scorecard"] == one["scorecard"]


@pytest.mark.parametrize("place", ["", "/record", "/history"])
@pytest.mark.parametrize(
    ("asked", "code"), [("long ago", "as_of_not_understood"), ("2999-01-01", "as_of_in_the_future")]
)
def test_a_moment_that_is_none_or_to_come_is_a_problem_with_its_code(api, outlet, place, asked, code):
    answer = api.get(f"/api/v1/sources/{outlet.pk}{place}", {"as_of": asked})

    assert answer.status_code == 422
    assert answer["content-type"] == "application/problem+json"
    assert answer.json()["code"] == code
    assert asked in answer.json()["detail"]


def test_a_list_of_sources_costs_the_same_however_long(api, workspace, django_assert_max_num_queries):
    for number in range(12):
        make_record(make_source(workspace, f"Paper {number}"), "true", "false")

    with django_assert_max_num_queries(8):
        rows = api.get("/api/v1/sources").json()["results"]

    assert len(rows) == 12
