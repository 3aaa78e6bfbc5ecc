"""Articles meet in a story by what links their claims."""

import pytest

from claims.models import Article, Claim, Story, StoryPlace
from claims.services.clustering import cluster_claims
from claims.services.stories import split_story
from claims.services.story_moves import Mover
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


def test_the_address_of_a_story_that_lost_its_last_article_leads_on(claims, workspace):
    own, story = make_story(workspace, claims[1]), make_story(workspace, claims[0])
    make_link(claims[0], claims[1], probability=0.95)

    assert cluster(claims[1].article) == story
    assert Story.objects.get(pk=own.pk).merged_into == story


def test_an_article_worked_through_again_comes_back_to_its_story(claims, workspace):
    story = make_story(workspace, claims[0], claims[1])
    Claim.objects.filter(pk=claims[1].pk).delete()
    make_claim(claims[1].article, "the bridge is open")

    assert cluster(claims[1].article) == story


def test_an_article_alone_in_its_story_keeps_the_address_when_worked_through_again(claims, workspace):
    story = make_story(workspace, claims[0])
    Claim.objects.filter(pk=claims[0].pk).delete()
    make_claim(claims[0].article, "the bridge is open")

    assert cluster(claims[0].article) == story


def test_a_lone_article_is_drawn_along_by_one_that_is_linked_with_both(claims, workspace):
    story, lone = make_story(workspace, claims[0]), make_story(workspace, claims[1])
    make_link(claims[2], claims[0], probability=0.95)
    make_link(claims[2], claims[1], probability=0.94)

    assert cluster(claims[2].article) == story
    assert Claim.objects.get(pk=claims[1].pk).story == story
    assert Story.objects.get(pk=lone.pk).merged_into == story


def test_a_place_says_what_spoke_for_it(claims, workspace):
    make_story(workspace, claims[0])
    make_link(claims[0], claims[1], probability=0.95)
    cluster(claims[1].article)

    evidence = StoryPlace.objects.get(article=claims[1].article).evidence

    assert (evidence["linked"], evidence["speaking"]) == (1, 1)


def test_an_article_joins_no_story_that_people_split_it_from(claims, workspace, editor):
    story = make_story(workspace, claims[0], claims[1])
    split_story(story=story, articles=[claims[1].article_id], by=Mover(editor))
    make_link(claims[0], claims[1], probability=0.99)

    assert cluster(claims[1].article) != story
    assert cluster(claims[0].article) == story


def test_claims_linked_into_another_event_alone_take_the_article_into_both_stories(workspace):
    article = make_article(workspace, "bridge one, bridge two, ferry one, ferry two")
    bridge = [make_claim(article, words) for words in ("bridge one", "bridge two")]
    ferry = [make_claim(article, words) for words in ("ferry one", "ferry two")]
    stories = []
    for own, words in ((bridge, "bridge"), (ferry, "ferry")):
        other = make_article(workspace, f"{words} said so", outlet="Coast Daily")
        told = make_claim(other, f"{words} said so")
        stories.append(make_story(workspace, told, title=words))
        for place, claim in enumerate(own):
            make_link(claim, told, probability=0.95 - 0.01 * place - 0.05 * (words == "ferry"))
    cluster(article)

    assert {claim.text[:6].strip(): str(claim.story) for claim in article.claims.all()} == {
        "bridge": "bridge",
        "ferry": "ferry",
    }
