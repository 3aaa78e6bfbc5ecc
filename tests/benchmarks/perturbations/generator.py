"""Makes pairs of invented reports of one event that differ in exactly one particular, or in none.

Deterministic by seed. The sentence patterns are in `open.toml`, which the engine may be improved on, and
`held.toml`, which nobody looks at for that; each half has its own places and people.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

from claims.linking.types import SlotKind
from tests.benchmarks.perturbations import counting, dating, naming
from tests.benchmarks.perturbations.counting import Amount
from tests.benchmarks.perturbations.naming import Town

FOLDER = Path(__file__).parent
HALVES = ("open", "held")
LANGUAGES = (("ar", "ar"), ("en", "en"), ("ar", "en"), ("en", "ar"))
_OPTIONAL = re.compile(r"\[([^\]]*)\]")
_COARSE_CHANCE = 0.35
_FIRST_DAY = date(2024, 1, 20)
_DAYS = 340
_PAST = ("March 2019", "مارس 2019"), ("2016", "عام 2016"), ("August 2021", "آب 2021"), ("2008", "2008")

Pattern = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Side:
    """One report: its text, language and day of publication."""

    text: str
    language: str
    published_on: date


@dataclass(frozen=True, slots=True)
class Example:
    """Two reports and the particular that was changed; None where both tell the same or other facts."""

    a: Side
    b: Side
    slot: SlotKind | None
    half: str
    pattern: str
    way: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """The particulars of an event, and how coarsely a report gives each."""

    amount: Amount
    second: Amount
    town: Town
    elsewhere: Town
    day: date
    minutes: int
    actor: tuple[str, str] | None
    past: tuple[str, str]
    coarse_day: bool = False
    coarse_place: str = ""


@lru_cache(maxsize=2)
def patterns(half: str) -> tuple[Pattern, ...]:
    """Return the sentence patterns of a half."""
    return tuple(tomllib.loads((FOLDER / f"{half}.toml").read_text(encoding="utf-8"))["pattern"])


def make_examples(half: str, seed: int, *, each: int) -> Iterator[Example]:
    """Yield `each` pairs for each kind of particular and pair of languages, and thrice as many unchanged."""
    chance = Random(f"{half} {seed}")
    for kind in SlotKind:
        usable = [pattern for pattern in patterns(half) if _can_change(pattern, kind)]
        for languages in LANGUAGES:
            for turn in range(each):
                pattern = usable[turn % len(usable)]
                yield _changed(pattern, kind, languages, half, chance)
    for languages in LANGUAGES:
        for turn in range(3 * each):
            pattern = patterns(half)[turn % len(patterns(half))]
            yield _unchanged(pattern, languages, half, chance, aside=turn % 3 == 2)


def _can_change(pattern: Pattern, kind: SlotKind) -> bool:
    needs = {SlotKind.ACTOR: "actor", SlotKind.ACTION: "en_opposite", SlotKind.POLARITY: "en_not"}
    if kind is SlotKind.PLACE:
        return pattern.get("place") != "none"
    return needs.get(kind, "en") in pattern


def _event(pattern: Pattern, half: str, chance: Random) -> tuple[Event, Town]:
    town, sibling, elsewhere = naming.pick_towns(half, chance)
    named = {"person": naming.PEOPLE, "body": naming.BODIES}.get(pattern.get("actor", ""))
    event = Event(
        amount=Amount(counting.number_of(pattern["count"], chance), pattern["count"]),
        second=Amount(counting.number_of(pattern["count2"], chance), pattern["count2"]),
        town=town,
        elsewhere=elsewhere,
        day=_FIRST_DAY + timedelta(days=chance.randrange(_DAYS)),
        minutes=chance.randrange(0, 24 * 4) * 15,
        actor=chance.choice(named[half]) if named else None,
        past=chance.choice(_PAST),
    )
    return event, sibling


def _changed(
    pattern: Pattern, kind: SlotKind, languages: tuple[str, str], half: str, chance: Random
) -> Example:
    event, sibling = _event(pattern, half, chance)
    other, way = event, ""
    key, suffixes = "", ("", "")
    if kind is SlotKind.NUMBER:
        number = counting.another_number(event.amount.number, event.amount.noun, chance)
        other, key = replace(event, amount=replace(event.amount, number=number)), "n"
    elif kind is SlotKind.PLACE:
        other, key = replace(event, town=sibling), "place"
    elif kind is SlotKind.TIME:
        other, key, way = _another_time(event, pattern, chance)
    elif kind is SlotKind.ACTOR:
        named = naming.PEOPLE if pattern["actor"] == "person" else naming.BODIES
        others = [actor for actor in named[half] if actor != event.actor]
        other, key = replace(event, actor=chance.choice(others)), "who"
    else:
        suffix = "_opposite" if kind is SlotKind.ACTION else "_not"
        suffixes = ("", suffix) if chance.random() < 0.5 else (suffix, "")
    last = max(event.day, other.day)
    sides = [
        _side(pattern, suffix, language, told, last, key, chance)
        for suffix, language, told in zip(suffixes, languages, (event, other), strict=True)
    ]
    return Example(sides[0], sides[1], kind, half, pattern["name"], way)


def _another_time(event: Event, pattern: Pattern, chance: Random) -> tuple[Event, str, str]:
    """Move the event by days, or where the pattern gives the hour, by hours."""
    with_clock = all("{clock}" in pattern[language][0] for language in ("en", "ar"))
    if with_clock and chance.random() < 0.4:
        return (
            replace(event, minutes=(event.minutes + chance.choice([120, 240, 420, 660])) % 1440),
            "clock",
            "hour",
        )
    days = chance.choice([-6, -4, -3, -2, 2, 3, 5, 9, 25])
    return replace(event, day=event.day + timedelta(days=days)), "when", "day"


def _unchanged(
    pattern: Pattern, languages: tuple[str, str], half: str, chance: Random, *, aside: bool
) -> Example:
    event, _ = _event(pattern, half, chance)
    told = _coarser(event, pattern, chance) if chance.random() < _COARSE_CHANCE * 2 else event
    suffixes = ("", "_aside" if aside else "")
    sides = [
        _side(pattern, suffix, language, version, event.day, "", chance)
        for suffix, language, version in zip(suffixes, languages, (event, told), strict=True)
    ]
    if chance.random() < 0.5:
        sides.reverse()
    way = "another fact" if aside else "coarser" if told is not event else "reworded"
    return Example(sides[0], sides[1], None, half, pattern["name"], way)


def _coarser(event: Event, pattern: Pattern, chance: Random) -> Event:
    grain = counting.grain_for(event.amount.number, event.amount.noun, chance)
    return replace(
        event,
        amount=replace(event.amount, grain=grain),
        coarse_day=chance.random() < 0.4,
        coarse_place="region" if chance.random() < 0.4 and pattern.get("place") is None else "",
    )


def _side(
    pattern: Pattern, suffix: str, language: str, event: Event, last: date, key: str, chance: Random
) -> Side:
    """Write one report, published up to four days after `last`; the particular `key` must be in it."""
    published = last + timedelta(days=chance.choice([0, 0, 1, 1, 1, 2, 3, 4]))
    templates = pattern[language + suffix]
    usable = [t for t in templates if not key or f"{{{key}}}" in t or f"{{{key.upper()}}}" in t]
    template = chance.choice(usable or templates)
    text = _OPTIONAL.sub(lambda part: _kept(part[1], key, chance), template)
    text = re.sub(r"\{(\w+)\}", lambda found: _filled(found[1], event, language, published, chance), text)
    text = re.sub(r",(?=[.,;]| and )", "", text)
    text = re.sub(r"\s+", " ", text).strip()
    return Side(text[0].upper() + text[1:], language, published)


def _kept(part: str, key: str, chance: Random) -> str:
    return part if (key and f"{{{key}}}" in part) or chance.random() < 0.5 else ""


def _filled(key: str, event: Event, language: str, published: date, chance: Random) -> str:
    """Return what stands for a key in braces."""
    english = language == "en"
    if key.lower() in {"n", "m"}:
        amount = event.amount if key.lower() == "n" else event.second
        written = counting.written_english(amount, chance) if english else ""
        return written or counting.written_arabic(amount, chance, subject=key.isupper())
    place = naming.placed_english if english else naming.placed_arabic
    day = dating.dated_english if english else dating.dated_arabic
    clock = dating.clock_english if english else dating.clock_arabic
    language_index = 0 if english else 1
    writers: dict[str, Callable[[], str]] = {
        "place": lambda: place(event.town, chance, grain=event.coarse_place),
        "there": lambda: event.elsewhere.english[0] if english else event.elsewhere.arabic[0],
        "when": lambda: day(event.day, published, chance, coarse=event.coarse_day),
        "clock": lambda: clock(event.minutes, chance),
        "distance": lambda: "40 kilometres",
        "then": lambda: event.past[language_index],
        "who": lambda: (event.actor or ("", ""))[language_index],
    }
    return writers[key]()
