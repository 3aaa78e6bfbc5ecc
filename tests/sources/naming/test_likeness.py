"""Two names are taken for one by sound, meaning, look and site, and told apart by what speaks against."""

import pytest

from sources.naming.likeness import WEIGHTS, NamedSource, compare_sources, met_in_one_chain


def likeness(one, other, kinds=("outlet", "outlet"), **more):
    facts = [{name: values[place] for name, values in more.items()} for place in (0, 1)]
    return compare_sources(
        NamedSource("1", kinds[0], (one,), **facts[0]), NamedSource("2", kinds[1], (other,), **facts[1])
    )


def codes(found):
    return [reason.code for reason in found.reasons]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        pytest.param("al-Hal", "Al-Hal Net", "same_words", id="generic-word-added"),
        pytest.param("al-Hal", "الحل نت", "same_sound", id="two-consonants-and-the-article"),
        pytest.param("Al-Hal Net", "الحل نت", "same_sound", id="generic-word-translated"),
        pytest.param("Al-Sindyan", "السنديان", "same_sound", id="across-scripts"),
        pytest.param("Harbour Gazette", "The Harbour", "same_words", id="medium-named-once"),
        pytest.param("وكالة الساري للأنباء", "الساري", "same_words", id="generic-words-in-arabic"),
        pytest.param("Ministry of Water", "وزارة المياه", "same_meaning", id="translated"),
        pytest.param("Al-Mayadeen Quay", "al-Mayadin Quay", "same_spelling", id="romanised-otherwise"),
        pytest.param("Заря", "Zarya", "same_spelling", id="cyrillic"),
        pytest.param("Tareq Shalabi", "Tarek Shalaby", "same_spelling", id="y-and-i"),
        pytest.param("Quay Nеws", "Quay News", "same_look", id="cyrillic-letter-inside"),
        pytest.param("Zarters", "زارترز", "near_sound", id="z-for-s"),
    ],
)
def test_two_names_of_one_source_are_proposed(one, other, why):
    found = likeness(one, other)

    assert found.score >= WEIGHTS.threshold
    assert codes(found)[0] == why


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        pytest.param("Harbour TV", "Harbour Gazette", ("outlet", "outlet"), id="two-media"),
        pytest.param("Samir Awad", "Samira Awad", ("person", "person"), id="another-gender"),
        pytest.param("Hussein Nehme", "حسن نعمة", ("person", "person"), id="other-vowels"),
        pytest.param("Hassan", "حسن", ("person", "person"), id="first-name-alone"),
        pytest.param("PUK", "أوبك", ("organisation", "organisation"), id="abbreviation"),
        pytest.param("وزارة الصحة", "وزارة السياحة", ("organisation", "organisation"), id="letters-apart"),
        pytest.param("News Agency", "وكالة الأنباء", ("outlet", "outlet"), id="nothing-but-generic-words"),
        pytest.param("Coast Daily", "Harbour Post", ("outlet", "outlet"), id="nothing-in-common"),
    ],
)
def test_names_of_different_sources_are_not_proposed(one, other, kinds):
    assert likeness(one, other, kinds).score < WEIGHTS.threshold


def test_one_site_is_enough_even_under_other_names():
    found = likeness("Harbour Post", "بريد الشمال", sites=(frozenset({"harbour.example"}),) * 2)

    assert found.score >= WEIGHTS.threshold
    assert codes(found)[:2] == ["same_site", "site_alone"]


def test_names_in_two_countries_speak_against():
    here = likeness("Al-Sindyan", "السنديان", country=("LB", "LB"))
    apart = likeness("Al-Sindyan", "السنديان", country=("LB", "MA"))

    assert apart.score < WEIGHTS.threshold <= here.score


def test_who_quotes_the_other_is_hardly_the_other():
    found = met_in_one_chain(likeness("al-Hal", "Al-Hal Net"), 3)

    assert found.score < WEIGHTS.threshold
    assert found.reasons[-1].words == ("3",)


def test_the_best_pair_of_spellings_counts():
    one = NamedSource("1", "outlet", ("Quite Another", "al-Sindyan"))
    other = NamedSource("2", "outlet", ("السنديان",))

    assert compare_sources(one, other).reasons[0].words == ("al-Sindyan", "السنديان")


def test_comparing_is_the_same_both_ways():
    assert likeness("al-Hal", "الحل نت").score == likeness("الحل نت", "al-Hal").score
