"""What people decide about proposed links."""

from django.db import transaction
from django.utils import timezone

from claims.models import Link
from claims.services.scoring import count_roots, lock_with_corroborators
from workbench.accounts.models import User, actor_label
from workbench.audit.services import record_event


@transaction.atomic
def decide_link(*, link: Link, user: User, state: str) -> Link:
    """Confirm or reject a link, or take the decision back (`proposed`); roots are counted anew."""
    lock_with_corroborators([link.a_id, link.b_id])
    row = Link.objects.select_for_update(of=("self",)).select_related("workspace").get(pk=link.pk)
    row.state = Link.State(state)
    open_again = row.state == Link.State.PROPOSED
    row.decided_by = None if open_again else user
    row.decided_at = None if open_again else timezone.now()
    row.save(update_fields=["state", "decided_by", "decided_at"])
    count_roots([row.a_id, row.b_id])
    record_event(
        workspace=row.workspace,
        actor=actor_label(user),
        action=f"link.{row.state}",
        target=("link", row.pk),
        payload={"relation": row.relation, "slot": row.slot},
    )
    return row
