"""Pairs that may be one are proposed once, decided on by people, and remembered."""

import pytest

from sources.models import SourcePair
from sources.selectors.duplicates import Pair, alike_pairs, latest_decision, pair_of, waiting_pairs
from sources.services import (
    keep_proposals,
    merge_pair,
    merge_sources,
    split_apart,
    tell_apart,
    undo_pair,
)
from sources.services.errors import NoDecisionToUndo, PairIsGone
from tests.factories import make_source
from workbench.audit.models import Event


@pytest.fixture
def hals(workspace):
    return [make_source(workspace, name) for name in ("al-Hal", "Al-Hal Net", "الحل نت")]


def propose(workspace, together=None):
    keep_proposals(workspace=workspace, found=alike_pairs(workspace), together=together or {})
    return list(waiting_pairs(workspace))


def test_one_source_under_three_names_is_proposed(workspace, hals):
    make_source(workspace, "Harbour Post")

    pairs = propose(workspace)

    assert {pair_of(pair.one_id, pair.other_id) for pair in pairs} == {
        pair_of(a.pk, b.pk) for a in hals for b in hals if a.pk < b.pk
    }
    assert pairs[0].reasons[0]["code"] == "same_words"


def test_proposing_twice_changes_nothing(workspace, hals):
    before = [(pair.pk, pair.score) for pair in propose(workspace)]

    assert [(pair.pk, pair.score) for pair in propose(workspace)] == before


def test_unnamed_sources_are_never_proposed(workspace, hals):
    for name in ("a Hal official", "A Hal Official Online"):
        make_source(workspace, name, "anonymous", outlet=hals[0])

    assert all("anonymous" not in {pair.one.kind, pair.other.kind} for pair in propose(workspace))


def test_a_person_and_an_outlet_are_never_proposed(workspace):
    make_source(workspace, "Sami Quay", "person")
    make_source(workspace, "Sami Quay Online")

    assert propose(workspace) == []


def test_what_people_told_apart_is_not_proposed_again(workspace, hals):
    first = propose(workspace)[0]

    tell_apart(pair=first, actor="user:7")

    assert first.pk not in {pair.pk for pair in propose(workspace)}
    [event] = Event.objects.filter(action="source.told_apart")
    assert {event.payload["one"], event.payload["other"]} == {str(first.one_id), str(first.other_id)}


def test_what_was_told_of_one_name_holds_for_all_that_is_merged_with_it(workspace, hals):
    short, net, arabic = hals
    pair = SourcePair.objects.get(
        pk=next(p.pk for p in propose(workspace) if {p.one_id, p.other_id} == {short.pk, arabic.pk})
    )
    tell_apart(pair=pair, actor="user:7")

    merge_sources(source=net, into=short, actor="user:7")

    assert propose(workspace) == []


def test_a_pair_met_as_one_quoting_the_other_is_not_proposed(workspace, hals):
    short, net, _ = hals

    pairs = propose(workspace, {pair_of(short.pk, net.pk): 2})

    assert Pair(*sorted((short.pk, net.pk))) not in {(pair.one_id, pair.other_id) for pair in pairs}


def test_merging_a_pair_can_be_taken_back(workspace, hals):
    pair = propose(workspace)[0]
    before = {source.pk: source.merged_into_id for source in hals}

    merge_pair(pair=pair, into=pair.one, actor="user:7")
    assert latest_decision(workspace, "user:7") == pair
    undo_pair(pair=pair, actor="user:7")

    for source in hals:
        source.refresh_from_db()
    assert {source.pk: source.merged_into_id for source in hals} == before
    assert pair.pk in {row.pk for row in waiting_pairs(workspace)}
    assert latest_decision(workspace, "user:7") is None


def test_telling_apart_can_be_taken_back(workspace, hals):
    pair = propose(workspace)[0]
    tell_apart(pair=pair, actor="user:7")

    undo_pair(pair=pair, actor="user:7")

    assert pair.pk in {row.pk for row in propose(workspace)}
    assert Event.objects.filter(action="source.telling_apart_undone").count() == 1


def test_a_pair_is_decided_on_once(workspace, hals):
    pair = propose(workspace)[0]
    tell_apart(pair=pair, actor="user:7")

    with pytest.raises(PairIsGone):
        merge_pair(pair=pair, into=pair.one, actor="user:8")


def test_what_was_not_decided_is_not_taken_back(workspace, hals):
    with pytest.raises(NoDecisionToUndo):
        undo_pair(pair=propose(workspace)[0], actor="user:7")


def test_what_was_split_apart_is_not_proposed_again(workspace, hals):
    short, net, _ = hals
    merge_sources(source=net, into=short, actor="user:7")
    net.refresh_from_db()

    split_apart(source=net, actor="user:8")

    assert pair_of(short.pk, net.pk) not in {(pair.one_id, pair.other_id) for pair in propose(workspace)}
