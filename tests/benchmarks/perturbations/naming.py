"""Places out of the gazetteer and invented people, spelt as news spells them in both scripts."""

import re
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from claims.linking.gazetteer import place_key, read_places

COUNTRIES = frozenset(["SY", "IQ", "EG", "LY", "TN", "DZ", "MA", "SD", "YE", "SA", "JO", "LB", "PS", "MR"])
SMALLEST = 15_000
_ARABIC = re.compile("[\u0621-\u064a]")
_PLAIN_LATIN = re.compile(r"[A-Z][A-Za-z'’ -]+")

PEOPLE = {
    "open": [
        ("Salem al-Qadri", "سالم القادري"),
        ("Nabil Haddad", "نبيل حداد"),
        ("Mariam Zahrani", "مريم الزهراني"),
        ("Yusuf Barakat", "يوسف بركات"),
        ("Hicham Belkacem", "هشام بلقاسم"),
        ("Rania Tawfiq", "رانيا توفيق"),
        ("Omar Shuqair", "عمر شقير"),
        ("Karim Mansouri", "كريم المنصوري"),
        ("Adel Rashwan", "عادل رشوان"),
        ("Samira Lahlou", "سميرة لحلو"),
        ("Jamal Darwish", "جمال درويش"),
        ("Faisal Najjar", "فيصل النجار"),
    ],
    "held": [
        ("Tariq Bashir", "طارق بشير"),
        ("Lubna Ghanem", "لبنى غانم"),
        ("Munir Jabri", "منير الجابري"),
        ("Walid Sabbagh", "وليد الصباغ"),
        ("Hafsa Bennani", "حفصة بناني"),
        ("Ibrahim Kassab", "إبراهيم كساب"),
        ("Zaynab Furati", "زينب الفراتي"),
        ("Murad Yassin", "مراد ياسين"),
        ("Sufyan Trabelsi", "سفيان الطرابلسي"),
        ("Huda Mahjoub", "هدى محجوب"),
        ("Anwar Khatib", "أنور الخطيب"),
        ("Ghassan Atallah", "غسان عطا الله"),
    ],
}
BODIES = {
    "open": [
        ("UNICEF", "اليونيسف"),
        ("the World Food Programme", "برنامج الأغذية العالمي"),
        ("Hezbollah", "حزب الله"),
        ("the Islamic State group", "تنظيم الدولة الإسلامية"),
        ("the Syrian Democratic Forces", "قوات سوريا الديمقراطية"),
        ("the Turkish army", "الجيش التركي"),
        ("the Rapid Support Forces", "قوات الدعم السريع"),
        ("the Red Crescent", "الهلال الأحمر"),
    ],
    "held": [
        ("the World Health Organization", "منظمة الصحة العالمية"),
        ("Hamas", "حركة حماس"),
        ("the Houthis", "جماعة الحوثي"),
        ("the Israeli army", "القوات الإسرائيلية"),
        ("the United Nations", "الأمم المتحدة"),
        ("the European Union", "المفوضية الأوروبية"),
        ("the Iraqi army", "القوات العراقية"),
        ("the Taliban", "حركة طالبان"),
    ],
}


@dataclass(frozen=True, slots=True)
class Town:
    """A town with its spellings, and what contains it."""

    id: str
    region_id: str
    country: str
    english: tuple[str, ...]
    arabic: tuple[str, ...]


def _town(row: dict[str, str]) -> Town:
    names = row["names"].split("|")
    latin = tuple(n for n in names if _PLAIN_LATIN.fullmatch(n))[:1]
    arabic = tuple(n for n in names if _ARABIC.search(n))[:1]
    return Town(row["id"], row["region_id"], row["country"], latin, arabic)


@lru_cache(maxsize=1)
def _rows() -> dict[str, list[Town]]:
    found: dict[str, list[Town]] = {"city": [], "region": [], "country": []}
    for row in read_places():
        big = row["kind"] != "city" or int(float(row["population"] or 0)) >= SMALLEST
        if row["country"] in COUNTRIES and big and row["kind"] in found:
            town = _town(row)
            if town.english and town.arabic:
                found[row["kind"]].append(town)
    return found


@lru_cache(maxsize=1)
def _region_keys() -> frozenset[str]:
    rows = (row for row in read_places() if row["kind"] == "region")
    return frozenset(place_key(name) for row in rows for name in row["names"].split("|"))


@lru_cache(maxsize=2)
def towns(half: str) -> dict[str, list[Town]]:
    """Return the towns of one half of the list, by region; regions with two of them or more."""
    regions = {region.id for region in _rows()["region"]}
    by_region: dict[str, list[Town]] = {}
    for town in _rows()["city"]:
        named = {place_key(name) for name in (*town.english, *town.arabic)}
        if named & _region_keys() or "-" in town.arabic[0]:
            continue  # "in Batna" is the town or its province: no reader can tell
        mine = (int(re.sub(r"\D", "", town.id) or 1) // 2 % 2 == 0) == (half == "open")
        if mine and town.region_id in regions:
            by_region.setdefault(town.region_id, []).append(town)
    return {region: listed for region, listed in sorted(by_region.items()) if len(listed) > 1}


@lru_cache(maxsize=1)
def containers() -> dict[str, Town]:
    """Return regions and countries by id."""
    return {place.id: place for kind in ("region", "country") for place in _rows()[kind]}


def pick_towns(half: str, chance: Random) -> tuple[Town, Town, Town]:
    """Return a town, a sibling in its region, and a town of another region of the country."""
    by_region = towns(half)
    while True:
        region = chance.choice(list(by_region))
        town, sibling = chance.sample(by_region[region], 2)
        others = [r for r, listed in by_region.items() if listed[0].country == town.country and r != region]
        if others:
            return town, sibling, chance.choice(by_region[chance.choice(others)])


def placed_english(town: Town, chance: Random, *, grain: str = "") -> str:
    """Write a town, or with `grain` "region" what contains it."""
    region = containers()[town.region_id].english[0]
    if grain:
        return chance.choice([f"the province of {region}", f"{region} province"])
    name = _spelt(town.english[0], chance)
    return chance.choice([name, name, name, f"the town of {name}", f"{name}, in the province of {region},"])


def _spelt(name: str, chance: Random) -> str:
    """Write the article and the marks of a romanised name as one outlet or another does."""
    way = chance.randrange(3)
    if way == 1:
        name = re.sub(r"^(Al|Ar|As|Ash|Ad|An|At|Az) ", lambda m: f"{m[1].lower()}-", name)
    return name if way == 2 else re.sub("['’]", "", name)


def placed_arabic(town: Town, chance: Random, *, grain: str = "") -> str:
    """Write a town in Arabic, or with `grain` "region" what contains it."""
    region = re.sub(r"^(?:محافظة|ولاية|جهة) ", "", containers()[town.region_id].arabic[0])
    if grain:
        return f"محافظة {region}"
    name = town.arabic[0]
    return chance.choice([name, name, f"مدينة {name}", f"بلدة {name}", f"{name} بمحافظة {region}"])
