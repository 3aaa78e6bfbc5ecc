"""Drawing claims at random to be checked."""

from django.db import transaction
from django.utils import timezone

from claims.models import AuditDraw
from claims.selectors.audits import chosen_by_chance, draws_in, open_draw
from claims.services.errors import DrawIsOpen, NothingToDraw
from claims.services.story_moves import take_turn
from sources.models import Source
from workbench.accounts.models import User, Workspace, actor_label
from workbench.audit.services import hold_log, record_event


@transaction.atomic
def draw_claim(*, workspace: Workspace, user: User, source: Source | None = None) -> AuditDraw:
    """Draw the next claim of today, from one source's or from all; the draw is logged and stays.

    Raises `DrawIsOpen` while one waits for its verdict, of whatever source and day: who could draw of
    another until they like the claim would not draw at random. Raises `NothingToDraw`.
    """
    take_turn(workspace.pk)
    hold_log(workspace)
    today = timezone.localdate()
    if open_draw(workspace) is not None:
        raise DrawIsOpen
    last = draws_in(workspace, day=today, source=source).first()
    number = last.number + 1 if last else 1
    claim = chosen_by_chance(workspace, day=today, number=number, source=source)
    if claim is None:
        raise NothingToDraw
    draw = AuditDraw.objects.create(
        workspace=workspace, drawn_on=today, number=number, source=source, claim=claim, by=user
    )
    record_event(
        workspace=workspace,
        actor=actor_label(user),
        action="audit.drawn",
        target=("claim", claim.pk),
        payload={
            "draw": str(draw.pk),
            "day": today.isoformat(),
            "number": number,
            "source": str(source.pk) if source else None,
        },
    )
    return draw
