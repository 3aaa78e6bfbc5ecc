"""The invented worlds are the same for a seed, and what is measured on them means what it says."""

import pytest

from tests.benchmarks.attribution.peers import PeerFailed
from tests.benchmarks.sources.invented_outlets import WorldRules, make_world
from tests.benchmarks.sources.marks import mark_claims
from tests.benchmarks.sources.peers import chances
from tests.benchmarks.sources.rivals import accu, majority, majority_of_roots

SMALL = WorldRules(outlets=6, republishers=3, questions=30, ring=3)
WORLD = make_world(5, SMALL)


def test_a_seed_gives_one_world_and_another_seed_another():
    assert make_world(5, SMALL) == WORLD
    assert make_world(6, SMALL) != WORLD


def test_a_ring_is_loyal_to_its_story():
    told = {}
    for item in WORLD.assertions:
        if item.source.startswith("ring"):
            told.setdefault(item.question, set()).add(item.value)

    assert len(told) == SMALL.questions
    assert all(len(values) == 1 for values in told.values())


def test_what_says_that_it_is_passed_on_is_the_same_and_later():
    said = {item.id: item for item in WORLD.assertions}

    assert WORLD.ties
    for tie in WORLD.ties:
        original, copy = said[tie.earlier], said[tie.later]
        assert (original.question, original.value) == (copy.question, copy.value)
        assert original.made_at < copy.made_at


def test_people_settle_a_tenth_of_the_questions_rightly():
    assert len(WORLD.known) == 3
    assert all(WORLD.truth[item.question] == item.value for item in WORLD.known)


def test_the_truth_itself_has_full_marks_and_its_contrary_none():
    answers = {(item.question, item.value) for item in WORLD.assertions}
    truth = {answer: float(WORLD.truth[answer[0]] == answer[1]) for answer in answers}
    contrary = {answer: 1.0 - chance for answer, chance in truth.items()}

    best, worst = mark_claims(WORLD, truth), mark_claims(WORLD, contrary)

    assert (best.brier, best.ece) == (0.0, 0.0)
    assert (worst.brier, worst.ece) == (1.0, 1.0)
    assert worst.accuracy < best.accuracy


@pytest.mark.parametrize("method", [majority, majority_of_roots, accu])
def test_the_chances_of_a_question_come_to_one_at_most(method):
    sums = {}
    for (question, _), chance in method(WORLD).items():
        sums[question] = sums.get(question, 0.0) + chance

    assert max(sums.values()) <= 1.0 + 1e-9


def test_a_peer_without_its_environment_says_what_makes_it(tmp_path):
    with pytest.raises(PeerFailed, match="make bench ONLY=sources"):
        chances("TruthFinder", [WORLD], environment=tmp_path / "absent")
