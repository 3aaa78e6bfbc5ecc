"""Putting what rests on a fallen verdict or a withdrawn report before people again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from claims.models import Claim, Reconsideration, Verdict, Withdrawal
from claims.selectors.bearings import Bearing, bearings_of
from claims.services.errors import DecidedMeanwhile, NothingToUndo
from claims.services.scoring import count_roots
from workbench.accounts.models import User, actor_label
from workbench.audit.models import Event
from workbench.audit.services import hold_log, record_event
from workbench.jobs.models import Job
from workbench.jobs.services import Subject, finishing, queue_job

RECONSIDER = "claims.reconsider"
State = Reconsideration.State


@dataclass(frozen=True, slots=True)
class Fallen:
    """A verdict that is not what it was: superseded, or repeated for another chain (its evidence stands)."""

    verdict: Verdict
    evidence: bool = True


def queue_reconsidering(event: Event, what: Fallen | Withdrawal, user: User | None) -> Job:
    """Queue the job that recomputes what rests on what fell, and puts it before people."""
    if isinstance(what, Fallen):
        subject, claim = what.verdict.pk, what.verdict.claim
        payload: dict[str, Any] = {"verdict": str(subject), "evidence": what.evidence}
    else:
        subject, claim, payload = what.pk, what.claim, {"withdrawal": str(what.pk)}
    return queue_job(
        workspace=event.workspace,
        kind=RECONSIDER,
        subject=Subject(subject, claim.text),
        payload={"event": str(event.pk), "claim": str(claim.pk), **payload},
        requested_by=user,
    )


def reconsider_claims(*, job: Job) -> Sequence[Job]:
    """Count the roots anew of what rests on what fell, and put it before people. Safe to run twice.

    The job's row comes after the log: who takes a withdrawal back holds the log, and asks for this job.
    """
    claim = Claim.objects.get(pk=job.payload["claim"])
    withdrawal = Withdrawal.objects.filter(pk=job.payload.get("withdrawal")).first()
    touched = {claim.pk, *(withdrawal.claims.values_list("pk", flat=True) if withdrawal else ())}
    bearings = _bearings(job, claim, withdrawal)
    with transaction.atomic():
        hold_log(job.workspace_id)
        _put_before_people(job, claim, touched, bearings)
    return []


def _put_before_people(job: Job, claim: Claim, touched: set[UUID], bearings: Sequence[Bearing]) -> None:
    with finishing(job, result={"count": len(bearings)}):
        count_roots(sorted(touched))
        Reconsideration.objects.bulk_create(
            [_waiting(job, claim, bearing) for bearing in bearings], ignore_conflicts=True
        )


def _bearings(job: Job, claim: Claim, withdrawal: Withdrawal | None) -> list[Bearing]:
    """Return what the blast radius listed; nothing where the withdrawal was taken back meanwhile."""
    if withdrawal is None:
        fallen = list(Verdict.objects.filter(pk=job.payload["verdict"]))
        return bearings_of([claim], falling=fallen, evidence=bool(job.payload["evidence"]))
    if withdrawal.undone_at is not None:
        return []
    fallen = list(withdrawal.verdicts.all())
    report = list(withdrawal.claims.values_list("pk", flat=True))
    begins = Claim.objects.filter(pk__in={claim.pk, *report, *(verdict.claim_id for verdict in fallen)})
    return bearings_of(
        list(begins.order_by("pk")),
        report=report,
        own=[verdict.claim_id for verdict in fallen],
        falling=fallen,
    )


def _waiting(job: Job, cause: Claim, bearing: Bearing) -> Reconsideration:
    return Reconsideration(
        workspace=job.workspace,
        claim=bearing.claim,
        verdict=bearing.verdict,
        event_id=UUID(job.payload["event"]),
        cause=cause,
        why=bearing.why,
    )


@transaction.atomic
def keep_as_it_is(*, reconsideration: Reconsideration, user: User) -> Reconsideration:
    """Say that a claim and its verdict stay as they are. Raises `DecidedMeanwhile`."""
    hold_log(reconsideration.workspace_id)
    row = Reconsideration.objects.select_for_update(of=("self",)).get(pk=reconsideration.pk)
    if row.state != State.OPEN:
        raise DecidedMeanwhile
    _settle([row], State.KEPT, user)
    return row


@transaction.atomic
def reopen(*, reconsideration: Reconsideration, user: User) -> Reconsideration:
    """Take back that a claim stays as it is. Raises `NothingToUndo`."""
    hold_log(reconsideration.workspace_id)
    row = Reconsideration.objects.select_for_update(of=("self",)).get(pk=reconsideration.pk)
    if row.state != State.KEPT:
        raise NothingToUndo
    row.state, row.decided_by, row.decided_at = State.OPEN, None, None
    row.save(update_fields=["state", "decided_by", "decided_at"])
    _log(row, "reconsideration.reopened", user)
    return row


def settle_by_verdict(*, claim: Claim, user: User) -> None:
    """Settle what waits on a claim, because a person has judged it anew."""
    waiting = claim.reconsiderations.select_for_update(of=("self",)).filter(state=State.OPEN)
    _settle(waiting.select_related("workspace"), State.CHANGED, user)


def settle_undone(*, events: Iterable[UUID], user: User) -> None:
    """Settle what waits because of events that were taken back: all is as it was."""
    waiting = Reconsideration.objects.select_for_update(of=("self",)).filter(
        event__in=list(events), state=State.OPEN
    )
    _settle(waiting.select_related("workspace"), State.KEPT, user)


def _settle(rows: Iterable[Reconsideration], state: str, user: User) -> None:
    for row in rows:
        row.state, row.decided_by, row.decided_at = state, user, timezone.now()
        row.save(update_fields=["state", "decided_by", "decided_at"])
        _log(row, f"reconsideration.{state}", user)


def _log(row: Reconsideration, action: str, user: User) -> None:
    record_event(
        workspace=row.workspace,
        actor=actor_label(user),
        action=action,
        target=("claim", row.claim_id),
        payload={"reconsideration": str(row.pk), "event": str(row.event_id)},
    )
