"""News sentences with one particular changed: conflicts whose slot is known, and harmless rewordings.

The sentences are those of the training data and are never stored: only weights come of them. The benchmark
of one-slot changes (`tests/benchmarks/perturbations`) has a generator and patterns of its own.
"""

import gzip
import json
import random
import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from claims.linking.gazetteer import load_gazetteer, read_places
from claims.linking.reader import read_slots
from claims.linking.relating.labels import INFERENCES, KINSHIPS, SLOTS
from claims.linking.types import Slot, SlotKind
from claims.training.relating.corpora import TextPair

LENGTHS = range(50, 260)
"""Characters of a sentence that could be a claim."""
_ENDS = re.compile(r"(?<=[.!?؟])\s+|\n")
_ARABIC = re.compile("[\u0621-\u064a]")
_KNOWN_PLACE = 20_000
"""Inhabitants of the places that are put in."""
_DIGITS = re.compile(r"[0-9٠-٩]+")
_EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_WEEKDAYS = (
    ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"),
    ("الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"),
    ("yesterday", "today", "tomorrow"),
    ("أمس", "اليوم", "غدا"),
    ("morning", "evening", "afternoon"),
    ("صباح", "مساء", "ظهر"),
)
_MONTHS = (
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ],
)


def read_sentences(file: Path, count: int, chance: random.Random) -> list[str]:
    """Return `count` sentences of the articles in `file`, at most two from each."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        articles = [json.loads(line)["text"] for line in lines]
    chance.shuffle(articles)
    found: list[str] = []
    for text in articles:
        sentences = [part.strip() for part in _ENDS.split(text) if len(part) in LENGTHS]
        found += chance.sample(sentences, min(2, len(sentences)))
        if len(found) >= count:
            break
    return found[:count]


def perturbed(sentences: Sequence[str], chance: random.Random) -> Iterator[TextPair]:
    """Yield a pair for each particular of each sentence that can be changed, and one unchanged."""
    places = _places_by_country()
    for sentence in sentences:
        changed = [
            (slot.kind, text)
            for slot in read_slots(sentence, date(2020, 6, 10))
            if (text := _changed(sentence, slot, places, chance))
        ]
        chance.shuffle(changed)
        for kind, text in changed[:2]:
            yield _conflict(sentence, text, kind)
        reworded = _in_other_digits(sentence)
        if reworded != sentence:
            yield _agreement(sentence, reworded)


def _changed(
    sentence: str, slot: Slot, places: dict[str, list[tuple[str, str]]], chance: random.Random
) -> str:
    """Return the sentence with another value in one slot, "" where none is known."""
    if slot.kind is SlotKind.NUMBER:
        words = _other_number(slot.text, chance)
    elif slot.kind is SlotKind.TIME:
        words = _other_time(slot.text, chance)
    elif slot.kind is SlotKind.PLACE:
        words = _other_place(slot, places, chance)
    else:
        words = ""
    return sentence[: slot.span.start] + words + sentence[slot.span.end :] if words else ""


def _other_number(text: str, chance: random.Random) -> str:
    found = _DIGITS.search(text)
    if not found:
        return ""
    value = int(found[0])
    other = max(1, round(value * chance.choice([0.4, 0.6, 1.4, 1.8, 2.5])) + chance.choice([-1, 1, 2]))
    return "" if other == value else text[: found.start()] + _like(found[0], other) + text[found.end() :]


def _like(written: str, value: int) -> str:
    return str(value) if written.isascii() else str(value).translate(_EASTERN)


def _other_time(text: str, chance: random.Random) -> str:
    for names in (*_WEEKDAYS, *_MONTHS):
        for name in names:
            if name in text:
                return text.replace(name, chance.choice([other for other in names if other != name]), 1)
    found = _DIGITS.search(text)
    if found and int(found[0]) < 29:
        other = (int(found[0]) + chance.randint(2, 20)) % 28 + 1
        return text[: found.start()] + _like(found[0], other) + text[found.end() :]
    return ""


def _other_place(slot: Slot, places: dict[str, list[tuple[str, str]]], chance: random.Random) -> str:
    """Return a place of the same country and kind, in the script of the one it replaces."""
    known = load_gazetteer().get(slot.value.removeprefix("geo:")) if slot.value.startswith("geo:") else None
    arabic = bool(_ARABIC.search(slot.text))
    if known is None or (arabic and slot.text[0] in "بول"):
        return ""
    siblings = places.get(f"{known.country}/{known.kind}/{arabic}", [])
    others = [name for identifier, name in siblings if identifier != known.id and name not in slot.text]
    return chance.choice(others) if others else ""


def _places_by_country() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for place in read_places():
        if int(place["population"] or 0) < _KNOWN_PLACE:
            continue
        for name in place["names"].split("|"):
            arabic = bool(_ARABIC.search(name))
            found.setdefault(f"{place['country']}/{place['kind']}/{arabic}", []).append((place["id"], name))
    return found


def _in_other_digits(sentence: str) -> str:
    if not _ARABIC.search(sentence):
        return sentence
    return _DIGITS.sub(
        lambda found: found[0].translate(_EASTERN) if found[0].isascii() else str(int(found[0])), sentence
    )


def _conflict(a: str, b: str, kind: SlotKind) -> TextPair:
    against = INFERENCES.index("contradicts")
    return TextPair(
        a=a,
        b=b,
        forward=against,
        backward=against,
        kinship=KINSHIPS.index("conflicts"),
        slot=SLOTS.index(kind.value),
        source="perturbed",
    )


def _agreement(a: str, b: str) -> TextPair:
    follows = INFERENCES.index("entails")
    return TextPair(
        a=a, b=b, forward=follows, backward=follows, kinship=KINSHIPS.index("same"), source="perturbed"
    )
