"""People merge, split and rename stories, take it back, and the machine remembers."""

import pytest

from claims.models import Claim, Story, StoryChange
from claims.selectors.grouping import bonds_on
from claims.services.errors import (
    NotPartOfStory,
    SameStory,
    StoryChangedSince,
    TitleRequired,
    UndoneAlready,
)
from claims.services.stories import (
    articles_in,
    merge_stories,
    rename_story,
    split_story,
    undo_story_change,
)
from claims.services.story_moves import Mover
from tests.factories import make_article, make_claim, make_story, make_workspace
from workbench.audit.models import Event


@pytest.fixture
def by(editor):
    return Mover(editor)


@pytest.fixture
def claims(workspace):
    return [make_claim(make_article(workspace, outlet=f"Outlet {n}"), "the bridge is open") for n in range(4)]


@pytest.fixture
def stories(workspace, claims):
    return (
        make_story(workspace, *claims[:2], title="A bridge opens"),
        make_story(workspace, *claims[2:], title="A crossing"),
    )


def story_of(claim):
    return Claim.objects.get(pk=claim.pk).story


def now(story):
    return Story.objects.get(pk=story.pk)


def publications(*claims):
    return [claim.article.publication_id for claim in claims]


def test_a_merger_brings_all_articles_into_one_story_and_the_other_leads_there(stories, claims, by):
    merge_stories(story=stories[0], other=stories[1], by=by)

    assert {story_of(claim) for claim in claims} == {stories[0]}
    assert now(stories[1]).merged_into == stories[0]


def test_the_address_of_a_story_merged_twice_is_one_step_from_the_last(stories, claims, by, workspace):
    third = make_story(workspace, make_claim(make_article(workspace, outlet="Third"), "the bridge is open"))
    merge_stories(story=stories[0], other=stories[1], by=by)
    merge_stories(story=third, other=stories[0], by=by)

    assert now(stories[1]).merged_into == third


def test_what_was_merged_is_bound_together(stories, claims, by):
    merge_stories(story=stories[0], other=stories[1], by=by)
    bonds = bonds_on(publications(*claims))

    assert len(bonds.together) == 5
    assert not bonds.apart


def test_undoing_a_merger_brings_the_other_story_back_and_frees_the_machine(stories, claims, by):
    change = merge_stories(story=stories[0], other=stories[1], by=by)
    undo_story_change(change=change, by=by)

    assert [story_of(claim) for claim in claims] == [stories[0], stories[0], stories[1], stories[1]]
    assert now(stories[1]).merged_into is None
    assert not bonds_on(publications(*claims)).together


def test_a_story_cannot_be_merged_with_itself_or_one_that_is_gone(stories, claims, by, workspace):
    with pytest.raises(SameStory):
        merge_stories(story=stories[0], other=stories[0], by=by)
    merge_stories(story=stories[0], other=stories[1], by=by)
    with pytest.raises(SameStory):
        merge_stories(story=stories[0], other=stories[1], by=by)


def test_a_story_of_another_newsroom_is_never_merged(stories, by):
    with pytest.raises(SameStory):
        merge_stories(story=stories[0], other=make_story(make_workspace("Elsewhere")), by=by)


def test_a_split_makes_a_new_story_that_is_kept_apart(stories, claims, by):
    change = split_story(story=stories[0], articles=[claims[1].article_id], by=by, title="A ferry stops")

    assert story_of(claims[1]).title == "A ferry stops"
    assert story_of(claims[0]) == stories[0]
    assert len(bonds_on(publications(*claims[:2])).apart) == 1
    assert change.other == story_of(claims[1])


def test_articles_can_be_moved_to_another_story(stories, claims, by):
    split_story(story=stories[0], articles=[claims[1].article_id], into=stories[1], by=by)
    bonds = bonds_on(publications(*claims))

    assert story_of(claims[1]) == stories[1]
    assert (len(bonds.together), len(bonds.apart)) == (2, 1)


def test_undoing_a_split_leads_the_new_story_back(stories, claims, by):
    change = split_story(story=stories[0], articles=[claims[1].article_id], by=by)
    undo_story_change(change=change, by=by)

    assert story_of(claims[1]) == stories[0]
    assert now(change.other).merged_into == stories[0]
    assert not bonds_on(publications(*claims)).apart


@pytest.mark.parametrize("chosen", [[], [0, 1], [2]])
def test_a_split_takes_some_of_the_storys_articles_and_leaves_some(stories, claims, by, chosen):
    with pytest.raises(NotPartOfStory):
        split_story(story=stories[0], articles=[claims[place].article_id for place in chosen], by=by)


def test_merging_back_what_was_split_counts_as_the_last_word(stories, claims, by):
    change = split_story(story=stories[0], articles=[claims[1].article_id], by=by)
    merge_stories(story=stories[0], other=change.other, by=by)
    bonds = bonds_on(publications(*claims[:2]))

    assert (len(bonds.together), len(bonds.apart)) == (1, 0)


def test_a_change_on_which_a_later_one_rests_is_taken_back_after_it(stories, claims, by):
    merger = merge_stories(story=stories[0], other=stories[1], by=by)
    split = split_story(story=stories[0], articles=[claims[0].article_id], by=by)
    with pytest.raises(StoryChangedSince):
        undo_story_change(change=merger, by=by)
    undo_story_change(change=split, by=by)
    undo_story_change(change=merger, by=by)

    assert story_of(claims[3]) == stories[1]


def test_a_change_is_taken_back_once(stories, by):
    change = rename_story(story=stories[0], title="The old bridge", by=by)
    undo_story_change(change=change, by=by)

    with pytest.raises(UndoneAlready):
        undo_story_change(change=change, by=by)


def test_a_new_name_can_be_taken_back_until_there_is_another(stories, by):
    first = rename_story(story=stories[0], title="  The old   bridge ", by=by)
    assert now(stories[0]).title == "The old bridge"
    second = rename_story(story=stories[0], title="The bridge", by=by)
    with pytest.raises(StoryChangedSince):
        undo_story_change(change=first, by=by)
    undo_story_change(change=second, by=by)

    assert now(stories[0]).title == "The old bridge"


def test_a_story_needs_a_name(stories, by):
    with pytest.raises(TitleRequired):
        rename_story(story=stories[0], title="  ", by=by)


def test_an_article_that_came_after_a_merger_stays_when_that_is_undone(stories, claims, by, workspace):
    change = merge_stories(story=stories[0], other=stories[1], by=by)
    late = make_claim(make_article(workspace, outlet="Late"), "the bridge is open", story=stories[0])
    undo_story_change(change=change, by=by)

    assert story_of(late) == stories[0]


def test_every_change_is_in_the_log(stories, claims, by):
    undo_story_change(change=merge_stories(story=stories[0], other=stories[1], by=by), by=by)

    assert list(Event.objects.filter(object_kind="story").values_list("action", flat=True)) == [
        "story.merged",
        "story.change_undone",
    ]
    assert StoryChange.objects.get().undone_by == by.user


def test_the_articles_of_a_story_outlive_their_claims(stories, claims):
    Claim.objects.filter(pk=claims[0].pk).delete()

    assert claims[0].article_id in articles_in(stories[0])
