"""Setting claims right by selecting words, and the inspection in Arabic, in a real browser."""

import pytest
from django.urls import reverse

from claims.models import Claim
from tests.browser.test_reader import LETTER_BOXES, MOVED
from tests.weighed_claims import IN_ARABIC, make_weighed_article

SELECT = r"""(words) => {
  const text = document.querySelector("[data-text]");
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const nodes = [];
  let whole = "";
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest(".marker")) continue;
    nodes.push([node, whole.length]);
    whole += node.data;
  }
  const begin = whole.indexOf(words);
  const find = (at) => nodes.findLast(([, start]) => start <= at);
  const range = new Range();
  const [first, from] = find(begin);
  const [last, to] = find(begin + words.length - 1);
  range.setStart(first, begin - from);
  range.setEnd(last, begin + words.length - to);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


@pytest.fixture
def weighed(live_server, workspace):
    return {language: make_weighed_article(workspace, language) for language in ("en", "ar")}


def reader(desk, article, number=None):
    place = f"#c{number}" if number else ""
    return desk.visit(reverse("claims:article", args=[article.pk]) + place)


def claim_of(article, number):
    return Claim.objects.get(article=article, ordinal=number)


def words_of(claim, part):
    text = claim.article.text
    return [text[span.start : span.end] for span in claim.spans.filter(part=part)]


@pytest.mark.parametrize(
    ("language", "words"), [("en", "two gates that jammed"), ("ar", "تعطلتا خلال الليل")]
)
def test_selected_words_become_the_content_by_one_key(desk_of, weighed, language, words):
    desk = desk_of(language)
    page = reader(desk, weighed[language], 2)

    page.evaluate(SELECT, words)
    page.wait_for_selector("[data-marking]:not([hidden])")
    page.keyboard.press("c")
    page.wait_for_selector("#c2 [data-undo-correction]")

    assert words_of(claim_of(weighed[language], 2), "content") == [words]
    assert desk.complaints == []
    page.click("#c2 [data-undo-correction]")
    page.wait_for_selector("#c2 [data-undo-correction]", state="detached")
    assert words_of(claim_of(weighed[language], 2), "content") != [words]


def test_a_selection_across_markers_and_claims_is_where_the_article_has_it(desk_of, weighed):
    page = reader(desk_of(), weighed["en"], 2)

    page.evaluate(SELECT, "jammed, the keeper of the dam told")
    page.click("[data-mark=source]")
    page.wait_for_selector("#c2 [data-undo-correction]")

    assert words_of(claim_of(weighed["en"], 2), "source") == ["jammed, the keeper of the dam told"]


def test_a_missed_claim_is_content_then_source_then_enter(desk_of, weighed):
    desk = desk_of()
    page = reader(desk, weighed["en"])

    page.evaluate(SELECT, "Nobody was hurt")
    page.keyboard.press("a")
    page.evaluate(SELECT, "the keeper of the dam")
    page.keyboard.press("s")
    assert page.get_attribute("[data-mark=source]", "aria-pressed") == "true"
    page.keyboard.press("Enter")
    page.wait_for_url("**#c4")

    made = claim_of(weighed["en"], 4)
    assert (made.text, made.state) == ("Nobody was hurt", "accepted")
    assert words_of(made, "source") == ["the keeper of the dam"]
    assert desk.complaints == []


def test_a_draft_is_dropped_by_escape(desk_of, weighed):
    page = reader(desk_of(), weighed["en"])

    page.evaluate(SELECT, "Nobody was hurt")
    page.keyboard.press("a")
    page.keyboard.press("Escape")

    assert page.is_hidden("[data-marking]")
    assert weighed["en"].claims.count() == 3


def test_a_letter_of_an_arabic_keyboard_marks_too(desk_of, weighed):
    page = reader(desk_of("ar"), weighed["ar"], 2)

    page.evaluate(SELECT, IN_ARABIC.source)
    page.evaluate(
        "document.body.dispatchEvent("
        "new KeyboardEvent('keydown', { code: 'KeyQ', key: 'ض', bubbles: true, cancelable: true }))"
    )
    page.wait_for_selector("#c2 [data-undo-correction]")

    assert words_of(claim_of(weighed["ar"], 2), "cue") == [IN_ARABIC.source]


def test_correcting_needs_no_script(desk_of, weighed):
    desk = desk_of(java_script_enabled=False)
    page = desk.visit(reverse("claims:correct_claim", args=[claim_of(weighed["en"], 2).pk]))

    page.fill("textarea[name=content]", "two gates that jammed")
    page.click("text=Save the words")

    assert claim_of(weighed["en"], 2).text == "two gates that jammed"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_not_a_letter_moves_when_parts_are_drawn(desk_of, weighed, language):
    claim = claim_of(weighed[language], 2)
    page = desk_of(language).visit(reverse("claims:inspect_claim", args=[claim.pk]))
    page.evaluate("document.fonts.ready.then(() => true)")

    drawn = page.evaluate(LETTER_BOXES)
    page.evaluate(
        "() => { const text = document.querySelector('[data-text]'); text.textContent = text.textContent; }"
    )

    bare = page.evaluate(LETTER_BOXES)
    assert len(drawn) > 50
    moves = [
        abs(a - b) for one, other in zip(drawn, bare, strict=True) for a, b in zip(one, other, strict=True)
    ]
    assert max(moves) < MOVED


def test_keys_lead_from_claim_to_claim(desk_of, weighed):
    page = desk_of("ar").visit(reverse("claims:inspect_claim", args=[claim_of(weighed["ar"], 1).pk]))

    page.keyboard.press("j")

    page.wait_for_url(f"**{reverse('claims:inspect_claim', args=[claim_of(weighed['ar'], 2).pk])}")
