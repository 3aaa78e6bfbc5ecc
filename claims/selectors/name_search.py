"""Finding places and actors by any of their names, and a workspace's own names, as pages show them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any
from uuid import UUID

from django.db.models import Case, F, Func, IntegerField, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Concat

from claims.linking.gazetteer import place_key
from claims.models import Actor, ActorAlias, NamesVersion, Place, PlaceName
from claims.selectors.meanings import containers_of, is_arabic, name_in_page, visible_to
from workbench.accounts.models import Workspace
from workbench.core.skeletons import consonants

MOST_FOUND = 12
"""Places, and actors, that one search shows: who sees more types another letter."""
MOST_NAMES = 14
"""Names shown of one entry; GeoNames has dozens of spellings of a capital."""
SHORTEST_SKELETON = 3
"""Consonants from which a search goes by sound as well; fewer would find everything."""

Row = PlaceName | ActorAlias


@dataclass(frozen=True, slots=True)
class ShownName:
    """One name with its language for the reader's device, and the row that people can withdraw, if any."""

    name: str
    language: str
    row: Row | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A place or an actor with its names; `within` is what contains a place, the nearest first."""

    subject: Place | Actor
    name: ShownName
    names: tuple[ShownName, ...]
    more: int
    within: tuple[ShownName, ...] = ()

    @property
    def is_place(self) -> bool:
        """Tell a place from an actor."""
        return isinstance(self.subject, Place)


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found."""

    places: list[Entry]
    actors: list[Entry]


def are_loaded() -> bool:
    """Tell whether the project's tables are in the database. One query."""
    return NamesVersion.objects.filter(workspace=None).exclude(table="").exists()


def found_names(workspace: Workspace, query: str) -> Found:
    """Return the places and actors called so, or nearly so in either script, the best first.

    At most ten queries.
    """
    key = place_key(query)
    if not key:
        return Found([], [])
    skeleton = consonants(query)
    places = _found(Place.objects.all(), PlaceName.objects.values("place"), (workspace, key, skeleton))
    actors = _found(Actor.objects.all(), ActorAlias.objects.values("actor"), (workspace, key, skeleton))
    return Found(
        place_entries(workspace, places.order_by("rank", "-population", "pk")[:MOST_FOUND]),
        actor_entries(workspace, actors.order_by("rank", "pk")[:MOST_FOUND]),
    )


def _found(
    rows: QuerySet[Any], added: QuerySet[Any, Any], wanted: tuple[Workspace, str, str]
) -> QuerySet[Any]:
    """Return the rows with a name equal to the key, beginning with it, or sounding like it, ranked so."""
    workspace, key, skeleton = wanted
    mine = added.filter(workspace=workspace, withdrawn_at=None)
    equal = Q(keys__contains=[key]) | Q(pk__in=mine.filter(key=key))
    begins = Q(spelt__contains=f"|{key}") | Q(pk__in=mine.filter(key__startswith=key))
    sounds = Q(skeletons__contains=[skeleton]) | Q(pk__in=mine.filter(skeleton=skeleton))
    near = equal | begins | sounds if len(skeleton) >= SHORTEST_SKELETON else equal | begins
    rank = Case(When(equal, then=0), When(begins, then=1), default=2, output_field=IntegerField())
    found: QuerySet[Any] = rows.annotate(spelt=_SPELT).filter(visible_to(workspace), near).annotate(rank=rank)
    return found


_JOINED = Func(F("keys"), Value("|"), function="array_to_string", output_field=TextField())
_SPELT = Concat(Value("|"), _JOINED, output_field=TextField())
"""The keys in one text, each behind a bar, so that one can be found by its beginning."""


def place_entries(workspace: Workspace, places: Iterable[Place]) -> list[Entry]:
    """Return places as pages show them. At most six queries."""
    rows = list(places)
    within = containers_of(rows)
    added = _added(PlaceName.objects.filter(place__in=rows), workspace)
    return [
        _entry(place, added, tuple(shown_name(outer.names) for outer in within[place.pk])) for place in rows
    ]


def actor_entries(workspace: Workspace, actors: Iterable[Actor]) -> list[Entry]:
    """Return actors as pages show them. Two queries."""
    rows = list(actors)
    added = _added(ActorAlias.objects.filter(actor__in=rows), workspace)
    return [_entry(actor, added) for actor in rows]


def _added(rows: QuerySet[Any], workspace: Workspace) -> dict[str, list[Row]]:
    added: dict[str, list[Row]] = {}
    for row in rows.filter(workspace=workspace, withdrawn_at=None).order_by("created_at", "pk"):
        added.setdefault(row.place_id if isinstance(row, PlaceName) else row.actor_id, []).append(row)
    return added


def _entry(subject: Place | Actor, added: dict[str, list[Row]], within: tuple[ShownName, ...] = ()) -> Entry:
    own = [ShownName(row.name, language_of(row.name), row) for row in added.get(subject.pk, ())]
    listed = [shown_name([name]) for name in subject.names] if subject.workspace_id is None else []
    names = (*own, *listed)
    called = shown_name(subject.names if listed or not own else [shown.name for shown in own])
    return Entry(subject, called, names[:MOST_NAMES], max(0, len(names) - MOST_NAMES), within)


def shown_name(names: Sequence[str]) -> ShownName:
    """Return the one of the names that the page's language asks for."""
    name = name_in_page(names)
    return ShownName(name, language_of(name))


def language_of(name: str) -> str:
    """Return the language by which a device reads a name aloud and sets its direction."""
    return "ar" if is_arabic(name) else "en"


def own_names(workspace: Workspace) -> list[Row]:
    """Return what the workspace added, withdrawn names too, the newest change first. Two queries."""
    of = {"workspace": workspace}
    places = PlaceName.objects.filter(**of).select_related("place", "added_by", "withdrawn_by")
    aliases = ActorAlias.objects.filter(**of).select_related("actor", "added_by", "withdrawn_by")
    rows: list[Row] = list(chain(places, aliases))
    return sorted(rows, key=lambda row: row.withdrawn_at or row.created_at, reverse=True)


def own_name(workspace: Workspace, pk: UUID) -> Row | None:
    """Return a name that the workspace added, or None. At most two queries."""
    mine = {"workspace": workspace, "pk": pk}
    place_name = PlaceName.objects.select_related("place", "workspace").filter(**mine).first()
    return place_name or ActorAlias.objects.select_related("actor", "workspace").filter(**mine).first()


def visible_places(workspace: Workspace) -> QuerySet[Place]:
    """Return the places that the workspace can add names to."""
    return Place.objects.filter(visible_to(workspace))


def visible_actors(workspace: Workspace) -> QuerySet[Actor]:
    """Return the actors that the workspace can add names to."""
    return Actor.objects.filter(visible_to(workspace))
