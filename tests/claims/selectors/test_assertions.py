"""Assertions: only what people looked at is evidence, and every claim counts for the source that answers."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import Claim
from claims.selectors.assertions import gather_evidence
from claims.services.verdicts import record_verdict
from claims.services.withdrawing import undo_withdrawal, withdraw_report
from sources.models import Source
from sources.reliability.assertions import KnownValue, TieKind, in_columns
from sources.reliability.dependence import find_independence
from sources.reliability.parameters import DependenceRules
from sources.services import set_owner
from tests.factories import make_article, make_claim, make_link, make_source, make_workspace

TEXT = "The ministry said the bridge is closed."
WORDS = "the bridge is closed"


@pytest.fixture
def said(workspace):
    """Return a function that makes an accepted claim of an outlet."""

    def make(outlet, *chain, day=4, text=TEXT, **more):
        article = make_article(workspace, text, outlet=outlet, published_on=date(2026, 5, day))
        return make_claim(article, WORDS, chain=chain, **{"state": "accepted"} | more)

    return make


def gather(workspace, **survivors):
    return gather_evidence(workspace, survivors=survivors.get("survivors", {}))


def confirm(one, other, relation="corroborates", **more):
    return make_link(one, other, relation, state="confirmed", **more)


def names(evidence):
    known = {str(pk): name for pk, name in Source.objects.values_list("pk", "name")}
    return sorted(known[item.source] for item in evidence.assertions)


def test_claims_that_a_confirmed_link_joins_are_one_question_and_one_value(workspace, said):
    confirm(said("Harbour Post", "Harbour office"), said("Morning Ledger", "Fishers' union"))

    one, other = gather(workspace).assertions

    assert (one.question, one.value) == (other.question, other.value)
    assert names(gather(workspace)) == ["Fishers' union", "Harbour office"]


def test_contradicting_claims_are_two_values_of_one_question(workspace, said):
    confirm(said("Harbour Post", "Harbour office"), said("Morning Ledger", "Fishers' union"), "conflicts")

    one, other = gather(workspace).assertions

    assert one.question == other.question
    assert one.value != other.value


@pytest.mark.parametrize(("slot", "alternatives"), [("number", 11), ("place", 11), ("polarity", 0), ("", 0)])
def test_a_question_that_anything_can_answer_has_more_answers_than_were_given(
    workspace, said, slot, alternatives
):
    confirm(said("Harbour Post"), said("Morning Ledger"), "conflicts", slot=slot)

    assert [item.alternatives for item in gather(workspace).assertions] == [alternatives] * 2


@pytest.mark.parametrize("state", ["proposed", "rejected"])
def test_what_only_the_machine_has_read_is_no_evidence(workspace, said, state):
    confirm(said("Harbour Post", "Harbour office", state=state), said("Morning Ledger", "Fishers' union"))

    assert len({item.question for item in gather(workspace).assertions}) == len(gather(workspace).assertions)


def test_a_link_that_nobody_confirmed_joins_nothing(workspace, said):
    make_link(said("Harbour Post", "Harbour office"), said("Morning Ledger", "Fishers' union"))

    assert gather(workspace).assertions == []


def test_a_claim_with_a_verdict_was_looked_at(workspace, said, editor):
    claim = said("Harbour Post", "Harbour office", state="proposed")
    record_verdict(claim=claim, user=editor, rating="false", reasoning="The bridge was open.")

    evidence = gather(workspace)

    assert names(evidence) == ["Harbour office"]
    assert evidence.known == [KnownValue(str(claim.pk), str(claim.pk), 0.0)]


def test_what_cannot_be_established_is_not_known(workspace, said, editor):
    record_verdict(claim=said("Harbour Post"), user=editor, rating="unverified", reasoning="No word.")

    assert gather(workspace).known == []


def test_an_unnamed_source_and_the_outlets_own_voice_are_the_outlets_word(workspace, said):
    unnamed = said("Harbour Post", ("a port official", Source.Kind.ANONYMOUS))
    confirm(unnamed, said("Morning Ledger"))

    by_id = {item.id: item for item in gather(workspace).assertions}

    assert names(gather(workspace)) == ["Harbour Post", "Morning Ledger"]
    assert by_id[str(unnamed.pk)].descriptor == "port official"
    assert by_id[str(unnamed.pk)].root == str(unnamed.originator_id)


def test_one_source_in_two_outlets_asserts_once_and_first(workspace, said):
    early, late = said("Harbour Post", "Harbour office", day=2), said("Morning Ledger", "Harbour office")
    confirm(early, late)

    [one] = gather(workspace).assertions

    assert (one.id, one.made_at) == (str(early.pk), datetime(2026, 5, 2, tzinfo=UTC))


def test_a_source_that_changed_its_mind_asserts_what_it_said_last(workspace, said):
    early, late = said("Harbour Post", "Harbour office", day=2), said("Harbour Post", "Harbour office", day=3)
    confirm(early, late, "conflicts")

    [one] = gather(workspace).assertions

    assert one.value == str(late.pk)


def test_a_source_that_returned_to_what_it_said_first_asserts_that(workspace, said):
    first, other, again = (said("Harbour Post", "Harbour office", day=day) for day in (2, 3, 4))
    confirm(first, other, "conflicts")
    confirm(first, again)

    [one] = gather(workspace).assertions

    assert (one.id, one.made_at) == (str(first.pk), datetime(2026, 5, 2, tzinfo=UTC))


def test_a_withdrawn_report_is_no_evidence_until_that_is_undone(workspace, said, editor):
    withdrawn = said("Harbour Post", "Harbour office")
    confirm(withdrawn, said("Morning Ledger", "Fishers' union"))
    record_verdict(claim=withdrawn, user=editor, rating="false", reasoning="The bridge was open.")
    withdrawal, _ = withdraw_report(claim=withdrawn, user=editor, reason="The office took it back.")

    evidence = gather(workspace)
    assert names(evidence) == ["Fishers' union"]
    assert [known.value for known in evidence.known] == [evidence.assertions[0].value]

    undo_withdrawal(withdrawal=withdrawal, user=editor)
    assert names(gather(workspace)) == ["Fishers' union", "Harbour office"]


def test_two_people_whom_one_outlet_quotes_are_two_roots_with_one_publisher(workspace, said):
    confirm(said("Harbour Post", "Harbour office"), said("Harbour Post", "Fishers' union"))

    evidence = gather(workspace)

    assert evidence.ties == []
    columns = in_columns(evidence.assertions)
    found = find_independence(columns, evidence.ties, [], rules=DependenceRules())
    assert found.dependence.tolist() == pytest.approx([DependenceRules().owner])
    assert found.roots.tolist() == [2]


def test_a_merged_source_counts_for_the_one_it_is(workspace, said):
    confirm(said("Harbour Post", "Harbour office"), said("Morning Ledger", "The port office"))
    survivor, merged = make_source(workspace, "Harbour office"), make_source(workspace, "The port office")

    evidence = gather(workspace, survivors={merged.pk: survivor.pk})

    assert names(evidence) == ["Harbour office"]


def test_a_chain_that_leads_through_the_other_outlet_ties_the_two(workspace, said):
    first = said("Harbour Post", day=2)
    second = said("Morning Ledger", ("Harbour Post", "outlet"), ("Captain Idris", "person"), day=3)
    confirm(first, second)

    [tie] = gather(workspace).ties

    assert (tie.earlier, tie.later, tie.kind) == (str(first.pk), str(second.pk), TieKind.CHAIN)


def test_a_likeness_of_two_texts_ties_them_with_its_share(workspace, said):
    reason = "The two articles share 62 % of their word runs. (dependence 0.70)"
    confirm(said("Harbour Post", day=2), said("Morning Ledger", day=3), reasons=["same event", reason])

    [tie] = gather(workspace).ties

    assert (tie.kind, tie.strength) == (TieKind.TEXT, 0.62)


@pytest.mark.parametrize(("state", "kind"), [("confirmed", "chain"), ("proposed", "proposed_chain")])
def test_a_chain_read_by_the_machine_weighs_by_whether_its_link_was_confirmed(workspace, said, state, kind):
    one, two, three = (said(name, day=day) for name, day in (("Post", 2), ("Ledger", 3), ("Times", 4)))
    confirm(one, two)
    confirm(two, three)
    reason = "Both speak for Harbour office. (dependence 0.80)"
    make_link(one, three, state=state, reasons=[reason])

    ties = [tie for tie in gather(workspace).ties if (tie.earlier, tie.later) == (str(one.pk), str(three.pk))]

    assert [tie.kind for tie in ties] == [kind]


def test_owners_meet_whatever_the_spelling(workspace, said):
    confirm(said("Harbour Post"), said("Morning Ledger"))
    for name, owner in (("Harbour Post", "The Quay Group"), ("Morning Ledger", "Quay  Group")):
        set_owner(source=make_source(workspace, name), owner=owner, actor="test")

    assert {item.owner for item in gather(workspace).assertions} == {"quay group"}


def test_another_workspace_has_its_own_evidence(workspace, said):
    confirm(said("Harbour Post"), said("Morning Ledger"))

    assert gather(make_workspace("Elsewhere")).assertions == []


def test_it_costs_the_same_however_much_there_is(workspace, said):
    for n in range(6):
        confirm(said(f"Post {n}"), said(f"Ledger {n}", "Harbour office"))

    with CaptureQueriesContext(
        connection,
    ) as asked:
        gather(workspace)

    assert len(asked) == 5
    assert Claim.objects.count() == 12
