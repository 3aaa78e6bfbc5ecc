"""The log grows, and nothing in it changes: the database itself sees to that."""

import random
import uuid
from threading import Thread

import pytest
from django.db import IntegrityError, connection, transaction

from tests.factories import make_workspace
from workbench.accounts.models import Workspace
from workbench.accounts.services import create_workspace
from workbench.audit.models import Event, EventChain
from workbench.audit.selectors import StoredLog, missing_guards
from workbench.audit.services import record_event
from workbench.audit.verifier import canonical_text, hash_of, verify

pytestmark = pytest.mark.django_db


@pytest.fixture
def workspace():
    return create_workspace(name="Desk", slug="desk")


def record(workspace, action="first", **payload):
    return record_event(
        workspace=workspace, actor="user:1", action=action, target=("claim", uuid.uuid4()), payload=payload
    )


def next_event(workspace, **changes):
    """Return the row that would follow in the chain, with some of it changed."""
    chain = EventChain.objects.get(workspace=workspace)
    event = Event.objects.latest("number")
    facts = {
        "n": chain.length + 1,
        "workspace": str(workspace.pk),
        "at": event.recorded_at.isoformat(),
        "actor": "user:1",
        "action": "next",
        "kind": "claim",
        "id": None,
        "payload": {"weight": 0.1},
    }
    text = canonical_text(facts)
    row = {
        "workspace": workspace,
        "number": facts["n"],
        "recorded_at": event.recorded_at,
        "actor": "user:1",
        "action": "next",
        "object_kind": "claim",
        "payload": facts["payload"],
        "canonical": text,
        "previous_hash": chain.head,
        "hash": hash_of(chain.head, text),
    }
    return Event(**row | changes)


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


def test_the_chain_stands_at_the_last_event(workspace):
    record(workspace)
    last = record(workspace)

    chain = EventChain.objects.get(workspace=workspace)
    assert (chain.length, chain.head) == (2, last.hash)


def test_the_hash_depends_on_every_fact():
    assert hash_of("0", canonical_text({"n": 1, "action": "a"})) != hash_of(
        "0", canonical_text({"n": 1, "action": "b"})
    )
    assert hash_of("0", "{}") != hash_of("1", "{}")


def test_the_chains_of_two_workspaces_are_apart(workspace):
    record(workspace, "here")

    assert record(create_workspace(name="Other", slug="other"), "there").number == 1


def test_what_follows_is_taken_whoever_writes_it(workspace):
    record(workspace)
    next_event(workspace).save(force_insert=True)

    stored = StoredLog(workspace)
    assert verify(stored.entries(), chain=lambda: stored.chain).length == 2


ODD = ["نصّ عربي", "line\nbreak \u2028", '"quoted"', 1e22, 0.1, -0.0, 1e-7, True, None, [{"a": []}], 2**60]


@pytest.mark.parametrize("value", ODD, ids=repr)
def test_any_value_is_stored_so_that_it_verifies(workspace, value):
    record(workspace, value=value)

    stored = StoredLog(workspace)
    assert verify(stored.entries(), chain=lambda: stored.chain).broken is None


WRONG = {
    "a number that leaves a gap": {"number": 3},
    "a number that is there": {"number": 1},
    "another past": {"previous_hash": "f" * 64},
    "another hash": {"hash": "f" * 64},
    "another text": {"canonical": "{}"},
    "another actor": {"actor": "user:2"},
    "another act": {"action": "other"},
    "another kind": {"object_kind": "link"},
    "another object": {"object_id": uuid.UUID(int=1)},
    "another payload": {"payload": {"weight": 0.2}},
    "another moment": {"recorded_at": "2026-01-01T00:00:00Z"},
}


@pytest.mark.parametrize("changes", WRONG.values(), ids=WRONG)
def test_the_database_refuses_an_event_with(workspace, changes):
    record(workspace)

    with pytest.raises(IntegrityError), transaction.atomic():
        next_event(workspace, **changes).save(force_insert=True)
    assert EventChain.objects.get(workspace=workspace).length == 1


CHANGES = {
    "events are changed": lambda: Event.objects.update(actor="nobody"),
    "events are deleted": lambda: Event.objects.all().delete(),
    "chains are deleted": lambda: EventChain.objects.all().delete(),
    "a chain goes backwards": lambda: EventChain.objects.update(length=0, head="0" * 64),
    "a chain goes on without an event": lambda: EventChain.objects.update(length=2),
    "a chain's head is changed": lambda: EventChain.objects.update(head="f" * 64),
    "a workspace is deleted with its log": lambda: Workspace.objects.all().delete(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_the_database_refuses_that(workspace, change):
    record(workspace)

    with pytest.raises(IntegrityError, match=r"append-only|one event alone"), transaction.atomic():
        change()


def test_a_chain_begins_empty(workspace):
    with pytest.raises(IntegrityError, match="begins empty"), transaction.atomic():
        EventChain.objects.create(workspace=workspace, length=7)


@pytest.mark.parametrize("table", ["audit_event", "audit_eventchain", "audit_anchor"])
def test_the_database_refuses_to_empty_a_table_of_the_log(guarded, workspace, table):
    with (
        pytest.raises(IntegrityError, match="TRUNCATE refused"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"TRUNCATE {table} CASCADE")


def test_a_guard_that_is_switched_off_is_missed(guarded):
    assert missing_guards() == []

    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_event DISABLE TRIGGER events_are_append_only")
    assert missing_guards() == ["audit_event.events_are_append_only"]


def write_some(workspace, writer, count):
    """Record events in transactions of their own, of which every fifth is rolled back."""
    chance = random.Random(writer)
    try:
        for place in range(count):
            try:
                with transaction.atomic():
                    record(workspace, "written", writer=writer, place=place)
                    if chance.random() < 0.2:
                        raise ZeroDivisionError
            except ZeroDivisionError:
                pass
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_eight_writers_with_rollbacks_leave_one_chain_without_gaps():
    workspace = make_workspace()
    writers = [Thread(target=write_some, args=(workspace, writer, 25)) for writer in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    stored = StoredLog(workspace)
    report = verify(stored.entries(), chain=lambda: stored.chain)
    numbers = list(Event.objects.values_list("number", flat=True))
    assert report.broken is None
    assert numbers == list(range(1, report.length + 1))
    assert 120 < report.length < 190
