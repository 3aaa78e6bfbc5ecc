"""Articles are grouped by all that speaks for one event, and never against what people decided."""

import random
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from claims.linking.grouping.evidence import link_strength, particular_keys, rarity_of, weigh
from claims.linking.grouping.guarding import BIG
from claims.linking.grouping.joining import choose_story, drawn_along
from claims.linking.grouping.regrouping import regroup
from claims.linking.grouping.types import Bonds, Known, Member, pair_of

NOTHING = np.empty((0, 4), dtype=np.float32)


def member(name, story="", **more):
    return Member(id=name, publication=name, language="en", vectors=NOTHING, story=story, **more)


def links(*pairs, strength=0.9):
    return {pair_of(one, other): strength for one, other in pairs}


def all_pairs(*names):
    return [(one, other) for one in names for other in names if one < other]


def grouped(found):
    groups = {}
    for name, story in found.stories.items():
        groups.setdefault(story, set()).add(name)
    return {frozenset(group) for group in groups.values()}


def alike(name, *rows, **more):
    vectors = np.array(rows, dtype=np.float32)
    return replace(member(name, **more), vectors=vectors / np.linalg.norm(vectors, axis=1, keepdims=True))


def test_an_article_joins_the_story_that_most_speaks_for():
    stories = {"fire": [member("a")], "flood": [member("b")]}
    known = Known(links=links(("a", "new")) | links(("b", "new"), strength=0.6))

    assert choose_story(member("new"), stories, known).story == "fire"


def test_an_article_without_evidence_enough_joins_none():
    assert (
        choose_story(member("new"), {"fire": [member("a")]}, Known(links=links(("a", "new"), strength=0.4)))
        is None
    )


def test_one_alike_article_does_not_open_a_long_story():
    story = [member(name) for name in "abcd"]

    assert choose_story(member("new"), {"s": story}, Known(links=links(("a", "new")))) is None


def test_two_short_texts_that_share_a_kind_of_event_do_not_meet():
    one, other = alike("a", [1, 0, 0, 0]), alike("b", [0.36, 0.93, 0, 0])

    assert weigh(one, other, Known()).chance < 0.2


def test_the_same_likeness_says_more_in_long_texts():
    short = weigh(alike("a", [1, 0, 0, 0]), alike("b", [0.45, 0.89, 0, 0]), Known())
    many = np.eye(4).tolist()
    long = weigh(alike("a", *many), alike("b", *[[0.45 * x + 0.1 for x in row] for row in many]), Known())

    assert long.chance > short.chance


def test_a_rare_name_in_common_speaks_for_one_event_and_other_places_against_it():
    one, other = alike("a", [1, 0, 0, 0]), alike("b", [0.5, 0.86, 0, 0])
    here = {"names": frozenset({"geo:1"}), "places": frozenset({"geo:1"})}
    there = {"names": frozenset({"geo:2"}), "places": frozenset({"geo:2"})}
    plain = weigh(one, other, Known()).chance

    assert weigh(replace(one, **here), replace(other, **here), Known()).chance > plain
    assert weigh(replace(one, **here), replace(other, **there), Known()).chance < plain


def test_a_name_that_all_articles_give_says_little():
    rarity = rarity_of({"common": 200, "rare": 1}, 200)

    assert rarity["common"] < 0.05
    assert rarity["rare"] > 0.9


def test_evidence_fades_with_the_days_between_two_articles():
    day = date(2026, 5, 1)
    one, other = alike("a", [1, 0, 0, 0], day=day), alike("b", [0.5, 0.86, 0, 0], day=day)
    later = replace(other, day=day + timedelta(days=30))

    assert weigh(one, later, Known()).chance < weigh(one, other, Known()).chance


def test_a_confirmed_link_outweighs_what_the_texts_say():
    one, other = alike("a", [1, 0, 0, 0]), alike("b", [0.5, 0.86, 0, 0])
    known = Known(links=links(("a", "b"), strength=1.0), confirmed=frozenset({("a", "b")}))

    assert weigh(one, other, known).chance > weigh(one, other, Known(links=known.links)).chance + 0.3


def test_links_add_up_and_related_says_half():
    assert link_strength([("corroborates", 0.5), ("conflicts", 0.5)]) == pytest.approx(0.75)
    assert link_strength([("related", 0.8)]) == pytest.approx(0.4)


def test_an_unlisted_name_is_compared_word_by_word():
    assert particular_keys("name:city:bld-krmsn") & particular_keys("name::krmsn")
    assert particular_keys("geo:1234") == {"geo:1234"}


def test_a_later_version_of_a_text_stays_with_the_first():
    stories = {"s": [replace(member("a"), publication="p")]}

    assert choose_story(replace(member("b"), publication="p"), stories, Known()).held


def test_no_evidence_joins_what_people_set_apart():
    known = Known(links=links(("a", "b")), bonds=Bonds(apart=frozenset({("a", "b")})))

    assert choose_story(member("b"), {"s": [member("a")]}, known) is None
    assert len(grouped(regroup([member("a"), member("b")], known))) == 2


def test_what_people_put_together_needs_no_evidence():
    known = Known(bonds=Bonds(together=frozenset({("a", "b")})))

    assert choose_story(member("b"), {"s": [member("a")]}, known).held
    assert len(grouped(regroup([member("a"), member("b")], known))) == 1


def test_the_last_act_on_a_pair_counts():
    bonds = Bonds.from_acts([(True, ["a"], ["b", "c"]), (False, ["a"], ["b"])])

    assert (bonds.together, bonds.apart) == (frozenset({("a", "c")}), frozenset({("a", "b")}))


def test_only_lone_articles_are_drawn_along():
    known = Known(links=links(*all_pairs("a", "b", "c")))

    assert [m.id for m, _ in drawn_along([member("a"), member("b")], {"c": member("c")}, known)] == ["c"]
    assert drawn_along([member("a")], {"c": member("c")}, known) == []


def test_groups_that_hold_together_are_found_whatever_the_order():
    known = Known(links=links(*all_pairs(*"abc"), *all_pairs(*"xyz")))
    members = [member(name) for name in "abcxyz"]
    found = regroup(members, known)
    random.Random(3).shuffle(members)

    assert grouped(found) == {frozenset("abc"), frozenset("xyz")}
    assert regroup(members, known).stories == found.stories


def test_a_single_edge_never_merges_two_groups():
    edge = {("c", "x"): 1.0}
    known = Known(links=links(*all_pairs(*"abc"), *all_pairs(*"xyz")) | edge)

    assert len(grouped(regroup([member(name) for name in "abcxyz"], known))) == 2


def test_a_single_edge_never_merges_two_stories_article_by_article():
    known = Known(links=links(("a", "b"), ("y", "z")) | {("b", "y"): 1.0})
    found = regroup([member("a", "s"), member("b", "s"), member("y", "t"), member("z", "t")], known)

    assert found.stories == {"a": "s", "b": "s", "y": "t", "z": "t"}


def test_one_article_alike_with_all_of_both_does_not_merge_two_groups():
    bridge = links(*[("c", other) for other in "vwxyz"], strength=0.95)
    known = Known(
        links=links(*all_pairs(*"ab"), *all_pairs(*"vwxyz"), ("a", "c"), ("b", "c"), strength=0.99) | bridge
    )
    found = grouped(regroup([member(name) for name in "abcvwxyz"], known))

    assert not any({"a", "v"} <= group for group in found)


def test_a_former_story_keeps_its_name_where_most_of_it_is():
    known = Known(links=links(*all_pairs(*"abcd")))
    members = [member("a", "old"), member("b", "old"), member("c", "young"), member("d")]

    assert set(regroup(members, known).stories.values()) == {"old"}


def test_a_lone_stranger_leaves_and_gets_a_story_of_its_own():
    known = Known(links=links(*all_pairs(*"abc")))
    found = regroup([member(name, "s") for name in "abcx"], known)

    assert [found.stories[name] for name in "abcx"] == ["s", "s", "s", "new:x"]


def test_a_story_that_falls_into_big_parts_is_proposed_to_people_and_left_whole():
    one, other = [f"a{n}" for n in range(BIG)], [f"b{n}" for n in range(BIG)]
    known = Known(links=links(*all_pairs(*one), *all_pairs(*other)))
    found = regroup([member(name, "s") for name in one + other], known)

    assert set(found.stories.values()) == {"s"}
    assert set(found.splits["s"]) == {frozenset(one), frozenset(other)}


def test_settled_articles_stay_with_their_story():
    settled = [member("a", "s"), member("b", "s")]

    assert set(regroup(settled, Known(), settled=frozenset({"a", "b"})).stories.values()) == {"s"}


def test_two_nights_in_a_row_change_nothing():
    known = Known(links=links(*all_pairs(*"abc"), *all_pairs(*"xyz"), strength=0.7))
    first = regroup([member(name) for name in "abcxyz"], known)
    again = regroup([member(name, first.stories[name]) for name in "abcxyz"], known)

    assert again.stories == first.stories
