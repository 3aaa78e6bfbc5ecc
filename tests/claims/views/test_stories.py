"""Stories are listed with their disputes, and one story shows who says what."""

import pytest
from django.urls import reverse

from tests.factories import make_story, make_workspace
from tests.silo_story import make_silo_story


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

    with django_assert_max_num_queries(9):
        shown = page.get(reverse("claims:story", args=[story.pk])).content.decode()

    for words in ("Twelve workers", "سبعة عمال", "grain silo", "مستودع الوقود"):
        assert f"<bdi>{words}</bdi>" in shown


def test_a_story_of_one_article_says_that_nothing_is_shared(page, workspace):
    story = make_story(workspace)

    assert "No statement is shared yet" in page.get(reverse("claims:story", args=[story.pk])).content.decode()


def test_another_newsrooms_story_is_not_here(page):
    foreign = make_story(make_workspace("Elsewhere"))

    assert page.get(reverse("claims:story", args=[foreign.pk])).status_code == 404
