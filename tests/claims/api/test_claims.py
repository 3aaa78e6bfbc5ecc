"""Newsroom systems pull claims with their chains, links with their reasons, and stories."""

from uuid import uuid4

import pytest

from tests import factories
from tests.factories import make_article, make_claim, make_link, make_story


def test_a_claim_comes_with_its_chain_and_its_place_in_the_text(api, workspace):
    claim = make_claim(make_article(workspace), "the bridge is open", chain=("the mayor",))

    body = api.get(f"/api/v1/claims/{claim.pk}").json()

    assert [hop["name"] for hop in body["chain"]] == ["Harbour Post", "the mayor"]
    [span] = body["spans"]
    assert claim.article.text[span["start"] : span["end"]] == "the bridge is open"
    assert body["originator"]["name"] == "the mayor"


def test_claims_are_read_in_the_same_few_queries_however_many(api, workspace, django_assert_num_queries):
    for number in range(5):
        article = make_article(workspace, f"The mayor said gate {number} is shut.")
        make_claim(article, f"gate {number} is shut", chain=("the mayor",))

    with django_assert_num_queries(11):  # the key twice, claims in five, records in four
        rows = api.get("/api/v1/claims").json()["results"]

    assert len(rows) == 5


def test_links_are_found_by_relation_and_by_claim(api, workspace):
    one = make_claim(make_article(workspace), "the bridge is open")
    two = make_claim(
        make_article(workspace, "The bridge is shut.", outlet="Coast Daily"), "The bridge is shut"
    )
    link = make_link(one, two, "conflicts", slot="polarity", a_text="open", b_text="shut")

    rows = api.get("/api/v1/links", {"relation": "conflicts", "claim": str(one.pk)}).json()["results"]

    assert [row["id"] for row in rows] == [str(link.pk)]
    assert rows[0]["reasons"] == ["same event"]
    assert api.get("/api/v1/links", {"relation": "corroborates"}).json()["results"] == []


def test_a_story_counts_its_claims_and_articles(api, workspace):
    article = make_article(workspace)
    claims = [make_claim(article, words) for words in ("The mayor said", "the bridge is open")]
    story = make_story(workspace, *claims)

    body = api.get(f"/api/v1/stories/{story.pk}").json()

    assert (body["claim_count"], body["article_count"]) == (2, 1)


def test_a_filter_that_is_not_known_changes_nothing_and_a_bad_value_is_a_problem(api, workspace):
    factories.make_claim(make_article(workspace), "the bridge is open")

    assert len(api.get("/api/v1/claims", {"password": "x"}).json()["results"]) == 1
    assert api.get("/api/v1/claims", {"article": "not-an-identifier"}).status_code == 400


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("articles", "outlet"),
        ("claims", "article"),
        ("claims", "story"),
        ("claims", "originator"),
        ("sources", "outlet"),
    ],
)
def test_a_filter_does_not_tell_what_another_newsroom_has(api, path, field):
    other = factories.make_workspace("Other")
    claim = factories.make_claim(make_article(other), "the bridge is open")
    theirs = {
        "outlet": claim.originator,
        "article": claim.article,
        "story": make_story(other, claim),
        "originator": claim.originator,
    }

    answers = [api.get(f"/api/v1/{path}", {field: pk}) for pk in (theirs[field].pk, uuid4())]

    assert [(answer.status_code, answer.json()["results"]) for answer in answers] == [(200, [])] * 2
