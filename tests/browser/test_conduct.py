"""The log and the page beside a source's record in a real browser: silent, open to all, worked by hand."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from sources.models import Outcome, Practice
from sources.services.errata import NewErratum, record_erratum
from sources.services.practices import Assessment, assess_practice
from sources.services.replies import NewReply, note_reply
from tests.browser.test_pages import AXE_RUN
from tests.factories import make_record, make_source
from workbench.audit.anchoring import anchor_log
from workbench.audit.services import record_event
from workbench.audit.verifying import verify_log


@pytest.fixture
def outlet(live_server, workspace, settings, tmp_path):
    """Return a source beside whose record something of everything stands."""
    settings.STATE_DIR = tmp_path
    source = make_source(workspace, "Harbour Post")
    make_record(source, *["false"] * 12, "true")
    today = timezone.localdate()
    for step, days, more in (
        ("asked", 20, {"way": "letter"}),
        (
            "answered",
            15,
            {"text": "We printed what the harbour office told us.\nIt was wrong, and we said so."},
        ),
        ("appealed", 3, {"text": "اعتراضنا على درجتين."}),
    ):
        reply = NewReply(step=step, happened_on=today - timedelta(days=days), **more)
        note_reply(source=source, reply=reply, actor="user:1")
    for criterion, standing, note in (
        ("corrects_errors", "met", ""),
        ("corrects_errors", "not_met", "The page of corrections is gone."),
        ("names_authors", "not_applicable", "It carries no bylines by law."),
        ("jti_01", "met", ""),
    ):
        seen = Assessment(
            criterion=criterion, standing=standing, note=note, evidence="https://post.example/a"
        )
        assess_practice(source=source, assessment=seen, actor="user:1")
    judged = Outcome.objects.filter(rating="false").first()
    erratum = NewErratum(
        claim_id=judged.claim_id,
        claim_text=judged.claim_text,
        corrected_on=today,
        address="https://post.example/corrections/2026/05/a-long-address-that-never-ends-and-has-no-blanks/7",
    )
    record_erratum(source=source, erratum=erratum, user=None)
    record_event(workspace=workspace, actor="stranger", action="login.failed", target=("user", None))
    verify_log(workspace)
    anchor_log(workspace)
    return source


@pytest.fixture
def addresses(outlet):
    conduct = reverse("sources:conduct", args=[outlet.pk])
    return [
        conduct,
        conduct + "?criterion=jti_12",
        conduct + f"?as_of={timezone.localdate() - timedelta(days=1)}",
        reverse("ui:log"),
        reverse("ui:log") + "?act=login.failed",
        reverse("ui:log") + "?act=claim.accepted",
    ]


def unfold(page):
    page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true })")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_page_complains_or_shuts_anybody_out(desk_of, addresses, axe, language, theme):
    desk = desk_of(language, color_scheme=theme)

    barriers = {}
    for address in addresses:
        page = desk.visit(address)
        unfold(page)
        page.evaluate(axe)
        if found := page.evaluate(AXE_RUN):
            barriers[address] = found

    assert barriers == {}
    assert desk.complaints == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_narrow_page_never_scrolls_sideways(desk_of, addresses, language):
    desk = desk_of(language, viewport={"width": 390, "height": 844})

    too_wide = []
    for address in addresses:
        page = desk.visit(address)
        unfold(page)
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            too_wide.append(address)

    assert too_wide == []


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_criterion_is_judged_and_taken_back_by_hand(desk_of, outlet, script):
    desk = desk_of(java_script_enabled=script)
    page = desk.visit(reverse("sources:conduct", args=[outlet.pk]) + "?criterion=honest_headlines#assess")

    page.check("#practice-standing_1")
    page.fill("#practice-note", "The headline of 4 May promised a resignation; the text had none.")
    page.click("#assess button[type=submit]")
    page.wait_for_load_state("load")

    assert "Recorded. The grade is left as it is." in page.inner_text("main")
    assert "promised a resignation" in page.inner_text("#practices")
    row = Practice.objects.get(criterion="honest_headlines")
    page.click(f"form[action$='{row.pk}/undo/'] button")
    page.wait_for_load_state("load")
    assert "Taken back. Both entries stay in the log." in page.inner_text("main")
    assert "promised a resignation" not in page.inner_text("#practices")
