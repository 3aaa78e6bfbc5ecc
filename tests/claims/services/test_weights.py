"""What a workspace takes to be worth a check is kept, logged, and used when articles are worked through."""

import pytest

from claims import engine
from claims.models import Claim, WorthWeights
from claims.selectors.weights import factors_in_words, shown_weights, weights_of
from claims.services.errors import UnknownFactor
from claims.services.extraction import extract_claims
from claims.services.weights import set_weights, work_all_through_again
from tests.factories import make_article, make_claim, make_workspace
from workbench.audit.models import Event
from workbench.jobs.models import Job, JobQueue
from workbench.jobs.services import Subject, lease_job, queue_job

TEXT = "Two ferries sank on Monday off Norhus. “Prices fell by half,” the mayor, Huda Berri, said."


def extract(article) -> list[Claim]:
    """Work the article through and return its claims."""
    job = queue_job(workspace=article.workspace, kind="claims.extract", subject=Subject(article.pk))
    extract_claims(job=lease_job(job_id=job.pk))
    return list(article.claims.order_by("ordinal"))


def test_only_what_differs_from_the_defaults_is_kept(workspace, editor):
    defaults = engine.default_points()

    set_weights(workspace=workspace, user=editor, points={**defaults, "date": -0.5})

    assert weights_of(workspace) == {"date": -0.5}
    shown = {weight.name: weight for weight in shown_weights(workspace)}
    assert (shown["date"].points, shown["date"].default) == (-0.5, defaults["date"])
    assert shown["figure"].points == defaults["figure"]


def test_each_change_is_an_event_that_keeps_the_points(workspace, editor):
    set_weights(workspace=workspace, user=editor, points={"date": 0.9})
    set_weights(workspace=workspace, user=editor, points={})

    events = Event.objects.filter(action="worth.weights_set").order_by("number")
    assert [event.payload["points"] for event in events] == [{"date": 0.9}, {}]
    assert WorthWeights.objects.count() == 1


@pytest.mark.parametrize("points", [{"glamour": 0.2}, {"date": 1.2}], ids=["unknown", "out-of-range"])
def test_points_that_mean_nothing_are_refused(workspace, editor, points):
    with pytest.raises(UnknownFactor):
        set_weights(workspace=workspace, user=editor, points=points)

    assert weights_of(workspace) == {}


def test_another_workspace_keeps_its_own_points(workspace, editor):
    set_weights(workspace=workspace, user=editor, points={"date": 0.9})

    assert weights_of(make_workspace("Other")) == {}


def test_an_article_is_worked_through_by_the_points_of_its_workspace(workspace, editor):
    before = {claim.text: claim.worth for claim in extract(make_article(workspace, TEXT))}

    set_weights(workspace=workspace, user=editor, points={"date": -1.0, "attributed": 1.0})
    after = extract(make_article(workspace, TEXT, outlet="Other Post"))

    assert "Two ferries sank on Monday off Norhus" in before
    assert [claim.text for claim in after] == ["Prices fell by half"]
    assert after[0].worth > before["Prices fell by half"]
    assert {"name": "attributed", "points": 1.0} in after[0].factors


def test_factors_are_told_in_words_the_heaviest_first(workspace):
    factors = [
        {"name": "date", "points": 0.3},
        {"name": "hedged", "points": -0.1},
        {"name": "gone", "points": 1},
    ]
    claim = make_claim(make_article(workspace), "the bridge is open", factors=factors)

    assert [(factor.name, factor.word) for factor in factors_in_words(claim)] == [
        ("date", "A date"),
        ("hedged", "Hedged"),
    ]


def test_all_articles_of_the_workspace_are_queued_behind_what_people_wait_for(workspace, editor):
    articles = [make_article(workspace), make_article(workspace, "Gate 2 is shut.", outlet="Coast Daily")]
    make_article(make_workspace("Other"))

    jobs = work_all_through_again(workspace=workspace, user=editor)

    assert {job.subject_id for job in jobs} == {article.pk for article in articles}
    assert set(Job.objects.values_list("kind", "queue")) == {("claims.extract", JobQueue.BULK)}
    assert Event.objects.get(action="articles.worked_through_again").payload == {"count": 2}
