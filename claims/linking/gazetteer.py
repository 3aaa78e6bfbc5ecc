"""The gazetteer: places known by name in both scripts, and which of them contains which."""

import csv
import gzip
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from sys import intern

from workbench.core.text import fold_name

DATA = Path(__file__).parent / "data"
TABLES = ("places.tsv.gz", "places_supplement.tsv")


@dataclass(frozen=True, slots=True)
class Place:
    """One place. `region_id` and `country` name what contains it; both may be empty."""

    id: str
    kind: str
    country: str
    region_id: str
    latitude: float | None
    longitude: float | None
    population: int
    name: str


Listed = tuple[Place, Sequence[str]]
"""A place with the keys of its names (`place_key`)."""


class Gazetteer:
    """Places by name key and by id.

    Names meet whatever their spaces, hyphens, articles and diacritics: "al-Bukamal",
    "Abu Kamal" and البو كمال are one place when the table lists them so. A gazetteer
    may stand on another one, `base`: what it lists itself comes first, and its
    `further` names (key, id of the place) may mean places of either.
    """

    def __init__(
        self,
        listed: Iterable[Listed],
        *,
        further: Iterable[tuple[str, str]] = (),
        base: "Gazetteer | None" = None,
    ) -> None:
        self._base = base
        self._by_id: dict[str, Place] = {}
        self._by_name: dict[str, tuple[str, ...]] = {}
        for place, keys in listed:
            self._by_id[place.id] = place
            for key in keys:
                self._add_name(key, place.id)
        for key, place_id in further:
            self._add_name(key, place_id)

    def _add_name(self, key: str, place_id: str) -> None:
        known = self._by_name.get(key, ())
        if place_id not in known:
            self._by_name[key] = (*known, place_id)

    def __len__(self) -> int:
        return len(self._by_id) + (len(self._base) if self._base else 0)

    def find(self, name: str) -> Place | None:
        """Return the most populous place called `name`, or None."""
        places = self.all_named(name)
        return min(places, key=_rank) if places else None

    def all_named(self, name: str) -> list[Place]:
        """Return every place called `name`: those that the gazetteer lists itself, or else its base's."""
        ids = self._by_name.get(place_key(name), ())
        own = [place for place_id in ids if (place := self.get(place_id))]
        return own or (self._base.all_named(name) if self._base else [])

    def get(self, place_id: str) -> Place | None:
        """Return the place with this id, or None."""
        place = self._by_id.get(place_id)
        return self._base.get(place_id) if place is None and self._base else place

    def containers(self, place: Place) -> Iterator[str]:
        """Yield the ids of what contains `place`: its region, then its country."""
        seen = {place.id}
        region_id = place.region_id
        while region_id and region_id not in seen:
            seen.add(region_id)
            yield region_id
            region = self.get(region_id)
            region_id = region.region_id if region else ""
        if place.kind != "country" and place.country:
            yield place.country

    def contains(self, outer: Place, inner: Place) -> bool:
        """Tell whether `inner` lies in `outer`."""
        if outer.kind == "country":
            return inner.kind != "country" and outer.country == inner.country
        return outer.id in self.containers(inner)

    def same_region(self, a: Place, b: Place) -> bool:
        """Tell whether two places lie in one region: siblings, which reports confuse."""
        return bool(a.region_id) and a.region_id == b.region_id


def _rank(place: Place) -> tuple[bool, int, int, str]:
    """Return what puts places of one name in order: countries, then people, then GeoNames' older numbers."""
    return (place.kind != "country", -place.population, len(place.id), place.id)


def listed_place(row: Mapping[str, str]) -> Listed:
    """Return the place that a line of the tables describes, with the keys of its names."""
    names = row["names"].split("|")
    place = Place(
        id=row["id"],
        kind=intern(row["kind"]),
        country=intern(row["country"]),
        region_id=intern(row["region_id"]),
        latitude=float(row["lat"]) if row["lat"] else None,
        longitude=float(row["lon"]) if row["lon"] else None,
        population=int(float(row["population"] or 0)),
        name=names[0],
    )
    return place, keys_of(names)


def keys_of(names: Iterable[str]) -> tuple[str, ...]:
    """Return the keys under which names are looked up, each once, in their order."""
    return tuple(dict.fromkeys(key for name in names if (key := place_key(name))))


@lru_cache(maxsize=16384)
def place_key(name: str) -> str:
    """Return the key under which spellings of a place meet.

    >>> place_key("Deir-ez-Zor") == place_key("Deir ez Zor")
    True
    >>> place_key("البو كمال") == place_key("البوكمال")
    True
    """
    return fold_name(name).replace(" ", "")


def read_places(folder: Path = DATA) -> Iterator[dict[str, str]]:
    """Yield the rows of the place tables in `folder`."""
    for table in TABLES:
        path = folder / table
        if not path.exists():
            continue
        raw = path.read_bytes()
        text = gzip.decompress(raw) if path.suffix == ".gz" else raw
        yield from csv.DictReader(io.StringIO(text.decode("utf-8")), delimiter="\t", quoting=csv.QUOTE_NONE)


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """Return the gazetteer that comes with the project, read once."""
    return Gazetteer(map(listed_place, read_places()))
