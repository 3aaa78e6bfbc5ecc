"""Stories are listed with their disputes, and one story shows who says what."""

import pytest
from django.urls import reverse

from claims.models import Story, StoryChange, StoryPlace
from tests.factories import make_article, make_claim, make_member, make_story, make_workspace
from tests.silo_story import make_silo_story
from workbench.accounts.models import Role


@pytest.fixture
def page(client, editor):
    client.force_login(editor)
    return client


def test_the_list_names_the_particulars_in_dispute(page, workspace):
    make_silo_story(workspace)

    shown = page.get(reverse("claims:stories")).content.decode()

    assert "How many · Where" in shown
    assert "4 outlets" in shown


def test_an_empty_list_says_what_would_be_here(page):
    assert "No stories yet" in page.get(reverse("claims:stories")).content.decode()


def test_a_story_shows_each_outlets_words_on_the_dispute(page, workspace, django_assert_max_num_queries):
    story = make_silo_story(workspace).story

    with django_assert_max_num_queries(16):
        shown = page.get(reverse("claims:story", args=[story.pk])).content.decode()

    for words in ("Twelve workers", "سبعة عمال", "grain silo", "مستودع الوقود"):
        assert f"<bdi>{words}</bdi>" in shown


def test_a_story_of_one_article_says_that_nothing_is_shared(page, workspace):
    story = make_story(workspace)

    assert "No statement is shared yet" in page.get(reverse("claims:story", args=[story.pk])).content.decode()


def test_another_newsrooms_story_is_not_here(page):
    foreign = make_story(make_workspace("Elsewhere"))

    assert page.get(reverse("claims:story", args=[foreign.pk])).status_code == 404


@pytest.fixture
def two(workspace):
    claims = [
        make_claim(make_article(workspace, outlet=f"Outlet {n}"), "the bridge is open") for n in range(3)
    ]
    return make_story(workspace, *claims[:2], title="A bridge opens"), make_story(
        workspace, claims[2], title="A crossing"
    )


def act(page, story, name, **given):
    return page.post(reverse(f"claims:{name}_story", args=[story.pk]), given, follow=True)


def test_a_merger_says_what_happened_and_offers_to_undo(page, two):
    shown = act(page, two[0], "merge", other=two[1].pk).content.decode()

    assert "1 article came here" in shown
    change = StoryChange.objects.get()
    page.post(reverse("claims:undo_story_change", args=[change.pk]))
    assert Story.objects.get(pk=two[1].pk).merged_into is None


def test_the_address_of_a_merged_story_leads_to_where_it_went(page, two):
    act(page, two[0], "merge", other=two[1].pk)

    assert page.get(reverse("claims:story", args=[two[1].pk])).url == reverse(
        "claims:story", args=[two[0].pk]
    )


def test_stories_to_merge_with_are_found_by_name(page, two):
    address = reverse("claims:merge_story", args=[two[0].pk])

    assert "A crossing" in page.get(address, {"q": "cross"}).content.decode()
    assert "No other story" in page.get(address, {"q": "ferry"}).content.decode()


def test_a_merger_without_a_choice_says_what_to_do(page, two):
    answer = act(page, two[0], "merge")

    assert answer.status_code == 422
    assert "Choose the story to merge with." in answer.content.decode()


def test_a_split_moves_the_chosen_articles(page, two):
    article = two[0].claims.first().article
    shown = act(page, two[0], "split", articles=[article.pk], title="A ferry stops").content.decode()

    assert "A ferry stops" in shown
    assert article.claims.get().story.title == "A ferry stops"


def test_a_split_of_nothing_is_refused_with_a_way_out(page, two):
    answer = act(page, two[0], "split")

    assert answer.status_code == 422
    assert "leave at least one" in answer.content.decode()


def test_a_story_of_one_article_offers_no_split(page, two):
    assert "Nothing to split" in page.get(reverse("claims:split_story", args=[two[1].pk])).content.decode()


def test_a_new_name_is_shown(page, two):
    assert "The old bridge" in act(page, two[0], "rename", title="The old bridge").content.decode()


def test_a_proposed_split_leads_to_the_form_with_the_smaller_part_chosen(page, two):
    one, other = (claim.article_id for claim in two[0].claims.all())
    Story.objects.filter(pk=two[0].pk).update(may_split=[[str(one)], [str(other)]])

    shown = page.get(reverse("claims:story", args=[two[0].pk])).content.decode()
    form = page.get(reverse("claims:split_story", args=[two[0].pk]), {"article": str(one)}).content.decode()

    assert "may be about two events" in shown
    assert form.count(" checked>") == 1


def test_an_article_says_why_it_is_here_in_its_own_words(page, workspace):
    claim = make_claim(make_article(workspace), "the bridge is open", slots=[("place", "bridge")])
    story = make_story(workspace, claim)
    evidence = {"linked": 2, "alike": 1, "names": ["bridge"]}
    StoryPlace.objects.filter(story=story).update(evidence=evidence)

    shown = page.get(reverse("claims:story", args=[story.pk])).content.decode()

    assert "linked with those of 2 articles here" in shown
    assert "Others name it too: \u2068bridge\u2069" in shown


def test_who_may_only_read_is_offered_no_change(client, workspace, two):
    client.force_login(make_member(workspace, Role.VIEWER))

    shown = client.get(reverse("claims:story", args=[two[0].pk])).content.decode()

    assert reverse("claims:merge_story", args=[two[0].pk]) not in shown
    assert client.get(reverse("claims:merge_story", args=[two[0].pk])).status_code == 403
