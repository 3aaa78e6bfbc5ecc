"""A source's record: what verdicts said of it, as the reliability model reads it."""

from uuid import UUID

from sources.models import Estimate as EstimateRow
from sources.models import Outcome as OutcomeRow
from sources.models import Source
from sources.reliability.parameters import Parameters
from sources.reliability.types import Estimate, Outcome, Rating, Role, Selection

PARAMETERS = Parameters()
"""The parameters in force; each score bears their hash."""


def outcome_record(row: OutcomeRow) -> Outcome:
    """Return a stored outcome as the model's own type."""
    return Outcome(
        id=str(row.pk),
        claim_id=str(row.claim_id),
        story_id=str(row.story_id) if row.story_id else None,
        rating=Rating(row.rating),
        role=Role(row.role),
        recorded_at=row.recorded_at,
        settled_on=row.settled_on,
        superseded_at=row.superseded_at,
        author=row.author,
        reviewer=row.reviewer,
        selection=Selection(row.selection),
        topic=row.topic,
        region=row.region,
        language=row.claim_language,
        unnamed=row.unnamed,
        claimed_on=row.claimed_on,
        corrected_on=row.corrected_on,
        held=row.held,
    )


def estimate_record(row: EstimateRow) -> Estimate:
    """Return a stored estimate as the model's own type."""
    return Estimate(row.recorded_at, row.prior_mean, row.upheld, row.mass, row.skill, row.topics)


def estimates_of(source: Source | UUID) -> list[Estimate]:
    """Return all that nightly runs ever found for the source. One query."""
    return [estimate_record(row) for row in EstimateRow.objects.filter(source=source)]
