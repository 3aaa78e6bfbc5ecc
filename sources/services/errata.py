"""A source's own corrections: recorded with claim, day and address, and to its credit where prompt."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from sources.models import Erratum, Outcome, Source
from sources.selectors.errata import corrected_on
from sources.selectors.families import family_of, survivor_of
from sources.services.conduct_errors import DayToCome
from sources.services.conduct_undo import take_back
from sources.services.outcomes import restate_outcomes
from sources.services.scorecards import queue_refresh
from workbench.accounts.models import User, actor_label
from workbench.audit.services import hold_log, record_event
from workbench.jobs.models import Job

CAUSE = "erratum"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewErratum:
    """What the source corrected: which claim, on which day, and where that can be read."""

    claim_id: UUID
    claim_text: str
    corrected_on: date
    address: str
    note: str = ""


@transaction.atomic
def record_erratum(*, source: Source, erratum: NewErratum, user: User | None) -> tuple[Erratum, list[Job]]:
    """Record a correction that the source published, and let its outcomes of that claim say so.

    Returns the jobs that refresh the record; none where nobody judged the claim yet: a later outcome finds
    the erratum itself. The caller rings for the jobs after the commit.
    """
    hold_log(source.workspace_id)
    if erratum.corrected_on > timezone.localdate():
        raise DayToCome(day=erratum.corrected_on)
    row = Erratum.objects.create(
        workspace=source.workspace,
        source=source,
        recorded_at=timezone.now(),
        recorded_by=actor_label(user),
        claim_id=erratum.claim_id,
        claim_text=erratum.claim_text,
        corrected_on=erratum.corrected_on,
        address=erratum.address,
        note=erratum.note.strip(),
    )
    record_event(
        workspace=source.workspace,
        actor=row.recorded_by,
        action="erratum.recorded",
        target=("source", source.pk),
        payload={
            "erratum": str(row.pk),
            "claim_id": str(row.claim_id),
            "corrected_on": row.corrected_on.isoformat(),
            "address": row.address,
            "note": row.note,
        },
    )
    return row, _restate(row, user)


@transaction.atomic
def take_back_erratum(*, erratum: Erratum, user: User | None) -> tuple[Erratum, list[Job]]:
    """Undo an erratum by a later entry; its outcomes say again what they would say without it."""
    hold_log(erratum.workspace_id)
    row = take_back(
        erratum,
        actor=actor_label(user),
        action="erratum.taken_back",
        facts={"claim_id": str(erratum.claim_id), "corrected_on": erratum.corrected_on.isoformat()},
    )
    return row, _restate(erratum, user)


def restate_corrected(*, sources: Iterable[Source], actor: str) -> None:
    """Let the outcomes of some sources bear what their families corrected, after these have changed.

    A correction published under one name counts for the claim said under the other, as long as they are one.
    """
    survivors = {survivor_of(source).pk: survivor_of(source) for source in sources}
    families = {member for source in survivors.values() for member in family_of(source)}
    claims = Erratum.objects.filter(source__in=families).order_by().values_list("claim_id", flat=True)
    for claim_id in sorted(claims.distinct()):
        for _, source in sorted(survivors.items()):
            _restate_claim(source, claim_id, actor)


def _restate(erratum: Erratum, user: User | None) -> list[Job]:
    """Let the outcomes of the claim bear the first correction that stands, and queue the record's refresh."""
    source = survivor_of(erratum.source)
    if not _restate_claim(source, erratum.claim_id, actor_label(user)):
        return []
    return [queue_refresh(source=source, user=user)]


def _restate_claim(source: Source, claim_id: UUID, actor: str) -> list[Outcome]:
    rows = Outcome.objects.filter(source__in=family_of(source), claim_id=claim_id, superseded_at=None)
    day = corrected_on(source, claim_id)
    return restate_outcomes(rows=list(rows), actor=actor, cause=CAUSE, corrected_on=day)
