"""Newsroom systems merge, split and rename stories, take it back, and follow one that went into another."""

import pytest
from rest_framework.test import APIClient

from claims.models import Claim
from tests.factories import make_article, make_claim, make_story, make_workspace
from workbench.accounts.models import Scope
from workbench.accounts.services import create_api_key


@pytest.fixture
def claims(workspace):
    return [make_claim(make_article(workspace, outlet=f"Outlet {n}"), "the bridge is open") for n in range(3)]


@pytest.fixture
def stories(workspace, claims):
    return make_story(workspace, *claims[:2], title="A bridge"), make_story(workspace, claims[2])


@pytest.fixture
def deciding(workspace):
    _, key = create_api_key(workspace=workspace, name="Desk system", scopes=[Scope.READ, Scope.DECIDE])
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {key}")
    return client


def post(client, address, **given):
    return client.post(f"/api/v1/{address}", given, format="json")


def story_of(claim):
    return Claim.objects.get(pk=claim.pk).story


def test_a_merger_answers_with_the_change_and_the_old_address_leads_on(deciding, stories):
    answer = post(deciding, f"stories/{stories[0].pk}/merge", other=stories[1].pk)

    assert (answer.status_code, answer.json()["kind"]) == (201, "merged")
    gone = deciding.get(f"/api/v1/stories/{stories[1].pk}")
    assert (gone.status_code, gone["Location"]) == (302, f"/api/v1/stories/{stories[0].pk}")
    assert deciding.get("/api/v1/stories").json()["results"][0]["id"] == str(stories[0].pk)


def test_a_split_names_the_new_story(deciding, stories, claims):
    answer = post(
        deciding, f"stories/{stories[0].pk}/split", articles=[claims[1].article_id], title="A ferry"
    )

    assert answer.status_code == 201
    assert answer.json()["other"] == str(story_of(claims[1]).pk)
    assert story_of(claims[1]).title == "A ferry"


def test_a_change_is_taken_back_by_its_address(deciding, stories, claims):
    change = post(deciding, f"stories/{stories[0].pk}/merge", other=stories[1].pk).json()["id"]

    assert post(deciding, f"story-changes/{change}/undo").json()["undone_at"]
    assert story_of(claims[2]) == stories[1]
    again = post(deciding, f"story-changes/{change}/undo")
    assert (again.status_code, again.json()["code"]) == (422, "undone_already")


def test_the_changes_of_a_story_are_listed(deciding, stories):
    post(deciding, f"stories/{stories[0].pk}/rename", title="The bridge")

    listed = deciding.get("/api/v1/story-changes", {"story": stories[0].pk}).json()["results"]

    assert [(row["kind"], row["before"], row["after"]) for row in listed] == [
        ("renamed", {"title": "A bridge"}, {"title": "The bridge"})
    ]


@pytest.mark.parametrize(
    ("act", "given", "code"),
    [
        ("merge", lambda story: {"other": story.pk}, "same_story"),
        ("split", lambda story: {"articles": [story.pk]}, "not_part_of_story"),
    ],
)
def test_what_cannot_be_done_is_a_problem_with_a_code(deciding, stories, act, given, code):
    answer = post(deciding, f"stories/{stories[0].pk}/{act}", **given(stories[0]))

    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert answer["Content-Type"] == "application/problem+json"


def test_a_key_that_may_not_decide_changes_no_story(api, stories):
    assert post(api, f"stories/{stories[0].pk}/merge", other=stories[1].pk).status_code == 403


def test_another_newsrooms_story_cannot_be_reached(deciding, stories):
    foreign = make_story(make_workspace("Elsewhere"))

    assert post(deciding, f"stories/{foreign.pk}/merge", other=stories[0].pk).status_code == 404
    assert post(deciding, f"stories/{stories[0].pk}/merge", other=foreign.pk).status_code == 404
    assert deciding.get(f"/api/v1/stories/{foreign.pk}").status_code == 404
