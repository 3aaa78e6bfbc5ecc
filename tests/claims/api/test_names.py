"""Newsroom systems look names up; editors add and withdraw them."""

import pytest
from rest_framework.test import APIClient

from claims.models import PlaceName
from tests.factories import make_member, make_workspace
from tests.known_names import load_small_tables
from workbench.accounts.models import Role
from workbench.jobs.models import Job

NAMES, ALIASES = "/api/v1/names", "/api/v1/names/aliases"


@pytest.fixture(autouse=True)
def tables(db, tmp_path):
    load_small_tables(tmp_path)


@pytest.fixture
def desk(editor) -> APIClient:
    return logged_in(editor)


def logged_in(person) -> APIClient:
    client = APIClient()
    client.force_login(person)
    return client


def test_a_key_looks_a_name_up_in_either_script(api):
    [place] = api.get(NAMES, {"q": "نورهوس"}).json()

    assert place == {
        "means": "place",
        "id": "x-norhus",
        "kind": "city",
        "name": "Norhus",
        "names": ["Norhus", "نورهوس", "Nor Hus"],
        "within": ["Quxland"],
    }


def test_a_name_is_added_listed_and_withdrawn(desk, api):
    added = desk.post(ALIASES, {"name": "North Haven", "place": "x-norhus"}, format="json")

    assert added.status_code == 201
    assert [row["name"] for row in api.get(ALIASES).json()] == ["North Haven"]
    assert Job.objects.get().kind == "claims.reread"

    assert desk.delete(f"{ALIASES}/{added.json()['id']}").status_code == 204
    assert PlaceName.objects.get().withdrawn_at is not None


def test_a_taken_name_is_a_problem_that_says_what_it_means(desk):
    answer = desk.post(ALIASES, {"name": "Sudhus", "place": "x-norhus"}, format="json")

    assert answer.status_code == 422
    assert answer.json()["code"] == "name_taken"
    assert "Sudhus, Quxland" in answer.content.decode()


@pytest.mark.parametrize(
    "body",
    [{"name": "X Y"}, {"name": "X Y", "place": "x-norhus", "actor": "port_authority"}, {"place": "x-norhus"}],
    ids=["of-nothing", "of-two-things", "no-name"],
)
def test_a_name_of_nothing_or_of_two_things_is_a_problem(desk, body):
    assert desk.post(ALIASES, body, format="json").status_code == 400


def test_a_missing_place_and_a_missing_person_are_added(desk, api):
    place = {"kind": "district", "within": "x-norhus", "names": ["Mill Quarter", "حي الطاحونة"]}
    person = {"kind": "person", "names": ["Huda Berri", "هدى بري"]}

    assert desk.post(f"{NAMES}/places", place, format="json").json()["within"] == ["Norhus", "Quxland"]
    assert desk.post(f"{NAMES}/actors", person, format="json").status_code == 201
    assert api.get(NAMES, {"q": "Hoda Berri"}).json()[0]["names"] == ["Huda Berri", "هدى بري"]


@pytest.mark.parametrize("role", [Role.FACT_CHECKER, Role.VIEWER])
def test_neither_a_key_nor_who_does_not_manage_adds_names(api, workspace, role):
    body = {"name": "North Haven", "place": "x-norhus"}

    assert api.post(ALIASES, body, format="json").status_code == 403
    assert logged_in(make_member(workspace, role)).post(ALIASES, body, format="json").status_code == 403


def test_an_administrator_adds_names(workspace):
    body = {"name": "North Haven", "place": "x-norhus"}

    assert logged_in(make_member(workspace, Role.ADMIN)).post(ALIASES, body, format="json").status_code == 201


def test_another_workspaces_names_do_not_exist(desk):
    stranger = logged_in(make_member(make_workspace("Other")))
    row = desk.post(ALIASES, {"name": "North Haven", "place": "x-norhus"}, format="json").json()

    assert stranger.delete(f"{ALIASES}/{row['id']}").status_code == 404
    assert stranger.get(ALIASES).json() == []
    assert stranger.get(NAMES, {"q": "North Haven"}).json() == []
