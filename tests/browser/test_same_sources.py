"""Going through sources that may be one by the keyboard alone, in both languages, in a real browser."""

import os
from pathlib import Path

import pytest
from django.urls import reverse

from sources.models import Source, SourcePair
from sources.selectors.duplicates import alike_pairs
from sources.services import keep_proposals, merge_sources
from tests.browser.test_pages import AXE_RUN
from tests.browser.test_triage import press_arabic
from tests.factories import make_article, make_claim, make_source

PICTURES = os.environ.get("WORKBENCH_PICTURES", "")
"""A folder for pictures of the pages, for whoever wants to look at them."""


@pytest.fixture
def pairs(live_server, workspace):
    for name, words in (
        ("al-Hal", "the bridge over the Sari will open in May"),
        ("Al-Hal Net", "the quay was closed for three days"),
        ("الحل نت", "أغلق رصيف المرفأ ثلاثة أيام"),
        ("Quay News", "the ferry was late"),
        ("Quay Nеws", "the ferry has sunk"),
    ):
        language = "ar" if words.startswith("أ") else "en"
        article = make_article(workspace, f"{words}.", outlet="Coast Daily", language=language)
        make_claim(article, words, chain=[name])
    make_claim(make_article(workspace, "It is open.", outlet="Coast Daily"), "It is open", chain=["al-Hal"])
    keep_proposals(workspace=workspace, found=alike_pairs(workspace), together={})
    return list(SourcePair.objects.order_by("-score", "pk"))


def wait_for(page, pair):
    page.wait_for_selector(f'[data-pair="{pair.pk}"]')


def state(pair):
    return SourcePair.objects.get(pk=pair.pk).state


def picture(page, name):
    if PICTURES:
        page.screenshot(path=str(Path(PICTURES) / f"{name}.png"), full_page=True)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_pairs_are_worked_through_by_the_keyboard_alone(desk_of, pairs, language):
    desk = desk_of(language)
    page = desk.visit(reverse("sources:same"))
    wait_for(page, pairs[0])

    if language == "ar":
        press_arabic(page, "KeyM", "ة")
    else:
        page.keyboard.press("m")
    wait_for(page, pairs[1])
    assert state(pairs[0]) == "merged"
    assert page.evaluate("document.activeElement.className") == "pair__title"
    assert {"en": "counts for", "ar": "يُحسب"}[language] in page.inner_text("#said")

    page.keyboard.press("n")
    page.wait_for_selector(f'[data-pair="{pairs[1].pk}"]', state="detached")
    assert state(pairs[1]) == "apart"
    page.keyboard.press("u")
    wait_for(page, pairs[1])
    page.keyboard.press("u")
    wait_for(page, pairs[0])
    assert Source.objects.filter(merged_into__isnull=False).count() == 0
    assert {state(pair) for pair in pairs} == {"proposed"}
    assert desk.complaints == []


def test_one_skips_by_j_and_goes_back_by_k(desk_of, pairs):
    page = desk_of().visit(reverse("sources:same"))
    wait_for(page, pairs[0])

    page.keyboard.press("j")
    wait_for(page, pairs[1])
    page.keyboard.press("k")
    wait_for(page, pairs[0])

    assert page.url.endswith(f"at={pairs[0].pk}")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_pages_shut_nobody_out_on_a_phone_or_a_desk(desk_of, workspace, pairs, axe, language):
    short = make_source(workspace, "al-Hal")
    merge_sources(source=make_source(workspace, "Hal Agency"), into=short, actor="user:1", reason="one desk")
    addresses = {
        "triage": f"{reverse('sources:same')}?at={pairs[0].pk}",
        "lookalike": f"{reverse('sources:same')}?at={next(p.pk for p in pairs if p.looks_alike)}",
        "identity": f"{reverse('sources:identity', args=[short.pk])}?q=quay",
        "source": reverse("sources:source", args=[make_source(workspace, "Quay Nеws").pk]),
        "list": reverse("sources:list"),
    }
    barriers, wide = {}, []
    for theme, width in (("light", 1280), ("dark", 390), ("dark", 1280)):
        desk = desk_of(language, color_scheme=theme, viewport={"width": width, "height": 844})
        for name, address in addresses.items():
            page = desk.visit(address)
            picture(page, f"{name}-{language}-{theme}-{width}")
            page.evaluate(axe)
            if found := page.evaluate(AXE_RUN):
                barriers[f"{name} {theme} {width}"] = found
            if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
                wide.append(f"{name} {width}")
        assert desk.complaints == []

    assert (barriers, wide) == ({}, [])
