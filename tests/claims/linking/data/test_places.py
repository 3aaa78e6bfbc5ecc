"""The tables of places: what newsrooms will look up in them, in both scripts."""

import csv
import gzip
import hashlib
import io
import json
from collections import Counter

import pytest

from claims.linking.gazetteer import DATA, load_gazetteer, place_key

HEADER = ["id", "kind", "country", "region_id", "lat", "lon", "population", "names"]
TABLE = DATA / "places.tsv.gz"
SUPPLEMENT = DATA / "places_supplement.tsv"
_CODES = "SY IQ LB JO EG SA YE SD LY PS AE KW QA OM BH TN DZ MA MR SO DJ KM EH"
ARAB = frozenset(_CODES.split())


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    text = gzip.decompress(TABLE.read_bytes()).decode() + SUPPLEMENT.read_text().partition("\n")[2]
    return list(csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))


def is_arabic(name: str) -> bool:
    return any("\u0600" <= character <= "\u06ff" for character in name)


def test_both_tables_have_the_same_columns():
    first = gzip.decompress(TABLE.read_bytes()).decode().partition("\n")[0]

    assert first.split("\t") == HEADER
    assert SUPPLEMENT.read_text().partition("\n")[0].split("\t") == HEADER


def test_the_table_is_the_one_its_manifest_describes_and_small():
    manifest = json.loads((DATA / "places.manifest.json").read_text())

    assert manifest["files"][TABLE.name]["sha256"] == hashlib.sha256(TABLE.read_bytes()).hexdigest()
    assert TABLE.stat().st_size < 1_500_000
    assert "CC BY 4.0" in {source["licence"] for source in manifest["sources"]}


def test_ids_are_given_once(rows: list[dict[str, str]]):
    assert not [place_id for place_id, count in Counter(row["id"] for row in rows).items() if count > 1]


def test_every_row_has_a_kind_and_a_name_that_can_be_looked_up(rows: list[dict[str, str]]):
    assert {row["kind"] for row in rows} == {"country", "region", "city"}
    assert not [row["id"] for row in rows if not place_key(row["names"].split("|")[0])]


def test_arab_towns_lie_in_listed_regions(rows: list[dict[str, str]]):
    listed = {row["id"] for row in rows if row["kind"] == "region"}

    assert not {row["region_id"] for row in rows if row["country"] in ARAB and row["region_id"]} - listed


def test_regions_and_arab_countries_have_an_english_and_an_arabic_name(rows: list[dict[str, str]]):
    wanted = [
        row
        for row in rows
        if row["country"] in ARAB and (row["kind"] == "country" or row["id"].startswith(row["country"] + "."))
    ]

    spelled = [row["names"].split("|")[:2] for row in wanted]
    assert not [names for names in spelled if [is_arabic(name) for name in names] != [False, True]]


@pytest.mark.parametrize(
    ("country", "count"), [("SY", 14), ("IQ", 19), ("LB", 8), ("JO", 12), ("EG", 27), ("YE", 22), ("TN", 24)]
)
def test_a_country_has_all_its_regions(rows: list[dict[str, str]], country: str, count: int):
    numbered = [row for row in rows if row["kind"] == "region" and row["id"][3:].isdigit()]

    assert sum(row["country"] == country for row in numbered) == count


@pytest.mark.parametrize(
    ("english", "arabic"),
    [
        ("al-Bukamal", "البوكمال"),
        ("Abu Kamal", "البو كمال"),
        ("al-Mayadin", "الميادين"),
        ("Deir Ezzor", "دير الزور"),
        ("Rural Damascus", "ريف دمشق"),
        ("al-Salihiyah", "الصالحية"),
        ("Aleppo Governorate", "محافظة حلب"),
        ("Tal Afar", "تلعفر"),
        ("Khan Younis", "خانيونس"),
        ("El Fasher", "الفاشر"),
        ("Hodeidah", "الحديدة"),
        ("Ras Lanuf", "رأس لانوف"),
        ("Sidi Bouzid", "سيدي بوزيد"),
        ("Port Said", "بور سعيد"),
        ("Sharm el-Sheikh", "شرم الشيخ"),
        ("Urfa", "شانلي أورفا"),
        ("Kyiv", "كييف"),
        ("US", "الولايات المتحدة"),
        ("UAE", "الإمارات"),
        ("Iraqi Kurdistan", "إقليم كردستان"),
    ],
)
def test_both_scripts_name_one_place(english: str, arabic: str):
    gazetteer = load_gazetteer()

    place = gazetteer.find(english)

    assert place is not None
    assert place == gazetteer.find(arabic)


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("دير الزور", "al-Mayadin"),
        ("Syria", "البوكمال"),
        ("North Darfur", "الفاشر"),
        ("دارفور", "El Fasher"),
        ("إقليم كردستان", "Erbil"),
        ("قطاع غزة", "Rafah"),
        ("سيناء", "Arish"),
        ("South Lebanon", "صور"),
        ("Nabatieh", "الخيام"),
    ],
)
def test_a_region_contains_its_towns(outer: str, inner: str):
    gazetteer = load_gazetteer()
    region, town = gazetteer.find(outer), gazetteer.find(inner)

    assert region is not None
    assert town is not None
    assert gazetteer.contains(region, town)
    assert not gazetteer.contains(town, region)
