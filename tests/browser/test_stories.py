"""Merging and splitting stories by keyboard, in both languages, with undo."""

import pytest
from django.urls import reverse

from claims.models import Claim, Story, StoryChange, StoryPlace
from tests.browser.test_pages import AXE_RUN
from tests.factories import make_article, make_claim, make_story


@pytest.fixture
def two(silo, workspace):
    """Return the full story, with evidence and a proposed split, and a small one to merge with it."""
    article = make_article(workspace, "The silo is rebuilt.", title="Silo rebuilt", outlet="Coast Daily")
    other = make_story(workspace, make_claim(article, "The silo is rebuilt"), title="A silo is rebuilt")
    evidence = {"linked": 2, "alike": 3, "names": [], "chance": 0.9}
    StoryPlace.objects.filter(story=silo.story).exclude(article=silo.ledger).update(evidence=evidence)
    articles = [str(pk) for pk in Claim.objects.filter(story=silo.story).values_list("article", flat=True)]
    parts = [[str(silo.echo.pk)], sorted(set(articles) - {str(silo.echo.pk)})]
    Story.objects.filter(pk=silo.story.pk).update(may_split=parts)
    return silo.story, other


def address(name, story):
    return reverse(f"claims:{name}", args=[story.pk])


def pages_of(story):
    return [address(name, story) for name in ("story", "merge_story", "split_story", "rename_story")]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_pages_of_changing_a_story_shut_nobody_out(desk_of, two, axe, language, theme):
    desk = desk_of(language, color_scheme=theme)

    barriers = {}
    for page_address in pages_of(two[0]):
        page = desk.visit(page_address)
        page.evaluate(axe)
        if found := page.evaluate(AXE_RUN):
            barriers[page_address] = found

    assert barriers == {}
    assert desk.complaints == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_page_of_a_story_scrolls_sideways_on_a_phone(desk_of, two, language):
    desk = desk_of(language, viewport={"width": 390, "height": 844})
    wide = "document.documentElement.scrollWidth > window.innerWidth"

    assert [page for page in pages_of(two[0]) if desk.visit(page).evaluate(wide)] == []


def test_stories_are_merged_and_parted_again_without_a_mouse(desk_of, two):
    page = desk_of().visit(address("story", two[0]))

    page.keyboard.press("m")
    page.wait_for_url("**/merge/")
    page.focus("input[name=other]")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?changed=*")
    assert Story.objects.get(pk=two[1].pk).merged_into == two[0]
    page.focus(".notice form button")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{address('story', two[0])}")

    assert Story.objects.get(pk=two[1].pk).merged_into is None


def test_a_story_is_split_by_keyboard_in_arabic(desk_of, two):
    page = desk_of("ar").visit(address("story", two[0]))

    page.keyboard.press("s")
    page.wait_for_url("**/split/")
    page.focus("input[name=articles]")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?changed=*")

    assert StoryChange.objects.get().kind == "split"
