"""At night stories are put right; their addresses and people's decisions stay."""

from datetime import timedelta
from itertools import combinations

import pytest
from django.utils import timezone

from claims.models import Article, Claim, Story, StoryChange
from claims.services.regrouping import queue_regrouping, regroup_stories
from claims.services.stories import merge_stories, split_story
from claims.services.story_moves import Mover
from claims.tasks import recluster_stories
from tests.factories import make_article, make_claim, make_link, make_story, make_workspace
from workbench.audit.models import Event
from workbench.jobs.models import Job, JobState
from workbench.jobs.services import LeaseLost, lease_job


@pytest.fixture
def claims(workspace):
    return [make_claim(make_article(workspace, outlet=f"Outlet {n}"), "the bridge is open") for n in range(4)]


def tie(*claims, probability=0.95):
    for one, other in combinations(claims, 2):
        make_link(one, other, probability=probability)


def night(workspace):
    job = lease_job(job_id=queue_regrouping(workspace=workspace).pk)
    regroup_stories(job=job)
    return Job.objects.get(pk=job.pk)


def story_of(claim):
    return Claim.objects.get(pk=claim.pk).story


def test_stories_of_one_event_are_merged_and_the_bigger_keeps_its_address(workspace, claims):
    big, small = make_story(workspace, *claims[:2]), make_story(workspace, *claims[2:])
    tie(*claims)
    night(workspace)

    assert {story_of(claim) for claim in claims} == {big}
    assert Story.objects.get(pk=small.pk).merged_into == big


def test_a_single_edge_merges_nothing(workspace, claims):
    one, other = make_story(workspace, *claims[:2]), make_story(workspace, *claims[2:])
    tie(*claims[:2])
    tie(*claims[2:])
    make_link(claims[1], claims[2], probability=1.0)
    night(workspace)

    assert [story_of(claim) for claim in claims] == [one, one, other, other]


def test_an_article_that_does_not_belong_gets_a_story_of_its_own(workspace, claims):
    story = make_story(workspace, *claims)
    tie(*claims[:3])
    night(workspace)

    assert story_of(claims[0]) == story
    assert story_of(claims[3]) != story


def test_what_people_merged_is_not_split_again(workspace, claims, editor):
    one, other = make_story(workspace, *claims[:2]), make_story(workspace, *claims[2:])
    merge_stories(story=one, other=other, by=Mover(editor))
    night(workspace)

    assert {story_of(claim) for claim in claims} == {one}


def test_what_people_split_is_not_merged_again_even_after_the_claims_are_made_anew(workspace, claims, editor):
    story = make_story(workspace, *claims)
    made = split_story(story=story, articles=[claims[3].article_id], by=Mover(editor)).other
    Claim.objects.filter(pk=claims[3].pk).delete()
    fresh = make_claim(claims[3].article, "the bridge is open", story=made)
    tie(*claims[:3], fresh)
    night(workspace)

    assert story_of(fresh) == made


def test_what_joined_is_kept_as_a_change_and_in_the_log(workspace, claims):
    story = make_story(workspace, *claims[:3])
    make_story(workspace, claims[3])
    tie(*claims)
    job = night(workspace)

    change = StoryChange.objects.get(story=story)
    assert (change.kind, len(change.moves), change.by) == ("regrouped", 1, None)
    assert Event.objects.get(action="story.regrouped").actor == "machine"
    assert (job.state, job.result["moved"]) == (JobState.DONE, 1)


def test_a_second_night_changes_nothing(workspace, claims):
    for claim in claims:
        make_story(workspace, claim)
    tie(*claims)
    night(workspace)
    count = StoryChange.objects.count()
    night(workspace)

    assert StoryChange.objects.count() == count


def test_articles_older_than_the_window_stay_where_they_are(workspace, claims):
    story = make_story(workspace, *claims[:2])
    Article.objects.update(created_at=timezone.now() - timedelta(days=30))
    new = make_claim(make_article(workspace, outlet="New"), "the bridge is open")
    make_story(workspace, new)
    tie(claims[0], claims[1], new)
    Claim.objects.filter(pk=claims[2].pk).update(story=None)
    night(workspace)

    assert {story_of(claims[0]), story_of(claims[1]), story_of(new)} == {story}


def test_a_story_that_drifted_is_proposed_for_a_split(workspace):
    claims = [
        make_claim(make_article(workspace, outlet=f"Outlet {n}"), "the bridge is open") for n in range(6)
    ]
    story = make_story(workspace, *claims)
    tie(*claims[:3])
    tie(*claims[3:])
    night(workspace)

    assert {story_of(claim) for claim in claims} == {story}
    assert sorted(len(part) for part in Story.objects.get(pk=story.pk).may_split) == [3, 3]


def test_another_newsrooms_articles_are_left_alone(workspace, claims):
    foreign = make_story(make_workspace("Elsewhere"))
    make_story(workspace, *claims)
    night(workspace)

    assert Story.objects.filter(pk=foreign.pk, merged_into=None).exists()


def test_a_run_whose_lease_passed_on_writes_nothing(workspace, claims):
    for claim in claims:
        make_story(workspace, claim)
    tie(*claims)
    job = lease_job(job_id=queue_regrouping(workspace=workspace).pk)
    Job.objects.filter(pk=job.pk).update(state=JobState.QUEUED, lease_token=None, lease_until=None)

    with pytest.raises(LeaseLost):
        regroup_stories(job=job)
    assert not StoryChange.objects.exists()


def test_every_workspace_has_its_night_and_only_one_at_a_time(workspace):
    recluster_stories()
    recluster_stories()

    assert Job.objects.filter(workspace=workspace, kind="claims.recluster", queue="bulk").count() == 1
