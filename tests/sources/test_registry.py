"""A source is found by any spelling of its name; an anonymous one stands at its outlet."""

import pytest
from django.db import IntegrityError, transaction

from sources.models import Source
from sources.services import NameAs, find_or_create_source, set_owner
from tests.factories import make_source, make_workspace
from workbench.audit.models import Event


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("The Harbour Post", "harbour post", id="article-and-case"),
        pytest.param("al-Marfa", "Al Marfa", id="hyphen"),
        pytest.param("صحيفة الساري", "صَحيفة السّاري", id="diacritics"),
        pytest.param("الإذاعة", "الاذاعه", id="alef-and-ta-marbuta"),
        pytest.param("Coast\u200b Daily", "Coast Daily", id="invisible-character"),
    ],
)
def test_spellings_of_one_name_are_one_source(workspace, one, other):
    assert make_source(workspace, one) == make_source(workspace, other)


def test_the_same_descriptor_at_two_outlets_is_two_sources(workspace):
    outlets = [make_source(workspace, name) for name in ("Harbour Post", "Coast Daily")]

    unnamed = [make_source(workspace, "a security source", Source.Kind.ANONYMOUS, outlet=o) for o in outlets]

    assert unnamed[0] != unnamed[1]
    assert [source.outlet for source in unnamed] == outlets


def test_the_database_keeps_no_unnamed_source_that_nobody_vouches_for(workspace):
    with pytest.raises(IntegrityError, match="an_anonymous_source_stands_at_an_outlet"), transaction.atomic():
        Source.objects.create(workspace=workspace, kind="anonymous", name="a security source")


def test_an_anonymous_descriptor_is_no_alias_of_a_named_source(workspace):
    outlet = make_source(workspace, "Harbour Post")
    named = make_source(workspace, "the ministry", Source.Kind.ORGANISATION)

    unnamed = find_or_create_source(
        workspace=workspace, named=NameAs(name="the ministry", kind="anonymous", outlet=outlet)
    )

    assert unnamed != named


def test_the_sources_of_two_newsrooms_are_apart(workspace):
    assert make_source(workspace, "Harbour Post") != make_source(make_workspace("Other"), "Harbour Post")


def test_an_owner_is_kept_once_and_logged(workspace):
    outlet = make_source(workspace, "Harbour Post")

    assert set_owner(source=outlet, owner="  Quay   Press ", actor="editor")
    assert not set_owner(source=outlet, owner="Quay Press", actor="editor")

    outlet.refresh_from_db()
    assert outlet.owner == "Quay Press"
    [event] = Event.objects.filter(action="source.owner_set")
    assert event.payload == {"owner": "Quay Press", "before": ""}
