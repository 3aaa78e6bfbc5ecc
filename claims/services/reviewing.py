"""The second look at a verdict: another person confirms or disputes it, and may take that back."""

from django.db import transaction
from django.utils import timezone

from claims.models import Claim, Review, Verdict
from claims.services.errors import (
    DisputeNeedsReason,
    NothingToUndo,
    OwnVerdict,
    ReviewedAlready,
    VerdictOver,
)
from claims.services.verdicts import refresh_jobs, standing_reviewer
from sources.models import Outcome
from sources.services import restate_outcomes
from workbench.accounts.models import User, actor_label
from workbench.audit.services import hold_log, record_event
from workbench.jobs.models import Job


@transaction.atomic
def review_verdict(*, verdict: Verdict, user: User, agrees: bool, note: str = "") -> tuple[Review, list[Job]]:
    """Confirm or dispute somebody else's verdict.

    A confirmed verdict counts in full from now on: its outcomes are restated with who confirmed it. A
    dispute leaves them, and waits in the inbox. Returns the review and the jobs whose doorbell the caller
    rings. Raises `OwnVerdict`, `VerdictOver`, `ReviewedAlready` or `DisputeNeedsReason`.
    """
    hold_log(verdict.workspace_id)
    row = _in_force(verdict)
    if row.author_id == user.pk:
        raise OwnVerdict
    if row.reviews.filter(reviewer=user, superseded_at=None).exists():
        raise ReviewedAlready
    if not agrees and not note.strip():
        raise DisputeNeedsReason
    review = Review.objects.create(
        workspace=row.workspace, verdict=row, reviewer=user, agrees=agrees, note=note.strip()
    )
    _log(review, "review.confirmed" if agrees else "review.disputed", user)
    return review, _restated(row, user)


@transaction.atomic
def take_back_review(*, review: Review, user: User) -> tuple[Review, list[Job]]:
    """Take one's own review back; it stays on record, and the outcomes say who confirms the verdict still.

    Raises `NothingToUndo` where it is another's or taken back already, or `VerdictOver`.
    """
    hold_log(review.workspace_id)
    verdict = _in_force(review.verdict)
    row = Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    if row.reviewer_id != user.pk or row.superseded_at is not None:
        raise NothingToUndo
    row.superseded_at = timezone.now()
    row.save(update_fields=["superseded_at"])
    _log(row, "review.taken_back", user)
    return row, _restated(verdict, user)


def _in_force(verdict: Verdict) -> Verdict:
    """Return the verdict as it is now, its claim held as for a new verdict."""
    Claim.objects.select_for_update(of=("self",), no_key=True).get(pk=verdict.claim_id)
    row = Verdict.objects.select_related("workspace").get(pk=verdict.pk)
    if row.superseded_at is not None:
        raise VerdictOver
    return row


def _restated(verdict: Verdict, user: User) -> list[Job]:
    """Let the outcomes say who confirms the verdict, and queue the records that this moves."""
    rows = restate_outcomes(
        rows=Outcome.objects.filter(verdict_id=verdict.pk, superseded_at=None),
        actor=actor_label(user),
        cause="review",
        reviewer=standing_reviewer(verdict),
    )
    return refresh_jobs((row.source for row in rows), user)


def _log(review: Review, action: str, user: User) -> None:
    record_event(
        workspace=review.workspace,
        actor=actor_label(user),
        action=action,
        target=("claim", review.verdict.claim_id),
        payload={"review": str(review.pk), "verdict": str(review.verdict_id), "note": review.note},
    )
