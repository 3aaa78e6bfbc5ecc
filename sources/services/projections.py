"""Whether outcomes are what the log says: made anew from its events, and held against the table."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sources.models import Outcome
from sources.services.outcomes import NewOutcome
from workbench.accounts.models import Workspace
from workbench.audit.models import Event

RECORDED = "outcome.recorded"
SUPERSEDED = "outcome.superseded"
FACTS = tuple(name for name in NewOutcome.__slots__ if name != "recorded_at")


class DifferenceKind(StrEnum):
    """How an outcome differs from the log."""

    MISSING = "missing"
    UNKNOWN = "unknown"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Difference:
    """One outcome that is not what the log says: missing from the table, unknown to the log, or another."""

    outcome: str
    kind: DifferenceKind
    number: int | None
    fields: tuple[str, ...] = ()

    def __str__(self) -> str:
        where = f" (event {self.number})" if self.number else ""
        more = f": {', '.join(self.fields)}" if self.fields else ""
        return f"outcome {self.outcome}{where} {self.kind}{more}"


@dataclass(slots=True)
class _Told:
    """An outcome as the log tells it, with the number of its event."""

    number: int
    facts: dict[str, Any]


def differences(workspace: Workspace) -> list[Difference]:
    """Return each outcome of the workspace that is not what the log says of it. Two queries; writes nothing.

    Outcomes from before events held all facts (their events name no outcome) are held against what their
    events do say: source, verdict, role and rating.
    """
    told, before = _replayed(workspace)
    found = []
    for row in Outcome.objects.filter(workspace=workspace).order_by("recorded_at", "id"):
        identifier = str(row.pk)
        if identifier in told:
            event = told.pop(identifier)
            if fields := _differing(row, event.facts):
                found.append(Difference(identifier, DifferenceKind.DIFFERS, event.number, fields))
        elif not before.pop(_sign(row.source_id, row.verdict_id, row.role, row.rating), None):
            found.append(Difference(identifier, DifferenceKind.UNKNOWN, None))
    found += [Difference(one, DifferenceKind.MISSING, event.number) for one, event in told.items()]
    return found + [Difference(sign, DifferenceKind.MISSING, number) for sign, number in before.items()]


def _replayed(workspace: Workspace) -> tuple[dict[str, _Told], dict[str, int]]:
    """Return the outcomes by identifier as the events made them, and the signs of those without one."""
    told: dict[str, _Told] = {}
    before: dict[str, int] = {}
    events = Event.objects.filter(workspace=workspace, action__in=[RECORDED, SUPERSEDED])
    for event in events.order_by("number").iterator(chunk_size=2000):
        said = event.payload
        outcome = said.get("outcome")
        if event.action == RECORDED and outcome:
            told[outcome] = _Told(
                event.number, said | {"source_id": str(event.object_id), "superseded_at": None}
            )
        elif event.action == RECORDED:
            sign = _sign(event.object_id, said.get("verdict"), said.get("role"), said.get("rating"))
            before[sign] = event.number
        elif outcome in told:
            told[outcome].facts["superseded_at"] = said.get("superseded_at")
    return told, before


def _differing(row: Outcome, told: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the fields in which the row is not what the event says, of those that it says."""
    names = (*FACTS, "source_id", "recorded_at", "superseded_at")
    return tuple(name for name in names if name in told and not _same(getattr(row, name), told[name]))


def _same(stored: object, said: object) -> bool:
    if isinstance(stored, datetime):
        return isinstance(said, str) and stored == datetime.fromisoformat(said)
    if isinstance(stored, date):
        return stored.isoformat() == said
    return (str(stored) if isinstance(stored, UUID) else stored) == said


def _sign(source: object, verdict: object, role: object, rating: object) -> str:
    return f"{source} {verdict} {role} {rating}"
