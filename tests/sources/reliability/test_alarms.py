"""Alarms name blocks of sources that act as one, and topics where agreement ceased to tell."""

from sources.reliability.alarms import AlarmKind, ring_alarms
from sources.reliability.assertions import CopyPair
from sources.reliability.parameters import Parameters


def pair(one, other, probability=0.95, questions=("q1",)):
    return CopyPair(one, other, probability, 10, len(questions), questions)


def alarms(pairs=(), now=None, before=None):
    return ring_alarms(pairs, now or {}, before or {}, parameters=Parameters())


def test_pairs_that_hang_together_are_one_block_with_what_to_look_at():
    [found] = alarms([pair("a", "b"), pair("c", "b", 0.99, ("q2", "q1")), pair("c", "a", 0.5, ("q3",))])

    assert found.kind is AlarmKind.BLOCK
    assert found.sources == ("a", "b", "c")
    assert found.questions == ("q1", "q2")
    assert [each.probability for each in found.pairs] == [0.99, 0.95]
    assert found.now == 0.99


def test_blocks_apart_are_alarms_apart_the_larger_first():
    found = alarms([pair("x", "y"), pair("a", "b"), pair("d", "c"), pair("b", "c")])

    assert [each.sources for each in found] == [("a", "b", "c", "d"), ("x", "y")]


def test_a_chance_of_nine_tenths_is_not_above_it():
    assert alarms([pair("a", "b", 0.9)]) == []


def test_a_fall_of_skill_by_more_than_a_fifth_is_an_alarm_and_a_rise_is_not():
    found = alarms(now={"": 0.5, "war": 0.1, "sport": 0.9}, before={"": 0.6, "war": 0.8, "sport": 0.2})

    [war] = found
    assert (war.kind, war.topic, war.before, war.now) == (AlarmKind.SKILL, "war", 0.8, 0.1)


def test_a_topic_seen_for_the_first_time_has_not_fallen():
    assert alarms(now={"new": 0.0}, before={"": 0.9}) == []


def test_the_order_of_pairs_means_nothing():
    pairs = [pair("a", "b"), pair("b", "c"), pair("e", "f"), pair("f", "g", 0.97)]

    assert alarms(pairs[::-1]) == alarms(pairs)
