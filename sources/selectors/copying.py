"""Possible common origins as they count: between whom pairs count for today, by the decision in force."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from sources.models import CopyPair
from sources.reliability import assertions
from sources.selectors.families import Families, families_of
from workbench.accounts.models import Workspace

Ends = tuple[UUID, UUID]
"""The two sources that a pair counts for, the smaller identifier first."""


def pairs_that_count(workspace: Workspace) -> list[assertions.CopyPair]:
    """Return the pairs that nobody rejected as the model's own type, between survivors. Two queries.

    Of several pairs that merges made one, that with the decision in force counts; a pair whose two sources
    were merged into one counts for nothing.
    """
    families = families_of(workspace)
    rows = CopyPair.objects.filter(workspace=workspace).order_by("pk")
    in_force = [(ends, found[0]) for ends, found in by_ends(rows, families).items() if ends[0] != ends[1]]
    return [as_engine_pair(row, families) for _, row in in_force if row.state != CopyPair.State.REJECTED]


def by_ends(rows: Iterable[CopyPair], families: Families) -> dict[Ends, list[CopyPair]]:
    """Return stored pairs by the sources that they count for, the one in force first.

    That is what people decided last; without a decision the likeliest.
    """
    found: dict[Ends, list[CopyPair]] = defaultdict(list)
    for row in rows:
        found[ends_of(row, families)].append(row)
    return {ends: sorted(pairs, key=_in_force, reverse=True) for ends, pairs in found.items()}


def ends_of(row: CopyPair, families: Families) -> Ends:
    """Return the two sources that a stored pair counts for; the same one twice if they were merged."""
    one, other = sorted((families.survivor(row.one_id), families.survivor(row.other_id)))
    return one, other


def as_engine_pair(row: CopyPair, families: Families) -> assertions.CopyPair:
    """Return a stored pair as the model's own type, between survivors; a confirmed one is certain."""
    one, other = ends_of(row, families)
    return assertions.CopyPair(
        one=str(one),
        other=str(other),
        probability=1.0 if row.state == CopyPair.State.CONFIRMED else row.probability,
        common=row.common,
        shared_false=row.shared_false,
        questions=tuple(row.questions),
    )


def _in_force(row: CopyPair) -> tuple[float, float, str]:
    decided = row.decided_at.timestamp() if row.decided_at else 0.0
    return decided, row.probability, str(row.pk)
