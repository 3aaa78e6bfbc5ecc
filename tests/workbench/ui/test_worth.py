"""Settings: editors say what is worth a check, and have the articles worked through again."""

import pytest
from django.urls import reverse

from claims import engine
from claims.selectors.weights import weights_of
from claims.services.weights import set_weights
from tests.factories import make_article, make_member
from workbench.accounts.models import Role
from workbench.jobs.models import Job

SHOW = reverse("ui:settings")
KEEP = reverse("ui:keep_worth")


@pytest.fixture
def page(client, editor):
    client.force_login(editor)
    return client


def test_an_editor_sets_what_a_factor_counts(page, workspace):
    page.post(KEEP, {**engine.default_points(), "date": "-0.25"})

    assert weights_of(workspace) == {"date": -0.25}
    assert 'value="-0.25"' in page.get(SHOW).content.decode()


def test_points_out_of_range_are_shown_again_and_nothing_is_kept(page, workspace):
    answer = page.post(KEEP, {**engine.default_points(), "date": "7"})

    assert answer.status_code == 422
    assert "Give a number from -1 to 1." in answer.content.decode()
    assert weights_of(workspace) == {}


def test_one_button_sets_all_back(page, workspace, editor):
    set_weights(workspace=workspace, user=editor, points={"date": -0.25})

    page.post(reverse("ui:reset_worth"))

    assert weights_of(workspace) == {}


def test_one_button_has_all_articles_worked_through_again(page, workspace):
    make_article(workspace)

    answer = page.post(reverse("ui:work_through_again"), follow=True)

    assert "1 article is worked through again." in answer.content.decode()
    assert Job.objects.filter(kind="claims.extract").count() == 1


@pytest.mark.parametrize("address", [KEEP, reverse("ui:reset_worth"), reverse("ui:work_through_again")])
def test_a_fact_checker_may_not(client, workspace, address):
    client.force_login(make_member(workspace, Role.FACT_CHECKER))

    assert client.post(address).status_code == 403
    assert 'id="worth"' not in client.get(SHOW).content.decode()


def test_numbers_keep_their_point_in_arabic(client, workspace):
    client.force_login(make_member(workspace, language="ar"))

    shown = client.get(SHOW).content.decode()

    assert 'data-base="-0.3"' in shown
    assert 'value="0.25"' in shown
