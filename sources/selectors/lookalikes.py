"""Names that look like a known source's, or hide something: what pages warn of."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sources.models import Source, SourceAlias, SourcePair
from sources.naming.looks import Character, differing_characters, mixed_words
from sources.selectors.duplicates import pair_of
from sources.selectors.families import Families, families_of


@dataclass(frozen=True, slots=True)
class Lookalike:
    """Another source whose name looks the same, and the characters that tell the two apart."""

    source: Source
    name: str
    own_name: str
    characters: tuple[Character, ...]


@dataclass(slots=True)
class NameWarnings:
    """What is odd about a source's names. Nothing of it is proof of anything."""

    lookalikes: list[Lookalike] = field(default_factory=list)
    mixed: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.lookalikes or self.mixed or self.hidden)


def warnings_of(sources: Sequence[Source], families: Families | None = None) -> dict[UUID, NameWarnings]:
    """Return what is odd about the names of each of a workspace's sources that has something odd.

    A pair that people told apart is not warned of again; neither is a second name of the source itself.
    Four queries, however many sources; one less where `families` of now are at hand.
    """
    if not sources:
        return {}
    workspace = sources[0].workspace_id
    families = families or families_of(workspace)
    survivors = {source.pk: families.survivor(source.pk) for source in sources}
    members = {member: pk for pk in survivors for member in families.members(pk)}
    found: dict[UUID, NameWarnings] = defaultdict(NameWarnings)
    own = list(SourceAlias.objects.filter(source__in=members, scope=""))
    for alias in own:
        _add_oddities(found[members[alias.source_id]], alias)
    for alias, other in _same_looks(own, families):
        _add_lookalike(found[members[alias.source_id]], alias, other)
    return {pk: warnings for pk, warnings in found.items() if warnings}


def _same_looks(own: Sequence[SourceAlias], families: Families) -> list[tuple[SourceAlias, SourceAlias]]:
    """Return each spelling with one of another source that looks the same and that nobody told apart."""
    if not own:
        return []
    rows = SourceAlias.objects.filter(workspace=own[0].workspace_id, scope="").exclude(look="")
    by_look: dict[str, list[SourceAlias]] = defaultdict(list)
    for other in rows.filter(look__in={alias.look for alias in own}).select_related("source__merged_into"):
        by_look[other.look].append(other)
    pairs = [
        (alias, other)
        for alias in own
        for other in by_look[alias.look]
        if other.key != alias.key and families.survivor(other.source_id) != families.survivor(alias.source_id)
    ]
    apart = _told_apart(pairs, families)
    return [
        (alias, other)
        for alias, other in pairs
        if pair_of(families.survivor(alias.source_id), families.survivor(other.source_id)) not in apart
    ]


def _told_apart(
    pairs: Sequence[tuple[SourceAlias, SourceAlias]], families: Families
) -> set[tuple[UUID, UUID]]:
    if not pairs:
        return set()
    rows = SourcePair.objects.filter(workspace=pairs[0][0].workspace_id, state=SourcePair.State.APART)
    return {
        pair_of(families.survivor(one), families.survivor(other))
        for one, other in rows.values_list("one", "other")
    }


def _add_oddities(warnings: NameWarnings, alias: SourceAlias) -> None:
    warnings.mixed += [word for word in mixed_words(alias.name) if word not in warnings.mixed]
    warnings.hidden += [mark for mark in alias.hidden.split() if mark not in warnings.hidden]


def _add_lookalike(warnings: NameWarnings, alias: SourceAlias, other: SourceAlias) -> None:
    source = other.source.merged_into or other.source
    if all(known.source != source for known in warnings.lookalikes):
        characters = tuple(differing_characters(alias.name, other.name))
        warnings.lookalikes.append(Lookalike(source, other.name, alias.name, characters))
