"""Going through links to review by the keyboard alone, in both languages, in a real browser."""

import pytest
from django.urls import reverse

from claims.models import Link
from claims.services.links import decide_link
from tests.browser.test_pages import AXE_RUN
from tests.factories import make_member
from tests.review_pairs import make_review_pairs


@pytest.fixture
def pairs(live_server, workspace):
    return make_review_pairs(workspace)


def open_review(desk):
    return desk.visit(reverse("claims:review_links"))


def wait_for(page, link):
    page.wait_for_selector(f'[data-pair="{link.pk}"]')


def press_arabic(page, code, letter):
    """Press a key of an Arabic keyboard: another letter, the same place."""
    page.evaluate(
        "([code, key]) => document.activeElement.dispatchEvent("
        "new KeyboardEvent('keydown', { code, key, bubbles: true, cancelable: true }))",
        [code, letter],
    )


def now(link):
    row = Link.objects.get(pk=link.pk)
    return row.state, row.relation, row.slot


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_queue_is_worked_through_by_the_keyboard_alone(desk_of, pairs, language):
    desk = desk_of(language)
    page = open_review(desk)
    wait_for(page, pairs.place)

    if language == "ar":
        press_arabic(page, "KeyY", "غ")
    else:
        page.keyboard.press("y")
    wait_for(page, pairs.update)
    assert page.evaluate("document.activeElement.className") == "pair__title"
    assert page.inner_text("#said") == {"en": "Confirmed.", "ar": "أُثبت."}[language]

    page.keyboard.press("t")
    assert page.evaluate("document.activeElement.dataset.digit") == "1"
    page.keyboard.press("2")
    wait_for(page, pairs.same)
    page.keyboard.press("s")
    page.keyboard.press("5")
    page.wait_for_selector(".empty")

    assert now(pairs.place) == ("confirmed", "conflicts", "place")
    assert now(pairs.update) == ("confirmed", "conflicts", "number")
    assert now(pairs.same) == ("confirmed", "conflicts", "number")
    page.keyboard.press("u")
    wait_for(page, pairs.same)
    assert now(pairs.same) == ("proposed", "corroborates", "")
    page.keyboard.press("n")
    page.wait_for_selector(".empty")
    assert now(pairs.same)[0] == "rejected"
    assert desk.complaints == []


def test_one_skips_by_space_or_j_and_goes_back_by_k(desk_of, pairs):
    page = open_review(desk_of())

    page.keyboard.press("Space")
    wait_for(page, pairs.update)
    page.keyboard.press("j")
    wait_for(page, pairs.same)
    page.keyboard.press("k")
    wait_for(page, pairs.update)

    assert page.url.endswith(f"at={pairs.update.pk}")
    page.reload()
    wait_for(page, pairs.update)


def test_an_open_choice_is_left_by_escape_and_gone_along_by_arrows(desk_of, pairs):
    page = open_review(desk_of())

    page.keyboard.press("t")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.dataset.digit") == "2"
    page.keyboard.press("Escape")
    assert page.locator("details[data-menu][open]").count() == 0
    page.keyboard.press("2")

    assert now(pairs.place)[0] == "proposed"


def test_a_pair_that_somebody_decided_meanwhile_stays_in_view(desk_of, pairs, workspace):
    desk = desk_of()
    page = open_review(desk)
    decide_link(link=pairs.place, user=make_member(workspace), state="rejected")

    page.keyboard.press("y")
    page.wait_for_selector(".notice--warning")

    assert now(pairs.place)[0] == "rejected"
    page.keyboard.press("j")
    wait_for(page, pairs.update)


def test_the_pair_opens_on_its_claims_page(desk_of, pairs):
    page = open_review(desk_of())

    page.keyboard.press("o")

    page.wait_for_url(f"**/claims/{pairs.place.a_id}/#link-{pairs.place.pk}")


def test_the_help_lists_the_keys(desk_of, pairs):
    page = open_review(desk_of())

    page.keyboard.press("?")

    assert "not linked" in page.inner_text("#shortcuts")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_card_shuts_nobody_out_on_a_phone_or_a_desk(desk_of, pairs, axe, language):
    barriers = []
    for theme, width in (("light", 1280), ("dark", 390)):
        desk = desk_of(language, color_scheme=theme, viewport={"width": width, "height": 844})
        page = open_review(desk)
        page.keyboard.press("t")
        page.evaluate(axe)
        barriers += page.evaluate(AXE_RUN)
        assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
        assert desk.complaints == []

    assert barriers == []
