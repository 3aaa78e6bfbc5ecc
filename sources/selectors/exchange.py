"""What newsroom systems may read of sources: one workspace's rows and no other's."""

from django.db.models import Prefetch, QuerySet

from sources.models import Scorecard, Source
from workbench.accounts.models import Workspace


def readable_sources(workspace: Workspace) -> QuerySet[Source]:
    """Return the workspace's sources with spellings and the newest scorecard. Three queries."""
    newest = Scorecard.objects.order_by("source_id", "-as_of").distinct("source_id")
    rows = Source.objects.filter(workspace=workspace)
    return rows.prefetch_related("aliases", Prefetch("scorecards", newest))
