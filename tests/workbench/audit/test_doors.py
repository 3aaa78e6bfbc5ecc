"""Who came in, who could not, which keys were made: in the log, and nothing secret with it."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from tests.factories import PASSWORD, make_article, make_job, make_member, make_workspace
from workbench.accounts.attempts import MOST_FAILURES
from workbench.accounts.models import ApiKey, Membership, Role
from workbench.audit.models import Event
from workbench.jobs.models import JobState
from workbench.jobs.services import retry_job

LOGIN = reverse("ui:login")


@pytest.fixture(autouse=True)
def _nothing_remembered():
    cache.clear()


def log_in(client, username, password=PASSWORD):
    return client.post(LOGIN, {"username": username, "password": password})


def told(workspace):
    return list(Event.objects.filter(workspace=workspace).values_list("actor", "action", "payload"))


def test_a_login_is_logged_in_each_workspace_of_the_person(client, workspace, editor):
    other, strange = make_workspace("Other"), make_workspace("Strange")
    Membership.objects.create(workspace=other, user=editor, role=Role.VIEWER)

    log_in(client, editor.username)

    entry = [(f"user:{editor.pk}", "login.succeeded", {})]
    assert (told(workspace), told(other), told(strange)) == (entry, entry, [])


def test_a_members_failed_login_is_logged_where_they_belong(client, workspace, editor):
    strange = make_workspace("Strange")

    log_in(client, editor.username, "not the password")

    assert told(workspace) == [("stranger", "login.failed", {"user": f"user:{editor.pk}"})]
    assert told(strange) == []


def test_what_a_stranger_typed_is_never_in_the_log(client, workspace):
    log_in(client, "hunter2-typed-as-a-name", "not the password")

    [event] = Event.objects.all()
    assert (event.actor, event.action, event.payload) == ("stranger", "login.failed", {})
    assert "hunter2" not in event.canonical
    assert "password" not in event.canonical


def test_strangers_cannot_fill_the_log(client, workspace):
    for number in range(MOST_FAILURES + 5):
        log_in(client, f"name-{number}", "wrong")

    assert Event.objects.count() == MOST_FAILURES


def test_a_paused_login_is_not_logged_again(client, workspace, editor):
    for _ in range(MOST_FAILURES + 3):
        log_in(client, editor.username, "wrong")

    assert Event.objects.count() == MOST_FAILURES


def test_a_key_is_logged_when_it_is_made_and_closed_and_never_itself(client, workspace, editor):
    client.force_login(editor)

    answer = client.post(reverse("ui:make_key"), {"name": "Archive", "scopes": ["read"]})
    row = ApiKey.objects.get()
    for _ in range(2):
        client.post(reverse("ui:revoke_key", args=[row.pk]))

    made, closed = Event.objects.all()
    assert (made.action, made.object_id) == ("api_key.made", row.pk)
    assert made.payload == {"name": "Archive", "prefix": row.prefix, "scopes": ["read"], "expires_at": None}
    assert (closed.action, closed.actor) == ("api_key.revoked", f"user:{editor.pk}")
    secret = answer.context["shown_key"].split("_", 2)[2]
    assert secret not in made.canonical + closed.canonical
    assert row.secret_sha256 not in made.canonical


@pytest.fixture
def article(workspace):
    return make_article(workspace)


@pytest.mark.parametrize(
    ("name", "state", "action"),
    [("retry_job", JobState.DEAD, "job.retried"), ("cancel_job", JobState.QUEUED, "job.cancelled")],
)
def test_what_people_do_with_jobs_is_logged_once(client, article, name, state, action):
    person = make_member(article.workspace)
    client.force_login(person)
    job = make_job(article, "claims.link", state)

    for _ in range(2):
        client.post(reverse(f"ui:{name}", args=[job.pk]))

    [event] = Event.objects.filter(object_kind="job")
    assert (event.action, event.actor, event.object_id) == (action, f"user:{person.pk}", job.pk)
    assert event.payload == {"kind": "claims.link", "subject": str(article.pk)}


def test_what_the_machine_does_with_jobs_is_not_logged(article):
    retry_job(job=make_job(article, "claims.link", JobState.DEAD))

    assert not Event.objects.filter(object_kind="job").exists()
