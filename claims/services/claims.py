"""What people decide about proposed claims."""

from django.db import transaction
from django.utils import timezone

from claims.models import Claim, Correction
from claims.services.scoring import count_roots, lock_with_corroborators
from workbench.accounts.models import User, actor_label
from workbench.audit.services import hold_log, record_event


@transaction.atomic
def decide_claim(*, claim: Claim, user: User, state: str) -> Claim:
    """Accept or reject what the machine extracted, or take that back (`proposed`); roots are counted anew."""
    hold_log(claim.workspace_id)
    lock_with_corroborators([claim.pk])
    row = Claim.objects.select_related("workspace").get(pk=claim.pk)
    row.state = Claim.State(state)
    row.save(update_fields=["state"])
    if row.state != Claim.State.REJECTED:
        withdrawn = row.corrections.filter(kind=Correction.Kind.REJECTION, undone_at=None)
        withdrawn.update(undone_at=timezone.now(), undone_by=user)
    count_roots([row.pk])
    record_event(
        workspace=row.workspace,
        actor=actor_label(user),
        action=f"claim.{row.state}",
        target=("claim", row.pk),
    )
    return row
