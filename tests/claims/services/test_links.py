"""A decision on a pair of claims holds: for other readings of the same two, and until it is taken back."""

from threading import Thread

import pytest
from django.db import connection, transaction

from claims.linking.types import Agreement, AlignedParticular, LinkProposal, Relation, SlotKind
from claims.models import Claim, Link, LinkDecision
from claims.nlp.types import Span
from claims.services import linking
from claims.services.errors import (
    DecidedMeanwhile,
    DecidedSince,
    NothingToUndo,
    SlotOfAgreement,
    UnknownChoice,
)
from claims.services.links import LinkKind, Terms, decide_link, undo_latest_of
from tests.factories import make_article, make_claim, make_link, make_member
from workbench.audit.models import Event

HARBOUR = "The mayor said that the old bridge opened on Friday."
COAST = "Officials said that the old bridge stays shut until Monday."


def opened(workspace, **more):
    article = make_article(workspace, HARBOUR, **more)
    return make_claim(article, "the old bridge opened on Friday", slots=[("time", "Friday")])


def shut(workspace, **more):
    article = make_article(workspace, COAST, outlet="Coast Daily", **more)
    return make_claim(article, "the old bridge stays shut until Monday", slots=[("time", "Monday")])


@pytest.fixture
def pair(workspace):
    return opened(workspace), shut(workspace)


@pytest.fixture
def link(pair):
    return make_link(*pair, "conflicts", slot="polarity", texts=("opened", "shut"))


def now(link):
    row = Link.objects.get(pk=link.pk)
    return row.state, row.relation, row.slot


def proposal(one, other, **more):
    fields = {
        "relation": Relation.CORROBORATES,
        "probability": 0.7,
        "independence": 0.9,
        "reasons": ("same event",),
    }
    return LinkProposal(a=str(one.pk), b=str(other.pk), **fields | more)


def propose(article, *proposals):
    ends = {end for found in proposals for end in (found.a, found.b)}
    rows = Claim.objects.filter(pk__in=ends) | Claim.objects.filter(article=article)
    claims = {claim.pk: claim for claim in rows.select_related("article")}
    with transaction.atomic():
        linking._store_proposals(article, claims, proposals)


def test_a_changed_type_is_what_holds_and_the_proposal_is_kept(link, editor):
    decide_link(link=link, user=editor, state="confirmed", kind=LinkKind("updates", "time"))

    row = Link.objects.get(pk=link.pk)
    assert (row.state, row.relation, row.slot) == ("confirmed", "updates", "time")
    assert (row.proposed_relation, row.proposed_slot, row.is_retyped) == ("conflicts", "polarity", True)
    assert {row.a_text, row.b_text} == {"Friday", "Monday"}


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (LinkKind("corroborates"), ("corroborates", "")),
        (LinkKind("updates"), ("updates", "polarity")),
        (LinkKind(slot="place"), ("conflicts", "place")),
        (LinkKind(slot=""), ("conflicts", "")),
    ],
)
def test_what_is_not_said_of_a_type_stays_as_far_as_it_fits(link, editor, kind, expected):
    decide_link(link=link, user=editor, state="confirmed", kind=kind)

    assert now(link) == ("confirmed", *expected)


def test_a_slot_makes_an_agreement_a_contradiction(pair, editor):
    agreeing = make_link(*pair)

    decide_link(link=agreeing, user=editor, state="confirmed", kind=LinkKind(slot="time"))

    assert now(agreeing) == ("confirmed", "conflicts", "time")


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        (LinkKind("refutes"), UnknownChoice),
        (LinkKind(slot="colour"), UnknownChoice),
        (LinkKind("corroborates", "time"), SlotOfAgreement),
    ],
)
def test_a_type_that_there_is_not_is_refused(link, editor, kind, error):
    with pytest.raises(error):
        decide_link(link=link, user=editor, state="confirmed", kind=kind)


def test_taking_back_returns_to_the_decision_before_and_then_to_the_proposal(link, editor):
    decide_link(link=link, user=editor, state="confirmed")
    decide_link(link=link, user=editor, state="confirmed", kind=LinkKind("related"))

    decide_link(link=link, user=editor, state="proposed")
    assert now(link) == ("confirmed", "conflicts", "polarity")
    decide_link(link=link, user=editor, state="proposed")
    assert now(link) == ("proposed", "conflicts", "polarity")
    row = Link.objects.get(pk=link.pk)
    assert {row.a_text, row.b_text} == {"opened", "shut"}
    assert LinkDecision.objects.filter(link=link, undone_by=editor).count() == 2


def test_every_decision_is_in_the_history_and_in_the_log(link, editor):
    decide_link(link=link, user=editor, state="rejected", terms=Terms(reason="Two bridges."))
    decide_link(link=link, user=editor, state="confirmed", kind=LinkKind("related"))
    decide_link(link=link, user=editor, state="proposed")

    later, first = LinkDecision.objects.filter(link=link)
    assert (first.from_state, first.to_state, first.reason, first.by) == (
        "proposed",
        "rejected",
        "Two bridges.",
        editor,
    )
    assert (later.from_state, later.to_relation, later.undone_by) == ("rejected", "related", editor)
    actions = Event.objects.filter(object_id=str(link.pk)).order_by("number").values_list("action", flat=True)
    assert list(actions) == ["link.rejected", "link.retyped", "link.decision_undone"]


def test_deciding_the_same_twice_is_one_decision(link, editor):
    decide_link(link=link, user=editor, state="confirmed", terms=Terms(seen="proposed"))
    decide_link(link=link, user=editor, state="confirmed", terms=Terms(seen="proposed"))

    assert LinkDecision.objects.count() == 1


def test_who_looked_at_an_older_state_decides_nothing(link, workspace, editor):
    decide_link(link=link, user=make_member(workspace), state="rejected")

    with pytest.raises(DecidedMeanwhile):
        decide_link(link=link, user=editor, state="confirmed", terms=Terms(seen="proposed"))
    assert now(link)[0] == "rejected"


def test_a_retyped_link_counts_as_what_the_person_says(pair, link, editor):
    decide_link(link=link, user=editor, state="confirmed", kind=LinkKind("corroborates"))

    assert Claim.objects.get(pk=pair[0].pk).roots == 2.0


def test_a_rejected_pair_is_not_proposed_again_when_its_claim_is_extracted_anew(
    pair, link, workspace, editor
):
    decide_link(link=link, user=editor, state="rejected")
    article = pair[0].article
    pair[0].delete()
    anew = make_claim(article, "the old bridge opened on Friday")

    propose(article, proposal(anew, pair[1]))

    assert [row.state for row in Link.objects.all()] == ["rejected"]


@pytest.mark.parametrize("state", ["rejected", "confirmed"])
def test_a_decision_holds_for_a_new_version_of_the_article(pair, link, workspace, editor, state):
    decide_link(
        link=link,
        user=editor,
        state=state,
        kind=LinkKind("updates", "time") if state == "confirmed" else None,
    )
    version = make_article(
        workspace, "Update. " + HARBOUR, publication=pair[0].article.publication, version=2
    )
    again = make_claim(version, "the old bridge opened on Friday", slots=[("time", "Friday")])

    propose(version, proposal(again, pair[1]))

    [row] = Link.objects.exclude(pk=link.pk)
    kind = ("updates", "time") if state == "confirmed" else ("conflicts", "polarity")
    assert (row.state, row.relation, row.slot, row.decided_by) == (state, *kind, editor)
    assert row.proposed_relation == "corroborates"


def test_the_same_words_denied_or_from_another_outlet_are_another_pair(pair, link, workspace, editor):
    decide_link(link=link, user=editor, state="rejected")
    denied = make_claim(pair[0].article, "the old bridge opened on Friday", modality="denied")
    elsewhere = opened(workspace, outlet="Inland Gazette")

    propose(pair[0].article, proposal(denied, pair[1]))
    propose(elsewhere.article, proposal(elsewhere, pair[1]))

    assert [row.state for row in Link.objects.exclude(pk=link.pk)] == ["proposed", "proposed"]


def test_both_versions_are_decided_and_reopened_together(pair, link, workspace, editor):
    version = make_article(workspace, "Now: " + HARBOUR, publication=pair[0].article.publication, version=2)
    twin = make_link(make_claim(version, "the old bridge opened on Friday"), pair[1], "related")

    decide_link(link=link, user=editor, state="confirmed")
    assert now(twin) == ("confirmed", "conflicts", "polarity")
    decide_link(link=twin, user=editor, state="proposed")
    assert (now(link), now(twin)) == (("proposed", "conflicts", "polarity"), ("proposed", "related", ""))


def test_a_pair_whose_decision_was_taken_back_is_proposed_again(pair, link, workspace, editor):
    decide_link(link=link, user=editor, state="rejected")
    decide_link(link=link, user=editor, state="proposed")
    article = pair[0].article
    pair[0].delete()
    anew = make_claim(article, "the old bridge opened on Friday")

    propose(article, proposal(anew, pair[1]))

    assert [row.state for row in Link.objects.all()] == ["proposed"]


def test_comparing_again_keeps_the_identifier_and_drops_what_is_proposed_no_more(pair, workspace):
    other = shut(workspace, published_on=None)
    kept, dropped = make_link(*pair), make_link(pair[0], other)

    for _ in range(2):
        propose(pair[0].article, proposal(*pair, probability=0.91), proposal(*pair, probability=0.2))

    row = Link.objects.get()
    assert (row.pk, row.probability) == (kept.pk, 0.91)
    assert dropped.pk != row.pk


def test_a_claim_that_went_meanwhile_takes_no_link(pair, workspace):
    found = proposal(*pair)
    claims = {claim.pk: claim for claim in Claim.objects.select_related("article")}
    Claim.objects.filter(pk=pair[1].pk).delete()

    with transaction.atomic():
        linking._store_proposals(pair[0].article, claims, [found])

    assert not Link.objects.exists()


@pytest.mark.parametrize("turned", [False, True])
def test_aligned_particulars_and_features_stand_on_the_side_of_their_claim(pair, turned):
    ours, theirs = (Span(43, 49), "Friday"), (Span(51, 57), "Monday")
    ends, sides = (pair[::-1], (theirs, ours)) if turned else (pair, (ours, theirs))
    aligned = AlignedParticular(
        kind=SlotKind.TIME,
        agreement=Agreement.DIFFERENT,
        spans=(sides[0][0], sides[1][0]),
        texts=(sides[0][1], sides[1][1]),
    )

    propose(pair[0].article, proposal(*ends, aligned=(aligned,), features={"cosine": 0.8}))

    row = Link.objects.get()
    words = {row.a_id: row.aligned[0]["a"], row.b_id: row.aligned[0]["b"]}
    assert words[pair[0].pk] == {"start": 43, "end": 49, "text": "Friday"}
    assert words[pair[1].pk] == {"start": 51, "end": 57, "text": "Monday"}
    assert (row.aligned[0]["kind"], row.aligned[0]["agreement"]) == ("time", "different")
    assert row.features == {"cosine": 0.8}


def test_a_person_takes_back_the_very_decision(link, editor):
    decide_link(link=link, user=editor, state="rejected")
    mine = LinkDecision.objects.get()

    assert undo_latest_of(decision=mine, user=editor).pk == link.pk
    assert now(link)[0] == "proposed"
    with pytest.raises(NothingToUndo):
        undo_latest_of(decision=mine, user=editor)


def test_a_decision_on_which_a_later_one_rests_is_not_taken_back(link, workspace, editor):
    decide_link(link=link, user=editor, state="rejected")
    mine = LinkDecision.objects.get()
    decide_link(link=link, user=make_member(workspace), state="confirmed")

    with pytest.raises(DecidedSince):
        undo_latest_of(decision=mine, user=editor)
    assert now(link)[0] == "confirmed"


@pytest.mark.django_db(transaction=True)
def test_a_decision_made_while_the_article_is_compared_again_is_kept(workspace, editor):
    pair = opened(workspace), shut(workspace)
    link = make_link(*pair)

    def compare():
        try:
            propose(pair[0].article, proposal(*pair))
        finally:
            connection.close()

    with transaction.atomic():
        decide_link(link=link, user=editor, state="rejected")
        thread = Thread(target=compare)
        thread.start()
        thread.join(timeout=0.5)
        assert thread.is_alive(), "it waits for the decision"
    thread.join()

    assert [(row.pk, row.state) for row in Link.objects.all()] == [(link.pk, "rejected")]
