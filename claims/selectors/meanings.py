"""What a name means in a workspace, and how places and actors are called on pages."""

import re
from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Q
from django.utils.translation import get_language

from claims.linking.gazetteer import place_key
from claims.models import Actor, ActorAlias, Place, PlaceName
from workbench.accounts.models import Workspace

_ARABIC = re.compile("[\u0621-\u064a]")
JOIN = {"ar": "، "}
"""What parts a place from what contains it, where it is not a comma and a space."""


def visible_to(workspace: Workspace) -> Q:
    """Return the condition of places and actors that the workspace sees: everybody's and its own."""
    return Q(workspace=None) | Q(workspace=workspace)


def meaning_of(workspace: Workspace, name: str) -> Place | Actor | None:
    """Return what the workspace's articles would be read to mean by a name, or None. At most four queries."""
    key = place_key(name)
    added = {"workspace": workspace, "key": key, "withdrawn_at": None}
    for row in (
        PlaceName.objects.filter(**added).select_related("place").first(),
        ActorAlias.objects.filter(**added).select_related("actor").first(),
    ):
        if row is not None:
            return row.subject
    shared = Q(workspace=None, keys__contains=[key])
    places = Place.objects.filter(shared)
    found = max(places, key=lambda place: (place.kind == Place.Kind.COUNTRY, place.population), default=None)
    return found or Actor.objects.filter(shared).first()


def is_arabic(name: str) -> bool:
    """Tell whether a name is written in the Arabic script."""
    return bool(_ARABIC.search(name))


def name_in_page(names: Sequence[str]) -> str:
    """Return the first of the names in the script of the page's language, or else the first."""
    wanted = (get_language() or "").startswith("ar")
    name = next((name for name in names if is_arabic(name) == wanted), names[0])
    return name.removesuffix("=")


def containers_of(places: Iterable[Place]) -> dict[str, list[Place]]:
    """Return what contains each place, the nearest first, by identifier. At most five queries."""
    rows = list(places)
    known = {place.pk: place for place in rows}
    wanted = {outer for place in rows for outer in (place.region_id, place.country)} - {"", *known}
    while wanted:
        found = Place.objects.filter(pk__in=wanted)
        known |= {place.pk: place for place in found}
        wanted = {place.region_id for place in found} - {"", *known}
    return {place.pk: _chain(place, known) for place in rows}


def _chain(place: Place, known: Mapping[str, Place]) -> list[Place]:
    chain: list[Place] = []
    outer = known.get(place.region_id)
    while outer and outer not in chain:
        chain.append(outer)
        outer = known.get(outer.region_id)
    country = known.get(place.country)
    return [*chain, country] if country and country != place and country not in chain else chain


def label_of(subject: Place | Actor) -> str:
    """Return how pages call a place, with what contains it, or an actor."""
    if isinstance(subject, Actor):
        return name_in_page(subject.names)
    within = containers_of([subject])[subject.pk]
    parts = [name_in_page(place.names) for place in (subject, *within)]
    return JOIN.get(get_language() or "", ", ").join(parts)
