"""Questions about the log: its events, how it stands, and whether the database still guards it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet, Subquery

from workbench.accounts.models import Workspace
from workbench.audit.models import Anchor, Event, EventChain, Verification
from workbench.audit.verifier import Chain, Entry

BATCH = 2000
GUARDS = {
    "audit_event": (
        "events_are_append_only",
        "events_are_never_truncated",
        "events_follow_each_other",
        "events_move_their_chain",
    ),
    "audit_eventchain": ("chains_only_move_on", "chains_are_kept", "chains_are_never_truncated"),
    "audit_anchor": ("anchors_are_append_only", "anchors_are_never_truncated", "anchors_hold_to_an_event"),
}
"""The triggers by which the database keeps the log, by table."""
STORED = (
    "number",
    "recorded_at",
    "actor",
    "action",
    "object_kind",
    "object_id",
    "payload",
    "canonical",
    "previous_hash",
    "hash",
    "pk",
)


def events_of(
    workspace: Workspace, *, action: str = "", kind: str = "", about: UUID | None = None
) -> QuerySet[Event]:
    """Return the workspace's events, the newest first, of one act or on one kind of object or one object."""
    rows = Event.objects.filter(workspace=workspace).order_by("-number")
    if action:
        rows = rows.filter(action=action)
    if kind:
        rows = rows.filter(object_kind=kind)
    return rows.filter(object_id=about) if about else rows


@dataclass(frozen=True, slots=True)
class Standing:
    """How long the log is, and when it was last anchored and verified."""

    length: int
    anchor: Anchor | None
    verification: Verification | None


def standing_of(workspace: Workspace) -> Standing:
    """Return how the workspace's log stands. Three queries."""
    chain = EventChain.objects.filter(workspace=workspace).first()
    anchors = Anchor.objects.filter(workspace=workspace).defer("marks").order_by("length")
    verifications = Verification.objects.filter(workspace=workspace).order_by("verified_at")
    return Standing(chain.length if chain else 0, anchors.last(), verifications.last())


def missing_guards(guards: Mapping[str, Sequence[str]] = GUARDS) -> list[str]:
    """Return which of the triggers are not there or switched off, as `table.trigger`. One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
            " WHERE t.tgenabled IN ('O', 'A') AND c.relname = ANY(%s) AND pg_table_is_visible(c.oid)",
            [list(guards)],
        )
        found = set(cursor.fetchall())
    wanted = [(table, trigger) for table, triggers in guards.items() for trigger in triggers]
    return [f"{table}.{trigger}" for table, trigger in wanted if (table, trigger) not in found]


class StoredLog:
    """A workspace's log as it lies in the database, read in batches.

    Others may record events meanwhile: `chain` is, once all were read, as it stood when the last batch was.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.chain = self._chain_now()

    def entries(self) -> Iterator[Entry]:
        """Yield the events in the order of their numbers."""
        chain = EventChain.objects.filter(workspace=self._workspace)
        rows = (
            Event.objects.filter(workspace=self._workspace)
            .order_by("number", "pk")
            .values_list(*STORED, Subquery(chain.values("length")[:1]), Subquery(chain.values("head")[:1]))
        )
        batch = list(rows[:BATCH])
        while batch:
            last: tuple[Any, ...] = batch[-1]
            number, (pk, length, head) = last[0], last[-3:]
            self.chain = Chain(length or 0, head or "")
            yield from (_entry(row, str(self._workspace.pk)) for row in batch)
            batch = list(rows.filter(Q(number__gt=number) | Q(number=number, pk__gt=pk))[:BATCH])

    def _chain_now(self) -> Chain:
        chain = EventChain.objects.filter(workspace=self._workspace).first()
        return Chain(chain.length, chain.head) if chain else Chain(0, "0" * 64)


def _entry(row: tuple[Any, ...], workspace: str) -> Entry:
    number, moment, actor, action, kind, identifier, payload, canonical, previous, digest = row[:10]
    facts = {
        "n": number,
        "workspace": workspace,
        "at": moment.isoformat(),
        "actor": actor,
        "action": action,
        "kind": kind,
        "id": str(identifier) if identifier else None,
        "payload": payload,
    }
    return Entry(number, facts, canonical, previous, digest)
