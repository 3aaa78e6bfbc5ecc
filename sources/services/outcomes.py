"""Recording what a verdict says of a source; outcomes are superseded, never edited."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from sources.models import Outcome, Source
from sources.selectors.errata import corrected_on
from sources.selectors.families import family_of
from sources.services.burst_guard import comes_in_burst, tell_burst
from workbench.accounts.models import Workspace
from workbench.audit.services import hold_log, record_event

LEFT_OUT = "burst_left_out"
"""Why an outcome that was held is out of the count for good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOutcome:
    """What is to be recorded: the verdict on one claim, and the source's role in it.

    The fields are those of `sources.models.Outcome`, which says what each means.
    """

    verdict_id: UUID
    claim_id: UUID
    claim_text: str
    rating: str
    role: str
    settled_on: date
    story_id: UUID | None = None
    claim_language: str = ""
    author: str = ""
    reviewer: str = ""
    selection: str = Outcome.Selection.SUSPICION
    topic: str = ""
    region: str = ""
    unnamed: bool = False
    descriptor: str = ""
    claimed_on: date | None = None
    corrected_on: date | None = None
    held: bool = False
    recorded_at: datetime | None = None

    def facts(self) -> dict[str, Any]:
        """Return the fields of the row, apart from when it is recorded."""
        return {name: getattr(self, name) for name in self.__slots__ if name != "recorded_at"}


@transaction.atomic
def record_outcome(*, source: Source, outcome: NewOutcome, actor: str) -> Outcome:
    """Credit or charge `source` with a verdict, and log all of it. The same verdict counts once a role.

    A correction that the source published of the claim counts, whether it was known before or after.
    Where it is one of very many that its author gave on this source in a day, it is held, and an
    alarm asks somebody else to look (REL-1, 4.9).
    """
    hold_log(source.workspace_id)
    moment = outcome.recorded_at or timezone.now()
    if outcome.held or not comes_in_burst(source, outcome.author, outcome.claim_id, at=moment):
        return _keep(source, outcome, actor)
    row = _keep(source, replace(outcome, held=True), actor)
    if row.held:
        tell_burst(source=source, author=outcome.author, at=moment)
    return row


@transaction.atomic
def repeat_outcome(
    *, source: Source, outcome: NewOutcome, of: UUID, ended_at: datetime, actor: str
) -> Outcome | None:
    """Record what a verdict that is said again says of `source`; `of` is the one before, over at `ended_at`.

    It is no new judgement, hence no burst. What was held of the source under any of its names is held still,
    and what was left out for good stays out: it is recorded, so that the log says so, and never counts.
    Returns the outcome, or None where it is left out.
    """
    hold_log(source.workspace_id)
    before = list(Outcome.objects.filter(source__in=family_of(source), verdict_id=of))
    lasted = [row for row in before if row.superseded_at is None or row.superseded_at >= ended_at]
    is_left_out = bool(before) and not lasted
    is_held = is_left_out or any(row.held for row in lasted)
    row = _keep(source, replace(outcome, held=is_held), actor)
    if not is_left_out:
        return row
    _supersede([row], actor=actor, cause=LEFT_OUT, moment=row.recorded_at)
    return None


def _keep(source: Source, outcome: NewOutcome, actor: str) -> Outcome:
    if outcome.corrected_on is None:
        outcome = replace(outcome, corrected_on=corrected_on(source, outcome.claim_id))
    row, is_new = Outcome.objects.get_or_create(
        source=source,
        verdict_id=outcome.verdict_id,
        role=outcome.role,
        superseded_at=None,
        defaults={
            "workspace": source.workspace,
            "recorded_at": outcome.recorded_at or timezone.now(),
            **outcome.facts(),
        },
    )
    if is_new:
        record_event(
            workspace=source.workspace,
            actor=actor,
            action="outcome.recorded",
            target=("source", source.pk),
            payload={"outcome": str(row.pk), "recorded_at": row.recorded_at.isoformat()}
            | {name: _plain(value) for name, value in outcome.facts().items()},
        )
    return row


@transaction.atomic
def supersede_outcomes(
    *, workspace: Workspace | UUID, verdict_id: UUID, actor: str, moment: datetime | None = None
) -> list[Source]:
    """Take a superseded verdict's outcomes out of the count, at `moment` (now); return their sources.

    They are read once the log is held: what is restated meanwhile would else stay in force.
    """
    hold_log(workspace)
    rows = Outcome.objects.select_for_update(of=("self",)).filter(verdict_id=verdict_id, superseded_at=None)
    current = list(rows.select_related("source__workspace").order_by("pk"))
    _supersede(current, actor=actor, cause="verdict", moment=moment or timezone.now())
    return [row.source for row in current]


@transaction.atomic
def restate_outcomes(*, rows: Iterable[Outcome], actor: str, cause: str, **changes: Any) -> list[Outcome]:
    """Supersede outcomes by ones that say the same but for `changes`, and log why.

    For a verdict that a second person confirmed, a correction that the source published, an outcome that
    was held and is released. Rows that would not change, or are superseded already, are left alone. One
    ends at the moment at which the other begins: there is none without evidence.
    """
    wanted = [row.pk for row in rows]
    current = list(
        Outcome.objects.select_for_update(of=("self",))
        .filter(pk__in=wanted, superseded_at=None)
        .select_related("source__workspace")
        .order_by("pk")
    )
    moving = [row for row in current if any(getattr(row, name) != value for name, value in changes.items())]
    moment = timezone.now()
    _supersede(moving, actor=actor, cause=cause, moment=moment)
    return [_keep(row.source, replace(_as_new(row), recorded_at=moment, **changes), actor) for row in moving]


@transaction.atomic
def withdraw_outcomes(*, rows: Iterable[Outcome], actor: str, cause: str) -> None:
    """Take some outcomes out of the count for good, and log why; their verdicts stand."""
    current = Outcome.objects.select_for_update(of=("self",)).filter(superseded_at=None)
    wanted = current.filter(pk__in=[row.pk for row in rows]).select_related("source__workspace")
    _supersede(list(wanted.order_by("pk")), actor=actor, cause=cause, moment=timezone.now())


def _supersede(rows: list[Outcome], *, actor: str, cause: str, moment: datetime) -> None:
    Outcome.objects.filter(pk__in=[row.pk for row in rows]).update(superseded_at=moment)
    for row in rows:
        record_event(
            workspace=row.source.workspace,
            actor=actor,
            action="outcome.superseded",
            target=("source", row.source_id),
            payload={
                "outcome": str(row.pk),
                "verdict": str(row.verdict_id),
                "role": row.role,
                "cause": cause,
                "superseded_at": moment.isoformat(),
            },
        )


def _as_new(row: Outcome) -> NewOutcome:
    names = [name for name in NewOutcome.__slots__ if name != "recorded_at"]
    return NewOutcome(**{name: getattr(row, name) for name in names})


def _plain(value: object) -> object:
    """Return a fact as JSON has it."""
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value
