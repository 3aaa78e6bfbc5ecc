"""The reader shows the text untouched, each claim's marker and card, and nobody else's articles."""

import re
from html import unescape

import pytest
from django.urls import reverse

from claims.models import Claim
from claims.nlp.languages.sources import known_languages
from tests.factories import make_article, make_claim, make_member, make_workspace
from tests.silo_story import ECHO, LEDGER, make_silo_story
from workbench.accounts.models import Role


@pytest.fixture
def page(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def silo(workspace):
    return make_silo_story(workspace)


def reader(page, article, query=""):
    return page.get(reverse("claims:article", args=[article.pk]) + query).content.decode()


def drawn_text(shown):
    """Return the article's words without markers, and without the line end of the template file."""
    body = re.search(r"data-text>(.*?)</div>", shown, re.DOTALL).group(1)
    words = re.sub(r"<[^>]+>", "", re.sub(r'<a class="marker.*?</a>', "", body))
    return unescape(words).removesuffix("\n")


@pytest.mark.parametrize(("name", "text"), [("ledger", LEDGER), ("echo", ECHO)])
def test_the_drawn_text_is_the_stored_text(page, silo, name, text):
    assert drawn_text(reader(page, getattr(silo, name))) == text


def test_each_claim_has_a_marker_and_a_card_that_point_at_each_other(page, silo):
    shown = reader(page, silo.ledger)

    for number in range(1, 8):
        assert f'id="m{number}" href="#c{number}"' in shown
        assert f'id="c{number}"' in shown


def test_each_text_keeps_its_own_direction(page, silo, workspace):
    assert re.search(r'<div class="text" lang="ar" dir="rtl"', reader(page, silo.echo))
    assert re.search(r'<div class="text" lang="en" dir="ltr"', reader(page, silo.ledger))


def test_the_card_names_the_particular_in_dispute_in_both_wordings(page, silo):
    shown = reader(page, silo.ledger)

    assert "<bdi>Twelve workers</bdi> / <bdi>سبعة عمال</bdi>" in shown


def test_what_is_no_article_text_says_so(page, silo):
    shown = reader(page, silo.ledger)

    assert 'data-region="Not article text"' in shown
    assert 'data-region="Byline"' in shown


def test_a_filter_in_the_address_shows_only_its_cards(page, silo):
    shown = reader(page, silo.ledger, "?show=narrated")

    assert shown.count("data-card=") == 1


def test_markup_in_a_text_stays_text(page, workspace):
    article = make_article(workspace, 'She said <script>alert("x")</script> twice.')
    make_claim(article, '<script>alert("x")</script>')

    shown = reader(page, article)

    assert "<script>alert" not in shown
    assert drawn_text(shown) == article.text


def test_a_rejected_claim_stays_on_the_page_and_can_be_taken_back(page, silo):
    Claim.objects.filter(pk=silo.toll.pk).update(state=Claim.State.REJECTED)

    shown = reader(page, silo.ledger)

    assert "claim-card--rejected" in shown
    assert "Undo" in shown


def test_a_viewer_reads_but_has_nothing_to_decide(client, workspace, silo):
    client.force_login(make_member(workspace, Role.VIEWER))

    assert "data-decide" not in reader(client, silo.ledger)


def test_another_newsrooms_article_is_not_here(page):
    foreign = make_article(make_workspace("Elsewhere"))

    assert page.get(reverse("claims:article", args=[foreign.pk])).status_code == 404


def test_an_article_without_claims_says_why(page, workspace):
    assert "No claims found" in reader(page, make_article(workspace))


@pytest.mark.parametrize(
    ("language", "title"),
    [
        pytest.param("en", "This language has no word lists", id="english-page"),
        pytest.param("ar", "لا قوائم ألفاظ لهذه اللغة", id="arabic-page"),
    ],
)
def test_a_language_without_word_lists_is_said_above_the_text(client, workspace, language, title):
    client.force_login(make_member(workspace, Role.EDITOR, language=language))
    article = make_article(workspace, "„Wir warten“, sagte sie.", language="de")

    assert title in reader(client, article)


@pytest.mark.parametrize("code", known_languages())
def test_a_language_with_word_lists_has_nothing_to_say(page, workspace, code):
    article = make_article(workspace, "123", language=code)

    assert "This language has no word lists" not in reader(page, article)


def test_the_article_says_its_language(page, workspace):
    assert "German" in reader(page, make_article(workspace, "„Wir warten“, sagte sie.", language="de"))


def test_versions_of_a_publication_are_offered(page, workspace, silo):
    make_article(workspace, "Second text.", publication=silo.ledger.publication, version=2)

    assert "Version 1 of 2" in reader(page, silo.ledger)


def test_the_reader_costs_the_same_however_many_claims(page, silo, django_assert_max_num_queries):
    with django_assert_max_num_queries(14):
        reader(page, silo.ledger)


def test_the_list_of_articles_costs_the_same_however_long(page, silo, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        shown = page.get(reverse("claims:articles")).content.decode()

    assert shown.count("data-row") == 4


def test_an_empty_list_offers_the_one_thing_to_do(page):
    shown = page.get(reverse("claims:articles")).content.decode()

    assert "No articles yet" in shown
