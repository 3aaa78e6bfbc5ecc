"""What newsroom systems may read: each answer holds one workspace's rows and no other's."""

from django.db.models import Count, QuerySet

from claims.models import Article, Claim, Link, Story
from claims.selectors.articles import article_in_full
from workbench.accounts.models import Workspace


def readable_articles(workspace: Workspace) -> QuerySet[Article]:
    """Return the workspace's articles with outlet and address, their texts apart. One query."""
    return article_in_full(workspace).defer("text", "signature")


def readable_claims(workspace: Workspace) -> QuerySet[Claim]:
    """Return the workspace's claims with all that a client is shown. Five queries."""
    rows = Claim.objects.filter(workspace=workspace).select_related("originator", "article")
    rows = rows.defer("embedding", "match_text", "article__text", "article__signature")
    return rows.prefetch_related("hops", "spans", "slots", "verdicts")


def readable_links(workspace: Workspace) -> QuerySet[Link]:
    """Return the workspace's links. One query."""
    return Link.objects.filter(workspace=workspace)


def readable_stories(workspace: Workspace) -> QuerySet[Story]:
    """Return the workspace's standing stories with the number of their claims and articles. One query."""
    counts = {
        "claim_count": Count("claims", distinct=True),
        "article_count": Count("claims__article", distinct=True),
    }
    return Story.objects.filter(workspace=workspace, merged_into=None).annotate(**counts)
