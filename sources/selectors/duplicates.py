"""Which sources may be one under two names, and what people decided about such pairs."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet

from sources.models import Source, SourceAlias, SourcePair
from sources.naming.candidates import AlikePair, find_alike
from sources.naming.kinds import kinds_fit
from sources.naming.likeness import NamedSource
from sources.naming.sites import site_of
from sources.selectors.families import families_of
from workbench.accounts.models import Workspace

COUNTED_TO = 100
"""Up to how many waiting pairs are counted for the navigation."""


class Pair(NamedTuple):
    """Two sources by their identifiers, the smaller first."""

    one: UUID
    other: UUID


def pair_of(a: UUID, b: UUID) -> Pair:
    """Return two sources in the order in which pairs are kept."""
    return Pair(*sorted((a, b)))


def named_sources(
    workspace: Workspace, *, sites: Mapping[UUID, Iterable[str]] | None = None
) -> list[NamedSource]:
    """Return who has a name in the workspace, each family as one with all its spellings. Three queries.

    `sites` are addresses that each source was met at. Unnamed sources are left out: a description is no name.
    """
    families = families_of(workspace)
    aliases = SourceAlias.objects.filter(workspace=workspace, scope="").values_list("source", "name")
    names: dict[UUID, dict[str, None]] = defaultdict(dict)
    for source, name in aliases.order_by("created_at", "pk"):
        names[families.survivor(source)][name] = None
    met: dict[UUID, set[str]] = defaultdict(set)
    for source, addresses in (sites or {}).items():
        met[families.survivor(source)].update(filter(None, map(site_of, addresses)))
    rows = Source.objects.filter(workspace=workspace, merged_into=None).exclude(kind=Source.Kind.ANONYMOUS)
    return [
        NamedSource(
            id=str(row.pk),
            kind=row.kind,
            names=tuple(names[row.pk]) or (row.name,),
            country=row.country,
            sites=frozenset(met[row.pk] | set(filter(None, [site_of(row.website)]))),
        )
        for row in rows.only("pk", "kind", "name", "country", "website").order_by("pk")
    ]


def alike_pairs(
    workspace: Workspace, *, sites: Mapping[UUID, Iterable[str]] | None = None
) -> list[AlikePair]:
    """Return the pairs that names and sites propose, without those that people told apart. Five queries.

    What people said of two holds for all that is merged with either.
    """
    found = find_alike(
        named_sources(workspace, sites=sites), may_be_one=lambda a, b: kinds_fit(a.kind, b.kind)
    )
    families = families_of(workspace)
    apart = SourcePair.objects.filter(workspace=workspace, state=SourcePair.State.APART)
    told = {
        pair_of(families.survivor(one), families.survivor(other))
        for one, other in apart.values_list("one", "other")
    }
    return [pair for pair in found if pair_of(UUID(pair.one), UUID(pair.other)) not in told]


def waiting_pairs(workspace: Workspace) -> QuerySet[SourcePair]:
    """Return the pairs that nobody has decided on, the likeliest first. One query."""
    return (
        SourcePair.objects.filter(workspace=workspace, state=SourcePair.State.PROPOSED)
        .filter(one__merged_into=None, other__merged_into=None)
        .select_related("one", "other")
        .order_by("-score", "pk")
    )


def waiting_count(workspace: Workspace) -> int:
    """Return how many pairs wait, counted up to `COUNTED_TO`. One query."""
    return waiting_pairs(workspace).order_by()[:COUNTED_TO].count()


def undecided_lookalikes(workspace: Workspace | UUID) -> dict[UUID, UUID]:
    """Return, for each source that only its characters tell from an older one, that older one. One query.

    Until people decide, such a source may be an imitation: it is no second witness of what the other says.
    """
    rows = SourcePair.objects.filter(
        workspace=workspace, state=SourcePair.State.PROPOSED, looks_alike=True
    ).select_related("one", "other")
    pairs = [sorted((row.one, row.other), key=lambda source: (source.created_at, source.pk)) for row in rows]
    return {newer.pk: older.pk for older, newer in pairs}


def pairs_with(source: Source) -> QuerySet[SourcePair]:
    """Return the waiting pairs that a source is in, the likeliest first. One query."""
    return waiting_pairs(source.workspace).filter(Q(one=source) | Q(other=source))


def latest_decision(workspace: Workspace, actor: str) -> SourcePair | None:
    """Return the pair that this person decided on last and that still stands so. One query."""
    decided = SourcePair.objects.filter(workspace=workspace, decided_by=actor)
    decided = decided.exclude(state=SourcePair.State.PROPOSED).select_related("one", "other", "merge")
    return decided.order_by("-decided_at", "-pk").first()
