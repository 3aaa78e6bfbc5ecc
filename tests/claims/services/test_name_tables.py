"""The tables of places and actors are in the database as the files hold them, loaded once a version."""

import pytest

from claims.linking.known import names_in_files
from claims.models import Actor, NamesVersion, Place, PlaceName
from claims.selectors.names import known_names
from claims.services.name_tables import load_name_tables
from tests.known_names import PLACES, write_tables

ONE_PLACE = "".join(PLACES.splitlines(keepends=True)[:2])


@pytest.fixture
def folder(tmp_path):
    """Return a folder with small tables of its own."""
    return write_tables(tmp_path)


@pytest.mark.django_db
def test_the_tables_that_come_with_the_project_are_known_as_the_files_have_them(workspace):
    load_name_tables()

    stored, files = known_names(workspace), names_in_files()
    assert len(stored.gazetteer) == len(files.gazetteer)
    assert len(stored.actors) == len(files.actors)
    for name in ("البوكمال", "al-Bukamal", "Abu Kamal", "الميادين", "Al-Mayadeen", "Homs", "عمان", "Saba"):
        assert stored.gazetteer.find(name) == files.gazetteer.find(name)


@pytest.mark.django_db
def test_loading_the_same_tables_again_writes_nothing(folder):
    assert load_name_tables(folder=folder) == 4
    version = NamesVersion.objects.get(workspace=None).version

    assert load_name_tables(folder=folder) == 0
    assert NamesVersion.objects.get(workspace=None).version == version


def test_a_newer_table_replaces_the_rows(folder, workspace):
    load_name_tables(folder=folder)
    known_names(workspace)

    write_tables(folder, places=ONE_PLACE.replace("Quxland", "New Quxland"))
    load_name_tables(folder=folder)

    assert list(Place.objects.values_list("pk", flat=True)) == ["QX"]
    assert known_names(workspace).gazetteer.find("New Quxland").id == "QX"
    assert known_names(workspace).gazetteer.find("Quxland") is None


def test_a_place_that_a_newsroom_named_outlives_the_table_that_held_it(folder, workspace):
    load_name_tables(folder=folder)
    town = Place.objects.get(pk="x-norhus")
    PlaceName.objects.create(workspace=workspace, place=town, name="Norr Haven", key="norrhaven")

    write_tables(folder, places=ONE_PLACE)
    load_name_tables(folder=folder)

    assert Place.objects.filter(pk="x-norhus").exists()


def test_without_a_loaded_table_the_files_are_read_by(workspace):
    assert known_names(workspace).gazetteer is names_in_files().gazetteer


def test_an_unchanged_version_costs_one_query(folder, workspace, django_assert_num_queries):
    load_name_tables(folder=folder)
    first = known_names(workspace)

    with django_assert_num_queries(1):
        assert known_names(workspace) is first


@pytest.mark.django_db
def test_an_actor_is_found_by_any_of_its_names(folder):
    load_name_tables(folder=folder)

    assert Actor.objects.get(keys__contains=["سلطهميناء"]).key == "port_authority"
