"""A verdict is kept with its reasons and reaches the record of everyone in the chain."""

import pytest

from claims.models import Verdict
from claims.services.errors import ReasoningRequired, UnknownRating
from claims.services.verdicts import record_verdict
from sources.models import Outcome, Scorecard, Source
from tests.factories import make_article, make_claim, make_source
from workbench.audit.models import Event
from workbench.jobs.performing import perform_waiting_jobs


@pytest.fixture
def claim(workspace):
    return make_claim(make_article(workspace), "the bridge is open", chain=("Coast Daily", "the mayor"))


def judge(claim, editor, rating="false", reasoning="The bridge was shut when we went there."):
    return record_verdict(claim=claim, user=editor, rating=rating, reasoning=reasoning)


def roles(claim):
    return dict(
        Outcome.objects.filter(claim_id=claim.pk, superseded_at=None).values_list("source__name", "role")
    )


def test_each_source_of_the_chain_is_told_by_its_role(claim, editor):
    judge(claim, editor)

    assert roles(claim) == {"the mayor": "originated", "Coast Daily": "quoted", "Harbour Post": "quoted"}


def test_an_outlet_that_republished_answers_as_a_republisher(claim, editor):
    claim.article.republished_from = make_source(claim.workspace, "Coast Daily")
    claim.article.save()

    judge(claim, editor)

    assert roles(claim)["Harbour Post"] == "republished"


def test_the_outlet_that_vouched_stands_in_for_an_anonymous_source(workspace, editor):
    article = make_article(workspace)
    claim = make_claim(article, "the bridge is open")
    unnamed = make_source(workspace, "a port official", Source.Kind.ANONYMOUS, outlet=article.outlet)
    claim.hops.create(position=1, source=unnamed, name=unnamed.name, kind=unnamed.kind)

    judge(claim, editor)

    assert roles(claim) == {"Harbour Post": "originated"}


def test_a_later_verdict_supersedes_the_first_and_its_outcomes(claim, editor):
    first, _ = judge(claim, editor)
    second, _ = judge(claim, editor, "true", "We were wrong: it opened at noon.")

    first.refresh_from_db()
    assert first.superseded_at is not None
    assert Verdict.objects.get(superseded_at=None) == second
    current = Outcome.objects.filter(superseded_at=None)
    assert set(current.values_list("rating", flat=True)) == {"true"}
    assert Outcome.objects.count() == 6


def test_the_scorecards_follow_by_a_job_each(claim, editor, workspace):
    _, jobs = judge(claim, editor)

    assert {job.subject_label for job in jobs} == {"the mayor", "Coast Daily", "Harbour Post"}
    perform_waiting_jobs(workspace)
    card = Scorecard.objects.get(source__name="the mayor")
    assert card.q05 < card.mean < 0.6
    assert (card.letter, card.outcome_count) == ("F", 1)


def test_what_was_decided_is_in_the_log(claim, editor):
    judge(claim, editor)

    assert Event.objects.filter(
        action="verdict.recorded", object_id=claim.pk, actor=f"user:{editor.pk}"
    ).exists()


def test_a_verdict_without_reasons_is_refused(claim, editor):
    with pytest.raises(ReasoningRequired):
        judge(claim, editor, reasoning="  ")

    assert not Verdict.objects.exists()


def test_a_rating_off_the_scale_is_refused(claim, editor):
    with pytest.raises(UnknownRating, match="pants on fire"):
        judge(claim, editor, "pants on fire")
