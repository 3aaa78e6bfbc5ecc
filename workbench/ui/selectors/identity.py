"""Who a source is: its names, what is merged with it, and pairs of sources side by side."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from claims.models import Claim
from claims.selectors.source_meetings import Met, meetings_of
from sources.models import Source, SourceAlias, SourceMerge, SourcePair
from sources.naming.looks import Character, differing_characters
from sources.selectors.duplicates import latest_decision, pairs_with, waiting_count, waiting_pairs
from sources.selectors.families import Families, families_of, family_of
from sources.selectors.lookalikes import NameWarnings, warnings_of
from sources.selectors.merge_words import worded_reasons
from sources.selectors.pages import sources_of
from workbench.accounts.models import User, Workspace, actor_label
from workbench.ui.selectors.actors import names_of

QUEUE_LIMIT = 500
MOST_FOUND = 12
"""Sources shown for a search to merge with; whoever looks for one gives its name."""


@dataclass(frozen=True, slots=True)
class PairSide:
    """One source of a pair: its names in every script, and how it was met."""

    source: Source
    names: tuple[str, ...]
    met: Met

    @property
    def example(self) -> Claim | None:
        """Return one claim of it."""
        return self.met.example


@dataclass(frozen=True, slots=True)
class PairInFull:
    """Two sources side by side, with the reasons for and against. `kept` is proposed to stay."""

    pair: SourcePair
    sides: tuple[PairSide, PairSide]
    kept: Source
    reasons: Sequence[Mapping[str, Any]]
    characters: Sequence[Character]

    @property
    def reasons_for(self) -> list[str]:
        """Return what speaks for their being one, in words."""
        return [reason["words"] for reason in self.reasons if not reason["against"]]

    @property
    def reasons_against(self) -> list[str]:
        """Return what speaks against it, in words."""
        return [reason["words"] for reason in self.reasons if reason["against"]]


def queue_of(workspace: Workspace) -> list[UUID]:
    """Return the pairs that wait, the likeliest first, `QUEUE_LIMIT` at most. One query."""
    return list(waiting_pairs(workspace).values_list("pk", flat=True)[:QUEUE_LIMIT])


def pair_in_full(workspace: Workspace, pk: UUID) -> PairInFull | None:
    """Return one waiting pair as people decide on it; None where it waits no more. Ten queries."""
    pair = waiting_pairs(workspace).select_related("one__outlet", "other__outlet").filter(pk=pk).first()
    if pair is None:
        return None
    families = families_of(workspace)
    met = meetings_of([pair.one_id, pair.other_id], families)
    sides = [
        PairSide(source, spellings_of(source, met[source.pk].members), met[source.pk])
        for source in (pair.one, pair.other)
    ]
    # Whoever is known longer and better stays, and is named first.
    sides.sort(key=lambda side: (-side.met.claims, side.source.created_at))
    return PairInFull(
        pair=pair,
        sides=(sides[0], sides[1]),
        kept=sides[0].source,
        reasons=worded_reasons(pair.reasons),
        characters=_characters(pair, sides),
    )


def spellings_of(source: Source, members: Iterable[UUID]) -> tuple[str, ...]:
    """Return the spellings of a source and its second names, its own first. One query."""
    rows = SourceAlias.objects.filter(source__in=members).order_by("created_at", "pk")
    return tuple(dict.fromkeys([source.name, *rows.values_list("name", flat=True)]))


def decided_today(workspace: Workspace, person: User) -> int:
    """Return how many pairs of sources the person has decided on since midnight. One query."""
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    mine = SourcePair.objects.filter(workspace=workspace, decided_by=actor_label(person))
    return mine.filter(decided_at__gte=midnight).exclude(state=SourcePair.State.PROPOSED).count()


def may_undo(workspace: Workspace, person: User) -> SourcePair | None:
    """Return the pair that the person decided on last, if any. One query."""
    return latest_decision(workspace, actor_label(person))


def _characters(pair: SourcePair, sides: Sequence[PairSide]) -> Sequence[Character]:
    """Return which characters tell two names apart that look the same; of the source that is newer."""
    if not pair.looks_alike:
        return ()
    names = next(reason["words"] for reason in pair.reasons if reason["code"] == "same_look")
    own, other = sorted(names, key=lambda name: name not in sides[1].names)
    return differing_characters(own, other)


@dataclass(frozen=True, slots=True)
class Member:
    """A source that was merged into another, with how and when, and by whom."""

    row: SourceMerge
    by: str
    ended_by: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """All that says who a source is."""

    aliases: Sequence[SourceAlias]
    members: Sequence[Member]
    past: Sequence[Member]
    warnings: NameWarnings
    pairs: Sequence[SourcePair]


def identity_of(source: Source, families: Families | None = None) -> Identity:
    """Return names, merges in force and ended, warnings and proposals of a source.

    Nine queries at most; one less where `families` of now are at hand, and one where its names are.
    """
    families = families or families_of(source.workspace_id)
    family = families.members(source.pk)
    rows = SourceMerge.objects.filter(Q(source__in=family) | Q(into__in=family))
    merges = list(rows.select_related("source", "into").order_by("-merged_at"))
    labels = {label for row in merges for label in (row.merged_by, row.split_by)}
    people = {label: label for label in labels} | dict(names_of(source.workspace, labels))
    members = [Member(row, people[row.merged_by], people[row.split_by]) for row in merges]
    return Identity(
        aliases=sorted(source.aliases.all(), key=lambda alias: (alias.created_at, alias.pk)),
        members=[member for member in members if member.row.split_at is None],
        past=[member for member in members if member.row.split_at is not None],
        warnings=warnings_of([source], families).get(source.pk, NameWarnings()),
        pairs=list(pairs_with(source)[:MOST_FOUND]),
    )


def found_to_merge(source: Source, words: str) -> QuerySet[Source]:
    """Return sources of this name that the source could be merged with, itself left out. Two queries."""
    rows = sources_of(source.workspace, words=words).exclude(pk__in=family_of(source))
    return rows.order_by("name", "pk")[:MOST_FOUND]


def shown_in_lists(workspace: Workspace, sources: Sequence[Source]) -> dict[str, Any]:
    """Return which of the sources have odd names or look like others, and how many pairs wait."""
    odd = warnings_of(sources)
    return {
        "lookalikes": {pk for pk, warnings in odd.items() if warnings.lookalikes},
        "odd_names": set(odd),
        "same_waiting": waiting_count(workspace),
    }


def merged_on(source: Source, *, as_of: datetime) -> SourceMerge | None:
    """Return the merge by which the source counted for another at a moment, as far as any did. One query."""
    rows = SourceMerge.objects.filter(source=source, merged_at__lte=as_of)
    rows = rows.filter(Q(split_at=None) | Q(split_at__gt=as_of)).select_related("source", "into__merged_into")
    return rows.first()
