"""The page of names and places: looked up in either script, added to, withdrawn and restored."""

import pytest
from django.urls import reverse

from claims.models import Place, PlaceName
from claims.selectors.name_search import found_names
from claims.services.names import add_name, withdraw_name
from tests.factories import make_member, make_workspace
from tests.known_names import load_small_tables
from workbench.accounts.models import Role
from workbench.jobs.models import Job

PAGE = "/settings/names/"
ADD = reverse("claims:add_place_name", args=["x-norhus"])


@pytest.fixture
def desk(client, editor, tmp_path):
    """Return a logged-in editor's client, with small tables loaded."""
    load_small_tables(tmp_path)
    client.force_login(editor)
    return client


@pytest.fixture
def row(desk, workspace, editor):
    """Return a name that the newsroom added."""
    town = Place.objects.get(pk="x-norhus")
    return add_name(workspace=workspace, user=editor, subject=town, name="North Haven").row


@pytest.mark.parametrize("query", ["norhus", "al-Norhus", "نورهوس", "Nor", "Nurhos", "NOR-HUS"])
def test_a_place_is_found_by_spelling_by_beginning_and_by_sound(desk, workspace, query):
    assert [entry.subject.pk for entry in found_names(workspace, query).places] == ["x-norhus"]


def test_a_place_shows_its_names_and_what_contains_it(desk):
    page = desk.get(PAGE, {"q": "norhus"}).content.decode()

    assert all(name in page for name in ("Norhus", "نورهوس", "Quxland", "Add a place that lies here"))


def test_what_is_called_by_no_name_is_said_with_a_way_on(desk):
    page = desk.get(PAGE, {"q": "Brezovac"}).content.decode()

    assert "Nothing is called “Brezovac”" in page
    assert "?missing=Brezovac" in page


def test_an_empty_page_says_how_to_begin(desk):
    assert "Nothing added yet" in desk.get(PAGE).content.decode()


def test_without_loaded_tables_the_page_says_how_to_load_them(client, editor):
    client.force_login(editor)

    assert "manage.py load_names" in client.get(PAGE).content.decode()


def test_a_name_is_added_and_the_search_kept(desk):
    answer = desk.post(ADD, {"name": "North Haven", "q": "norhus"}, follow=True)

    assert answer.redirect_chain == [(f"{PAGE}?q=norhus", 302)]
    assert "“North Haven” is kept." in answer.content.decode()
    assert PlaceName.objects.get().place_id == "x-norhus"


def test_a_taken_name_is_refused_in_its_form_with_what_it_means(desk):
    answer = desk.post(ADD, {"name": "Sudhus", "q": "norhus"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "“Sudhus” already means Sudhus, Quxland." in page
    assert 'value="Sudhus"' in page


def test_a_missing_place_is_put_where_it_lies(desk, workspace):
    assert "lies here" in desk.get(PAGE, {"missing": "Mill Quarter", "q": "norhus"}).content.decode()

    address = reverse("claims:add_place", args=["x-norhus"])
    desk.post(address, {"name": "Mill Quarter", "other": "حي الطاحونة", "kind": "district"})

    [entry] = found_names(workspace, "حي الطاحونة").places
    assert [outer.name for outer in entry.within] == ["Norhus", "Quxland"]


def test_a_missing_person_is_added(desk, workspace):
    desk.post(reverse("claims:add_actor"), {"name": "Huda Berri", "other": "هدى بري", "kind": "person"})

    [entry] = found_names(workspace, "Huda Berri").actors
    assert [shown.name for shown in entry.names] == ["Huda Berri", "هدى بري"]


def test_a_name_is_withdrawn_and_restored(desk, row):
    address = reverse("claims:change_name", args=[row.pk])

    assert "Restore" in desk.post(address, {"act": "withdraw"}, follow=True).content.decode()
    assert not PlaceName.objects.filter(withdrawn_at=None).exists()
    desk.post(address, {"act": "restore"})
    assert PlaceName.objects.filter(withdrawn_at=None).exists()


def test_a_withdrawal_that_cannot_be_undone_says_why(desk, workspace, editor, row):
    withdraw_name(row=row, user=editor)
    other = Place.objects.get(pk="x-sudhus")
    add_name(workspace=workspace, user=editor, subject=other, name="North Haven")

    page = desk.post(reverse("claims:change_name", args=[row.pk]), {"act": "restore"}, follow=True)

    assert "already means Sudhus, Quxland" in page.content.decode()


def test_a_name_is_changed_in_place(desk, row):
    desk.post(reverse("claims:change_name", args=[row.pk]), {"act": "change", "name": "Nordhafen"})

    assert PlaceName.objects.get(withdrawn_at=None).name == "Nordhafen"


@pytest.mark.parametrize("role", [Role.FACT_CHECKER, Role.VIEWER])
def test_who_does_not_manage_sees_names_and_changes_none(desk, workspace, role, row):
    desk.force_login(make_member(workspace, role))

    page = desk.get(PAGE, {"q": "norhus"}).content.decode()
    assert "Norhus" in page
    assert "<summary>" not in page
    assert desk.post(ADD, {"name": "Nordhafen"}).status_code == 403


def test_another_newsrooms_name_is_not_there(desk, row):
    desk.force_login(make_member(make_workspace("Other")))

    assert "North Haven" not in desk.get(PAGE).content.decode()
    assert desk.post(reverse("claims:change_name", args=[row.pk]), {"act": "withdraw"}).status_code == 404


def test_the_jobs_page_names_the_reading_anew_and_leads_back(desk, row):
    page = desk.get(reverse("ui:jobs")).content.decode()

    assert Job.objects.get().kind == "claims.reread"
    assert "Read claims anew that mention a name" in page
    assert f"{PAGE}?q=North%20Haven" in page


def test_looking_up_takes_a_bounded_number_of_queries(desk, workspace, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        found_names(workspace, "norhus")
