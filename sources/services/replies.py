"""A source's right of reply: asked before an adverse grade is shown, answered, appealed, decided."""

import hashlib
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from sources.models import Reply, Source
from sources.selectors.replies import open_appeals
from sources.services.conduct_errors import DayToCome, NoOpenAppeal, NothingSaid, WayMissing
from sources.services.conduct_undo import take_back
from workbench.audit.services import hold_log, record_event

SPEAKING = (Reply.Step.ANSWERED, Reply.Step.APPEALED)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewReply:
    """A step that was taken: which, on which day, and with what words. The fields are those of `Reply`."""

    step: str
    happened_on: date
    way: str = ""
    text: str = ""
    ruling: str = ""
    about: Reply | None = None


@transaction.atomic
def note_reply(*, source: Source, reply: NewReply, actor: str) -> Reply:
    """Record a step of the right of reply, and log it with the SHA-256 of its text.

    The text stays in its own row: the log can prove that it was not changed without holding it for ever.
    """
    hold_log(source.workspace_id)
    text = reply.text.strip()
    _check(source, reply, text)
    row = Reply.objects.create(
        workspace=source.workspace,
        source=source,
        recorded_at=timezone.now(),
        recorded_by=actor,
        step=reply.step,
        happened_on=reply.happened_on,
        way=reply.way,
        text=text,
        ruling=reply.ruling,
        about=reply.about,
    )
    record_event(
        workspace=source.workspace,
        actor=actor,
        action=f"reply.{row.step}",
        target=("source", source.pk),
        payload={
            "reply": str(row.pk),
            "happened_on": row.happened_on.isoformat(),
            "way": row.way,
            "ruling": row.ruling,
            "about": str(row.about_id) if row.about_id else None,
            "text_sha256": hashlib.sha256(row.text.encode()).hexdigest(),
        },
    )
    return row


@transaction.atomic
def take_back_reply(*, reply: Reply, actor: str) -> Reply:
    """Undo a step by a later entry; an adverse grade may wait again because of it."""
    hold_log(reply.workspace_id)
    return take_back(reply, actor=actor, action="reply.taken_back", facts={"step": reply.step})


def _check(source: Source, reply: NewReply, text: str) -> None:
    if reply.happened_on > timezone.localdate():
        raise DayToCome(day=reply.happened_on)
    if reply.step in SPEAKING and not text:
        raise NothingSaid
    if reply.step == Reply.Step.ASKED and not reply.way:
        raise WayMissing
    if reply.step == Reply.Step.DECIDED:
        appeals = open_appeals(Source.objects.select_for_update(of=("self",)).get(pk=source.pk))
        if reply.about is None or reply.about not in appeals or not reply.ruling:
            raise NoOpenAppeal
