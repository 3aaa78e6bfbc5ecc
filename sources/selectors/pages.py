"""Sources as the pages show them: lists, and one record as it stood on a day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count, QuerySet

from sources.models import Outcome as OutcomeRow
from sources.models import Scorecard as ScorecardRow
from sources.models import Source
from sources.reliability.evidence import ExcludedOutcome, WeightedOutcome
from sources.reliability.explain import Explanation, explain_score
from sources.reliability.history import score_history
from sources.reliability.types import Scorecard
from sources.selectors.records import PARAMETERS, estimates_of, outcome_record
from workbench.accounts.models import Workspace
from workbench.core.text import fold_name

TREND_SPAN = timedelta(days=180)
"""How far back a change is looked for: half a year brings a dozen verdicts on a watched source."""


def sources_of(workspace: Workspace, *, kind: str = "", words: str = "") -> QuerySet[Source]:
    """Return the workspace's sources of a kind that go by these words in any spelling. One query."""
    rows = Source.objects.filter(workspace=workspace).select_related("outlet")
    if kind:
        rows = rows.filter(kind=kind)
    key = fold_name(words)
    return rows.filter(aliases__key__contains=key).distinct() if key else rows


def outlets_of_owner(source: Source) -> QuerySet[Source]:
    """Return the other outlets of the same owner; none where it is not known. One query."""
    others = Source.objects.filter(workspace_id=source.workspace_id, kind=Source.Kind.OUTLET)
    return others.filter(owner__iexact=source.owner).exclude(pk=source.pk).exclude(owner="")


def source_counts(workspace: Workspace) -> Mapping[str, int]:
    """Return how many sources of each kind the workspace knows. One query."""
    rows = Source.objects.filter(workspace=workspace).order_by().values("kind")
    return {row["kind"]: row["number"] for row in rows.annotate(number=Count("pk"))}


def latest_scorecards(sources: Sequence[Source]) -> dict[UUID, ScorecardRow]:
    """Return the newest stored scorecard of each source that has one. One query."""
    rows = ScorecardRow.objects.filter(source__in=sources).order_by("source_id", "-as_of")
    return {row.source_id: row for row in rows.distinct("source_id")}


@dataclass(frozen=True, slots=True)
class Moved:
    """One verdict that counts, with by how much it moved the record, in percentage points."""

    row: OutcomeRow
    item: WeightedOutcome
    points: float


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One verdict that does not count, and why."""

    row: OutcomeRow
    item: ExcludedOutcome


@dataclass(frozen=True, slots=True)
class Trend:
    """What the expected share was half a year before, and whether the difference may be chance."""

    earlier: Scorecard
    points: float
    may_be_chance: bool


@dataclass(frozen=True, slots=True)
class Record:
    """A source's record at a moment, with all that it is made of, the newest verdict first."""

    explanation: Explanation
    history: Sequence[Scorecard]
    moved: Sequence[Moved]
    left_out: Sequence[LeftOut]
    trend: Trend | None

    @property
    def card(self) -> Scorecard:
        """Return the scorecard."""
        return self.explanation.scorecard

    @property
    def claim_ids(self) -> list[UUID]:
        """Return the claims that the verdicts are about."""
        return [
            *(entry.row.claim_id for entry in self.moved),
            *(entry.row.claim_id for entry in self.left_out),
        ]


def record_of(source: Source, *, as_of: datetime) -> Record:
    """Return the source's record as it stood at `as_of`. Two queries."""
    rows = {str(row.pk): row for row in OutcomeRow.objects.filter(source=source)}
    outcomes = [outcome_record(row) for row in rows.values()]
    estimates = estimates_of(source)
    explanation = explain_score(outcomes, parameters=PARAMETERS, as_of=as_of, estimates=estimates)
    history = score_history(outcomes, parameters=PARAMETERS, as_of=as_of, estimates=estimates)
    moved = [
        Moved(rows[found.item.outcome.id], found.item, found.delta * 100)
        for found in reversed(explanation.contributions)
    ]
    left_out = [LeftOut(rows[item.outcome.id], item) for item in reversed(explanation.excluded)]
    return Record(explanation, history, moved, left_out, _trend(history, explanation.scorecard))


def _trend(history: Sequence[Scorecard], now: Scorecard) -> Trend | None:
    """Compare with the last point at least half a year old; a record younger than that has no trend."""
    before = [card for card in history if card.as_of <= now.as_of - TREND_SPAN and card.outcome_count]
    if not before:
        return None
    earlier = before[-1]
    within = now.q05 <= earlier.mean <= now.q95
    return Trend(earlier, (now.mean - earlier.mean) * 100, within)
