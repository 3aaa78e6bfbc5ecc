"""What silence says of a report that nobody confirms, and of an outlet; asked for where a page shows it."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django import template

from claims.models import Claim, Story
from claims.selectors.standings import Standing
from sources.selectors.alarms import copy_pairs_of
from sources.selectors.coverage import coverage_after, heard_of
from workbench.core.as_of import AsOf

register = template.Library()
ALONE = frozenset({"unverified", "circular"})
"""The standings of a claim that nobody else confirms."""


@register.inclusion_tag("workbench/components/_coverage.html")
def claim_coverage(claim: Claim, standing: Standing) -> dict[str, Any]:
    """Say which outlets were silent while a claim could be confirmed that nobody confirms. Two queries."""
    if standing.kind not in ALONE:
        return {}
    return {"coverage": coverage_after(claim.workspace, claim.article.created_at)}


@register.inclusion_tag("workbench/components/_coverage.html")
def story_coverage(story: Story) -> dict[str, Any]:
    """Say which outlets were silent while a story of one outlet could be taken up. Three queries."""
    outlets = Claim.objects.filter(story=story).order_by().values("article__outlet").distinct()
    if outlets[:2].count() > 1:
        return {}
    return {"coverage": coverage_after(story.workspace, story.created_at)}


@register.inclusion_tag("workbench/sources/_heard.html")
def heard(names: Collection[UUID], as_of: AsOf) -> dict[str, Any]:
    """Say how often an outlet is heard under its names, and with whom it may have a common origin.

    Three queries. Nothing of a past day: neither rhythms nor pairs are kept as they were.
    """
    if as_of.is_past:
        return {}
    found_pairs = copy_pairs_of(names)
    pairs = [(pair, pair.other if pair.one_id in names else pair.one) for pair in found_pairs]
    found = heard_of(names)
    hours = max(1, round(found.cadence.usual_hours)) if found.cadence else 0
    return {"heard": found, "hours": hours, "pairs": pairs}
