"""What newsroom systems may read of sources: one workspace's rows and no other's."""

from django.db.models import QuerySet

from sources.models import Source
from workbench.accounts.models import Workspace


def readable_sources(workspace: Workspace) -> QuerySet[Source]:
    """Return the workspace's sources with their spellings, and what is merged with them. Three queries."""
    return Source.objects.filter(workspace=workspace).prefetch_related("aliases", "merged_sources")
