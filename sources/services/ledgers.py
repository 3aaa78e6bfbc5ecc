"""Running sums of sources: brought up to date from the log, event by event, and compared every night."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from sources.models import Outcome as OutcomeRow
from sources.models import Source, SourceLedger
from sources.reliability.evidence import weigh_outcomes
from sources.reliability.ledger import Ledger
from sources.reliability.parameters import NightRules
from sources.selectors.families import Families, families_of
from sources.selectors.records import PARAMETERS, outcome_record
from sources.selectors.workspace_records import outcomes_by_survivor
from workbench.audit.models import Event, EventChain

RECORDED, SUPERSEDED = "outcome.recorded", "outcome.superseded"
TOLERANCE = NightRules().tolerance


@transaction.atomic
def advance_ledger(source: Source, *, families: Families | None = None) -> Ledger:
    """Return the source's sums with all that the log says by now, and keep them.

    They are made anew where the source is not the same as before (a merge, a split) or was weighed by
    other parameters; else only the events since are read, so it costs the same however long the record is.
    """
    members = sorted((families or families_of(source.workspace_id)).members(source.pk))
    row = _locked(source)
    number = _log_length(source.workspace_id)
    if row.parameters_hash != PARAMETERS.hash or row.members != _named(members):
        ledger = _from_outcomes(members)
    else:
        ledger = Ledger.from_record(row.record, parameters=PARAMETERS)
        _take_events(ledger, source.workspace_id, members, after=row.event_number)
    _keep(row, ledger, members, number)
    return ledger


@transaction.atomic
def check_ledgers(sources: Sequence[Source], *, now: datetime | None = None) -> list[Source]:
    """Return the sources whose sums, kept as verdicts came, differ from the same made anew; mend those.

    Both halves of the evidence may differ by `NightRules.tolerance` at most (REL-1, 4.7).
    """
    if not sources:
        return []
    families = families_of(sources[0].workspace_id)
    current = [source for source in sources if families.survivor(source.pk) == source.pk]
    ledgers = {source.pk: advance_ledger(source, families=families) for source in current}
    members = {member for source in current for member in families.members(source.pk)}
    outcomes = outcomes_by_survivor(sources[0].workspace, families, sources=members)
    moment = now or timezone.now()
    drifted = []
    for source in current:
        full = weigh_outcomes(outcomes.get(source.pk, []), parameters=PARAMETERS, as_of=moment)
        upheld, mass = ledgers[source.pk].evidence(moment)
        if max(abs(full.upheld - upheld), abs(full.mass - mass)) > TOLERANCE:
            drifted.append(source)
    for source in drifted:
        own = sorted(families.members(source.pk))
        _keep(_locked(source), _from_outcomes(own), own, _log_length(source.workspace_id))
    return drifted


def _locked(source: Source) -> SourceLedger:
    """Return the source's row, held until the transaction ends; empty where there was none."""
    blank = {"workspace_id": source.workspace_id, "record": {}, "event_number": 0, "parameters_hash": ""}
    SourceLedger.objects.get_or_create(source=source, defaults=blank)
    return SourceLedger.objects.select_for_update().get(source=source)


def _log_length(workspace: UUID) -> int:
    """Return how many events are committed: what is read after this has them all, perhaps more.

    More does no harm: an outcome that is taken in twice counts once.
    """
    return EventChain.objects.filter(workspace=workspace).values_list("length", flat=True).first() or 0


def _from_outcomes(members: Sequence[UUID]) -> Ledger:
    rows = OutcomeRow.objects.filter(source__in=members).order_by("recorded_at", "pk")
    return Ledger.from_outcomes(map(outcome_record, rows), parameters=PARAMETERS, as_of=timezone.now())


def _take_events(ledger: Ledger, workspace: UUID, members: Sequence[UUID], *, after: int) -> None:
    events = Event.objects.filter(workspace=workspace, object_kind="source", object_id__in=members)
    events = events.filter(number__gt=after, action__in=[RECORDED, SUPERSEDED]).order_by("number")
    told = [(event.action, event.payload.get("outcome")) for event in events]
    rows = OutcomeRow.objects.in_bulk([UUID(pk) for _, pk in told if pk])
    for action, pk in told:
        row = rows.get(UUID(pk)) if pk else None
        if row is not None:
            take = ledger.add if action == RECORDED else ledger.remove
            take(outcome_record(row))


def _keep(row: SourceLedger, ledger: Ledger, members: Iterable[UUID], number: int) -> None:
    row.record, row.members = ledger.as_record(), _named(members)
    row.event_number, row.parameters_hash = number, PARAMETERS.hash
    row.save(update_fields=["record", "members", "event_number", "parameters_hash"])


def _named(members: Iterable[UUID]) -> list[str]:
    return [str(member) for member in members]
