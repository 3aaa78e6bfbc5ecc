"""Pairs of sources that share more errors than chance allows: kept as possible, decided by people."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from sources.models import CopyPair
from sources.reliability import copying
from sources.selectors.copying import by_ends
from sources.selectors.families import families_of
from workbench.accounts.models import User, Workspace, actor_label
from workbench.audit.services import hold_log, record_event

MOST_QUESTIONS = 20
"""How many common errors are kept for people to look at."""

ACTIONS = {
    CopyPair.State.CONFIRMED: "copying.confirmed",
    CopyPair.State.REJECTED: "copying.rejected",
    CopyPair.State.PROPOSED: "copying.reopened",
}


@transaction.atomic
def keep_copy_pairs(*, workspace: Workspace, found: Iterable[copying.CopyPair], as_of: datetime) -> int:
    """Keep what a night found; return how many pairs there are. Doing it twice changes nothing.

    What people decided stays decided, with the figures of tonight, and holds for the sources that the two
    were merged into: they are not proposed anew. A proposal that tonight no longer finds goes.
    """
    before = by_ends(CopyPair.objects.filter(workspace=workspace), families_of(workspace))
    kept: set[UUID] = set()
    pairs = list(found)
    for pair in pairs:
        one, other = sorted((UUID(pair.one), UUID(pair.other)))
        figures = {
            "probability": pair.probability,
            "common": pair.common,
            "shared_false": pair.shared_false,
            "questions": list(pair.questions)[:MOST_QUESTIONS],
        }
        row = next(iter(before.get((one, other), [])), None)
        if row is None:
            ends = {"one_id": one, "other_id": other}
            row = CopyPair.objects.create(workspace=workspace, found_at=as_of, **ends, **figures)
        elif any(getattr(row, name) != value for name, value in figures.items()):
            CopyPair.objects.filter(pk=row.pk).update(**figures)
        kept.add(row.pk)
    proposed = CopyPair.objects.filter(workspace=workspace, state=CopyPair.State.PROPOSED)
    proposed.exclude(pk__in=kept).delete()
    return len(pairs)


@transaction.atomic
def decide_copy_pair(*, pair: CopyPair, user: User, state: str) -> CopyPair:
    """Confirm or reject that two sources have a common origin, or take that back, and log it."""
    hold_log(pair.workspace_id)
    rows = CopyPair.objects.select_for_update(of=("self",)).select_related("workspace", "one", "other")
    row = rows.get(pk=pair.pk)
    if row.state == state:
        return row
    row.state = CopyPair.State(state)
    decided = row.state != CopyPair.State.PROPOSED
    row.decided_by, row.decided_at = (user, timezone.now()) if decided else (None, None)
    row.save(update_fields=["state", "decided_by", "decided_at"])
    record_event(
        workspace=row.workspace,
        actor=actor_label(user),
        action=ACTIONS[row.state],
        target=("copy_pair", row.pk),
        payload={
            "one": str(row.one_id),
            "one_name": row.one.name,
            "other": str(row.other_id),
            "other_name": row.other.name,
            "probability": row.probability,
            "common": row.common,
            "shared_false": row.shared_false,
        },
    )
    return row
