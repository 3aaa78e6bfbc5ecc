"""Confirming a verdict and seeing what hangs on it, by the keyboard alone, in a real browser."""

import pytest
from django.urls import reverse

from claims.models import Link, Review, Withdrawal
from claims.services.verdicts import record_verdict
from tests.browser.test_pages import AXE_RUN
from tests.factories import make_member, make_record
from workbench.jobs.performing import perform_waiting_jobs


@pytest.fixture
def judged(silo, workspace):
    """Return a claim with somebody's verdict, whose source has a record and whose statement others repeat."""
    author = make_member(workspace)
    make_record(silo.toll.article.outlet, *["true"] * 9, "false")
    Link.objects.filter(relation="corroborates", a=silo.toll).update(state="confirmed")
    record_verdict(
        claim=silo.toll,
        user=author,
        rating="false",
        reasoning="The clinic counted seven.",
        evidence_url="https://clinic.example/log",
    )
    return silo.toll


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_verdict_is_confirmed_supposed_to_fall_and_withdrawn_by_the_keyboard(
    desk_of, judged, workspace, language
):
    desk = desk_of(language)
    page = desk.visit(reverse("claims:claim", args=[judged.pk]))

    page.keyboard.press("y")
    page.wait_for_selector("[data-act='take-back']")
    assert Review.objects.get().agrees

    page.keyboard.press("w")
    page.wait_for_url("**/verdict/what-if/")
    assert page.locator("table.table tbody tr").count() >= 2
    page.keyboard.press("w")
    assert page.evaluate("document.activeElement.name") == "reason"
    page.keyboard.type("The log was of another year.")
    page.keyboard.press("Control+Enter")
    page.wait_for_url(f"**/claims/{judged.pk}/#verdict")
    assert Withdrawal.objects.get().undone_at is None

    perform_waiting_jobs(workspace)
    page.reload()
    page.keyboard.press("s")
    page.wait_for_selector("[name='undo']", state="attached")
    assert desk.complaints == []


def test_a_dispute_is_written_and_taken_back_by_the_keyboard(desk_of, judged):
    desk = desk_of()
    page = desk.visit(reverse("claims:claim", args=[judged.pk]))

    page.keyboard.press("d")
    assert page.evaluate("document.activeElement.name") == "note"
    page.keyboard.type("The clinic closed at noon.")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("[data-act='take-back']")
    page.keyboard.press("u")
    page.wait_for_selector("[data-act='confirm']")

    assert Review.objects.get().superseded_at is not None
    assert desk.complaints == []


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_the_pages_are_accessible_and_fit(desk_of, judged, silo, axe, language, scheme, width):
    desk = desk_of(language, color_scheme=scheme, viewport={"width": width, "height": 900})
    addresses = [
        reverse("claims:claim", args=[judged.pk]),
        reverse("claims:what_if", args=[judged.pk]),
        reverse("claims:what_if_report", args=[judged.pk]),
        reverse("claims:describe_story", args=[silo.story.pk]),
        reverse("claims:audits"),
        reverse("ui:inbox") + "?kind=confirm",
    ]
    for address in addresses:
        page = desk.visit(address)
        page.evaluate(axe)
        assert page.evaluate(AXE_RUN) == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
    assert desk.complaints == []
