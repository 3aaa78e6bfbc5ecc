"""A second person confirms or disputes a verdict, never the one who gave it."""

import pytest
from django.db import IntegrityError, transaction
from django.db.utils import InternalError

from claims.models import Review, Verdict
from claims.selectors.verdicts import disputed_verdicts, shown_verdicts, unconfirmed_verdicts
from claims.services.correcting import Corrector
from claims.services.corrections import correct_originator
from claims.services.errors import (
    DisputeNeedsReason,
    NothingToUndo,
    OwnVerdict,
    ReviewedAlready,
    VerdictOver,
)
from claims.services.reviewing import review_verdict, take_back_review
from claims.services.verdicts import record_verdict
from sources.models import Outcome
from tests.factories import make_article, make_claim, make_member
from workbench.accounts.models import actor_label
from workbench.audit.models import Event


@pytest.fixture
def claim(workspace):
    return make_claim(make_article(workspace), "the bridge is open", chain=("the mayor",))


@pytest.fixture
def verdict(claim, editor):
    return judge(claim, editor)


@pytest.fixture
def colleague(workspace):
    return make_member(workspace)


def judge(claim, user, rating="false"):
    return record_verdict(claim=claim, user=user, rating=rating, reasoning="It was shut at noon.")[0]


def confirm(verdict, user):
    return review_verdict(verdict=verdict, user=user, agrees=True)


def dispute(verdict, user, note="The ferry log says otherwise."):
    return review_verdict(verdict=verdict, user=user, agrees=False, note=note)


def reviewers():
    return set(Outcome.objects.filter(superseded_at=None).values_list("reviewer", flat=True))


def test_a_confirmed_verdict_counts_in_full_for_every_source(verdict, colleague):
    _, jobs = confirm(verdict, colleague)

    assert reviewers() == {actor_label(colleague)}
    assert {job.subject_label for job in jobs} == {"the mayor", "Harbour Post"}
    assert Event.objects.filter(action="review.confirmed").count() == 1


def test_an_outcome_before_the_review_stays_on_record(verdict, colleague):
    confirm(verdict, colleague)

    assert Outcome.objects.filter(superseded_at=None).count() == 2
    assert Outcome.objects.exclude(superseded_at=None).count() == 2


def test_the_author_cannot_review(verdict, editor):
    with pytest.raises(OwnVerdict):
        confirm(verdict, editor)


def test_the_database_refuses_a_review_by_the_author(verdict, editor):
    with pytest.raises(IntegrityError, match="of their own"), transaction.atomic():
        Review.objects.create(workspace=verdict.workspace, verdict=verdict, reviewer=editor, agrees=True)


def test_the_database_keeps_a_verdict_its_authors(verdict, colleague):
    with pytest.raises((IntegrityError, InternalError), match="stays its author"), transaction.atomic():
        Verdict.objects.filter(pk=verdict.pk).update(author=colleague)


def test_the_database_refuses_to_edit_or_delete_a_review(verdict, colleague):
    review, _ = confirm(verdict, colleague)

    with pytest.raises((IntegrityError, InternalError), match="never edited"), transaction.atomic():
        Review.objects.filter(pk=review.pk).update(note="I never said so.")
    with pytest.raises((IntegrityError, InternalError), match="never deleted"), transaction.atomic():
        Review.objects.filter(pk=review.pk)._raw_delete("default")


def test_nobody_reviews_twice(verdict, colleague):
    confirm(verdict, colleague)

    with pytest.raises(ReviewedAlready):
        dispute(verdict, colleague)


def test_a_dispute_needs_its_reasons(verdict, colleague):
    with pytest.raises(DisputeNeedsReason):
        dispute(verdict, colleague, note="  ")


def test_a_dispute_waits_for_people_and_leaves_the_outcomes(verdict, colleague, workspace):
    _, jobs = dispute(verdict, colleague)

    assert jobs == []
    assert reviewers() == {""}
    assert list(disputed_verdicts(workspace)) == [verdict]
    assert not unconfirmed_verdicts(workspace)


def test_a_third_person_settles_a_dispute(verdict, colleague, workspace):
    dispute(verdict, colleague)
    confirm(verdict, third := make_member(workspace))

    assert not disputed_verdicts(workspace)
    assert reviewers() == {actor_label(third)}


def test_a_verdict_waits_until_a_second_person_has_spoken(verdict, colleague, workspace):
    assert list(unconfirmed_verdicts(workspace)) == [verdict]

    confirm(verdict, colleague)

    assert not unconfirmed_verdicts(workspace)


def test_a_review_taken_back_counts_no_more_and_stays_on_record(verdict, colleague, workspace):
    review, _ = confirm(verdict, colleague)

    _, jobs = take_back_review(review=review, user=colleague)

    assert reviewers() == {""}
    assert len(jobs) == 2
    assert Review.objects.get().superseded_at is not None
    assert list(unconfirmed_verdicts(workspace)) == [verdict]
    confirm(verdict, colleague)
    assert reviewers() == {actor_label(colleague)}


def test_only_ones_own_review_can_be_taken_back(verdict, colleague, editor):
    review, _ = confirm(verdict, colleague)

    with pytest.raises(NothingToUndo):
        take_back_review(review=review, user=editor)


def test_a_verdict_that_is_superseded_cannot_be_reviewed(verdict, claim, editor, colleague):
    judge(claim, editor, "true")

    with pytest.raises(VerdictOver):
        confirm(verdict, colleague)


def test_a_verdict_repeated_for_another_chain_has_to_be_confirmed_anew(
    verdict, claim, colleague, editor, workspace
):
    confirm(verdict, colleague)

    correct_originator(claim=claim, by=Corrector(editor), name="the harbour master", kind="person")

    assert reviewers() == {""}
    assert [row.rating for row in unconfirmed_verdicts(workspace)] == ["false"]


def test_who_has_yet_to_judge_is_blind_and_who_has_spoken_is_not(verdict, claim, colleague, editor):
    def seen_by(person):
        return shown_verdicts(claim, viewer=person)[0]

    assert seen_by(colleague).is_blind
    assert not seen_by(editor).is_blind
    confirm(verdict, colleague)
    claim.refresh_from_db()
    assert not seen_by(colleague).is_blind
