"""Every page in both languages and themes: a silent console, no barrier, no sideways scrolling."""

import pytest
from django.urls import reverse

from claims.models import Claim
from tests.weighed_claims import make_weighed_article

AXE_RUN = """async () => {
  const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
  const found = await axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
  const places = (violation) => violation.nodes.slice(0, 3).map((node) => node.target.join(" ")).join("; ");
  return found.violations.map((violation) => `${violation.id}: ${places(violation)}`);
}"""
FONT_BUDGET = {"en": 110_000, "ar": 260_000}
"""Bytes of fonts that one page may fetch: what a newsroom on a phone line can bear."""


@pytest.fixture
def addresses(silo, unfinished, workspace):
    copied = Claim.objects.get(article__outlet__name="The Tidewater Post")
    weighed = [make_weighed_article(workspace, language) for language in ("en", "ar")]
    explained = [Claim.objects.get(article=article, ordinal=2) for article in weighed]
    return [
        *(reverse("claims:inspect_article", args=[article.pk]) for article in weighed),
        *(reverse("claims:inspect_claim", args=[claim.pk]) for claim in [*explained, silo.toll]),
        reverse("claims:correct_claim", args=[explained[1].pk]),
        reverse("claims:mark_missed", args=[weighed[0].pk]),
        reverse("claims:articles"),
        reverse("claims:add"),
        reverse("claims:add") + "?way=address",
        reverse("claims:stories"),
        reverse("claims:story", args=[silo.story.pk]),
        reverse("claims:article", args=[silo.ledger.pk]),
        reverse("claims:article", args=[silo.echo.pk]),
        reverse("claims:article", args=[unfinished.pk]),
        reverse("claims:claim", args=[silo.toll.pk]),
        reverse("claims:claim", args=[copied.pk]),
        reverse("claims:progress", args=[unfinished.pk]),
        reverse("ui:inbox"),
        reverse("ui:search") + "?q=silo",
        reverse("ui:jobs"),
        reverse("ui:settings"),
        reverse("sources:list"),
        reverse("sources:source", args=[silo.ledger.outlet_id]),
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_page_complains_or_shuts_anybody_out(desk_of, addresses, axe, language, theme):
    desk = desk_of(language, color_scheme=theme)

    barriers = {}
    for address in addresses:
        page = desk.visit(address)
        assert page.get_attribute("html", "dir") == {"en": "ltr", "ar": "rtl"}[language]
        page.evaluate(axe)
        if found := page.evaluate(AXE_RUN):
            barriers[address] = found

    assert barriers == {}
    assert desk.complaints == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_narrow_page_never_scrolls_sideways(desk_of, addresses, language):
    desk = desk_of(language, viewport={"width": 390, "height": 844})

    too_wide = [
        address
        for address in addresses
        if desk.visit(address).evaluate("document.documentElement.scrollWidth > window.innerWidth")
    ]

    assert too_wide == []


@pytest.mark.parametrize(("language", "article"), [("en", "post"), ("ar", "echo")])
def test_the_fonts_of_a_page_keep_to_their_budget(desk_of, silo, language, article):
    pk = (
        silo.echo.pk
        if article == "echo"
        else Claim.objects.get(article__outlet__name="The Tidewater Post").article_id
    )
    desk = desk_of(language)
    sizes = []
    desk.page.on(
        "response",
        lambda answer: sizes.append(answer.headers["content-length"]) if ".woff2" in answer.url else None,
    )

    desk.visit(reverse("claims:article", args=[pk])).evaluate("document.fonts.ready.then(() => true)")

    assert 0 < sum(map(int, sizes)) <= FONT_BUDGET[language]


def test_adding_and_following_an_article_needs_no_script(desk_of, live_server, workspace):
    page = desk_of(java_script_enabled=False).visit(reverse("claims:add"))

    page.fill("textarea[name=text]", "The mayor said the bridge is open.")
    page.fill("input[name=outlet]", "Harbour Post")
    page.click("main button[type=submit]")

    assert "/progress/" in page.url
    assert page.locator(".step").count() == 5
    page.click("main a.button")
    assert "The mayor said the bridge is open." in page.inner_text(".text")
