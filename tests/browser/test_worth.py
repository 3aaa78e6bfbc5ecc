"""Worth and wording in a real browser: open to everybody, and explained while somebody types."""

import pytest
from django.urls import reverse

from tests.browser.test_pages import AXE_RUN
from tests.factories import make_article, make_claim


@pytest.fixture
def worded(live_server, workspace):
    """Return a claim with a proposed wording and factors, in a database that the live server sees."""
    article = make_article(workspace, "The mayor said he would reopen the bridge today.")
    today = article.text.index("today")
    fill = {"start": today, "end": today + 5, "shown": "on 4 May 2026"}
    return make_claim(
        article,
        "he would reopen the bridge today",
        worth=0.61,
        factors=[{"name": "date", "points": 0.3}, {"name": "forecast", "points": -0.1}],
        wording="he would reopen the bridge on 4 May 2026",
        fills=[fill | {"reason": "counted from the day of publication"}],
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_wording_and_factors_shut_nobody_out(desk_of, worded, axe, language, theme):
    desk = desk_of(language, color_scheme=theme)
    barriers = {}

    for name, target in (("claim", worded), ("article", worded.article)):
        page = desk.visit(reverse(f"claims:{name}", args=[target.pk]))
        page.locator(".wording__why summary").click()
        page.evaluate(axe)
        if found := page.evaluate(AXE_RUN):
            barriers[name] = found

    assert barriers == {}
    assert desk.complaints == []


def test_what_points_mean_is_told_while_they_are_typed(desk_of, worded):
    page = desk_of("en").visit(reverse("ui:settings"))
    says = page.locator("[data-says=date]")
    worth = page.locator("[data-worth-number]").first
    before = float(worth.text_content())

    page.locator("input[name=date]").fill("-1")

    assert says.text_content() == "(speaks against)"
    assert float(worth.text_content()) < before
