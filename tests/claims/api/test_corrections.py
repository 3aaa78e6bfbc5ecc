"""Newsroom systems set claims right with a key of their own, and read what was set right."""

import pytest
from rest_framework.test import APIClient

from claims.models import Claim, Correction
from tests.factories import make_article, make_claim, make_member, make_workspace
from workbench.accounts.models import Role, Scope
from workbench.accounts.services import create_api_key
from workbench.audit.models import Event

TEXT = "The mayor said on Friday that the old bridge is open."


@pytest.fixture
def claim(workspace):
    return make_claim(
        make_article(workspace, TEXT), "the old bridge is open", chain=[("The mayor", "person")]
    )


@pytest.fixture
def deciding(workspace):
    _, key = create_api_key(workspace=workspace, name="Desk system", scopes=[Scope.READ, Scope.DECIDE])
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {key}")
    return client


def correct(client, claim, **given):
    return client.post(f"/api/v1/claims/{claim.pk}/corrections", given, format="json")


def now(claim):
    return Claim.objects.get(pk=claim.pk)


@pytest.mark.parametrize(
    ("given", "field", "value"),
    [
        ({"kind": "bounds", "content": [[34, 44]]}, "text", "old bridge"),
        ({"kind": "modality", "modality": "denied"}, "modality", "denied"),
        ({"kind": "anonymity", "anonymity": "official"}, "anonymity", "official"),
        ({"kind": "rejection", "reason": "duplicate"}, "state", "rejected"),
        (
            {"kind": "originator", "originator": "The council", "originator_kind": "organisation"},
            "text",
            None,
        ),
    ],
)
def test_each_kind_of_correction_is_applied(deciding, claim, given, field, value):
    answer = correct(deciding, claim, **given, note="Checked.")

    assert answer.status_code == 201
    body = answer.json()
    assert (body["kind"], body["claim"], body["note"], body["by"]) == (
        given["kind"],
        str(claim.pk),
        "Checked.",
        None,
    )
    if value:
        assert getattr(now(claim), field) == value
    else:
        assert now(claim).originator.name == "The council"


def test_the_log_names_the_key(deciding, claim):
    correct(deciding, claim, kind="modality", modality="denied")

    assert Event.objects.get(action="claim.corrected").actor.startswith("key:")


@pytest.mark.parametrize(
    ("given", "status", "code"),
    [
        ({"kind": "bounds", "content": [[0, 9999]]}, 422, "outside_the_text"),
        ({"kind": "bounds", "content": []}, 422, "content_required"),
        ({"kind": "modality", "modality": "asserted"}, 422, "nothing_changed"),
        ({"kind": "bounds"}, 400, "invalid"),
        ({"kind": "modality"}, 400, "invalid"),
        ({"kind": "bounds", "content": [[1]]}, 400, "invalid"),
        ({"kind": "missed"}, 400, "invalid"),
        ({"kind": "modality", "modality": "denied", "color": "red"}, 400, "invalid"),
    ],
)
def test_what_does_not_fit_is_a_problem_with_a_code(deciding, claim, given, status, code):
    answer = correct(deciding, claim, **given)

    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert not Correction.objects.exists()


def test_a_key_that_only_adds_articles_corrects_nothing(api, claim):
    assert correct(api, claim, kind="modality", modality="denied").status_code == 403


@pytest.mark.parametrize(("role", "status"), [(Role.CONTRIBUTOR, 403), (Role.FACT_CHECKER, 201)])
def test_a_person_corrects_where_they_may_judge(workspace, claim, role, status):
    person = make_member(workspace, role)
    client = APIClient()
    client.force_login(person)

    assert correct(client, claim, kind="modality", modality="denied").status_code == status


def test_another_newsrooms_claim_is_not_here(deciding):
    foreign = make_claim(make_article(make_workspace("Elsewhere"), TEXT), "the old bridge is open")

    assert correct(deciding, foreign, kind="modality", modality="denied").status_code == 404


def test_corrections_are_read_and_narrowed(deciding, claim):
    correct(deciding, claim, kind="modality", modality="denied")
    elsewhere = make_claim(make_article(make_workspace("Elsewhere"), TEXT), "the old bridge is open")
    Correction.objects.create(
        workspace=elsewhere.workspace, article=elsewhere.article, claim=elsewhere, kind="modality"
    )

    def found(**query):
        return [row["kind"] for row in deciding.get("/api/v1/corrections", query).json()["results"]]

    assert found() == ["modality"]
    assert found(claim=str(claim.pk)) == ["modality"]
    assert found(claim=str(elsewhere.pk)) == []
    assert found(kind="bounds") == []
    assert found(undone="false") == ["modality"]
    assert found(undone="true") == []
