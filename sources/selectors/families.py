"""Which sources are one: the family that counts for one record, as it stood at a moment."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from sources.models import Source, SourceMerge
from workbench.accounts.models import Workspace


@dataclass(frozen=True, slots=True)
class Families:
    """Who counts for whom in one workspace at one moment; a source that was never merged stands alone."""

    survivors: Mapping[UUID, UUID]

    def survivor(self, source_id: UUID) -> UUID:
        """Return the source whose record this one counts for: itself unless it is merged."""
        return self.survivors.get(source_id, source_id)

    def members(self, source_id: UUID) -> set[UUID]:
        """Return all whose claims and outcomes count for the same record, the survivor among them."""
        survivor = self.survivor(source_id)
        return {survivor} | {member for member, root in self.survivors.items() if root == survivor}


def families_of(workspace: Workspace | UUID, *, as_of: datetime | None = None) -> Families:
    """Return who counted for whom in the workspace at `as_of` (now). One query."""
    if as_of is None:
        merged = Source.objects.filter(workspace=workspace, merged_into__isnull=False)
        return Families(dict(merged.values_list("pk", "merged_into_id")))
    in_force = SourceMerge.objects.filter(workspace=workspace, merged_at__lte=as_of)
    in_force = in_force.filter(Q(split_at__isnull=True) | Q(split_at__gt=as_of))
    steps = dict(in_force.values_list("source_id", "into_id"))
    return families_from(steps)


def families_from(steps: Mapping[UUID, UUID]) -> Families:
    """Return who counts for whom where each source in `steps` was merged into another, step by step."""
    return Families({source: _path(source, steps)[-1] for source in steps})


def family_of(source: Source, as_of: datetime | None = None) -> set[UUID]:
    """Return the identifiers of all that are this source under any name at `as_of` (now). One query.

    It is the same set whichever member is asked about, and holds `source` itself.
    """
    if as_of is not None:
        return families_of(source.workspace_id, as_of=as_of).members(source.pk)
    survivor = source.merged_into_id or source.pk
    return {survivor, *Source.objects.filter(merged_into=survivor).values_list("pk", flat=True)}


def brought_along(source: Source) -> set[UUID]:
    """Return the source with all that count elsewhere by way of it: what a split takes away. One query."""
    rows = SourceMerge.objects.filter(workspace=source.workspace_id, split_at=None)
    steps = dict(rows.values_list("source_id", "into_id"))
    return {source.pk, *(start for start in steps if source.pk in _path(start, steps))}


def survivor_of(source: Source, as_of: datetime | None = None) -> Source:
    """Return the source whose record this one counted for at `as_of` (now): itself unless it was merged."""
    if as_of is None:
        return source.merged_into or source
    survivor = families_of(source.workspace_id, as_of=as_of).survivor(source.pk)
    return source if survivor == source.pk else Source.objects.get(pk=survivor)


def _path(source: UUID, steps: Mapping[UUID, UUID]) -> list[UUID]:
    """Follow the merges to their end. They form no ring: a source merges only into one that is not merged."""
    path = [source]
    while path[-1] in steps:
        path.append(steps[path[-1]])
    return path
