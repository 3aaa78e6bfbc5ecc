"""Whether names meet across scripts and spellings, and whether places lie where they lie."""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from claims.linking.gazetteer import load_gazetteer
from claims.linking.names import same_name
from claims.linking.place_comparison import compare_place_values
from claims.linking.types import Agreement
from tests.benchmarks.figures import Figure
from workbench.core.skeletons import consonants

PAIRS = Path(__file__).with_name("name_pairs.tsv")
"""Names made up for this project, before the rules on titles and vowels that they led to."""

Pair = dict[str, str]


def measure() -> Iterator[Figure]:
    """Yield accuracy on people's names, and on places: known spellings, containment, siblings."""
    pairs: dict[str, list[Pair]] = defaultdict(list)
    with PAIRS.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            pairs[row["kind"]].append(row)
    people = pairs["person"]
    yield Figure("names of people: right one of all first", _first_is_right(people), 0.97)
    yield Figure("names of people: pairs told apart", _share(people, _judged_right), 0.93)
    yield Figure("names of people: titles left apart", _share(pairs["titled"], _judged_right), 0.8)
    yield Figure("places: spellings of one place", _share(pairs["place"], _one_place), 0.95)
    yield Figure("places: a container is compatible", _share(pairs["container"], _compatible), 1.0)
    yield Figure("places: a sibling is a conflict", _share(pairs["sibling"], _different), 1.0)


def _share(pairs: list[Pair], right: Callable[[Pair], bool]) -> float:
    return sum(map(right, pairs)) / len(pairs)


def _judged_right(pair: Pair) -> bool:
    return same_name(pair["a"], pair["b"]) == (pair["same"] == "yes")


def _first_is_right(pairs: list[Pair]) -> float:
    """Return for how many Arabic names a right Latin one comes first among all that there are."""
    latin = sorted({pair["b"] for pair in pairs})
    right: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        if pair["same"] == "yes":
            right[pair["a"]].add(pair["b"])
    hits = (max(latin, key=lambda name, a=a: _likeness(a, name)) in names for a, names in right.items())
    return sum(hits) / len(right)


def _likeness(a: str, b: str) -> tuple[bool, float]:
    return same_name(a, b), Levenshtein.normalized_similarity(consonants(a), consonants(b))


def _one_place(pair: Pair) -> bool:
    gazetteer = load_gazetteer()
    place = gazetteer.find(pair["a"])
    return place is not None and place == gazetteer.find(pair["b"])


def _compared(pair: Pair) -> Agreement | None:
    gazetteer = load_gazetteer()
    x, y = gazetteer.find(pair["a"]), gazetteer.find(pair["b"])
    return compare_place_values(f"geo:{x.id}", f"geo:{y.id}", gazetteer) if x and y else None


def _compatible(pair: Pair) -> bool:
    return _compared(pair) is Agreement.COMPATIBLE


def _different(pair: Pair) -> bool:
    return _compared(pair) is Agreement.DIFFERENT
