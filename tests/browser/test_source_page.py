"""A source's page in a real browser: its drawings on any screen and in both directions, and the day."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.browser.test_pages import AXE_RUN
from tests.factories import make_record


@pytest.fixture
def agency(silo):
    """Return a source with partners on both sides: one outlet quotes it, and it quotes one unnamed."""
    hop = silo.toll.hops.get(position=1)
    make_record(hop.source, *["true"] * 14, "false", "mixed", "unverified")
    return hop.source


def address(source):
    return reverse("sources:source", args=[source.pk])


@pytest.mark.parametrize(("language", "first"), [("en", "start"), ("ar", "end")])
@pytest.mark.parametrize("width", [390, 1280])
def test_who_quotes_it_stands_where_reading_begins_and_every_name_can_be_read(
    desk_of, agency, language, first, width
):
    page = desk_of(language, viewport={"width": width, "height": 900}).visit(address(agency))

    quoting, quoted = (page.locator(".network__names").nth(place).bounding_box() for place in (0, 1))
    middle = page.locator(".network__middle").bounding_box()
    assert (quoting["x"] < middle["x"] < quoted["x"]) is (first == "start")
    for name in page.locator(".network__name").all():
        box = name.bounding_box()
        assert box["width"] > 40
        assert 0 <= box["x"] <= width - box["width"]


def test_bands_meet_the_names_they_belong_to(desk_of, agency):
    page = desk_of().visit(address(agency))

    for place in (0, 1):
        names = page.locator(".network__names").nth(place).bounding_box()
        bands = page.locator(".network__plot").nth(place).bounding_box()
        assert bands["height"] == pytest.approx(names["height"], abs=1)
        assert bands["y"] == pytest.approx(names["y"], abs=1)


def test_an_unnamed_partner_is_hatched_and_its_name_is_a_link(desk_of, agency):
    page = desk_of().visit(address(agency))

    band = page.locator(".network__band--unnamed")
    assert band.evaluate("band => getComputedStyle(band).fill").startswith("url")
    page.locator(".network__name--unnamed").press("Enter")
    page.wait_for_url("**/sources/**")
    assert "An unnamed source is never graded" in page.inner_text("main")


def test_calibration_comes_when_it_is_scrolled_to(desk_of, agency):
    desk = desk_of()
    page = desk.visit(address(agency))
    assert page.locator("#calibration circle").count() == 0

    page.locator("#calibration").scroll_into_view_if_needed()
    page.locator("#calibration circle").first.wait_for()

    assert desk.complaints == []


def test_a_day_is_chosen_without_a_mouse_and_stays_on_the_way_to_another_page(desk_of, agency):
    page = desk_of().visit(address(agency))
    day = (timezone.localdate() - timedelta(days=12)).isoformat()

    page.fill("#as-of", day)
    page.press("#as-of", "Enter")
    page.wait_for_url(f"**as_of={day}")
    assert "You are looking at the past" in page.inner_text("main")
    page.locator(".nav a[href^='/sources/']").first.click()
    page.wait_for_url(f"**/sources/?as_of={day}")
    page.locator(f"a[href^='{address(agency)}']").first.click()
    page.wait_for_url(f"**as_of={day}")

    page.get_by_role("link", name="Back to today").click()
    page.wait_for_function("() => !location.search")
    assert "You are looking at the past" not in page.inner_text("main")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_whole_page_is_open_to_everybody(desk_of, agency, axe, language, theme):
    desk = desk_of(language, color_scheme=theme)
    page = desk.visit(address(agency))

    page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true })")
    page.locator("#calibration").scroll_into_view_if_needed()
    page.locator("#calibration circle").first.wait_for()
    page.evaluate(axe)

    assert page.evaluate(AXE_RUN) == []
    assert desk.complaints == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_scrolls_sideways_on_a_phone(desk_of, agency, language):
    desk = desk_of(language, viewport={"width": 390, "height": 844})

    for place in (address(agency), reverse("sources:calibration"), reverse("sources:list") + "?order=grade"):
        page = desk.visit(place)
        page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true })")
        assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth"), place
