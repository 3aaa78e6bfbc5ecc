"""The log grows, and nothing in it changes."""

import uuid

import pytest
from django.db import IntegrityError, transaction

from workbench.accounts.services import create_workspace
from workbench.audit.models import Event
from workbench.audit.services import event_hash, record_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def workspace():
    return create_workspace(name="Desk", slug="desk")


def record(workspace, action):
    return record_event(workspace=workspace, actor="user:1", action=action, target=("claim", uuid.uuid4()))


def test_events_are_numbered_without_gaps_even_after_a_rollback(workspace):
    record(workspace, "first")
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        record(workspace, "undone")
        raise ZeroDivisionError
    record(workspace, "second")

    assert list(Event.objects.values_list("number", "action")) == [(1, "first"), (2, "second")]


def test_each_event_holds_the_hash_of_the_one_before(workspace):
    first, second = record(workspace, "first"), record(workspace, "second")

    assert first.previous_hash == "0" * 64
    assert second.previous_hash == first.hash
    assert len({first.hash, second.hash}) == 2


def test_the_hash_depends_on_every_fact():
    assert event_hash("0", {"n": 1, "action": "a"}) != event_hash("0", {"n": 1, "action": "b"})
    assert event_hash("0", {"n": 1}) != event_hash("1", {"n": 1})


def test_the_chains_of_two_workspaces_are_apart(workspace):
    record(workspace, "here")

    assert record(create_workspace(name="Other", slug="other"), "there").number == 1


@pytest.mark.parametrize("change", [lambda rows: rows.update(actor="nobody"), lambda rows: rows.delete()])
def test_the_database_refuses_to_change_an_event(workspace, change):
    record(workspace, "first")

    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        change(Event.objects.all())
