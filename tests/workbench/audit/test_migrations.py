"""A log from before its events kept their text gets it, and verifies; what was altered does not."""

import hashlib
import json
import uuid
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from tests.conftest import EMPTIED
from workbench.audit.selectors import StoredLog
from workbench.audit.services import record_event
from workbench.audit.verifier import Kind, verify

BEFORE = [("audit", "0002_append_only")]


@pytest.fixture
def back_then(transactional_db):
    """Return the models of the log as they were, and leave the newest behind."""
    executor = MigrationExecutor(connection)
    yield executor.migrate(BEFORE).apps
    MigrationExecutor(connection).migrate([("audit", "0005_guarded_chain")])
    with connection.cursor() as cursor:
        for table, trigger in EMPTIED.items():
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER {trigger}")


def record_as_before(apps, workspace, number, previous, *, actor=None):
    """Record an event as the first version did; `actor` is what its column says instead."""
    moment = datetime(2026, 5, 4, 10, 0, number, 250000, tzinfo=UTC)
    identifier = uuid.uuid4()
    facts = {
        "n": number,
        "workspace": str(workspace.pk),
        "at": moment.isoformat(),
        "actor": "user:1",
        "action": "claim.accepted",
        "kind": "claim",
        "id": str(identifier),
        "payload": {"weight": 0.25, "word": "نصّ"},
    }
    text = json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    digest = hashlib.sha256((previous + text).encode()).hexdigest()
    apps.get_model("audit", "Event").objects.create(
        workspace_id=workspace.pk,
        number=number,
        recorded_at=moment,
        actor=actor or "user:1",
        action="claim.accepted",
        object_kind="claim",
        object_id=identifier,
        payload=facts["payload"],
        previous_hash=previous,
        hash=digest,
    )
    return digest


@pytest.mark.parametrize(("altered", "found"), [(None, None), (2, (2, Kind.CHANGED))])
def test_events_from_before_get_the_text_of_their_hash(back_then, altered, found):
    workspace = back_then.get_model("accounts", "Workspace").objects.create(name="Desk", slug="desk")
    head = "0" * 64
    for number in (1, 2, 3):
        head = record_as_before(
            back_then, workspace, number, head, actor="nobody" if number == altered else None
        )
    back_then.get_model("audit", "EventChain").objects.create(workspace_id=workspace.pk, length=3, head=head)

    MigrationExecutor(connection).migrate([("audit", "0005_guarded_chain")])
    from workbench.accounts.models import Workspace

    now = Workspace.objects.get(pk=workspace.pk)
    record_event(workspace=now, actor="user:2", action="claim.rejected", target=("claim", None))

    stored = StoredLog(now)
    broken = verify(stored.entries(), chain=lambda: stored.chain).broken
    assert (broken and (broken.number, broken.kind)) == found
