"""The records of many sources at once: outcomes and estimates by the source that they count for."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sources.models import Estimate as EstimateRow
from sources.models import Outcome as OutcomeRow
from sources.reliability.types import Estimate, Outcome
from sources.selectors.families import Families
from sources.selectors.records import estimate_record, outcome_record
from workbench.accounts.models import Workspace

CHUNK = 2_000
"""Rows that are fetched at a time."""


def outcomes_by_survivor(
    workspace: Workspace | UUID,
    families: Families,
    *,
    sources: Iterable[UUID] | None = None,
    as_of: datetime | None = None,
) -> dict[UUID, list[Outcome]]:
    """Return all that verdicts said by `as_of`, by the source whose record it counts for. One query.

    `sources` narrows it to those whose own name the outcomes bear.
    """
    rows = OutcomeRow.objects.filter(workspace=workspace).order_by("recorded_at", "pk")
    if sources is not None:
        rows = rows.filter(source__in=list(sources))
    if as_of is not None:
        rows = rows.filter(recorded_at__lte=as_of)
    found: dict[UUID, list[Outcome]] = defaultdict(list)
    for row in rows.iterator(CHUNK):
        found[families.survivor(row.source_id)].append(outcome_record(row))
    return dict(found)


def estimates_by_source(sources: Iterable[UUID]) -> dict[UUID, list[Estimate]]:
    """Return what nights found for each of the sources, the oldest first. One query."""
    found: dict[UUID, list[Estimate]] = defaultdict(list)
    for row in EstimateRow.objects.filter(source__in=list(sources)).order_by("recorded_at", "pk"):
        found[row.source_id].append(estimate_record(row))
    return dict(found)
