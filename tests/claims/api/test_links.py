"""Newsroom systems find links, decide on them with a key of their own, and read who decided what."""

import pytest
from rest_framework.test import APIClient

from claims.models import Link
from claims.services.links import decide_link
from tests.factories import make_article, make_claim, make_link, make_story, make_workspace
from workbench.accounts.models import Scope
from workbench.accounts.services import create_api_key


@pytest.fixture
def claims(workspace):
    return [
        make_claim(make_article(workspace, outlet=outlet), "the bridge is open")
        for outlet in ("Harbour Post", "Coast Daily", "Inland Gazette")
    ]


@pytest.fixture
def link(claims):
    return make_link(claims[0], claims[1], "conflicts", slot="time", probability=0.4)


@pytest.fixture
def deciding(workspace):
    _, key = create_api_key(workspace=workspace, name="Desk system", scopes=[Scope.READ, Scope.DECIDE])
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {key}")
    return client


def decide(client, link, **given):
    return client.post(f"/api/v1/links/{link.pk}/decisions", given, format="json")


def test_links_are_found_by_state_kind_claim_story_and_probability(api, workspace, claims, link):
    surer = make_link(claims[0], claims[2], probability=0.9, aligned=[], features={"cosine": 0.5})
    story = make_story(workspace, claims[2])

    def found(**query):
        return {row["id"] for row in api.get("/api/v1/links", query).json()["results"]}

    assert found(probability_min=0.5) == {str(surer.pk)}
    assert found(probability_max=0.5, state="proposed") == {str(link.pk)}
    assert found(relation="conflicts", slot="time") == {str(link.pk)}
    assert found(claim=str(claims[2].pk)) == found(story=str(story.pk)) == {str(surer.pk)}
    assert api.get(f"/api/v1/links/{surer.pk}").json()["features"] == {"cosine": 0.5}


def test_a_retyped_link_is_answered_as_it_is_now_and_taken_back(deciding, link):
    retyped = decide(deciding, link, decision="retype", relation="updates", reason="A day later.")
    undone = decide(deciding, link, decision="undo")

    body = retyped.json()
    assert (retyped.status_code, body["state"], body["relation"]) == (200, "confirmed", "updates")
    assert (body["proposed_relation"], body["proposed_slot"]) == ("conflicts", "time")
    assert (undone.json()["state"], undone.json()["relation"]) == ("proposed", "conflicts")
    [row] = deciding.get(f"/api/v1/links/{link.pk}/decisions").json()
    assert (row["to_relation"], row["reason"], row["by"]) == ("updates", "A day later.", None)
    assert row["undone_at"]


def test_who_decides_on_an_older_state_is_told_by_a_409(deciding, link, editor):
    decide_link(link=link, user=editor, state="rejected")

    answer = decide(deciding, link, decision="confirm", seen="proposed")

    assert (answer.status_code, answer.json()["code"]) == (409, "decided_meanwhile")
    assert answer["Content-Type"] == "application/problem+json"
    assert Link.objects.get(pk=link.pk).state == "rejected"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"decision": "forget"}, 400),
        ({"decision": "retype"}, 400),
        ({"decision": "confirm", "slot": "time"}, 400),
        ({"decision": "confirm", "colour": "red"}, 400),
        ({"decision": "retype", "relation": "corroborates", "slot": "time"}, 422),
    ],
)
def test_what_means_nothing_is_a_problem(deciding, link, given, code):
    answer = decide(deciding, link, **given)

    assert answer.status_code == code
    assert answer["Content-Type"] == "application/problem+json"
    assert Link.objects.get(pk=link.pk).state == "proposed"


def test_a_key_that_only_reads_decides_nothing(api, link):
    assert decide(api, link, decision="confirm").status_code == 403
    assert api.get(f"/api/v1/links/{link.pk}/decisions").json() == []


def test_a_link_of_another_workspace_is_not_there(deciding):
    other = make_workspace("Other")
    pair = [make_claim(make_article(other, outlet=outlet), "the bridge is open") for outlet in ("A", "B")]

    assert decide(deciding, make_link(*pair), decision="confirm").status_code == 404


def test_the_schema_describes_decisions(api):
    schema = api.get("/api/v1/schema").content.decode()

    assert "/api/v1/links/{id}/decisions" in schema
    assert "probability_min" in schema
