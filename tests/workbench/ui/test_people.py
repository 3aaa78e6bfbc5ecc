"""People: everybody sees who is here, and those who manage add, change and end them."""

import pytest
from django.urls import reverse

from claims.services.reviewing import review_verdict
from claims.services.verdicts import record_verdict
from tests.factories import PASSWORD, make_article, make_claim, make_member, make_workspace
from workbench.accounts.models import Membership, Role, User
from workbench.accounts.services import create_api_key

PEOPLE = reverse("ui:people")
ADD = reverse("ui:add_person")
ALONE = "nobody else in this workspace may"


@pytest.fixture
def page(client, editor):
    client.force_login(editor)
    return client


def place_of(person):
    return Membership.objects.get(user=person)


def act(page, name, person, **said):
    return page.post(reverse(f"ui:{name}", args=[place_of(person).pk]), said)


def show(page, address=PEOPLE):
    return page.get(address).content.decode()


def test_a_new_person_is_shown_with_a_password_once_and_it_lets_them_in(page, client):
    answer = page.post(ADD, {"username": "sara", "role": "fact_checker"})

    password = answer.context["shown_password"]
    assert password in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert password not in show(page)
    assert client.login(username="sara", password=password)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"username": "sara lee", "role": "viewer"}, "cannot be a login name"),
        ({"username": "sara", "role": "owner"}, "owner"),
        ({"username": "", "role": "viewer"}, "required"),
    ],
)
def test_what_cannot_be_a_person_is_told_at_its_field_and_nobody_is_added(page, said, told):
    answer = page.post(ADD, said)

    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert User.objects.count() == 1


def test_the_list_says_who_may_confirm_verdicts_and_who_never_came(page, workspace, editor):
    viewer = make_member(workspace, Role.VIEWER)

    shown = show(page)

    assert shown.count("may confirm verdicts</span>") == 1
    assert f"<strong><bdi>{viewer.username}</bdi></strong>" in shown
    assert "never logged in" in shown


def test_the_page_says_that_a_second_person_is_missing_until_there_is_one(page, workspace):
    make_member(workspace, Role.VIEWER)
    assert "Only one person here may judge" in show(page)

    make_member(workspace, Role.FACT_CHECKER)

    assert "Only one person here may judge" not in show(page)


def test_a_role_is_changed_on_the_page(page, workspace):
    person = make_member(workspace, Role.VIEWER)

    act(page, "give_role", person, role="fact_checker")

    assert "now has the role: Fact-checker" in show(page)
    assert place_of(person).role == Role.FACT_CHECKER


@pytest.mark.parametrize("role", ["owner", ""])
def test_a_role_that_there_is_not_is_refused(page, editor, role):
    act(page, "give_role", editor, role=role)

    assert "Choose a role." in show(page)
    assert place_of(editor).role == Role.EDITOR


def test_who_gives_the_managing_away_still_sees_the_people(page, workspace, editor):
    make_member(workspace)

    act(page, "give_role", editor, role="viewer")

    shown = show(page)
    assert "now has the role: Viewer" in shown
    assert "Add the person" not in shown


def test_the_last_who_manages_is_told_what_to_do_first(page, editor):
    act(page, "give_role", editor, role="viewer")

    assert "Make somebody else an editor or administrator first." in show(page)


def test_an_end_is_undone_by_the_button_of_the_next_page(page, workspace):
    person = make_member(workspace)

    ended = act(page, "end_person", person)
    shown = show(page, ended["Location"])
    assert f"<bdi>{person.username}</bdi> can no longer come in." in shown
    assert "No longer here" in shown
    act(page, "add_person_again", person)

    assert "No longer here" not in show(page)
    assert place_of(person).ended_at is None


def test_nobody_has_a_button_to_end_themselves_and_none_who_sends_it_is_ended(page, editor):
    assert reverse("ui:end_person", args=[place_of(editor).pk]) not in show(page)

    act(page, "end_person", editor)

    assert "Nobody ends their own place" in show(page)


def test_who_ends_a_person_is_told_of_the_keys_that_stay(page, workspace):
    person = make_member(workspace)
    assert "Keys that they made stay open" not in show(page)

    create_api_key(workspace=workspace, name="Archive", scopes=[], created_by=person)

    assert "Keys that they made stay open" in show(page)


def test_a_new_password_is_shown_once(page, client, workspace):
    person = make_member(workspace)

    answer = act(page, "give_password", person)

    password = answer.context["shown_password"]
    assert password in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert client.login(username=person.username, password=password)


def test_who_gives_themselves_a_password_stays_logged_in(page, editor):
    act(page, "give_password", editor)

    assert page.get(PEOPLE).status_code == 200


@pytest.mark.parametrize("role", [Role.VIEWER, Role.CONTRIBUTOR, Role.FACT_CHECKER])
def test_who_does_not_manage_sees_the_people_and_no_forms(client, workspace, editor, role):
    client.force_login(make_member(workspace, role))

    shown = show(client)
    assert f"<bdi>{editor.username}</bdi>" in shown
    assert "logged in" not in shown
    assert "/settings/people/" not in shown.split("<main", 1)[1]
    acts = ["give_role", "give_password", "end_person", "add_person_again"]
    assert {act(client, name, editor, role="viewer").status_code for name in acts} == {403}
    assert client.post(ADD, {"username": "sara", "role": "editor"}).status_code == 403


def test_people_of_another_workspace_are_not_here(page):
    stranger = make_member(make_workspace("Elsewhere"))

    acts = ["give_role", "give_password", "end_person", "add_person_again"]
    assert {act(page, name, stranger, role="viewer").status_code for name in acts} == {404}
    assert stranger.username not in show(page)


def test_the_log_names_a_person_who_was_ended(page, workspace):
    person = make_member(workspace)
    act(page, "end_person", person)

    shown = page.get(reverse("ui:log")).content.decode()

    assert "A person&#x27;s place was ended" in shown
    assert f'href="{PEOPLE}"><bdi>{person.username}</bdi>' in shown


def test_the_page_costs_the_same_however_many_people(page, workspace, django_assert_max_num_queries):
    for _ in range(8):
        make_member(workspace)

    with django_assert_max_num_queries(9):
        show(page)


def test_the_page_speaks_arabic(client, workspace):
    client.force_login(make_member(workspace, language="ar"))

    shown = show(client)

    assert "الأشخاص" in shown
    assert "Add the person" not in shown


def test_a_person_chooses_their_own_password_in_the_settings_and_stays(page, editor):
    said = {"present": PASSWORD, "password": "another password altogether"}

    page.post(reverse("ui:keep_password"), said)

    assert "Your new password holds" in show(page, reverse("ui:settings"))
    assert User.objects.get(pk=editor.pk).check_password(said["password"])


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"present": "wrong", "password": "another password altogether"}, "not your present password"),
        ({"present": PASSWORD, "password": "short"}, "not good enough"),
    ],
)
def test_a_password_that_is_refused_changes_nothing(page, editor, said, told):
    answer = page.post(reverse("ui:keep_password"), said)

    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert User.objects.get(pk=editor.pk).check_password(PASSWORD)


@pytest.fixture
def judged(workspace, editor):
    claim = make_claim(make_article(workspace), "the bridge is open", chain=("the mayor",))
    record_verdict(claim=claim, rating="false", reasoning="It is shut.", user=editor)
    return claim


def test_a_claim_says_that_nobody_else_may_confirm_and_where_to_add_somebody(page, workspace, judged):
    address = reverse("claims:claim", args=[judged.pk])
    make_member(workspace, Role.CONTRIBUTOR)

    shown = show(page, address)
    assert ALONE in shown
    assert f'href="{PEOPLE}#add"' in shown

    make_member(workspace, Role.FACT_CHECKER)
    assert ALONE not in show(page, address)


def test_somebody_who_was_ended_is_no_second_person(page, workspace, judged):
    second = make_member(workspace)
    act(page, "end_person", second)

    assert ALONE in show(page, reverse("claims:claim", args=[judged.pk]))


def test_a_confirmed_verdict_waits_for_nobody(page, workspace, judged):
    second = make_member(workspace)
    review_verdict(verdict=judged.verdicts.get(), user=second, agrees=True)
    act(page, "end_person", second)

    assert ALONE not in show(page, reverse("claims:claim", args=[judged.pk]))


def test_who_does_not_manage_is_told_whom_to_ask(client, workspace, judged):
    client.force_login(make_member(workspace, Role.VIEWER))

    shown = show(client, reverse("claims:claim", args=[judged.pk]))

    assert "Ask an editor or administrator to add somebody." in shown
    assert f'href="{PEOPLE}#add"' not in shown
