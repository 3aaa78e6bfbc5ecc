"""Stories have a topic and a country; outcomes follow when these change, or the claim's story does."""

import numpy as np
import pytest
from django.core.management import call_command

from claims.engine import encode
from claims.models import Claim, Slot, Story, StoryChange
from claims.services.describing import describe_story
from claims.services.errors import NothingChanged, StoryChangedSince, UnknownCountry
from claims.services.stories import (
    merge_stories,
    rename_story,
    set_description,
    split_story,
    undo_story_change,
)
from claims.services.story_moves import Mover
from claims.services.verdicts import record_verdict
from sources.models import Outcome
from tests.factories import make_article, make_claim, make_story
from workbench.jobs.performing import perform_waiting_jobs

SPORT = (
    "Al-Nahda scored twice in the second half and won the league match",
    "The coach said two players will miss the final of the cup",
)


@pytest.fixture(autouse=True)
def names(db):
    call_command("load_names")


def make_told(workspace, *texts, outlet="Harbour Post"):
    claims = []
    for place, text in enumerate(texts):
        claims.append(make_claim(make_article(workspace, text, outlet=f"{outlet} {place}"), text))
    for claim, vector in zip(claims, encode([claim.text for claim in claims]), strict=True):
        claim.embedding = np.asarray(vector).tolist()
        claim.save()
    return make_story(workspace, *claims)


def place_in(story, *values):
    for claim, value in zip(story.claims.order_by("pk"), values, strict=True):
        Slot.objects.create(claim=claim, kind="place", text=value, value=f"geo:{value}", start=0, end=3)


def facts(story):
    story = Story.objects.get(pk=story.pk)
    return story.topic, story.region


def outcome_facts():
    rows = Outcome.objects.filter(superseded_at=None)
    return set(rows.values_list("story_id", "topic", "region"))


@pytest.fixture
def story(workspace):
    return make_told(workspace, *SPORT)


def test_topic_and_country_are_proposed_from_the_claims(story):
    place_in(story, "LB", "LB")

    assert describe_story(story=story.pk)
    assert facts(story) == ("sport", "LB")
    assert not describe_story(story=story.pk)


def test_no_country_is_proposed_where_two_are_named_as_often(story):
    place_in(story, "LB", "SY")
    describe_story(story=story.pk)

    assert facts(story)[1] == ""


def test_what_people_set_the_machine_leaves_alone(story, editor):
    set_description(story=story, topic="economy", region="sy", by=Mover(editor))

    describe_story(story=story.pk)

    assert facts(story) == ("economy", "SY")


def test_a_country_that_there_is_not_is_refused(story, editor):
    with pytest.raises(UnknownCountry):
        set_description(story=story, topic="", region="QQ", by=Mover(editor))
    with pytest.raises(NothingChanged):
        set_description(story=story, topic="", region="", by=Mover(editor))


def test_setting_can_be_taken_back_whoever_renamed_the_story_since(story, editor):
    change = set_description(story=story, topic="economy", region="SY", by=Mover(editor))
    rename_story(story=story, title="Another name", by=Mover(editor))

    undo_story_change(change=change, by=Mover(editor))

    assert facts(story) == ("", "")
    assert not Story.objects.get(pk=story.pk).topic_by_person


def test_an_older_setting_is_not_taken_back_under_a_newer_one(story, editor):
    first = set_description(story=story, topic="economy", region="SY", by=Mover(editor))
    set_description(story=story, topic="health", region="SY", by=Mover(editor))

    with pytest.raises(StoryChangedSince):
        undo_story_change(change=first, by=Mover(editor))


def test_outcomes_follow_by_a_job_when_people_describe_a_story(story, editor, workspace):
    record_verdict(claim=story.claims.first(), user=editor, rating="true", reasoning="Seen.")
    assert outcome_facts() == {(story.pk, "", "")}

    change = set_description(story=story, topic="economy", region="SY", by=Mover(editor))
    assert outcome_facts() == {(story.pk, "", "")}
    perform_waiting_jobs(workspace)

    assert outcome_facts() == {(story.pk, "economy", "SY")}
    undo_story_change(change=change, by=Mover(editor))
    perform_waiting_jobs(workspace)
    assert outcome_facts() == {(story.pk, "sport", "")}


def test_an_outcome_says_from_the_start_what_is_known_of_the_story(story, editor):
    set_description(story=story, topic="economy", region="SY", by=Mover(editor))

    record_verdict(claim=Claim.objects.filter(story=story)[0], user=editor, rating="true", reasoning="Seen.")

    assert outcome_facts() == {(story.pk, "economy", "SY")}


def test_outcomes_keep_up_when_stories_merge_and_split(story, editor, workspace):
    other = make_told(workspace, "The bakery sells bread at the old price", outlet="Quay Radio")
    claim = other.claims.get()
    record_verdict(claim=claim, user=editor, rating="true", reasoning="Seen.")

    merge = merge_stories(story=story, other=other, by=Mover(editor))
    perform_waiting_jobs(workspace)
    assert {row[0] for row in outcome_facts()} == {story.pk}

    undo_story_change(change=merge, by=Mover(editor))
    perform_waiting_jobs(workspace)
    assert {row[0] for row in outcome_facts()} == {other.pk}

    merge_stories(story=story, other=other, by=Mover(editor))
    split = split_story(story=story, articles=[claim.article_id], by=Mover(editor))
    perform_waiting_jobs(workspace)
    assert {row[0] for row in outcome_facts()} == {split.other_id}
    assert StoryChange.objects.filter(kind="split").count() == 1
