"""Inbox, sources, search, jobs and settings in a real browser: silent, open to everybody, quick to use."""

import pytest
from django.urls import reverse

from sources.models import Source
from tests.browser.test_pages import AXE_RUN
from tests.factories import PASSWORD, make_job, make_member, make_record, make_source
from workbench.jobs.models import Job, JobState


@pytest.fixture
def addresses(silo, unfinished, workspace):
    make_record(silo.ledger.outlet, *["true"] * 14, "false", "mixed", "unverified")
    make_job(unfinished, "claims.link", JobState.DEAD, last_error="ValueError: boom")
    unnamed = Source.objects.filter(kind="anonymous").first()
    return [
        reverse("ui:inbox"),
        *(
            reverse("ui:inbox") + f"?kind={kind}"
            for kind in ("conflicts", "circular", "unchecked", "articles")
        ),
        reverse("sources:list"),
        reverse("sources:source", args=[silo.ledger.outlet_id]),
        reverse("sources:source", args=[silo.ledger.outlet_id]) + "?as_of=2026-01-01",
        reverse("sources:source", args=[unnamed.pk]),
        reverse("ui:search") + "?q=fire&lang=en",
        reverse("ui:search") + "?q=flames+zebra",
        reverse("ui:search") + "?in=articles",
        reverse("ui:search") + "?in=sources",
        reverse("ui:jobs"),
        reverse("ui:settings"),
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_page_complains_or_shuts_anybody_out(desk_of, addresses, axe, language, theme):
    desk = desk_of(language, color_scheme=theme)

    barriers = {}
    for address in addresses:
        page = desk.visit(address)
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


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_person_comes_in_and_goes_out(browser, live_server, workspace, script):
    person = make_member(workspace)
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()

    page.goto(live_server.url + "/sources/")
    page.fill("[name=username]", person.username)
    page.fill("[name=password]", PASSWORD)
    page.click(".login__go")
    assert page.url == live_server.url + "/sources/"

    page.request.get(live_server.url + "/")
    if script:
        page.click("[popovertarget=user-menu]")
        page.click("#user-menu form[action='/logout/'] button")
        assert page.url == live_server.url + reverse("ui:login")
    context.close()


def test_the_inbox_is_worked_through_without_a_mouse(desk_of, silo):
    page = desk_of().visit(reverse("ui:inbox"))

    rows = page.locator("[data-row]")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.textContent") == rows.first.text_content()
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/**")


def test_a_filter_of_the_search_acts_at_once_and_stays_in_the_address(desk_of, silo):
    desk = desk_of()
    page = desk.visit(reverse("ui:search") + "?q=")

    page.check("#lang-ar")
    page.wait_for_url("**lang=ar**")
    page.locator("#results [data-row]").nth(7).wait_for(state="detached")

    assert page.is_checked("#lang-ar")
    assert desk.complaints == []


def test_the_jobs_page_follows_the_queue_without_losing_the_focus(desk_of, unfinished):
    desk = desk_of()
    page = desk.visit(reverse("ui:jobs"))
    assert "Working." in page.inner_text("#queue")
    page.focus("[data-row] >> nth=0")

    Job.objects.update(
        state=JobState.DONE, lease_token=None, lease_until=None, finished_at="2026-05-04T10:00Z"
    )
    page.locator("#queue", has_text="Everything is done").wait_for()

    assert page.evaluate("document.activeElement.matches('[data-row]')")
    assert page.get_attribute("#queue", "hx-trigger") is None
    assert desk.complaints == []


def test_a_failed_job_is_started_again_by_its_button(desk_of, unfinished):
    job = make_job(unfinished, "claims.link", JobState.DEAD)
    page = desk_of().visit(reverse("ui:jobs") + "?state=dead")

    page.click(f"#job-{job.pk} button")

    assert "The job waits again." in page.inner_text("main")
    assert page.url.endswith("?state=dead")
    job.refresh_from_db()
    assert job.state == JobState.QUEUED


def test_the_curve_fills_its_frame_on_any_screen(desk_of, workspace, live_server):
    outlet = make_source(workspace, "Harbour Post")
    make_record(outlet, *["true"] * 14)

    for width in (390, 1280):
        page = desk_of(viewport={"width": width, "height": 900}).visit(
            reverse("sources:source", args=[outlet.pk])
        )
        frame = page.locator(".curve__frame").bounding_box()
        plot = page.locator(".curve__plot").bounding_box()
        assert plot["height"] == 240
        assert frame["width"] * 0.8 < plot["width"] < frame["width"]
