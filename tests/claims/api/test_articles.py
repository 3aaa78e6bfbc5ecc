"""Newsroom systems push articles in and read them back; nothing is lost and nothing is doubled."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from claims.models import Article, Sighting
from tests import factories
from workbench.accounts.models import Scope
from workbench.accounts.services import create_api_key, revoke_api_key
from workbench.jobs.models import Job

TEXT = "The harbour master said on Monday that the ferry had left the quay of Tal Marsa an hour late."
ARTICLES = "/api/v1/articles"


def test_an_article_is_stored_with_its_first_job_before_the_answer(api):
    answer = api.post(
        ARTICLES, {"text": TEXT, "outlet": "Harbour Post", "published_on": "2026-05-04"}, format="json"
    )

    assert answer.status_code == 202
    assert answer.data["kind"] == "new"
    article = Article.objects.get(pk=answer.data["article"])
    assert (article.text, article.outlet.name, str(article.published_on)) == (
        TEXT,
        "Harbour Post",
        "2026-05-04",
    )
    assert Job.objects.get(pk=answer.data["job"]).subject_id == article.pk


def test_the_same_text_twice_is_one_article_with_two_sightings(api):
    first = api.post(ARTICLES, {"text": TEXT, "outlet": "Harbour Post"}, format="json")
    second = api.post(ARTICLES, {"text": TEXT, "outlet": "Harbour Post"}, format="json")

    assert second.data["kind"] == "same_text"
    assert second.data["article"] == first.data["article"]
    assert Sighting.objects.count() == 2


def test_a_changed_text_at_the_same_address_is_a_new_version(api):
    given = {"outlet": "Harbour Post", "url": "https://harbour-post.example/ferry?utm_source=mail"}
    api.post(ARTICLES, {"text": TEXT, **given}, format="json")

    answer = api.post(
        ARTICLES,
        {"text": TEXT.replace("an hour", "two hours"), **given, "url": given["url"][:-5]},
        format="json",
    )

    assert answer.data["kind"] == "new_version"
    assert Article.objects.get(pk=answer.data["article"]).version == 2


def test_the_same_text_of_another_outlet_is_another_article(api):
    first = api.post(ARTICLES, {"text": TEXT, "outlet": "Harbour Post"}, format="json")
    second = api.post(ARTICLES, {"text": TEXT, "outlet": "Coast Daily"}, format="json")

    assert second.data["kind"] == "new"
    assert second.data["article"] != first.data["article"]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        pytest.param({}, "text", id="neither-text-nor-address"),
        pytest.param({"text": "   "}, "text", id="blank-text"),
        pytest.param({"text": TEXT, "workspace": "other"}, "workspace", id="field-that-means-nothing-here"),
        pytest.param({"text": TEXT, "published_on": "yesterday"}, "published_on", id="no-date"),
    ],
)
def test_a_body_that_is_not_as_expected_is_a_problem_that_names_the_field(api, body, field):
    answer = api.post(ARTICLES, body, format="json")

    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert field in answer.json()["errors"]
    assert Article.objects.count() == 0


def test_an_address_that_leads_nowhere_is_refused_with_what_to_do(api):
    answer = api.post(ARTICLES, {"url": "http://user:secret@harbour-post.example/"}, format="json")

    assert answer.status_code == 422
    assert answer.json()["code"] == "not_an_address"
    assert "paste the text" in answer.json()["detail"]


def test_a_stranger_is_told_to_send_a_key(workspace):
    answer = APIClient().get(ARTICLES)

    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == "Bearer"


def test_a_revoked_key_opens_nothing_at_once(workspace):
    row, key = create_api_key(workspace=workspace, name="Old", scopes=[Scope.READ])
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {key}")
    assert client.get(ARTICLES).status_code == 200

    revoke_api_key(key=row)

    assert client.get(ARTICLES).status_code == 401


def test_a_key_that_only_reads_adds_nothing(workspace):
    _, key = create_api_key(workspace=workspace, name="Reader", scopes=[Scope.READ])
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {key}")

    assert client.post(ARTICLES, {"text": TEXT}, format="json").status_code == 403
    assert Article.objects.count() == 0


def test_articles_come_in_pages_that_stay_put_while_more_arrive(api, workspace):
    for number in range(3):
        factories.make_article(workspace, f"Report number {number} said the gate is shut.")
    first = api.get(ARTICLES, {"limit": 2}).json()
    factories.make_article(workspace, "A later report said the gate is open.")

    second = api.get(first["next"]).json()

    titles = [row["content_sha256"] for row in first["results"] + second["results"]]
    assert len(titles) == len(set(titles)) == 3


@pytest.mark.parametrize("path", ["articles", "claims", "links", "stories", "sources"])
def test_another_newsrooms_rows_are_not_there(api, path):
    other = factories.make_workspace("Other")
    one = factories.make_claim(factories.make_article(other), "the bridge is open", chain=("the mayor",))
    two = factories.make_claim(factories.make_article(other, outlet="Coast Daily"), "the bridge is open")
    link, story = factories.make_link(one, two), factories.make_story(other, one, two)
    rows = {
        "articles": one.article,
        "claims": one,
        "links": link,
        "stories": story,
        "sources": one.originator,
    }

    assert api.get(f"/api/v1/{path}").json()["results"] == []
    assert api.get(f"/api/v1/{path}/{rows[path].pk}").status_code == 404


def test_a_list_of_articles_reads_no_text(api, workspace):
    for number in range(2):
        factories.make_article(workspace, f"Report number {number} said the gate is shut.")

    with CaptureQueriesContext(connection) as queries:
        assert len(api.get(ARTICLES).json()["results"]) == 2

    assert not any('"claims_article"."text"' in query["sql"] for query in queries)
