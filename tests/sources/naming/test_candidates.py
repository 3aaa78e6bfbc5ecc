"""Pairs are found by keys that both share, in time that does not grow with the square."""

import itertools

from sources.naming.candidates import find_alike
from sources.naming.likeness import NamedSource, compare_sources

NAMES = (
    *("al-Hal", "Al-Hal Net", "الحل نت", "Harbour Post", "The Harbour Post Online", "بريد المرفأ"),
    *("Заря", "Zarya", "Zarters", "زارترز", "Tareq Shalabi", "Tarek Shalaby", "Coast Daily", "Quay News"),
    *("Quay Nеws", "Ministry of Water", "وزارة المياه", "Hassan Nehme", "حسن نعمة"),
)


def test_keys_miss_no_pair_that_comparing_all_would_find():
    sources = [NamedSource(str(place), "outlet", (name,)) for place, name in enumerate(NAMES)]

    found = {(pair.one, pair.other) for pair in find_alike(sources)}

    by_hand = {
        tuple(sorted((a.id, b.id)))
        for a, b in itertools.combinations(sources, 2)
        if compare_sources(a, b).score >= 0.6
    }
    assert found == by_hand
    assert len(found) >= 9


def test_what_cannot_be_one_is_not_compared():
    sources = [NamedSource("1", "person", ("al-Hal",)), NamedSource("2", "outlet", ("Al-Hal Net",))]

    assert not find_alike(sources, may_be_one=lambda a, b: a.kind == b.kind)
