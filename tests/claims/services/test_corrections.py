"""What a person sets right is applied, kept with what was before, logged, and kept by later extraction."""

import pytest

from claims.models import Article, Claim, Correction, Verdict
from claims.services.claims import decide_claim
from claims.services.correcting import Corrector
from claims.services.corrections import (
    correct_anonymity,
    correct_bounds,
    correct_modality,
    correct_originator,
    mark_missed_claim,
    reject_claim,
)
from claims.services.errors import (
    ContentRequired,
    NamedOriginatorRequired,
    NothingChanged,
    OutsideTheText,
    UnknownChoice,
)
from claims.services.extraction import extract_claims
from claims.services.ingestion import work_through_again
from claims.services.verdicts import record_verdict
from sources.models import Outcome
from tests.factories import make_article, make_claim
from workbench.audit.models import Event
from workbench.jobs.services import lease_job

pytestmark = pytest.mark.django_db

TEXT = "The mayor said on Friday that the old bridge is open. “It is safe,” a clerk told the Coast Agency."


def place(words):
    start = TEXT.index(words)
    return (start, start + len(words))


@pytest.fixture
def article(workspace):
    return make_article(workspace, TEXT)


@pytest.fixture
def claim(article):
    made = make_claim(
        article, "on Friday that the old bridge is open", chain=[("The mayor", "person")], cue="said"
    )
    made.spans.create(part="source", start=0, end=9)
    return made


@pytest.fixture
def by(editor):
    return Corrector(editor)


def now(claim):
    return Claim.objects.get(pk=claim.pk)


def words(claim, part):
    return [TEXT[span.start : span.end] for span in claim.spans.filter(part=part)]


def chain(claim):
    return list(claim.hops.order_by("position").values_list("name", "kind"))


def test_moved_bounds_move_the_text_and_what_rests_on_it(claim, by):
    corrected = correct_bounds(claim=claim, by=by, places={"content": [place("the old bridge is open")]})

    row = now(claim)
    assert (row.text, row.embedding) == ("the old bridge is open", None)
    assert words(row, "content") == ["the old bridge is open"]
    assert words(row, "cue") == ["said"]
    assert [job.kind for job in corrected.jobs] == ["claims.embed"]


def test_a_correction_keeps_what_was_there_and_only_what_changed(claim, by, editor):
    row = correct_bounds(claim=claim, by=by, places={"cue": [place("said")], "source": []}).correction

    assert (row.kind, row.by, row.article) == ("bounds", editor, claim.article)
    assert row.before["source"] == [[0, 9]]
    assert row.after["source"] == []
    assert "cue" not in row.after


def test_a_correction_is_logged(claim, by):
    row = correct_modality(claim=claim, by=by, modality="predicted").correction

    event = Event.objects.get(action="claim.corrected")
    assert (event.actor, event.object_id) == (by.label, claim.pk)
    assert event.payload == {"correction": str(row.pk), "article": str(claim.article_id), "kind": "modality"}


def test_a_selection_with_blanks_around_it_is_trimmed_and_touching_pieces_are_one(claim, by):
    start, end = place(" the old ")
    correct_bounds(claim=claim, by=by, places={"content": [(start, end), (end - 1, place("bridge")[1])]})

    assert words(claim, "content") == ["the old bridge"]


def test_the_hop_of_the_originator_follows_its_cue_and_its_words(claim, by):
    claim.hops.filter(position=1).update(cue="said", start=0, end=9)

    correct_bounds(claim=claim, by=by, places={"cue": [place("told")], "source": [place("a clerk")]})

    last = claim.hops.get(position=1)
    assert (last.cue, TEXT[last.start : last.end]) == ("told", "a clerk")


def test_a_quotation_marked_by_hand_is_a_direct_quote(claim, by):
    correct_bounds(claim=claim, by=by, places={"content": [place("It is safe")]})

    assert now(claim).quote == "direct"


def test_words_for_a_source_give_narration_its_originator(article, by):
    narrated = make_claim(article, "the old bridge is open", quote="none")

    correct_bounds(claim=narrated, by=by, places={"source": [place("The mayor")], "cue": [place("said")]})

    assert chain(narrated)[-1][0] == "The mayor"
    assert (now(narrated).narrated, now(narrated).quote) == (False, "indirect")


@pytest.mark.parametrize("bad", [(-1, 4), (5, 5), (0, 10_000), (9, 10)])
def test_a_place_without_words_is_refused(claim, by, bad):
    with pytest.raises(OutsideTheText):
        correct_bounds(claim=claim, by=by, places={"content": [bad]})


def test_a_claim_keeps_a_content(claim, by):
    with pytest.raises(ContentRequired):
        correct_bounds(claim=claim, by=by, places={"content": []})


def test_saying_what_is_there_already_leaves_no_row(claim, by):
    with pytest.raises(NothingChanged):
        correct_modality(claim=claim, by=by, modality="asserted")
    with pytest.raises(NothingChanged):
        correct_originator(claim=claim, by=by, name="The mayor", kind="person")

    assert not Correction.objects.exists()


def test_an_originator_takes_the_place_of_the_last_hop(article, by):
    claim = make_claim(article, "It is safe", chain=[("Coast Agency", "outlet"), ("a clerk", "anonymous")])

    correct_originator(claim=claim, by=by, name="Lina Haddad", kind="person")

    assert chain(claim)[1:] == [("Coast Agency", "outlet"), ("Lina Haddad", "person")]
    row = now(claim)
    assert (row.originator.name, row.anonymous, row.anonymity) == ("Lina Haddad", False, "")
    assert claim.hops.last().reason == "set by a person"


def test_an_unnamed_originator_stands_at_the_outlet_that_vouches_for_it(article, by):
    claim = make_claim(article, "It is safe", chain=[("Coast Agency", "outlet"), ("Lina Haddad", "person")])

    correct_anonymity(claim=claim, by=by, anonymity="official")

    row = now(claim)
    assert (row.anonymous, row.anonymity, row.originator.kind) == (True, "official", "anonymous")
    assert row.originator.outlet.name == "Coast Agency"


def test_without_a_name_the_chain_ends_at_the_last_outlet(claim, by):
    correct_originator(claim=claim, by=by, name="", kind="person")

    assert chain(claim) == [("Harbour Post", "outlet")]


def test_an_originator_that_relays_already_ends_the_chain_there(article, by):
    claim = make_claim(article, "It is safe", chain=[("Coast Agency", "outlet"), ("a clerk", "person")])

    correct_originator(claim=claim, by=by, name="Coast Agency", kind="outlet")

    assert chain(claim)[1:] == [("Coast Agency", "outlet")]


def test_somebody_without_a_name_cannot_be_identified_without_one(article, by):
    claim = make_claim(article, "It is safe", chain=[("a clerk", "anonymous")])

    with pytest.raises(NamedOriginatorRequired):
        correct_anonymity(claim=claim, by=by, anonymity="")


def test_a_verdict_counts_for_the_originator_that_was_set(claim, by, editor):
    record_verdict(claim=claim, user=editor, rating="false", reasoning="It was shut.")

    correct_originator(claim=claim, by=by, name="The council", kind="organisation")

    live = Outcome.objects.filter(superseded_at=None, role="originated")
    assert [outcome.source.name for outcome in live] == ["The council"]
    assert Verdict.objects.get(superseded_at=None).author == editor


def test_no_claim_is_a_rejection_with_its_reason(claim, by):
    row = reject_claim(claim=claim, by=by, reason="duplicate", note=" Same as the next. ").correction

    assert now(claim).state == "rejected"
    assert (row.after["reason"], row.note) == ("duplicate", "Same as the next.")


def test_taking_a_rejection_back_takes_back_its_reason(claim, by, editor):
    row = reject_claim(claim=claim, by=by, reason="narration").correction

    decide_claim(claim=claim, user=editor, state="proposed")

    row.refresh_from_db()
    assert row.undone_by == editor


@pytest.mark.parametrize(
    ("act", "given"),
    [
        (correct_modality, {"modality": "sung"}),
        (correct_originator, {"name": "X", "kind": "cat"}),
        (correct_anonymity, {"anonymity": "ghost"}),
        (reject_claim, {"reason": "boring"}),
    ],
)
def test_a_value_that_is_not_offered_is_refused_with_those_that_are(claim, by, act, given):
    with pytest.raises(UnknownChoice, match="Use one of"):
        act(claim=claim, by=by, **given)


def test_a_missed_claim_is_accepted_and_has_its_place_among_the_others(article, claim, by):
    places = {
        "content": [place("It is safe")],
        "source": [place("a clerk")],
        "cue": [place("told")],
    }

    row = mark_missed_claim(article=article, by=by, places=places).correction

    made = row.claim
    assert (made.ordinal, made.state, made.quote, made.narrated) == (2, "accepted", "direct", False)
    assert chain(made)[-1][0] == "a clerk"
    assert (row.kind, row.before) == ("missed", {})


def test_a_missed_claim_before_the_others_is_number_one(article, by):
    later = make_claim(article, "It is safe", chain=["a clerk"])

    mark_missed_claim(article=article, by=by, places={"content": [place("the old bridge is open")]})

    assert now(later).ordinal == 2


def test_a_missed_claim_may_say_who_and_how(article, by):
    facts = {"name": "the port office", "kind": "organisation", "modality": "denied"}

    made = mark_missed_claim(
        article=article, by=by, places={"content": [place("It is safe")]}, facts=facts
    ).correction.claim

    assert (chain(made)[-1], made.modality) == (("the port office", "organisation"), "denied")


def extracted_again(article, editor):
    job = lease_job(job_id=work_through_again(article=article, user=editor).pk)
    extract_claims(job=job)
    return Article.objects.get(pk=article.pk)


def test_extraction_keeps_a_corrected_claim_and_does_not_propose_its_old_bounds(article, by, editor):
    extracted_again(article, editor)
    first = article.claims.order_by("ordinal").first()
    before = first.text
    start, end = place("old bridge")
    correct_bounds(claim=first, by=by, places={"content": [(start, end)]})

    extracted_again(article, editor)

    assert now(first).text == "old bridge"
    assert before not in article.claims.values_list("text", flat=True)


def test_extraction_keeps_a_missed_claim(article, by, editor):
    made = mark_missed_claim(
        article=article, by=by, places={"content": [place("a clerk told")]}
    ).correction.claim

    extracted_again(article, editor)

    assert now(made).text == "a clerk told"
