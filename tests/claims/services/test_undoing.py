"""A correction that is taken back leaves the claim as it was, and stays on record."""

import pytest

from claims.models import Claim, Correction
from claims.services.claim_states import state_of
from claims.services.correcting import Corrector
from claims.services.corrections import (
    correct_anonymity,
    correct_bounds,
    correct_modality,
    correct_originator,
    mark_missed_claim,
    reject_claim,
)
from claims.services.errors import BuiltUpon, UndoneAlready
from claims.services.undoing import undo_correction
from claims.services.verdicts import record_verdict
from sources.models import Source
from tests.factories import make_article, make_claim, make_link
from workbench.audit.models import Event

pytestmark = pytest.mark.django_db

TEXT = "The mayor said that the old bridge is open."


@pytest.fixture
def claim(workspace):
    made = make_claim(
        make_article(workspace, TEXT),
        "that the old bridge is open",
        chain=[("The mayor", "person")],
        cue="said",
    )
    made.spans.create(part="source", start=0, end=9)
    return made


@pytest.fixture
def by(editor):
    return Corrector(editor)


ACTS = {
    "bounds": lambda claim, by: correct_bounds(claim=claim, by=by, places={"content": [(24, 42)], "cue": []}),
    "originator": lambda claim, by: correct_originator(
        claim=claim, by=by, name="The council", kind="organisation"
    ),
    "modality": lambda claim, by: correct_modality(claim=claim, by=by, modality="denied"),
    "anonymity": lambda claim, by: correct_anonymity(claim=claim, by=by, anonymity="person"),
    "rejection": lambda claim, by: reject_claim(claim=claim, by=by, reason="narration"),
}


@pytest.mark.parametrize("act", ACTS)
def test_what_was_there_before_comes_back(claim, by, act):
    before = state_of(claim)
    row = ACTS[act](claim, by).correction
    assert state_of(Claim.objects.get(pk=claim.pk)) != before

    undone = undo_correction(correction=row, by=by).correction

    restored = Claim.objects.get(pk=claim.pk)
    assert state_of(restored) == before
    assert restored.text == "that the old bridge is open"
    assert (undone.undone_by, Correction.objects.count()) == (by.user, 1)
    assert Event.objects.filter(action="claim.correction_undone").count() == 1


def test_an_unnamed_source_that_is_gone_comes_back_at_its_outlet(workspace, by):
    unnamed = ("a port official", "anonymous")
    claim = make_claim(make_article(workspace, TEXT), "that the old bridge is open", chain=[unnamed])
    row = ACTS["originator"](claim, by).correction
    gone = Source.objects.get(kind="anonymous")
    gone.aliases.all().delete()
    gone.delete()

    undo_correction(correction=row, by=by)

    origin = Claim.objects.get(pk=claim.pk).originator
    assert (origin.kind, origin.outlet) == ("anonymous", claim.article.outlet)


def test_a_correction_is_taken_back_once(claim, by):
    row = ACTS["modality"](claim, by).correction
    undo_correction(correction=row, by=by)

    with pytest.raises(UndoneAlready):
        undo_correction(correction=row, by=by)


def test_the_later_of_two_is_taken_back_first(claim, by):
    first = correct_modality(claim=claim, by=by, modality="denied").correction
    second = correct_modality(claim=claim, by=by, modality="alleged").correction

    with pytest.raises(BuiltUpon):
        undo_correction(correction=first, by=by)
    undo_correction(correction=second, by=by)
    undo_correction(correction=first, by=by)

    assert Claim.objects.get(pk=claim.pk).modality == "asserted"


def test_corrections_of_different_things_do_not_hold_each_other(claim, by):
    first = ACTS["modality"](claim, by).correction
    ACTS["bounds"](claim, by)

    undo_correction(correction=first, by=by)

    assert Claim.objects.get(pk=claim.pk).modality == "asserted"


def missed(claim, by):
    return mark_missed_claim(article=claim.article, by=by, places={"content": [(4, 9)]}).correction


def test_a_missed_claim_that_is_taken_back_is_gone_and_the_numbers_close(claim, by):
    row = missed(claim, by)
    make_link(
        row.claim, make_claim(make_article(claim.workspace, outlet="Coast Daily"), "the bridge is open")
    )

    undone = undo_correction(correction=row, by=by).correction

    undone.refresh_from_db()
    assert undone.claim is None
    assert list(claim.article.claims.values_list("ordinal", flat=True)) == [1]
    assert undone.after["content"] == [[4, 9]]


def test_a_missed_claim_with_a_verdict_stays(claim, by, editor):
    row = missed(claim, by)
    record_verdict(claim=row.claim, user=editor, rating="true", reasoning="Seen.")

    with pytest.raises(BuiltUpon):
        undo_correction(correction=row, by=by)

    row.refresh_from_db()
    assert (row.undone_at, row.claim is None) == (None, False)
