"""Which sources were one at any moment: the merges of a workspace, read once."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sources.models import SourceMerge
from sources.selectors.families import Families, families_from


class FamilyHistory:
    """Who counted for whom in one workspace, at whatever moment is asked about. One query."""

    def __init__(self, workspace_id: UUID) -> None:
        rows = SourceMerge.objects.filter(workspace=workspace_id)
        self._merges = list(rows.values_list("source_id", "into_id", "merged_at", "split_at"))

    def at(self, moment: datetime) -> Families:
        """Return who counted for whom at `moment`."""
        steps = {
            source: into
            for source, into, since, until in self._merges
            if since <= moment and (until is None or until > moment)
        }
        return families_from(steps)

    def ever_with(self, sources: Iterable[UUID]) -> set[UUID]:
        """Return the sources and all that were ever one with any of them, by whatever way."""
        found = set(sources)
        grown = True
        while grown:
            ties = ({source, into} for source, into, _since, _until in self._merges)
            met = {member for tie in ties if tie & found for member in tie}
            grown = not met <= found
            found |= met
        return found
