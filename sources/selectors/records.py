"""A source's record: what verdicts said of it, as the reliability model reads it."""

from collections.abc import Sequence
from datetime import datetime

from sources.models import Outcome as OutcomeRow
from sources.models import Scorecard as ScorecardRow
from sources.models import Source
from sources.reliability.explain import Explanation, explain_score
from sources.reliability.history import score_history
from sources.reliability.types import Outcome, Parameters, Rating, Role, Scorecard

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
        second_reviewed=row.second_reviewed,
        recorded_at=row.recorded_at,
        settled_on=row.settled_on,
        superseded_at=row.superseded_at,
    )


def outcomes_of(source: Source) -> list[Outcome]:
    """Return all that verdicts ever said of the source. One query."""
    return [outcome_record(row) for row in OutcomeRow.objects.filter(source=source)]


def explanation_of(source: Source, *, as_of: datetime) -> Explanation:
    """Return the source's scorecard at `as_of` with every contribution. One query."""
    return explain_score(outcomes_of(source), parameters=PARAMETERS, as_of=as_of)


def history_of(source: Source, *, as_of: datetime) -> Sequence[Scorecard]:
    """Return the source's scorecards over time, as they were believed then. One query."""
    return score_history(outcomes_of(source), parameters=PARAMETERS, as_of=as_of)


def latest_scorecard(source: Source) -> ScorecardRow | None:
    """Return the newest stored scorecard; None before the first verdict. One query."""
    return ScorecardRow.objects.filter(source=source).order_by("-as_of").first()
