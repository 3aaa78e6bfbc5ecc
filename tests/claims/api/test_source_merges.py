"""Newsroom systems see which sources may be one, decide on them, merge, split and take it back."""

import pytest
from django.utils import timezone
from rest_framework.test import APIClient

from sources.models import Source, SourcePair
from sources.selectors.duplicates import alike_pairs
from sources.services import keep_proposals
from tests.factories import make_record, make_source, make_workspace
from workbench.accounts.models import Scope
from workbench.accounts.services import create_api_key


@pytest.fixture
def hals(workspace):
    return [make_source(workspace, name) for name in ("al-Hal", "Al-Hal Net")]


@pytest.fixture
def pair(workspace, hals):
    keep_proposals(workspace=workspace, found=alike_pairs(workspace), together={})


def system(workspace, *scopes):
    _, key = create_api_key(workspace=workspace, name="Desk system", scopes=list(scopes))
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {key}")
    return client


@pytest.fixture
def deciding(workspace):
    return system(workspace, Scope.READ, Scope.MANAGE_SOURCES)


def post(client, address, **given):
    return client.post(f"/api/v1/{address}", given, format="json")


def test_pairs_come_with_their_reasons_in_words(deciding, pair):
    [found] = deciding.get("/api/v1/source-pairs?state=proposed").json()["results"]

    assert {found["one"]["name"], found["other"]["name"]} == {"al-Hal", "Al-Hal Net"}
    assert found["reasons"][0]["code"] == "same_words"
    assert "are one name" in found["sentences"][0]


def test_a_pair_is_merged_into_the_one_that_is_named_and_taken_back(deciding, pair, hals):
    [found] = deciding.get("/api/v1/source-pairs").json()["results"]

    answer = post(deciding, f"source-pairs/{found['id']}/decide", decision="merge", into=hals[1].pk)

    assert (answer.status_code, answer.json()["state"]) == (200, "merged")
    assert Source.objects.get(pk=hals[0].pk).merged_into == hals[1]
    assert post(deciding, f"source-pairs/{found['id']}/decide", decision="apart").status_code == 409

    assert post(deciding, f"source-pairs/{found['id']}/undo").json()["state"] == "proposed"
    assert Source.objects.get(pk=hals[0].pk).merged_into is None
    assert post(deciding, f"source-pairs/{found['id']}/undo").status_code == 422


def test_a_pair_is_kept_apart(deciding, pair):
    [found] = deciding.get("/api/v1/source-pairs").json()["results"]

    assert post(deciding, f"source-pairs/{found['id']}/decide", decision="apart").json()["state"] == "apart"
    assert deciding.get("/api/v1/source-pairs?state=proposed").json()["results"] == []


def test_any_two_are_merged_and_split(deciding, workspace, hals):
    make_record(hals[0], "true", "true")
    make_record(hals[1], "false")

    answer = post(deciding, f"sources/{hals[1].pk}/merge", into=hals[0].pk, reason="one masthead")

    assert answer.status_code == 201
    assert (answer.json()["into"], answer.json()["reason"]) == (str(hals[0].pk), "one masthead")
    moment = timezone.now().isoformat().replace("+00:00", "Z")
    read = deciding.get(f"/api/v1/sources/{hals[1].pk}", {"as_of": moment}).json()
    kept = deciding.get(f"/api/v1/sources/{hals[0].pk}", {"as_of": moment}).json()
    assert (read["merged_into"], kept["merged_into"]) == (str(hals[0].pk), None)
    assert kept["merged_sources"] == [str(hals[1].pk)]
    assert read["scorecard"] == kept["scorecard"]

    assert post(deciding, f"sources/{hals[1].pk}/split").json()["split_at"]
    assert deciding.get(f"/api/v1/sources/{hals[1].pk}").json()["merged_into"] is None


def test_the_list_tells_second_names_from_others(deciding, hals):
    post(deciding, f"sources/{hals[1].pk}/merge", into=hals[0].pk)

    listed = deciding.get("/api/v1/sources?merged=false").json()["results"]
    merged = deciding.get("/api/v1/sources?merged=true").json()["results"]

    assert ([row["name"] for row in listed], [row["name"] for row in merged]) == (["al-Hal"], ["Al-Hal Net"])


def test_what_cannot_be_one_says_why(deciding, workspace, hals):
    person = make_source(workspace, "Sami Quay", "person")

    answer = post(deciding, f"sources/{person.pk}/merge", into=hals[0].pk)

    assert (answer.status_code, answer.json()["code"]) == (422, "kinds_differ")
    assert post(deciding, f"sources/{person.pk}/split").json()["code"] == "not_merged"


def test_another_workspace_and_keys_that_only_read_or_correct_claims_are_refused(workspace, pair, hals):
    other = system(make_workspace("Other"), Scope.READ, Scope.MANAGE_SOURCES)
    reading = system(workspace, Scope.READ)
    correcting = system(workspace, Scope.READ, Scope.INGEST, Scope.DECIDE)

    assert other.get("/api/v1/source-pairs").json()["results"] == []
    assert post(other, f"sources/{hals[0].pk}/merge", into=hals[1].pk).status_code == 404
    for client in (reading, correcting):
        assert post(client, f"sources/{hals[0].pk}/merge", into=hals[1].pk).status_code == 403
        assert post(client, f"sources/{hals[0].pk}/split").status_code == 403
        assert post(client, f"source-pairs/{SourcePair.objects.get().pk}/decide").status_code == 403
        assert post(client, f"source-pairs/{SourcePair.objects.get().pk}/undo").status_code == 403
