"""What people see when a request cannot be served."""

from django.test import Client
from django.urls import reverse

from tests.factories import make_member
from workbench.accounts.models import Role, User


def test_an_address_without_a_page_says_so_and_leads_back(client, editor):
    client.force_login(editor)

    answer = client.get("/no/such/page/")

    assert answer.status_code == 404
    assert "Nothing is here" in answer.content.decode()


def test_what_a_role_does_not_reach_says_whom_to_ask(client, workspace):
    client.force_login(make_member(workspace, Role.VIEWER))

    answer = client.post(reverse("ui:make_key"))

    assert answer.status_code == 403
    assert "Ask an editor or administrator" in answer.content.decode()


def test_a_person_without_a_workspace_is_refused_not_broken(client, db):
    client.force_login(User.objects.create_user(username="nobody-yet"))

    assert client.get("/").status_code == 403


def test_a_form_that_is_too_old_says_how_to_send_it_again(editor):
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)

    answer = client.post(reverse("ui:appearance"), {"theme": "dark"})

    assert answer.status_code == 403
    assert "This form is too old" in answer.content.decode()
