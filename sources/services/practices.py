"""Judging how a source works, by criteria of process; it never touches the record."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from sources.models import Practice, Source
from sources.services.conduct_errors import EvidenceMissing
from sources.services.conduct_undo import take_back
from workbench.audit.services import hold_log, record_event


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """Whether a criterion is met, with where that can be seen."""

    criterion: str
    standing: str
    evidence: str = ""
    note: str = ""


@transaction.atomic
def assess_practice(*, source: Source, assessment: Assessment, actor: str) -> Practice:
    """Record whether the source meets a criterion. The latest entry counts; the earlier stay as history.

    Raises `EvidenceMissing` where a criterion is said not to be met and nothing shows it.
    """
    note = assessment.note.strip()
    if assessment.standing == Practice.Standing.NOT_MET and not (assessment.evidence or note):
        raise EvidenceMissing
    row = Practice.objects.create(
        workspace=source.workspace,
        source=source,
        recorded_at=timezone.now(),
        recorded_by=actor,
        criterion=assessment.criterion,
        standing=assessment.standing,
        evidence=assessment.evidence,
        note=note,
    )
    record_event(
        workspace=source.workspace,
        actor=actor,
        action="practice.assessed",
        target=("source", source.pk),
        payload={
            "practice": str(row.pk),
            "criterion": row.criterion,
            "standing": row.standing,
            "evidence": row.evidence,
            "note": row.note,
        },
    )
    return row


@transaction.atomic
def take_back_practice(*, practice: Practice, actor: str) -> Practice:
    """Undo an assessment by a later entry: the one before it counts again."""
    hold_log(practice.workspace_id)
    return take_back(
        practice,
        actor=actor,
        action="practice.taken_back",
        facts={"criterion": practice.criterion, "standing": practice.standing},
    )
