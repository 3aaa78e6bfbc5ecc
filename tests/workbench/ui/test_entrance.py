"""Coming in and going out."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from tests.factories import PASSWORD
from workbench.accounts.attempts import MOST_FAILURES

LOGIN = reverse("ui:login")


@pytest.fixture(autouse=True)
def _nothing_remembered():
    cache.clear()


def log_in(client, username, password=PASSWORD, **more):
    return client.post(LOGIN, {"username": username, "password": password, **more})


def test_a_stranger_is_sent_to_the_login_and_back_to_where_they_wanted(client, editor):
    asked = client.get("/sources/?kind=person")
    assert asked["Location"] == f"{LOGIN}?next=/sources/%3Fkind%3Dperson"

    answer = log_in(client, editor.username, next="/sources/?kind=person")

    assert answer["Location"] == "/sources/?kind=person"


def test_nobody_is_sent_to_another_site(client, editor):
    answer = log_in(client, editor.username, next="https://elsewhere.example/")

    assert answer["Location"] == reverse("ui:inbox")


def test_a_wrong_password_is_told_in_one_sentence_that_does_not_say_which_was_wrong(client, editor):
    known = log_in(client, editor.username, "wrong").content.decode()
    unknown = log_in(client, "nobody-here", "wrong").content.decode()

    for shown in (known, unknown):
        assert "This name and password do not go together." in shown
        assert 'role="alert"' in shown


def test_a_person_whose_login_is_closed_stays_out(client, editor):
    editor.is_active = False
    editor.save()

    assert "do not go together" in log_in(client, editor.username).content.decode()


def test_after_too_many_wrong_passwords_even_the_right_one_waits(client, editor):
    for _ in range(MOST_FAILURES):
        log_in(client, editor.username, "wrong")

    answer = log_in(client, editor.username)

    assert answer.status_code == 200
    assert "Wait a quarter of an hour" in answer.content.decode()


def test_the_session_gets_a_new_name_at_the_door(client, editor):
    client.get(LOGIN)
    client.session["kept"] = True
    before = client.session.session_key

    log_in(client, editor.username)

    assert client.session.session_key != before


def test_going_out_needs_a_form_and_ends_the_session(client, editor):
    client.force_login(editor)
    assert client.get(reverse("ui:logout")).status_code == 405

    answer = client.post(reverse("ui:logout"))

    assert answer["Location"] == LOGIN
    assert client.get("/")["Location"].startswith(LOGIN)


def test_the_login_page_speaks_arabic_to_an_arabic_browser(client, db):
    shown = client.get(LOGIN, headers={"Accept-Language": "ar"}).content.decode()

    assert 'lang="ar"' in shown
    assert 'dir="rtl"' in shown
