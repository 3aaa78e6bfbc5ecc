"""The OpenAPI document describes what the API answers."""

import jsonschema
import pytest
from django.core.management import call_command
from drf_spectacular.generators import SchemaGenerator

from claims.models import Correction
from tests.factories import make_article, make_claim, make_link, make_story

LISTS = ["articles", "claims", "links", "stories", "sources", "corrections"]


@pytest.fixture(scope="module")
def schema():
    """Return the document as it is served."""
    return SchemaGenerator().get_schema(request=None, public=True)


def test_the_document_is_valid_openapi_without_a_warning(schema, tmp_path):
    call_command("spectacular", "--validate", "--fail-on-warn", "--file", str(tmp_path / "schema.yml"))

    assert {f"/api/v1/{name}" for name in LISTS} <= set(schema["paths"])


@pytest.mark.parametrize("name", LISTS)
def test_an_answer_is_what_the_document_says(api, workspace, schema, name):
    one = make_claim(make_article(workspace), "the bridge is open", chain=("the mayor",))
    two = make_claim(make_article(workspace, outlet="Coast Daily"), "the bridge is open")
    make_link(one, two)
    make_story(workspace, one, two)
    Correction.objects.create(workspace=workspace, article=one.article, claim=one, kind="modality")

    body = api.get(f"/api/v1/{name}").json()

    assert body["results"]
    answer = schema["paths"][f"/api/v1/{name}"]["get"]["responses"]["200"]["content"]["application/json"][
        "schema"
    ]
    resolved = {**answer, "components": schema["components"]}
    jsonschema.validate(body, resolved)


def test_the_document_is_served(api):
    answer = api.get("/api/v1/schema")

    assert answer.status_code == 200
    assert b"openapi: 3" in answer.content
