"""Settings: what a person likes, and the keys of newsroom systems."""

import pytest
from django.urls import reverse
from rest_framework.test import APIClient

from tests.factories import make_member, make_workspace
from workbench.accounts.models import ApiKey, Role, Scope, User
from workbench.accounts.services import create_api_key

SHOW = reverse("ui:settings")
KEYS = reverse("ui:make_key")


@pytest.fixture
def page(client, editor):
    client.force_login(editor)
    return client


def test_what_a_person_likes_is_kept_and_acts_at_once(page, editor):
    page.post(reverse("ui:keep_appearance"), {"language": "ar", "theme": "dark"})

    shown = page.get(SHOW).content.decode()
    person = User.objects.get(pk=editor.pk)
    assert (person.language, person.theme, person.shortcuts) == ("ar", "dark", False)
    assert 'dir="rtl"' in shown
    assert 'data-theme="dark"' in shown
    assert 'data-shortcuts="off"' in shown


def test_a_language_without_pages_is_refused_and_nothing_is_kept(page, editor):
    answer = page.post(reverse("ui:keep_appearance"), {"language": "tlh", "theme": "dark"})

    assert answer.status_code == 422
    assert User.objects.get(pk=editor.pk).theme == "system"


def test_the_switch_in_the_bar_leads_back_to_where_one_was_and_never_elsewhere(page):
    back = page.post(reverse("ui:appearance"), {"language": "ar", "next": "/sources/?kind=person"})
    away = page.post(reverse("ui:appearance"), {"theme": "dark", "next": "//elsewhere.example/"})

    assert back["Location"] == "/sources/?kind=person"
    assert away["Location"] == "/"


def test_a_new_key_is_shown_once_and_opens_what_it_says(page, workspace):
    answer = page.post(KEYS, {"name": "Archive", "scopes": ["read"], "expires_on": "2999-01-31"})

    key = ApiKey.objects.get()
    shown = answer.context["shown_key"]
    assert shown in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert shown not in page.get(SHOW).content.decode()
    assert (key.workspace, key.scopes, key.expires_at.year) == (workspace, ["read"], 2999)
    system = APIClient()
    system.credentials(HTTP_AUTHORIZATION=f"Bearer {shown}")
    assert system.get("/api/v1/sources").status_code == 200
    assert system.post("/api/v1/articles", {"text": "x"}, format="json").status_code == 403


def test_a_key_that_opens_nothing_is_not_made(page):
    answer = page.post(KEYS, {"name": "Archive"})

    assert answer.status_code == 422
    assert "Choose at least one thing" in answer.content.decode()
    assert not ApiKey.objects.exists()


def test_a_closed_key_opens_nothing_any_more(page, workspace):
    row, key = create_api_key(workspace=workspace, name="Archive", scopes=[Scope.READ])

    page.post(reverse("ui:revoke_key", args=[row.pk]))

    system = APIClient()
    system.credentials(HTTP_AUTHORIZATION=f"Bearer {key}")
    assert system.get("/api/v1/sources").status_code == 401
    assert "closed" in page.get(SHOW).content.decode()


@pytest.mark.parametrize(
    ("role", "allowed"),
    [(Role.VIEWER, False), (Role.CONTRIBUTOR, False), (Role.FACT_CHECKER, False), (Role.ADMIN, True)],
)
def test_only_those_who_manage_see_and_make_keys(client, workspace, role, allowed):
    client.force_login(make_member(workspace, role))

    assert ("Keys of newsroom systems" in client.get(SHOW).content.decode()) is allowed
    made = client.post(KEYS, {"name": "Archive", "scopes": ["read"]})
    assert made.status_code == (200 if allowed else 403)


def test_a_key_of_another_workspace_is_not_here(page):
    row, _key = create_api_key(workspace=make_workspace("Elsewhere"), name="Theirs", scopes=[Scope.READ])

    assert page.post(reverse("ui:revoke_key", args=[row.pk])).status_code == 404
    assert "Theirs" not in page.get(SHOW).content.decode()
