"""Newsroom systems read what is worth a check; editors set it."""

import pytest
from rest_framework.test import APIClient

from claims.selectors.weights import weights_of
from tests.factories import make_article, make_claim, make_member
from workbench.accounts.models import Role

URL = "/api/v1/settings/worth"


def logged_in(person) -> APIClient:
    client = APIClient()
    client.force_login(person)
    return client


def test_a_key_reads_every_factor_with_its_points(api):
    rows = {row["name"]: row for row in api.get(URL).json()}

    assert rows["date"]["points"] == rows["date"]["default"]
    assert rows["date"]["meaning"] == "It says when."


def test_an_editor_sets_the_points_anew(workspace, editor):
    answer = logged_in(editor).put(URL, {"points": {"date": -0.25}}, format="json")

    assert answer.status_code == 200
    assert weights_of(workspace) == {"date": -0.25}


@pytest.mark.parametrize(
    "points", [{"glamour": 0.1}, {"date": 3}, {"date": "much"}], ids=["unknown", "too-much", "no-number"]
)
def test_points_that_mean_nothing_are_a_problem(workspace, editor, points):
    answer = logged_in(editor).put(URL, {"points": points}, format="json")

    assert answer.status_code in {400, 422}
    assert weights_of(workspace) == {}


def test_neither_a_key_nor_a_fact_checker_sets_them(api, workspace):
    checker = logged_in(make_member(workspace, Role.FACT_CHECKER))

    assert api.put(URL, {"points": {}}, format="json").status_code == 403
    assert checker.put(URL, {"points": {}}, format="json").status_code == 403


def test_a_claim_comes_with_its_worth_its_factors_and_its_proposed_wording(api, workspace):
    fill = {"start": 28, "end": 32, "words": "open", "shown": "open again", "reason": ""}
    factors = [{"name": "date", "points": 0.3}]
    parts = {"worth": 0.6, "factors": factors, "wording": "the bridge is open again", "fills": [fill]}
    claim = make_claim(make_article(workspace), "the bridge is open", **parts)

    body = api.get(f"/api/v1/claims/{claim.pk}").json()

    assert {name: body[name] for name in parts} == parts
