"""Articles meet in a story by what links their claims."""

import pytest

from claims.models import Article, Claim, Story
from claims.services.clustering import cluster_claims
from tests.factories import make_article, make_claim, make_link, make_story
from workbench.jobs.services import Subject, lease_job, queue_job


@pytest.fixture
def claims(workspace):
    return [
        make_claim(make_article(workspace, outlet=outlet, title=f"{outlet} reports"), "the bridge is open")
        for outlet in ("Harbour Post", "Coast Daily", "Inland Gazette")
    ]


def cluster(article: Article) -> Story | None:
    job = queue_job(workspace=article.workspace, kind="claims.cluster", subject=Subject(article.pk))
    cluster_claims(job=lease_job(job_id=job.pk))
    return Claim.objects.filter(article=article).first().story


def test_an_article_alone_begins_a_story_with_its_own_headline(claims):
    assert cluster(claims[0].article).title == "Harbour Post reports"


def test_an_article_joins_the_story_it_is_surely_linked_with(claims, workspace):
    story = make_story(workspace, claims[0])
    make_link(claims[0], claims[1], probability=0.95)

    assert cluster(claims[1].article) == story


def test_one_doubtful_link_does_not_join_two_stories(claims, workspace):
    story = make_story(workspace, claims[0])
    make_link(claims[0], claims[1], probability=0.4)

    assert cluster(claims[1].article) != story


def test_a_rejected_link_counts_for_nothing(claims, workspace):
    story = make_story(workspace, claims[0])
    make_link(claims[0], claims[1], probability=0.95, state="rejected")

    assert cluster(claims[1].article) != story


def test_the_heavier_story_wins_and_the_other_stays(claims, workspace):
    light, heavy = make_story(workspace, claims[0]), make_story(workspace, claims[1])
    make_link(claims[2], claims[0], "related", probability=0.9)
    make_link(claims[2], claims[1], "conflicts", probability=0.95, slot="place")

    assert cluster(claims[2].article) == heavy
    assert Story.objects.filter(pk=light.pk).exists()


def test_a_story_that_lost_its_last_claim_is_gone(claims, workspace):
    own, story = make_story(workspace, claims[1]), make_story(workspace, claims[0])
    make_link(claims[0], claims[1], probability=0.95)

    assert cluster(claims[1].article) == story
    assert not Story.objects.filter(pk=own.pk).exists()
