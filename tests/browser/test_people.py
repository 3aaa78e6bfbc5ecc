"""People in a real browser: open to everybody, narrow enough, and the password copied by one key."""

import pytest
from django.urls import reverse

from claims.services.verdicts import record_verdict
from tests.browser.test_pages import AXE_RUN
from tests.factories import make_article, make_claim, make_member
from workbench.accounts.models import Membership, Role
from workbench.audit.members import end_membership

PEOPLE = reverse("ui:people")


@pytest.fixture
def crowd(live_server, workspace):
    """Return a workspace with a checker, a viewer and somebody who was ended."""
    editor, gone = make_member(workspace), make_member(workspace)
    for role in (Role.FACT_CHECKER, Role.VIEWER):
        make_member(workspace, role)
    end_membership(membership=Membership.objects.get(user=gone), by=editor)
    return workspace


def add(page, name="sara"):
    page.fill("[name=username]", name)
    page.press("[name=username]", "Enter")
    page.wait_for_selector("#shown-password")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_page_of_people_shuts_nobody_out(desk_of, crowd, axe, language, theme):
    desk = desk_of(language, color_scheme=theme)
    page = desk.visit(PEOPLE)
    add(page)
    for summary in page.locator("main summary").all():
        if summary.is_visible():
            summary.click()
    page.locator(".person__acts summary").first.click()

    page.evaluate(axe)

    assert page.evaluate(AXE_RUN) == []
    assert desk.complaints == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_page_of_people_is_never_wider_than_a_phone(desk_of, crowd, language):
    page = desk_of(language, viewport={"width": 390, "height": 844}).visit(PEOPLE)
    add(page)
    for summary in page.locator("main li > details > summary").all():
        summary.click()

    assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth")


def test_the_password_is_copied_by_its_button(desk_of, crowd):
    desk = desk_of(permissions=["clipboard-read", "clipboard-write"])
    page = desk.visit(PEOPLE)
    add(page)
    password = page.input_value("#shown-password")
    assert page.evaluate("document.activeElement.id") == "shown-password"

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator("[data-copies]", has_text="Copied").wait_for()

    assert page.evaluate("navigator.clipboard.readText()") == password
    assert desk.complaints == []


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_person_is_ended_in_two_steps_and_added_again_by_the_keyboard(desk_of, crowd, script):
    viewer = Membership.objects.get(role=Role.VIEWER)
    page = desk_of(java_script_enabled=script).visit(PEOPLE)
    row = page.locator(f"#person-{viewer.pk}")

    row.locator("summary").first.press("Enter")
    row.locator(".person__acts summary").press("Enter")
    row.locator(".person__acts details button").press("Enter")
    page.wait_for_url("**/people/?ended=*")
    viewer.refresh_from_db()
    assert viewer.ended_at is not None
    page.locator(".notice[role=status] button").press("Enter")
    page.wait_for_url("**/people/")

    viewer.refresh_from_db()
    assert viewer.ended_at is None


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_claim_leads_to_where_a_second_person_is_added(desk_of, live_server, workspace, language):
    claim = make_claim(make_article(workspace), "the bridge is open", chain=("the mayor",))
    desk = desk_of(language)
    author = Membership.objects.get(workspace=workspace).user
    record_verdict(claim=claim, rating="false", reasoning="It is shut.", user=author)

    page = desk.visit(reverse("claims:claim", args=[claim.pk]))
    page.click("#verdict a[href$='people/#add']")

    page.wait_for_url("**/people/#add")
    assert desk.complaints == []
