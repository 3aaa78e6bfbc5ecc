"""Where sources are met: on which sites, side by side in which chains, and in how many claims."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Count, F, Min, Q

from claims.models import Claim, Hop, Publication
from sources.selectors.duplicates import Pair, pair_of
from sources.selectors.families import Families
from workbench.accounts.models import Workspace


def sites_of(workspace: Workspace) -> Mapping[UUID, Sequence[str]]:
    """Return an address for each site that an outlet's articles were met at. One query."""
    rows = Publication.objects.filter(workspace=workspace).exclude(canonical_url="")
    found: dict[UUID, dict[str, None]] = defaultdict(dict)
    for row in rows.only("outlet_id", "canonical_url").iterator():
        found[row.outlet_id]["/".join(row.canonical_url.split("/", 3)[:3])] = None
    return {outlet: list(sites) for outlet, sites in found.items()}


def met_together(sources: Collection[UUID], families: Families) -> Mapping[Pair, int]:
    """Return how many claims name two of the sources as different hops of one chain. One query.

    Who passes on what another said is hardly that other. Second names count for their survivor.
    """
    members = {member for source in sources for member in families.members(source)}
    after = Hop.objects.filter(
        source__in=members, claim__hops__source__in=members, claim__hops__position__gt=F("position")
    )
    rows = (
        after.order_by()
        .values("source", "claim__hops__source")
        .annotate(number=Count("claim", distinct=True))
    )
    found: dict[Pair, int] = defaultdict(int)
    for row in rows:
        one, other = families.survivor(row["source"]), families.survivor(row["claim__hops__source"])
        if one != other:
            found[pair_of(one, other)] += row["number"]
    return found


@dataclass(slots=True)
class Met:
    """How a source was met: in how many claims, since when, and one of them."""

    claims: int = 0
    first: datetime | None = None
    example: Claim | None = None
    members: list[UUID] = field(default_factory=list)


def meetings_of(sources: Iterable[UUID], families: Families) -> dict[UUID, Met]:
    """Return how each source was met under any of its names. Three queries for each source."""
    return {source: _met(families.members(source)) for source in sources}


def _met(members: Collection[UUID]) -> Met:
    living = Claim.objects.filter(hops__source__in=members).exclude(state=Claim.State.REJECTED)
    counted = living.aggregate(number=Count("pk", distinct=True), first=Min("created_at"))
    own = Q(originator__in=members)
    rows = living.select_related("article__outlet").defer("embedding", "match_text", "article__text")
    newest = (
        rows.annotate(by_itself=Count("pk", filter=own)).order_by("-by_itself", "-created_at", "pk").first()
    )
    return Met(counted["number"], counted["first"], newest, sorted(members))
