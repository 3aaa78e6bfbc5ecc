"""A newsroom's own names of places and actors are refused, kept, logged and taken back."""

import pytest

from claims.models import Actor, ActorAlias, Place, PlaceName
from claims.selectors.names import known_names
from claims.services.errors import NamedSoAlready, NameTaken, NoNames, NotAName, WrongContainer
from claims.services.names import add_actor, add_name, add_place, change_name, restore_name, withdraw_name
from tests.factories import make_workspace
from tests.known_names import load_small_tables
from workbench.audit.models import Event


@pytest.fixture(autouse=True)
def tables(db, tmp_path):
    load_small_tables(tmp_path)


@pytest.fixture
def town():
    return Place.objects.get(pk="x-norhus")


@pytest.fixture
def by(workspace, editor):
    return {"workspace": workspace, "user": editor}


def place_called(workspace, name):
    place = known_names(workspace).gazetteer.find(name)
    return place.id if place else None


def test_an_added_name_means_the_place_in_the_workspace_that_added_it(workspace, by, town):
    known_names(workspace)

    add_name(**by, subject=town, name="  North   Haven ")

    assert PlaceName.objects.get().name == "North Haven"
    assert place_called(workspace, "north-haven") == "x-norhus"
    assert place_called(make_workspace("Other"), "North Haven") is None


def test_a_withdrawn_name_means_nothing_until_it_is_restored(workspace, editor, by, town):
    row = add_name(**by, subject=town, name="North Haven").row

    withdraw_name(row=row, user=editor)
    assert place_called(workspace, "North Haven") is None
    restore_name(row=row, user=editor)
    assert place_called(workspace, "North Haven") == "x-norhus"


def test_a_changed_name_stays_on_record(workspace, editor, by, town):
    row = add_name(**by, subject=town, name="North Heaven").row

    change_name(row=row, user=editor, name="North Haven")

    assert place_called(workspace, "North Heaven") is None
    assert place_called(workspace, "North Haven") == "x-norhus"
    assert PlaceName.objects.exclude(withdrawn_at=None).get().name == "North Heaven"


def test_every_change_is_an_event(editor, by, town):
    row = add_name(**by, subject=town, name="North Haven").row
    withdraw_name(row=row, user=editor)
    withdraw_name(row=row, user=editor)
    restore_name(row=row, user=editor)
    change_name(row=row, user=editor, name="Nordhafen")

    events = Event.objects.filter(action__startswith="name.").order_by("number")
    assert [event.action for event in events] == [
        "name.added",
        "name.withdrawn",
        "name.restored",
        "name.changed",
    ]
    assert events[3].payload == {"name": "Nordhafen", "means": "x-norhus", "before": "North Haven"}


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        pytest.param("Sudhus", "Sudhus, Quxland", id="another-place"),
        pytest.param("سلطة الميناء", "Port Authority", id="an-actor"),
        pytest.param("al-Quxland", "Quxland", id="only-an-article-apart"),
    ],
)
def test_a_name_that_means_something_else_is_refused_with_what_it_means(by, town, name, meaning):
    with pytest.raises(NameTaken) as refused:
        add_name(**by, subject=town, name=name)

    assert refused.value.facts == {"name": name, "meaning": meaning}
    assert not PlaceName.objects.exists()


def test_a_name_that_only_the_workspace_gave_is_taken_there_alone(by, editor, town):
    add_actor(**by, kind="person", names=["Huda Berri"])
    other = make_workspace("Other")

    with pytest.raises(NameTaken, match="already means Huda Berri"):
        add_name(**by, subject=town, name="Huda Berri")
    assert add_name(workspace=other, user=editor, subject=town, name="Huda Berri").row.place == town


def test_a_name_that_its_bearer_has_is_refused(by, town):
    with pytest.raises(NamedSoAlready):
        add_name(**by, subject=town, name="نُورهوس")


@pytest.mark.parametrize("name", ["", "-", "ا", "2024", "North | Haven", "the", "x" * 201])
def test_what_nothing_can_be_found_by_is_no_name(by, town, name):
    with pytest.raises(NotAName):
        add_name(**by, subject=town, name=name)


def test_a_missing_place_lies_in_what_it_was_added_to(workspace, by, town):
    quarter = add_place(**by, kind="district", parent=town, names=["Mill Quarter", "حي الطاحونة"]).subject

    gazetteer = known_names(workspace).gazetteer
    found = gazetteer.find("حي الطاحونة")
    assert found.id == quarter.pk
    assert gazetteer.contains(gazetteer.find("Norhus"), found)
    assert gazetteer.contains(gazetteer.find("Quxland"), found)
    assert known_names(make_workspace("Other")).gazetteer.find("Mill Quarter") is None


def test_a_place_cannot_hold_a_wider_one(by, town):
    with pytest.raises(WrongContainer):
        add_place(**by, kind="region", parent=town, names=["Wide Lands"])


def test_what_is_added_needs_a_name(by, town):
    with pytest.raises(NoNames):
        add_place(**by, kind="district", parent=town, names=["", " "])
    assert not Place.objects.exclude(workspace=None).exists()


def test_a_refused_name_leaves_no_half_of_a_place_behind(by, town):
    with pytest.raises(NameTaken):
        add_place(**by, kind="district", parent=town, names=["Mill Quarter", "Sudhus"])
    assert not Place.objects.exclude(workspace=None).exists()


def test_an_alias_names_the_actor_that_the_table_lists(workspace, by):
    port = Actor.objects.get(pk="port_authority")

    add_name(**by, subject=port, name="إدارة الأرصفة")

    table = known_names(workspace).actors
    assert ActorAlias.objects.get().actor == port
    assert table.name("port_authority") == "Port Authority"
    assert "إدارة الأرصفة" in next(actor for actor in table.listed if actor.key == "port_authority").names
