"""Running sums of sources: brought up to date from the log, event by event, and compared every night."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from sources.models import Outcome as OutcomeRow
from sources.models import Source, SourceLedger
from sources.reliability.evidence import weigh_outcomes
from sources.reliability.ledger import Ledger
from sources.reliability.parameters import NightRules
from sources.reliability.types import Outcome
from sources.selectors.families import Families, families_of
from sources.selectors.records import PARAMETERS, outcome_record
from sources.selectors.workspace_records import outcomes_by_survivor
from workbench.audit.models import Event, EventChain

RECORDED, SUPERSEDED = "outcome.recorded", "outcome.superseded"
TOLERANCE = NightRules().tolerance
WRITTEN = ("record", "members", "event_number", "parameters_hash")


class _Told(NamedTuple):
    """One event on an outcome."""

    number: int
    source: UUID
    action: str
    outcome: str


@dataclass(slots=True, eq=False)
class _Sums:
    """A source's row, held until the transaction ends, with what it is and the sums that it holds."""

    row: SourceLedger
    members: list[str]
    ledger: Ledger | None = None

    @property
    def is_usable(self) -> bool:
        """Tell whether the sums are of this very source, weighed by the parameters in force."""
        return self.row.parameters_hash == PARAMETERS.hash and self.row.members == self.members


@transaction.atomic
def advance_ledger(source: Source) -> Ledger:
    """Return the source's sums with all that the log says by now, and keep them.

    They are made anew where the source is not the same as before (a merge, a split) or was weighed by
    other parameters; else only the events since are read, so it costs the same however long the record is.
    """
    families = families_of(source.workspace_id)
    number = _log_length(source.workspace_id)
    [sums] = _held([source], families)
    if sums.is_usable:
        ledger = Ledger.from_record(sums.row.record, parameters=PARAMETERS)
        events = _events_since(source.workspace_id, sums.members, sums.row.event_number)
        _take(ledger, events, _outcomes_named(event.outcome for event in events))
    else:
        ledger = _made_anew(
            map(outcome_record, OutcomeRow.objects.filter(source__in=[*map(UUID, sums.members)]))
        )
    _keep([(sums, ledger)], number)
    return ledger


@transaction.atomic
def check_ledgers(sources: Sequence[Source]) -> list[Source]:
    """Return the sources whose sums, kept as verdicts came, differ from the same made anew; mend those.

    Both halves of the evidence may differ by `NightRules.tolerance` at most (REL-1, 4.7). Sums that are
    not there yet are made. Some seven queries, however many sources there are.
    """
    if not sources:
        return []
    workspace = sources[0].workspace
    families = families_of(workspace)
    number = _log_length(workspace.pk)
    held = _held([one for one in sources if families.survivor(one.pk) == one.pk], families)
    members = {UUID(member) for sums in held for member in sums.members}
    outcomes = outcomes_by_survivor(workspace, families, sources=members)
    _bring_up_to_date([sums for sums in held if sums.is_usable], workspace.pk, outcomes)
    moment = timezone.now()
    drifted = {sums.row.source_id for sums in held if _differs(sums, outcomes, moment)}
    stale = [sums for sums in held if sums.ledger is None or sums.row.source_id in drifted]
    made = [(sums, _made_anew(outcomes.get(sums.row.source_id, []))) for sums in stale]
    moved = [
        (sums, sums.ledger)
        for sums in held
        if sums not in stale and sums.ledger is not None and sums.row.event_number != number
    ]
    _keep(made + moved, number)
    return [source for source in sources if source.pk in drifted]


def _held(sources: Sequence[Source], families: Families) -> list[_Sums]:
    """Return the sources' rows, held in the order of their sources; empty ones where there were none."""
    blank = {"record": {}, "event_number": 0, "parameters_hash": ""}
    rows = [SourceLedger(workspace_id=one.workspace_id, source=one, **blank) for one in sources]
    SourceLedger.objects.bulk_create(rows, ignore_conflicts=True)
    locked = SourceLedger.objects.select_for_update().filter(source__in=sources).order_by("source_id")
    return [_Sums(row, sorted(map(str, families.members(row.source_id)))) for row in locked]


def _bring_up_to_date(
    held: Sequence[_Sums], workspace: UUID, outcomes: Mapping[UUID, Sequence[Outcome]]
) -> None:
    """Read the sums, and take in what the log says since each was kept. One query."""
    members = [member for sums in held for member in sums.members]
    since = min((sums.row.event_number for sums in held), default=0)
    events = _events_since(workspace, members, since)
    by_source: dict[UUID, list[_Told]] = defaultdict(list)
    for event in events:
        by_source[event.source].append(event)
    for sums in held:
        own = {outcome.id: outcome for outcome in outcomes.get(sums.row.source_id, [])}
        told = [event for member in sums.members for event in by_source[UUID(member)]]
        later = sorted(event for event in told if event.number > sums.row.event_number)
        sums.ledger = Ledger.from_record(sums.row.record, parameters=PARAMETERS)
        _take(sums.ledger, later, own)


def _differs(sums: _Sums, outcomes: Mapping[UUID, Sequence[Outcome]], moment: datetime) -> bool:
    if sums.ledger is None:
        return False
    own = outcomes.get(sums.row.source_id, [])
    full = weigh_outcomes(own, parameters=PARAMETERS, as_of=moment)
    upheld, mass = sums.ledger.evidence(moment)
    return max(abs(full.upheld - upheld), abs(full.mass - mass)) > TOLERANCE


def _log_length(workspace: UUID) -> int:
    """Return how many events are committed: what is read after this has them all, perhaps more.

    More does no harm: an outcome that is taken in twice counts once.
    """
    return EventChain.objects.filter(workspace=workspace).values_list("length", flat=True).first() or 0


def _made_anew(outcomes: Iterable[Outcome]) -> Ledger:
    return Ledger.from_outcomes(outcomes, parameters=PARAMETERS, as_of=timezone.now())


def _events_since(workspace: UUID, members: Iterable[str], number: int) -> list[_Told]:
    events = Event.objects.filter(workspace=workspace, object_kind="source", object_id__in=list(members))
    events = events.filter(number__gt=number, action__in=[RECORDED, SUPERSEDED]).order_by("number")
    rows = events.values_list("number", "object_id", "action", "payload__outcome")
    return [_Told(at, source, action, outcome) for at, source, action, outcome in rows if source and outcome]


def _take(ledger: Ledger, events: Iterable[_Told], outcomes: Mapping[str, Outcome]) -> None:
    for event in events:
        outcome = outcomes.get(event.outcome)
        if outcome is not None:
            take = ledger.add if event.action == RECORDED else ledger.remove
            take(outcome)


def _outcomes_named(names: Iterable[str]) -> dict[str, Outcome]:
    rows = OutcomeRow.objects.filter(pk__in=list(names))
    return {str(row.pk): outcome_record(row) for row in rows}


def _keep(found: Sequence[tuple[_Sums, Ledger]], number: int) -> None:
    for sums, ledger in found:
        sums.row.record, sums.row.members = ledger.as_record(), sums.members
        sums.row.event_number, sums.row.parameters_hash = number, PARAMETERS.hash
    SourceLedger.objects.bulk_update([sums.row for sums, _ in found], WRITTEN)
