"""Taking verdicts and reports back without putting anything in their place, with what hangs on them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from claims.models import Claim, Verdict, Withdrawal
from claims.selectors.blast import claims_of_root
from claims.selectors.origins import withdrawn_among
from claims.services.errors import (
    JudgedSince,
    UndoneAlready,
    VerdictOver,
    WithdrawalNeedsReason,
    WithdrawnAlready,
)
from claims.services.reconsidering import queue_reconsidering, settle_undone
from claims.services.verdicts import locked, refresh_jobs, say_again, supersede_verdict
from sources.models import Source
from workbench.accounts.models import User, actor_label
from workbench.audit.models import Event
from workbench.audit.services import hold_log, record_event
from workbench.jobs.models import Job


class Undone(NamedTuple):
    """A withdrawal that was taken back, the jobs to ring for, and the claims that keep a later verdict."""

    withdrawal: Withdrawal
    jobs: Sequence[Job]
    judged_since: Sequence[Claim] = ()


@transaction.atomic
def withdraw_verdict(*, verdict: Verdict, user: User, reason: str) -> tuple[Withdrawal, list[Job]]:
    """Take the verdict in force back without another; its outcomes go, and what rests on it is looked at.

    Returns the withdrawal and the jobs whose doorbell the caller rings. Raises `WithdrawalNeedsReason` or
    `VerdictOver`.
    """
    hold_log(verdict.workspace_id)
    reason = _given(reason)
    claim = locked(verdict.claim)
    gone, touched = supersede_verdict(claim, user) if _is_current(verdict, claim) else (None, set())
    if gone is None:
        raise VerdictOver
    withdrawal = _keep(claim, user, Withdrawal.Kind.VERDICT, reason)
    withdrawal.verdicts.add(gone)
    event = _log(withdrawal, "verdict.withdrawn", user, [gone])
    return withdrawal, [*refresh_jobs(touched, user), queue_reconsidering(event, withdrawal, user)]


@transaction.atomic
def withdraw_report(
    *, claim: Claim, user: User, reason: str, with_verdicts: bool = False
) -> tuple[Withdrawal, list[Job]]:
    """Mark that the source of the claim's root took its report back; the claims on it lose that root.

    The verdicts on them stand, and are looked at again, unless `with_verdicts` withdraws them as well.
    Returns the withdrawal and the jobs. Raises `WithdrawalNeedsReason` or `WithdrawnAlready`.
    """
    hold_log(claim.workspace_id)
    reason = _given(reason)
    resting = _all_locked(claims_of_root(claim))
    if withdrawn_among([row.pk for row in resting]):
        raise WithdrawnAlready
    claim = locked(claim)
    withdrawal = _keep(claim, user, Withdrawal.Kind.REPORT, reason)
    withdrawal.claims.set(resting)
    gone: list[Verdict] = []
    touched: set[Source] = set()
    for member in resting if with_verdicts else ():
        verdict, sources = supersede_verdict(locked(member), user)
        gone += [verdict] if verdict else []
        touched |= sources
    withdrawal.verdicts.set(gone)
    event = _log(withdrawal, "report.withdrawn", user, gone)
    return withdrawal, [*refresh_jobs(touched, user), queue_reconsidering(event, withdrawal, user)]


@transaction.atomic
def undo_withdrawal(*, withdrawal: Withdrawal, user: User) -> Undone:
    """Put back what was withdrawn: the report is a root again, verdicts are said again with their reviews.

    Where a claim of a report has another verdict by now, that one stands, and the claim is named. Raises
    `UndoneAlready`, or `JudgedSince` where a single verdict is to come back and there is another.
    """
    hold_log(withdrawal.workspace_id)
    rows = Withdrawal.objects.select_for_update(of=("self",)).select_related("workspace", "claim")
    row = rows.get(pk=withdrawal.pk)
    if row.undone_at is not None:
        raise UndoneAlready
    row.undone_at, row.undone_by = timezone.now(), user
    row.save(update_fields=["undone_at", "undone_by"])
    touched: set[Source] = set()
    judged_since = []
    for verdict in row.verdicts.select_related("claim", "author").order_by("claim"):
        claim = locked(verdict.claim)
        if claim.verdicts.filter(superseded_at=None).exists():
            judged_since.append(claim)
        else:
            touched |= _said_again(verdict, claim, user)
    if judged_since and row.kind == Withdrawal.Kind.VERDICT:
        raise JudgedSince
    settle_undone(events=_events_of(row), user=user)
    event = _log(
        row, "withdrawal.undone", user, [], more={"judged_since": [str(one.pk) for one in judged_since]}
    )
    return Undone(row, [*refresh_jobs(touched, user), queue_reconsidering(event, row, user)], judged_since)


def _all_locked(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims as they are now, held in the order in which everybody locks them."""
    rows = Claim.objects.filter(pk__in=[claim.pk for claim in claims]).order_by("pk")
    return list(rows.select_for_update(of=("self",), no_key=True))


def _said_again(verdict: Verdict, claim: Claim, user: User) -> set[Source]:
    reviews = verdict.reviews.filter(superseded_at=None).select_related("reviewer")
    _verdict, _event, told = say_again(verdict, claim, user, reviews=reviews)
    return told


def _given(reason: str) -> str:
    if not reason.strip():
        raise WithdrawalNeedsReason
    return reason.strip()


def _is_current(verdict: Verdict, claim: Claim) -> bool:
    return claim.verdicts.filter(pk=verdict.pk, superseded_at=None).exists()


def _keep(claim: Claim, user: User, kind: str, reason: str) -> Withdrawal:
    source = (claim.originator.outlet or claim.originator) if kind == Withdrawal.Kind.REPORT else None
    return Withdrawal.objects.create(
        workspace=claim.workspace, kind=kind, claim=claim, source=source, reason=reason, by=user
    )


def _log(
    withdrawal: Withdrawal,
    action: str,
    user: User,
    verdicts: Sequence[Verdict],
    *,
    more: Mapping[str, object] | None = None,
) -> Event:
    return record_event(
        workspace=withdrawal.workspace,
        actor=actor_label(user),
        action=action,
        target=("claim", withdrawal.claim_id),
        payload={
            "withdrawal": str(withdrawal.pk),
            "reason": withdrawal.reason,
            "source": str(withdrawal.source_id) if withdrawal.source_id else None,
            "claims": sorted(str(pk) for pk in withdrawal.claims.values_list("pk", flat=True)),
            "verdicts": sorted(str(verdict.pk) for verdict in verdicts),
            **(more or {}),
        },
    )


def _events_of(withdrawal: Withdrawal) -> list[UUID]:
    rows = Event.objects.filter(workspace=withdrawal.workspace, object_id=withdrawal.claim_id)
    return list(rows.filter(payload__withdrawal=str(withdrawal.pk)).values_list("pk", flat=True))
