"""The role that docs/operations.md gives the workbench: it records, and cannot touch what was recorded."""

import re

import pytest
from django.db import ProgrammingError, connection, transaction

from sources.models import Outcome
from tests.architecture.project import CHECKOUT
from tests.factories import make_record, make_source
from workbench.audit.models import Anchor, Event, EventChain
from workbench.audit.services import record_event


@pytest.fixture
def as_workbench(workspace):
    """Go on as the documented role until the test is over."""
    operations = (CHECKOUT / "docs/operations.md").read_text(encoding="utf-8")
    [grants] = re.findall(r"```sql\n(GRANT .*?)```", operations, re.DOTALL)
    make_record(make_source(workspace, "Harbour Post"), "true")
    with connection.cursor() as cursor:
        cursor.execute("CREATE ROLE workbench_app")
        cursor.execute(grants)
        cursor.execute("SET LOCAL ROLE workbench_app")
    yield
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")


def test_it_records_what_happens(workspace, as_workbench):
    before = Event.objects.count()

    record_event(workspace=workspace, actor="user:1", action="claim.accepted", target=("claim", None))
    make_record(make_source(workspace, "Coast Daily"), "false")

    assert Event.objects.count() == before + 2
    assert Outcome.objects.update(superseded_at="2026-05-04T10:00Z") == 2


REFUSED = {
    "change an event": lambda: Event.objects.update(actor="nobody"),
    "delete an event": lambda: Event.objects.all().delete(),
    "delete a chain": lambda: EventChain.objects.all().delete(),
    "change an anchor": lambda: Anchor.objects.update(length=1),
    "delete an outcome": lambda: Outcome.objects.all()._raw_delete("default"),
    "empty the log": lambda: connection.cursor().execute("TRUNCATE audit_event"),
    "switch a trigger off": lambda: connection.cursor().execute(
        "ALTER TABLE audit_event DISABLE TRIGGER ALL"
    ),
    "leave the triggers out": lambda: connection.cursor().execute("SET session_replication_role = replica"),
}


@pytest.mark.parametrize("act", REFUSED.values(), ids=REFUSED)
def test_it_may_not(as_workbench, act):
    with pytest.raises(ProgrammingError, match=r"permission denied|must be owner"), transaction.atomic():
        act()
