"""What people decide about proposed claims."""

from django.db import transaction

from claims.models import Claim
from workbench.accounts.models import User, actor_label
from workbench.audit.services import record_event


@transaction.atomic
def decide_claim(*, claim: Claim, user: User, state: str) -> Claim:
    """Accept or reject what the machine extracted, or take the decision back (`proposed`)."""
    row = Claim.objects.select_for_update().select_related("workspace").get(pk=claim.pk)
    row.state = Claim.State(state)
    row.save(update_fields=["state"])
    record_event(
        workspace=row.workspace,
        actor=actor_label(user),
        action=f"claim.{row.state}",
        target=("claim", row.pk),
    )
    return row
