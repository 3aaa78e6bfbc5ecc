"""Who belongs to a workspace: each change acts at once, is in the log, and leaves somebody who manages."""

import re
import threading
from concurrent.futures import ThreadPoolExecutor
from io import StringIO

import pytest
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.db import connection
from django.urls import reverse

from tests.factories import PASSWORD, make_member, make_workspace
from workbench.accounts.errors import (
    LastManager,
    LoginNameTaken,
    MembershipOver,
    NotALoginName,
    OwnMembership,
    PasswordOfAnother,
    UnknownRole,
    WeakPassword,
    WrongPassword,
)
from workbench.accounts.models import Membership, Role, User
from workbench.accounts.services import new_password
from workbench.audit.members import (
    add_member,
    add_member_again,
    change_role,
    choose_own_password,
    end_membership,
    set_member_password,
)
from workbench.audit.models import Event

OTHER = "another password altogether"


@pytest.fixture(autouse=True)
def _nothing_remembered():
    cache.clear()


def place_of(person, workspace):
    return Membership.objects.get(user=person, workspace=workspace)


def add(workspace, username="sara", password=PASSWORD, role=Role.FACT_CHECKER, by=None):
    return add_member(workspace=workspace, username=username, password=password, role=role, by=by)


def comes_in(client, username, password=PASSWORD):
    client.logout()
    answer = client.post(reverse("ui:login"), {"username": username, "password": password})
    return answer.status_code == 302


def told(workspace):
    return list(Event.objects.filter(workspace=workspace).values_list("actor", "action", "payload"))


def test_whoever_is_added_comes_in_and_the_log_says_who_added_them(client, workspace, editor):
    added = add(workspace, by=editor)

    assert comes_in(client, "sara")
    event = Event.objects.get(action="member.added")
    assert (event.actor, event.object_kind, event.object_id) == (
        f"user:{editor.pk}",
        "membership",
        added.pk,
    )
    assert event.payload == {"member": f"user:{added.user_id}", "role": "fact_checker"}


def test_no_password_is_ever_in_the_log(workspace, editor):
    added = add(workspace, by=editor)
    set_member_password(membership=added, password=OTHER, by=editor)

    written = " ".join(Event.objects.values_list("canonical", flat=True))
    added.user.refresh_from_db()
    assert len(told(workspace)) == 2
    for secret in (PASSWORD, OTHER, added.user.password):
        assert secret not in written


@pytest.mark.parametrize("name", ["", "   ", "sara lee", "sara<b>", "s" * 151], ids=repr)
def test_what_is_no_login_name_is_refused(workspace, name):
    with pytest.raises(NotALoginName):
        add(workspace, name)

    assert not User.objects.exists()


@pytest.mark.parametrize("name", ["sara", "SARA", " sara "])
def test_a_login_name_belongs_to_one_person_in_all_workspaces(workspace, name):
    add(make_workspace("Other"))

    with pytest.raises(LoginNameTaken):
        add(workspace, name)

    assert told(workspace) == []


@pytest.mark.parametrize("password", ["short", "password1234", "sara-of-the-harbour"])
def test_a_password_that_is_easily_guessed_is_refused(workspace, password):
    with pytest.raises(WeakPassword):
        add(workspace, "sara-of-the-harbour", password)

    assert not User.objects.exists()


def test_a_role_that_nobody_can_have_is_refused(workspace, editor):
    with pytest.raises(UnknownRole):
        add(workspace, role="owner")
    with pytest.raises(UnknownRole):
        change_role(membership=place_of(editor, workspace), role="owner", by=editor)


def test_passwords_made_by_chance_differ_and_can_be_read_out():
    made = {new_password() for _ in range(50)}

    assert len(made) == 50
    assert all(re.fullmatch(r"(?:[a-km-np-z2-9]{4}-){3}[a-km-np-z2-9]{4}", one) for one in made)


def test_another_role_acts_at_once_and_is_logged_with_the_one_before(client, workspace, editor):
    viewer = make_member(workspace, Role.VIEWER)
    client.force_login(viewer)
    assert client.get(reverse("ui:log")).status_code == 403

    change_role(membership=place_of(viewer, workspace), role=Role.EDITOR, by=editor)

    assert client.get(reverse("ui:log")).status_code == 200
    facts = {"member": f"user:{viewer.pk}", "role": "editor", "role_before": "viewer"}
    assert told(workspace) == [(f"user:{editor.pk}", "member.role_changed", facts)]


def test_the_same_role_again_is_no_event(workspace, editor):
    change_role(membership=place_of(editor, workspace), role=Role.EDITOR, by=editor)

    assert told(workspace) == []


def test_whoever_is_ended_is_out_at_once_and_cannot_come_in_again(client, workspace, editor):
    person = make_member(workspace)
    client.force_login(person)

    end_membership(membership=place_of(person, workspace), by=editor)

    assert client.get(reverse("ui:inbox")).status_code == 403
    assert client.get("/api/v1/sources").status_code == 403
    assert not comes_in(client, person.username)
    assert ("member.ended", {"member": f"user:{person.pk}", "role": "editor"}) in [
        (action, facts) for _actor, action, facts in told(workspace)
    ]


def test_whoever_is_ended_in_one_workspace_still_comes_into_the_other(client, workspace, editor):
    person, other = make_member(workspace), make_workspace("Other")
    Membership.objects.create(workspace=other, user=person, role=Role.VIEWER)

    end_membership(membership=place_of(person, workspace), by=editor)

    assert comes_in(client, person.username)
    assert client.get(reverse("ui:inbox")).context["membership"].workspace == other
    assert ("login.succeeded") not in [action for _, action, _ in told(workspace)]


def test_whoever_is_added_again_has_role_and_password_of_before(client, workspace, editor):
    person = make_member(workspace, Role.CONTRIBUTOR)
    place = place_of(person, workspace)
    end_membership(membership=place, by=editor)

    for _ in range(2):
        add_member_again(membership=place, by=editor)

    assert comes_in(client, person.username)
    assert place_of(person, workspace).role == Role.CONTRIBUTOR
    again = [facts for _actor, action, facts in told(workspace) if action == "member.added"]
    assert again == [{"member": f"user:{person.pk}", "role": "contributor", "again": True}]


@pytest.mark.parametrize("role", [Role.EDITOR, Role.ADMIN])
def test_the_last_who_manages_is_neither_ended_nor_demoted(workspace, role):
    last = make_member(workspace, role)
    checker = make_member(workspace, Role.FACT_CHECKER)
    place = place_of(last, workspace)

    with pytest.raises(LastManager) as refused:
        change_role(membership=place, role=Role.FACT_CHECKER, by=last)
    with pytest.raises(LastManager):
        end_membership(membership=place, by=checker)

    assert "Make somebody else an editor or administrator first." in str(refused.value)
    place.refresh_from_db()
    assert (place.role, place.ended_at) == (role, None)
    assert told(workspace) == []


def test_a_manager_who_was_ended_is_nobody_who_could_manage(workspace, editor):
    other = make_member(workspace)
    end_membership(membership=place_of(other, workspace), by=editor)

    with pytest.raises(LastManager):
        change_role(membership=place_of(editor, workspace), role=Role.VIEWER, by=editor)


def test_the_last_editor_may_become_administrator(workspace, editor):
    change_role(membership=place_of(editor, workspace), role=Role.ADMIN, by=editor)

    assert place_of(editor, workspace).role == Role.ADMIN


@pytest.mark.django_db(transaction=True)
def test_two_who_end_each_other_at_once_leave_one_who_manages():
    workspace = make_workspace()
    one, other = make_member(workspace), make_member(workspace)
    together = threading.Barrier(2)

    def end(whom, by):
        try:
            membership = place_of(whom, workspace)
            together.wait(timeout=10)
            end_membership(membership=membership, by=by)
        except (LastManager, MembershipOver) as refused:
            return type(refused)
        finally:
            connection.close()
        return None

    with ThreadPoolExecutor(2) as pool:
        ends = [pool.submit(end, one, other), pool.submit(end, other, one)]
        came = [one.result() for one in ends]

    assert set(came) == {None, LastManager}
    assert Membership.objects.filter(ended_at=None).count() == 1


def test_nobody_ends_themselves(workspace, editor):
    make_member(workspace)

    with pytest.raises(OwnMembership):
        end_membership(membership=place_of(editor, workspace), by=editor)

    assert place_of(editor, workspace).ended_at is None


def test_a_place_that_is_over_is_not_changed(workspace, editor):
    place = place_of(make_member(workspace), workspace)
    end_membership(membership=place, by=editor)

    with pytest.raises(MembershipOver):
        end_membership(membership=place, by=editor)
    with pytest.raises(MembershipOver):
        change_role(membership=place, role=Role.VIEWER, by=editor)
    with pytest.raises(MembershipOver):
        set_member_password(membership=place, password=OTHER, by=editor)


def test_a_new_password_opens_the_old_one_does_not_and_sessions_end(client, workspace, editor):
    person = make_member(workspace)
    client.force_login(person)

    set_member_password(membership=place_of(person, workspace), password=OTHER, by=editor)

    assert client.get(reverse("ui:inbox")).status_code == 302
    assert not comes_in(client, person.username)
    assert comes_in(client, person.username, OTHER)


def test_no_workspace_sets_the_password_of_somebody_known_in_another(workspace, editor):
    person = make_member(workspace)
    Membership.objects.create(workspace=make_workspace("Other"), user=person, role=Role.EDITOR)

    with pytest.raises(PasswordOfAnother):
        set_member_password(membership=place_of(person, workspace), password=OTHER, by=editor)

    assert User.objects.get(pk=person.pk).check_password(PASSWORD)


def test_a_person_chooses_a_password_that_only_they_know(workspace, editor):
    place = place_of(editor, workspace)

    with pytest.raises(WrongPassword):
        choose_own_password(membership=place, present="not it", password=OTHER)
    with pytest.raises(WeakPassword):
        choose_own_password(membership=place, present=PASSWORD, password="short")
    choose_own_password(membership=place, present=PASSWORD, password=OTHER)

    assert User.objects.get(pk=editor.pk).check_password(OTHER)
    facts = {"member": f"user:{editor.pk}"}
    assert told(workspace) == [(f"user:{editor.pk}", "member.password_set", facts)]


def test_the_command_adds_a_person_and_prints_the_password_once(client, workspace):
    printed = StringIO()

    call_command("add_member", "sara", "--role", "fact_checker", stdout=printed)

    [password] = re.findall(r"shown once: (\S+)", printed.getvalue())
    assert comes_in(client, "sara", password)
    assert told(workspace)[0][:2] == ("operator", "member.added")


def test_the_command_names_the_workspaces_where_there_are_several(workspace):
    other = make_workspace("Other")

    with pytest.raises(CommandError, match=other.slug):
        call_command("add_member", "sara", "--role", "viewer")
    call_command("add_member", "sara", "--role", "viewer", "--workspace", other.slug, stdout=StringIO())

    assert Membership.objects.get().workspace == other


def test_the_command_says_what_to_do_where_it_is_refused(workspace):
    with pytest.raises(CommandError, match="Use letters, digits"):
        call_command("add_member", "sara lee", "--role", "viewer")
