"""Names that look like others are found out, and real names are not suspected."""

import csv
from pathlib import Path

import pytest

from sources.naming.looks import (
    differing_characters,
    exchanged_letters,
    hidden_characters,
    look_of,
    mixed_words,
)
from workbench.core.text import fold_name

NAMES = (
    *(
        "Harbour Post",
        "Coast Daily",
        "al-Sindyan",
        "Quay Mail",
        "Ibex Times",
        "Mirror Monitor",
        "Delta Press",
    ),
    *(
        "Pilot Chronicle",
        "Sail and Compass",
        "Marina Dispatch",
        "Hope Examiner",
        "Copper Coast Radio",
        "Cape Post",
    ),
)
SWAPS = {
    "a": "а", "e": "е", "o": "о", "p": "р", "c": "с", "x": "х", "i": "і", "s": "ѕ", "l": "1",
    "m": "rn", "C": "С", "H": "Н", "P": "Р", "M": "М", "I": "l", "D": "Ⅾ",
}  # fmt: skip
"""Letters and what passes for them: Cyrillic ones, a digit, two Latin letters."""


def spoofs():
    for name in NAMES:
        for at, letter in enumerate(name):
            if letter in SWAPS:
                yield name, name[:at] + SWAPS[letter] + name[at + 1 :]


def known_names():
    table = Path("claims/linking/data/actors.tsv")
    with table.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield from (name.strip(" =") for name in row["names"].split("|"))


def test_nearly_every_spoof_looks_like_what_it_copies():
    pairs = list(spoofs())

    missed = [(name, spoof) for name, spoof in pairs if look_of(name) != look_of(spoof)]

    assert len(pairs) >= 100
    assert len(missed) <= 0.05 * len(pairs), missed


def test_real_names_are_hardly_ever_suspected():
    names = sorted(set(known_names()))
    looks: dict[str, set[str]] = {}
    for name in names:
        looks.setdefault(look_of(name), set()).add(fold_name(name))

    suspected = [name for name in names if len(looks[look_of(name)]) > 1 or mixed_words(name)]

    assert len(names) > 500
    assert len(suspected) <= 0.01 * len(names), suspected


@pytest.mark.parametrize(
    ("name", "other", "shown"),
    [
        pytest.param("Quay Nеws", "Quay News", [("е", "e", "U+0435")], id="cyrillic-e"),
        pytest.param("Reuter5", "Reuters", [("5", "s", "U+0035")], id="digit"),
        pytest.param("Quay Maiⅼ", "Quay Mail", [], id="compatibility-form-is-the-same-name"),
    ],
)
def test_the_characters_that_differ_are_shown(name, other, shown):
    assert [(c.written, c.looks_like, c.code) for c in differing_characters(name, other)] == shown


def test_letters_that_arabic_typists_exchange_are_the_same_name():
    assert fold_name("قناة ليبيا") == fold_name("قناه ليبیا")
    assert [c.name for c in exchanged_letters("ليبيا", "ليبیا")] == ["ARABIC LETTER YEH"]


@pytest.mark.parametrize(
    ("name", "marks"),
    [
        pytest.param("Coast\u200b Daily", ["U+200B"], id="zero-width-space"),
        pytest.param("\u202eyliaD tsaoC", ["U+202E"], id="right-to-left-override"),
        pytest.param("ماه\u200cنامه", [], id="joiner-where-persian-writes-it"),
        pytest.param("Coast\u200cDaily", ["U+200C"], id="joiner-in-latin"),
        pytest.param("Coast Daily", [], id="nothing"),
    ],
)
def test_invisible_characters_are_named(name, marks):
    assert hidden_characters(name) == marks


def test_words_of_several_scripts_are_suspicious_and_names_of_several_are_not():
    assert mixed_words("Cоast Daily") == ["Cоast"]
    assert mixed_words("MTV لبنان") == []
