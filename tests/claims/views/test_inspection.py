"""Whoever debugs a claim sees the votes, the chain, the figures, and what is not known."""

import pytest
from django.urls import reverse

from claims.models import Claim
from tests.factories import make_article, make_claim, make_member, make_workspace
from tests.weighed_claims import make_weighed_article
from workbench.accounts.models import Role


@pytest.fixture
def page(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def article(workspace):
    return make_weighed_article(workspace)


def inspect(page, thing, **query):
    name = "inspect_claim" if isinstance(thing, Claim) else "inspect_article"
    return page.get(reverse(f"claims:{name}", args=[thing.pk]), query)


def claim_of(article, number):
    return Claim.objects.get(article=article, ordinal=number)


def test_a_claim_is_explained_with_votes_figure_chain_signs_and_wording(page, article):
    shown = inspect(page, claim_of(article, 2)).content.decode()

    for words in (
        "Rules",
        "Tagger",
        "Other bounds",
        "87%",
        "about 9 are right",
        "Keeps a distance",
        "the article as a whole is credited to it",
        "Anonymous: Official",
        "Hedged by its speaker",
        "+0.60",
        "The fault at the dam",
        "engine-2",
    ):
        assert words in shown


def test_a_claim_that_nothing_weighed_says_so_instead_of_showing_nothing(page, workspace):
    claim = make_claim(make_article(workspace), "the bridge is open", chain=("the mayor",))

    shown = inspect(page, claim).content.decode()

    assert "Not weighed." in shown
    assert "no votes are kept" in shown
    assert "kept no signs" in shown


def test_a_component_that_found_nothing_is_named(page, article):
    assert "Rules: found nothing here." in inspect(page, claim_of(article, 3)).content.decode()


def test_neighbours_lead_through_the_article(page, article):
    shown = inspect(page, claim_of(article, 2)).content.decode()

    for number in (1, 3):
        assert reverse("claims:inspect_claim", args=[claim_of(article, number).pk]) in shown


def test_an_article_labels_its_regions_and_counts_its_votes(page, article):
    shown = inspect(page, article).content.decode()

    for label in ("Title", "Byline", "Body", "Not article text"):
        assert f">{label}</h3>" in shown
    assert "Agree, with other bounds" in shown
    assert "Only tagger" in shown


def test_the_table_is_narrowed_to_the_votes_that_are_asked_for(page, article):
    assert [f.claim.ordinal for f in inspect(page, article, votes="tagger").context["shown"]] == [3]
    assert len(inspect(page, article, votes="nonsense").context["shown"]) == 3
    assert "No claim has such votes" in inspect(page, article, votes="rules").content.decode()


def test_an_article_without_claims_says_why(page, workspace):
    assert "No claims found" in inspect(page, make_article(workspace, "Rain.")).content.decode()


def test_the_pages_cost_the_same_however_many_claims(page, article, django_assert_max_num_queries):
    with django_assert_max_num_queries(14):
        inspect(page, claim_of(article, 2))
    with django_assert_max_num_queries(10):
        inspect(page, article)


def test_whoever_may_read_may_inspect_and_nobody_elses_claims(client, workspace, article):
    client.force_login(make_member(workspace, Role.VIEWER))
    foreign = make_weighed_article(make_workspace("Elsewhere"))

    assert inspect(client, claim_of(article, 2)).status_code == 200
    assert inspect(client, claim_of(foreign, 2)).status_code == 404
    assert inspect(client, foreign).status_code == 404


def test_the_claims_page_and_the_reader_lead_to_the_inspection(page, article):
    claim = claim_of(article, 2)
    address = reverse("claims:inspect_claim", args=[claim.pk])

    assert address in page.get(reverse("claims:claim", args=[claim.pk])).content.decode()
    reader = page.get(reverse("claims:article", args=[article.pk])).content.decode()
    assert address in reader
    assert reverse("claims:inspect_article", args=[article.pk]) in reader
