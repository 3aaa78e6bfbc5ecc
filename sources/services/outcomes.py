"""Recording what a verdict says of a source; outcomes are superseded, never edited."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from sources.models import Outcome, Source
from workbench.audit.services import record_event


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOutcome:
    """What is to be recorded: the verdict on one claim, and the source's role in it."""

    verdict_id: UUID
    claim_id: UUID
    claim_text: str
    rating: str
    role: str
    settled_on: date
    story_id: UUID | None = None
    claim_language: str = ""
    second_reviewed: bool = False
    recorded_at: datetime | None = None


@transaction.atomic
def record_outcome(*, source: Source, outcome: NewOutcome, actor: str) -> Outcome:
    """Credit or charge `source` with a verdict, and log it. The same verdict counts once a role."""
    row, is_new = Outcome.objects.get_or_create(
        source=source,
        verdict_id=outcome.verdict_id,
        role=outcome.role,
        defaults={
            "workspace": source.workspace,
            "claim_id": outcome.claim_id,
            "claim_text": outcome.claim_text,
            "claim_language": outcome.claim_language,
            "story_id": outcome.story_id,
            "rating": outcome.rating,
            "second_reviewed": outcome.second_reviewed,
            "settled_on": outcome.settled_on,
            "recorded_at": outcome.recorded_at or timezone.now(),
        },
    )
    if is_new:
        record_event(
            workspace=source.workspace,
            actor=actor,
            action="outcome.recorded",
            target=("source", source.pk),
            payload={"verdict": str(outcome.verdict_id), "role": outcome.role, "rating": outcome.rating},
        )
    return row


@transaction.atomic
def supersede_outcomes(*, verdict_id: UUID, actor: str) -> list[Source]:
    """Take a superseded verdict's outcomes out of the count; return the sources it touched."""
    rows = list(
        Outcome.objects.filter(verdict_id=verdict_id, superseded_at=None).select_related("source__workspace")
    )
    Outcome.objects.filter(pk__in=[row.pk for row in rows]).update(superseded_at=timezone.now())
    for row in rows:
        record_event(
            workspace=row.source.workspace,
            actor=actor,
            action="outcome.superseded",
            target=("source", row.source_id),
            payload={"verdict": str(verdict_id), "role": row.role},
        )
    return [row.source for row in rows]
