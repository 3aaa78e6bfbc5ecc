"""The gazetteer: places known by name in both scripts, and which of them contains which."""

import csv
import gzip
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from workbench.core.text import fold_name

DATA = Path(__file__).parent / "data"
_TABLES = ("places.tsv.gz", "places_supplement.tsv")


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


class Gazetteer:
    """Places by name key and by id.

    Names meet whatever their spaces, hyphens, articles and diacritics: "al-Bukamal",
    "Abu Kamal" and البو كمال are one place when the table lists them so.
    """

    def __init__(self, rows: Iterable[dict[str, str]]) -> None:
        self._by_id: dict[str, Place] = {}
        self._by_name: dict[str, list[str]] = {}
        for row in rows:
            place = _place(row)
            self._by_id[place.id] = place
            for name in row["names"].split("|"):
                entries = self._by_name.setdefault(place_key(name), [])
                if place.id not in entries:
                    entries.append(place.id)

    def __len__(self) -> int:
        return len(self._by_id)

    def find(self, name: str) -> Place | None:
        """Return the most populous place called `name`, or None."""
        places = self.all_named(name)
        return max(places, key=_prominence) if places else None

    def all_named(self, name: str) -> list[Place]:
        """Return every place called `name`."""
        return [self._by_id[place_id] for place_id in self._by_name.get(place_key(name), ())]

    def get(self, place_id: str) -> Place | None:
        """Return the place with this id, or None."""
        return self._by_id.get(place_id)

    def containers(self, place: Place) -> Iterator[str]:
        """Yield the ids of what contains `place`: its region, then its country."""
        seen = {place.id}
        region_id = place.region_id
        while region_id and region_id not in seen:
            seen.add(region_id)
            yield region_id
            region = self._by_id.get(region_id)
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


def _prominence(place: Place) -> tuple[int, int]:
    return (place.kind == "country", place.population)


def _place(row: dict[str, str]) -> Place:
    names = row["names"].split("|")
    return Place(
        id=row["id"],
        kind=row["kind"],
        country=row["country"],
        region_id=row["region_id"],
        latitude=float(row["lat"]) if row["lat"] else None,
        longitude=float(row["lon"]) if row["lon"] else None,
        population=int(float(row["population"] or 0)),
        name=names[0],
    )


@lru_cache(maxsize=65536)
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
    for table in _TABLES:
        path = folder / table
        if not path.exists():
            continue
        raw = path.read_bytes()
        text = gzip.decompress(raw) if path.suffix == ".gz" else raw
        yield from csv.DictReader(io.StringIO(text.decode("utf-8")), delimiter="\t", quoting=csv.QUOTE_NONE)


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """Return the gazetteer that comes with the project, read once."""
    return Gazetteer(read_places())
