"""Whether outcomes, estimates and merges are what the log says: its events held against the tables."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.utils import timezone

from sources.models import Estimate, Outcome, SourceMerge
from sources.selectors.families import families_of
from sources.services.outcomes import NewOutcome
from workbench.accounts.models import Workspace
from workbench.audit.models import Event

RECORDED = "outcome.recorded"
SUPERSEDED = "outcome.superseded"
ESTIMATED = "estimate.changed"
MERGED = "source.merged"
SPLIT = "source.split"
OUTCOME_FIELDS = (
    *(name for name in NewOutcome.__slots__ if name != "recorded_at"),
    "source_id",
    "recorded_at",
    "superseded_at",
)
ESTIMATE_FIELDS = ("source_id", "recorded_at", "prior_mean", "upheld", "mass", "skill", "topics")
MERGE_FIELDS = ("source_id", "into_id", "merged_at", "merged_by", "reason", "split_at", "split_by")


class DifferenceKind(StrEnum):
    """How an entry differs from the log."""

    MISSING = "missing"
    UNKNOWN = "unknown"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Difference:
    """One entry that is not what the log says: missing from its table, unknown to the log, or another.

    `what` is an outcome, an estimate, a merge, or a source whose second name is not what its merges give.
    """

    what: str
    entry: str
    kind: DifferenceKind
    number: int | None
    fields: tuple[str, ...] = ()

    def __str__(self) -> str:
        where = f" (event {self.number})" if self.number else ""
        more = f": {', '.join(self.fields)}" if self.fields else ""
        return f"{self.what} {self.entry}{where} {self.kind}{more}"


@dataclass(slots=True)
class _Told:
    """An entry as the log tells it, with the number of its event."""

    number: int
    facts: dict[str, Any]


def differences(workspace: Workspace) -> list[Difference]:
    """Return each entry of the workspace that is not what the log says. Eight queries; writes nothing."""
    estimates = Estimate.objects.filter(workspace=workspace)
    merges = SourceMerge.objects.filter(workspace=workspace)
    return [
        *_outcomes(workspace),
        *_held("estimate", estimates.iterator(), _told_estimates(workspace), ESTIMATE_FIELDS),
        *_held("merge", merges.iterator(), _told_merges(workspace), MERGE_FIELDS),
        *_second_names(workspace),
    ]


def _outcomes(workspace: Workspace) -> list[Difference]:
    """Hold the outcomes against their events.

    Those from before events held all facts (their events name no outcome) are held against what their
    events do say: source, verdict, role and rating.
    """
    told, before = _replayed(workspace)
    found = []
    for row in Outcome.objects.filter(workspace=workspace).order_by("recorded_at", "id"):
        identifier = str(row.pk)
        if identifier in told:
            event = told.pop(identifier)
            if fields := _differing(row, event.facts, OUTCOME_FIELDS):
                found.append(Difference("outcome", identifier, DifferenceKind.DIFFERS, event.number, fields))
        elif not before.pop(_sign(row.source_id, row.verdict_id, row.role, row.rating), None):
            found.append(Difference("outcome", identifier, DifferenceKind.UNKNOWN, None))
    missing = [(one, event.number) for one, event in told.items()] + list(before.items())
    return found + [Difference("outcome", one, DifferenceKind.MISSING, number) for one, number in missing]


def _held(
    what: str, rows: Iterable[Estimate | SourceMerge], told: dict[str, _Told], fields: tuple[str, ...]
) -> list[Difference]:
    found = []
    for row in rows:
        identifier = str(row.pk)
        event = told.pop(identifier, None)
        if event is None:
            found.append(Difference(what, identifier, DifferenceKind.UNKNOWN, None))
        elif differing := _differing(row, event.facts, fields):
            found.append(Difference(what, identifier, DifferenceKind.DIFFERS, event.number, differing))
    return found + [
        Difference(what, one, DifferenceKind.MISSING, event.number) for one, event in told.items()
    ]


def _replayed(workspace: Workspace) -> tuple[dict[str, _Told], dict[str, int]]:
    """Return the outcomes by identifier as the events made them, and the signs of those without one."""
    told: dict[str, _Told] = {}
    before: dict[str, int] = {}
    for event in _events(workspace, RECORDED, SUPERSEDED):
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


def _told_estimates(workspace: Workspace) -> dict[str, _Told]:
    """Return the estimates by identifier as the events made them; older ones say nothing of topics."""
    return {
        event.payload["estimate"]: _Told(
            event.number, {"topics": {}} | event.payload | {"source_id": str(event.object_id)}
        )
        for event in _events(workspace, ESTIMATED)
    }


def _told_merges(workspace: Workspace) -> dict[str, _Told]:
    """Return the merges by identifier as the events made them, and ended them."""
    told: dict[str, _Told] = {}
    for event in _events(workspace, MERGED, SPLIT):
        said = event.payload
        if event.action == MERGED:
            ends = {"source_id": said["source"], "into_id": said["into"]}
            told[said["merge"]] = _Told(event.number, said | ends | {"split_at": None, "split_by": ""})
        elif said["merge"] in told:
            told[said["merge"]].facts |= {name: said[name] for name in ("split_at", "split_by")}
    return told


def _second_names(workspace: Workspace) -> list[Difference]:
    """Hold what each source is merged into against the merges that are in force."""
    kept, given = families_of(workspace).survivors, families_of(workspace, as_of=timezone.now()).survivors
    wrong = sorted(pk for pk in kept.keys() | given.keys() if kept.get(pk) != given.get(pk))
    return [Difference("source", str(pk), DifferenceKind.DIFFERS, None, ("merged_into",)) for pk in wrong]


def _events(workspace: Workspace, *actions: str) -> Iterable[Event]:
    rows = Event.objects.filter(workspace=workspace, action__in=actions)
    return rows.order_by("number").iterator(chunk_size=2000)


def _differing(row: object, told: Mapping[str, Any], names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the fields in which the row is not what the event says, of those that it says."""
    return tuple(name for name in names if name in told and not _same(getattr(row, name), told[name]))


def _same(stored: object, said: object) -> bool:
    if isinstance(stored, datetime):
        return isinstance(said, str) and stored == datetime.fromisoformat(said)
    if isinstance(stored, date):
        return stored.isoformat() == said
    return (str(stored) if isinstance(stored, UUID) else stored) == said


def _sign(source: object, verdict: object, role: object, rating: object) -> str:
    return f"{source} {verdict} {role} {rating}"
