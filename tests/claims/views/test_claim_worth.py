"""A claim's page and card show how it reads alone, what weakens it, and why it is worth a check."""

import pytest
from django.urls import reverse

from claims.models import ClaimSpan
from tests.factories import make_article, make_claim, make_member
from workbench.accounts.models import Role

DAY = "counted from the day of publication"


@pytest.fixture
def claim(workspace):
    article = make_article(workspace, "The mayor said he would perhaps reopen the bridge today.")
    he, today = article.text.index("he would"), article.text.index("today")
    made = make_claim(
        article,
        "he would perhaps reopen the bridge today",
        chain=(("Huda Berri", "person"),),
        worth=0.61,
        factors=[{"name": "date", "points": 0.3}, {"name": "hedged", "points": -0.1}],
        wording="Huda Berri would perhaps reopen the bridge on 4 May 2026",
        fills=[
            {"start": he, "end": he + 2, "shown": "Huda Berri", "reason": "“he” is Huda Berri"},
            {"start": today, "end": today + 5, "shown": "on 4 May 2026", "reason": DAY},
        ],
    )
    at = article.text.index("perhaps")
    ClaimSpan.objects.create(claim=made, part="hedge", start=at, end=at + len("perhaps"))
    return made


def shown(client, person, name, target) -> str:
    client.force_login(person)
    return client.get(reverse(f"claims:{name}", args=[target.pk])).content.decode()


def test_the_page_shows_the_proposed_wording_beside_the_words_of_the_article(client, editor, claim):
    page = shown(client, editor, "claim", claim)

    assert "Proposed wording" in page
    assert '<span class="fill" title="in the article: today">on 4 May 2026</span>' in page
    assert DAY in page
    assert "he would perhaps reopen the bridge today</h1>" in page


def test_the_page_tells_worth_factors_and_hedges_in_words(client, editor, claim):
    page = shown(client, editor, "claim", claim)

    assert "Worth a check: 0.61 of 1" in page
    assert "It says when." in page
    assert "+0.30" in page
    assert "−0.10" in page
    assert ">perhaps</q>" in page
    assert reverse("ui:settings") + "#worth" in page


def test_who_may_not_set_weights_is_not_sent_to_them(client, workspace, claim):
    page = shown(client, make_member(workspace, Role.FACT_CHECKER), "claim", claim)

    assert "#worth" not in page


def test_the_card_beside_the_text_shows_wording_and_factors(client, editor, claim):
    page = shown(client, editor, "article", claim.article)

    assert "Proposed wording" in page
    assert "Worth a check: 0.61 of 1" in page
    assert "speaks against" in page


def test_a_claim_that_needs_nothing_has_no_wording(client, editor, workspace):
    page = shown(client, editor, "claim", make_claim(make_article(workspace), "the bridge is open"))

    assert "Proposed wording" not in page
    assert "Worth a check" not in page


def test_in_arabic_the_parts_are_told_in_arabic(client, workspace, claim):
    page = shown(client, make_member(workspace, language="ar"), "claim", claim)

    assert "صياغة مقترحة" in page
    assert "جدارة بالتحقق: 0.61 من 1" in page
    assert "محسوب من يوم النشر" in page
