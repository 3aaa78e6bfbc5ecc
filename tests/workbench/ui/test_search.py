"""Search finds what was meant, in both scripts, and says how to ask where it finds nothing."""

import pytest
from django.urls import reverse

from claims.models import Claim
from sources.models import SourceAlias
from tests.factories import make_article, make_claim, make_source, make_workspace
from tests.silo_story import make_silo_story
from workbench.core.text import fold_name
from workbench.ui.selectors.search import Question, Searcher

NEAR, FAR = [1.0] + [0.0] * 383, [0.0] * 383 + [1.0]


@pytest.fixture
def page(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def silo(workspace):
    return make_silo_story(workspace)


def show(page, **asked):
    return page.get(reverse("ui:search"), asked).content.decode()


def found(workspace, words="", **facets):
    return set(Searcher(workspace, Question(words=words, **facets)).claims())


@pytest.mark.parametrize(
    "words", ["سيطرنا", "النيران", "نيران الليل", "«سيطرنا على النيران»", "سَيطرنا", "ٱلنيران"]
)
def test_arabic_is_found_in_any_spelling(workspace, silo, words):
    assert {claim.text for claim in found(workspace, words)} == {"سيطرنا على النيران قبل منتصف الليل"}


def test_every_word_must_be_there(workspace, silo):
    assert len(found(workspace, "flames")) == 1
    assert not found(workspace, "flames zebra")


def test_a_sources_name_in_one_script_finds_its_words_in_the_other(workspace, silo):
    person = make_source(workspace, "Idris Kamal", "person")
    name = "إدريس كمال الهادي"
    SourceAlias.objects.create(workspace=workspace, source=person, name=name, key=fold_name(name))

    assert silo.ledger.claims.get(ordinal=3) in found(workspace, "ادريس كمال الهادي")


def test_rejected_claims_are_not_found(workspace, silo):
    Claim.objects.filter(workspace=workspace).update(state="rejected")

    assert not found(workspace)


@pytest.mark.parametrize(
    ("facets", "count"),
    [
        ({"languages": ("ar",)}, 7),
        ({"modalities": ("denied",)}, 2),
        ({"relations": ("conflicts",)}, 5),
        ({"relations": ("none",)}, 3),
        ({"languages": ("ar",), "modalities": ("denied",)}, 1),
    ],
)
def test_facets_narrow_and_add_up(workspace, silo, facets, count):
    assert len(found(workspace, **facets)) == count


def test_a_facet_counts_as_if_it_were_open_itself(page, silo):
    shown = page.get(reverse("ui:search"), {"lang": "ar"})

    languages = {choice.value: (choice.count, choice.wanted) for choice in shown.context["facets"][0].choices}
    assert languages == {"en": (8, False), "ar": (7, True)}


def test_hits_are_marked_in_the_original_words(page, silo):
    assert "<mark>النيران</mark>" in show(page, q="نيران")


def test_articles_are_found_by_headline_and_by_what_they_claim(page, workspace, silo):
    assert "Fire at Marsa Nour" in show(page, q="silo", **{"in": "articles"})
    arabic = make_article(workspace, "قال الوزير إن الجسر مفتوح.", language="ar", title="أعلن الوزير افتتاحه")
    assert arabic.title.split()[0] in show(page, q="اعلن", **{"in": "articles"})


def test_sources_are_found_by_name(page, silo):
    assert "Sail News Agency" in show(page, q="sail news", **{"in": "sources"})


def test_claims_that_mean_the_same_in_other_words_are_shown_beside_the_hits(page, silo):
    flames = Claim.objects.get(text="We had the flames under control before midnight")
    for claim, vector in [
        (flames, NEAR),
        (Claim.objects.get(text__startswith="سيطرنا"), NEAR),
        (silo.toll, FAR),
    ]:
        Claim.objects.filter(pk=claim.pk).update(embedding=vector)

    near = page.get(reverse("ui:search"), {"q": "flames"}).context["near"]

    assert [claim.text for claim in near] == ["سيطرنا على النيران قبل منتصف الليل"]


def test_a_question_without_an_answer_offers_easier_ones_with_their_counts(page, silo):
    asked = page.get(reverse("ui:search"), {"q": "flames zebra", "lang": "en"})

    (easier,) = asked.context["relaxed"]
    assert (easier[0], easier[2]) == ("zebra", 1)
    assert "Without “<bdi>zebra</bdi>” and without the filters" in asked.content.decode()


def test_a_misspelt_word_brings_what_is_spelled_alike(page, silo):
    assert "Twelve workers were injured" in show(page, q="twelv workerz injurd")


@pytest.mark.parametrize(
    "asked",
    [{"outlet": "x"}, {"lang": "'; --"}, {"said": "sung"}, {"page": "99"}, {"in": "moon"}, {"q": "%_\\"}],
)
def test_an_address_that_makes_no_sense_is_answered_all_the_same(page, silo, asked):
    assert page.get(reverse("ui:search"), asked).status_code == 200


def test_nothing_of_another_workspace_is_found(page, workspace):
    make_claim(make_article(make_workspace("Elsewhere")), "the bridge is open")

    assert not found(workspace, "bridge")
    assert "the bridge is open" not in show(page, q="bridge")


@pytest.mark.parametrize(("asked", "most"), [({"q": "fire"}, 24), ({}, 20), ({"in": "sources"}, 14)])
def test_the_page_costs_the_same_however_much_is_found(
    page, silo, asked, most, django_assert_max_num_queries
):
    with django_assert_max_num_queries(most):
        show(page, **asked)
