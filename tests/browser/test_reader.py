"""The reader in a real browser: letters keep their place, and keys work on any layout."""

import pytest
from django.urls import reverse

from claims.models import Claim
from tests.factories import make_job
from workbench.jobs.models import Job, JobState

LETTER_BOXES = r"""() => {
  const boxes = [];
  const walker = document.createTreeWalker(document.querySelector("[data-text]"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest(".marker")) continue;
    for (let at = 0; at < node.length; at += 1) {
      if (/\s/.test(node.data[at])) continue;
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const { x, y, width } = range.getBoundingClientRect();
      boxes.push([x, y, width]);
    }
  }
  return boxes;
}"""
MOVED = 0.25
"""Pixels: the engine rounds each piece to 1/64 px, so a line of a dozen may drift by less."""
UNMARK = """() => document.querySelectorAll("[data-text] p").forEach((block) => {
  block.querySelectorAll(".marker").forEach((marker) => marker.remove());
  block.textContent = block.textContent;
})"""


def reader(desk, article):
    return desk.visit(reverse("claims:article", args=[article.pk]))


def press(page, code, key):
    page.evaluate(
        "([code, key]) => document.activeElement.dispatchEvent("
        "new KeyboardEvent('keydown', { code, key, bubbles: true, cancelable: true }))",
        [code, key],
    )


def current(page):
    return page.get_attribute("[data-card][aria-current=true]", "data-card")


@pytest.mark.parametrize("name", ["ledger", "echo"])
def test_not_a_letter_moves_when_claims_are_drawn(desk_of, silo, name):
    page = reader(desk_of(), getattr(silo, name))
    page.evaluate("document.fonts.ready.then(() => true)")
    page.evaluate("document.body.classList.add('without-markers')")

    drawn = page.evaluate(LETTER_BOXES)
    page.evaluate(UNMARK)

    assert len(drawn) > 300
    bare = page.evaluate(LETTER_BOXES)
    moves = [
        abs(a - b) for one, other in zip(drawn, bare, strict=True) for a, b in zip(one, other, strict=True)
    ]
    assert max(moves) < MOVED


def test_letters_work_by_their_place_on_an_arabic_keyboard(desk_of, silo):
    page = reader(desk_of("ar"), silo.echo)

    press(page, "KeyJ", "ت")
    press(page, "KeyJ", "ت")
    assert current(page) == "2"
    press(page, "KeyK", "ن")
    assert current(page) == "1"
    assert page.evaluate("document.activeElement.id") == "c1"
    assert page.evaluate("CSS.highlights.get('active-claim').size") > 0


def test_keys_do_nothing_while_somebody_types(desk_of, silo):
    page = reader(desk_of(), silo.ledger)

    page.focus("#topbar-search")
    page.keyboard.type("jjm")

    assert page.locator("[data-card][aria-current=true]").count() == 0
    assert page.input_value("#topbar-search") == "jjm"


def test_keys_can_be_turned_off(desk_of, silo):
    desk = desk_of()
    page = reader(desk, silo.ledger)

    page.evaluate("document.documentElement.dataset.shortcuts = 'off'")
    page.keyboard.press("j")

    assert page.locator("[data-card][aria-current=true]").count() == 0


def test_one_key_accepts_and_goes_on_and_another_takes_it_back(desk_of, silo):
    desk = desk_of()
    page = reader(desk, silo.ledger)

    page.keyboard.press("j")
    page.keyboard.press("y")
    page.wait_for_selector("#c1 [data-decide=proposed]")

    assert current(page) == "2"
    first = Claim.objects.get(article=silo.ledger, ordinal=1)
    assert first.state == Claim.State.ACCEPTED
    page.keyboard.press("k")
    page.keyboard.press("u")
    page.wait_for_selector("#c1 [data-decide=accepted]")
    first.refresh_from_db()
    assert first.state == Claim.State.PROPOSED
    assert desk.complaints == []


def test_a_decision_sent_without_scripts_comes_back_to_its_claim(desk_of, silo):
    page = reader(desk_of(java_script_enabled=False), silo.ledger)

    page.click("#c2 [data-decide=accepted]")

    second = Claim.objects.get(article=silo.ledger, ordinal=2)
    assert second.state == Claim.State.ACCEPTED
    assert page.url.endswith(f"#decision-{second.pk}")


def test_the_address_of_a_decision_shows_its_claim(desk_of, silo):
    second = Claim.objects.get(article=silo.ledger, ordinal=2)
    desk = desk_of()

    page = desk.visit(f"{reverse('claims:article', args=[silo.ledger.pk])}#decision-{second.pk}")

    assert current(page) == "2"


def test_a_marker_leads_to_its_card_and_back(desk_of, silo):
    page = reader(desk_of(), silo.ledger)

    page.click("#m3")
    assert page.evaluate("document.activeElement.id") == "c3"
    page.keyboard.press("t")
    assert page.evaluate("document.activeElement.id") == "m3"


def test_a_filter_hides_cards_without_a_new_page(desk_of, silo):
    page = reader(desk_of(), silo.ledger)

    page.click("[data-facet=conflict]")

    assert page.locator("[data-card]:visible").count() == 2
    assert page.url.endswith("?show=conflict")


def test_copied_text_holds_no_markers(desk_of, silo):
    page = reader(desk_of(), silo.ledger)

    copied = page.evaluate(
        "() => { const all = getSelection(); all.selectAllChildren(document.querySelector('[data-text]'));"
        " return all.toString(); }"
    )

    assert "eastern quay of Marsa Nour port, the Sail News Agency" in copied


def test_confirming_a_link_swaps_it_and_moves_the_focus_to_undo(desk_of, silo):
    desk = desk_of()
    page = desk.visit(reverse("claims:claim", args=[silo.toll.pk]))

    page.click(".link--conflicts button[value=rejected]")
    page.wait_for_selector(".link--conflicts button[value=proposed]")

    assert page.evaluate("document.activeElement.value") == "proposed"
    assert "3 reports" in page.inner_text("#reports")
    assert desk.complaints == []


def test_a_refused_verdict_keeps_what_was_typed(desk_of, silo):
    page = desk_of().visit(reverse("claims:claim", args=[silo.toll.pk]))

    page.fill("input[name=evidence_url]", "https://a.example/list")
    page.click("#verdict button.button--main")

    assert page.input_value("input[name=evidence_url]") == "https://a.example/list"
    assert page.locator("#verdict .field__error").count() == 2


def test_the_progress_page_follows_the_work_to_the_article(desk_of, unfinished):
    page = desk_of().visit(reverse("claims:progress", args=[unfinished.pk]))
    assert "1 of 5 steps done" in page.inner_text("#progress")

    Job.objects.filter(subject_id=unfinished.pk).update(
        state=JobState.DONE, lease_token=None, lease_until=None, finished_at="2026-05-04T10:00Z"
    )
    for kind in ("claims.link", "claims.cluster", "claims.score"):
        make_job(unfinished, kind)

    page.wait_for_url(f"**{reverse('claims:article', args=[unfinished.pk])}", timeout=6000)
