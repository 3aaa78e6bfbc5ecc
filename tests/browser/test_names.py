"""Names and places in a real browser: open to everybody, and to be filled in by keys alone."""

import pytest

from claims.models import PlaceName
from tests.browser.test_pages import AXE_RUN
from tests.known_names import load_small_tables

PAGE = "/settings/names/?q=norhus"
WIDER_THAN_THE_SCREEN = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture
def tables(live_server, tmp_path):
    load_small_tables(tmp_path)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_looking_up_shuts_nobody_out_on_a_telephone(desk_of, tables, axe, language, theme):
    desk = desk_of(language, color_scheme=theme, viewport={"width": 390, "height": 800})

    page = desk.visit(PAGE)
    page.locator(".entry summary").first.click()
    page.evaluate(axe)

    assert page.evaluate(AXE_RUN) == []
    assert not page.evaluate(WIDER_THAN_THE_SCREEN)
    assert desk.complaints == []


def test_a_name_is_added_with_the_keyboard_alone(desk_of, tables):
    page = desk_of("en").visit(PAGE)

    page.locator(".entry summary").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("North Haven")
    page.keyboard.press("Enter")
    page.wait_for_load_state("load")
    page.get_by_text("“North Haven” is kept.").wait_for()

    assert PlaceName.objects.get().name == "North Haven"
