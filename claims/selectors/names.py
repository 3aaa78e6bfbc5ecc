"""The names that a workspace's articles are read by: those that all share, and its own."""

from collections import defaultdict
from collections.abc import Iterator
from sys import intern
from uuid import UUID

from django.db.models import Q

from claims import engine
from claims.linking import gazetteer
from claims.linking.actors import Actor as KnownActor
from claims.linking.gazetteer import Listed
from claims.linking.known import KnownNames, NameRows
from claims.models import Actor, ActorAlias, NamesVersion, Place, PlaceName
from workbench.accounts.models import Workspace

PLACE_FIELDS = (
    "identifier",
    "kind",
    "country",
    "region_id",
    "latitude",
    "longitude",
    "population",
    "names__0",
    "keys",
)
AT_ONCE = 2000
"""Rows that are in memory twice while they are read."""


def known_names(workspace: Workspace) -> KnownNames:
    """Return the names by which the workspace's articles are read.

    One query where nothing changed since this process asked last. Without a loaded
    table (`manage.py load_names`) the names are those of the project's files.
    """
    asked = NamesVersion.objects.filter(Q(workspace=None) | Q(workspace=workspace))
    versions: dict[UUID | None, UUID] = dict(asked.values_list("workspace_id", "version"))
    shared = engine.shared_names(versions.get(None), _shared_rows)
    own = versions.get(workspace.pk)
    return engine.workspace_names(workspace.pk, own, shared, _rows_of) if own else shared


def _shared_rows() -> NameRows:
    actors = Actor.objects.filter(workspace=None).order_by("key").values_list("key", "kind", "names")
    return NameRows(
        places=_places(Q(workspace=None)),
        actors=[KnownActor(key, kind, tuple(names)) for key, kind, names in actors],
    )


def _rows_of(workspace: UUID) -> NameRows:
    """Return what a workspace added and did not withdraw, oldest first."""
    added = {"workspace": workspace, "withdrawn_at": None}
    place_names = PlaceName.objects.filter(**added).order_by("created_at", "pk")
    aliases = ActorAlias.objects.filter(**added).order_by("created_at", "pk")
    names: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key, kind, name in aliases.values_list("actor_id", "actor__kind", "name"):
        names[key, kind].append(name)
    return NameRows(
        places=list(_places(Q(workspace=workspace))),
        place_names=list(place_names.values_list("key", "place_id")),
        actors=[KnownActor(key, kind, tuple(called)) for (key, kind), called in names.items()],
    )


def _places(condition: Q) -> Iterator[Listed]:
    rows = Place.objects.filter(condition).values_list(*PLACE_FIELDS)
    for identifier, kind, country, region, latitude, longitude, population, name, keys in rows.iterator(
        AT_ONCE
    ):
        yield (
            gazetteer.Place(
                identifier,
                intern(kind),
                intern(country),
                intern(region),
                latitude,
                longitude,
                population,
                name,
            ),
            keys,
        )
