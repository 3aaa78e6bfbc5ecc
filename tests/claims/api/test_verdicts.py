"""REST: verdicts with their reviews, reviews by people only, and what hangs on a verdict."""

import pytest
from rest_framework.test import APIClient

from claims.models import Story
from claims.services.verdicts import record_verdict
from tests.factories import make_member, make_workspace
from tests.silo_story import make_silo_story


@pytest.fixture
def silo(workspace):
    return make_silo_story(workspace)


@pytest.fixture
def verdict(silo, editor):
    return record_verdict(
        claim=silo.toll, user=editor, rating="false", reasoning="The clinic counted seven."
    )[0]


@pytest.fixture
def person(workspace):
    client = APIClient()
    client.force_login(make_member(workspace))
    return client


def address(kind, row, rest):
    return f"/api/v1/{kind}/{row.pk}/{rest}"


def test_a_key_reads_verdicts_with_their_reviews(api, person, verdict, silo):
    person.post(address("verdicts", verdict, "reviews"), {"agrees": True}, format="json")

    [told] = api.get(address("claims", silo.toll, "verdicts")).json()

    assert (told["rating"], told["selection"]) == ("false", "suspicion")
    assert [review["agrees"] for review in told["reviews"]] == [True]


def test_a_key_is_no_person_and_reviews_nothing(api, verdict):
    assert (
        api.post(address("verdicts", verdict, "reviews"), {"agrees": True}, format="json").status_code == 403
    )
    assert api.get(address("verdicts", verdict, "reviews")).json() == []


def test_the_author_and_a_second_time_are_refused_with_their_codes(person, verdict, editor):
    author = APIClient()
    author.force_login(editor)
    where = address("verdicts", verdict, "reviews")

    assert author.post(where, {"agrees": True}, format="json").json()["code"] == "own_verdict"
    assert person.post(where, {"agrees": True}, format="json").status_code == 201
    again = person.post(where, {"agrees": True}, format="json")
    assert (again.status_code, again.json()["code"]) == (409, "reviewed_already")


def test_the_blast_radius_of_a_verdict(api, verdict, silo):
    told = api.get(address("claims", silo.toll, "blast-radius")).json()

    assert told["verdicts"] == [str(verdict.pk)]
    assert {change["source"]["name"] for change in told["sources"]} == {"Harbour Ledger", "Sail News Agency"}
    assert all(change["then"]["outcome_count"] < change["now"]["outcome_count"] for change in told["sources"])
    assert str(silo.toll.pk) in {change["claim"] for change in told["numbers"]}
    assert told["stories"] == [str(silo.story.pk)]


def test_the_blast_radius_of_a_report(api, silo):
    told = api.get(address("claims", silo.toll, "blast-radius"), {"what": "report"}).json()

    assert str(silo.toll.pk) in told["report"]
    assert told["sources"] == []


def test_another_workspaces_claim_has_none(api):
    claim = make_silo_story(make_workspace("Elsewhere")).toll

    assert api.get(address("claims", claim, "blast-radius")).status_code == 404
    assert api.get(address("claims", claim, "verdicts")).status_code == 404


def test_stories_are_found_by_topic_and_region(api, silo):
    Story.objects.filter(pk=silo.story.pk).update(topic="disaster", region="LB")

    def found(**query):
        return [row["id"] for row in api.get("/api/v1/stories", query).json()["results"]]

    assert found(topic="disaster", region="LB") == [str(silo.story.pk)]
    assert found(topic="sport") == []


def test_a_key_that_decides_describes_a_story(person, silo):
    answer = person.post(
        address("stories", silo.story, "describe"), {"topic": "disaster", "region": ""}, format="json"
    )

    assert answer.status_code == 201
    assert Story.objects.get(pk=silo.story.pk).topic == "disaster"
