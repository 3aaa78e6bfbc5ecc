"""The log's page: every event in words, newest first, and whether the log is whole."""

import ast
import re
import uuid

import pytest
from django.urls import reverse
from django.utils.translation import override

from claims.services.verdicts import record_verdict
from sources.services import bursts, errata, outcomes, set_owner
from tests.architecture.project import CHECKOUT, modules
from tests.factories import make_article, make_claim, make_member, make_source, make_workspace
from workbench.accounts.models import Role
from workbench.audit.anchoring import anchor_log
from workbench.audit.models import Event, Verification
from workbench.audit.services import record_event
from workbench.audit.verifying import verify_log
from workbench.ui.event_words import ACTS, FACTS

LOG = reverse("ui:log")


@pytest.fixture
def page(client, editor, settings, tmp_path):
    settings.STATE_DIR = tmp_path
    client.force_login(editor)
    return client


def show(client, **asked):
    return client.get(LOG, asked).content.decode()


def record(workspace, action="claim.accepted", **more):
    return record_event(workspace=workspace, actor="machine", action=action, target=("claim", None), **more)


def test_an_empty_log_says_what_will_be_in_it(page):
    shown = show(page)

    assert "Nothing has happened yet" in shown
    assert "The log was not verified yet." in shown


def test_an_event_is_told_in_words_with_number_hash_and_the_way_to_its_object(page, workspace, editor):
    claim = make_claim(make_article(workspace), "the bridge is open", chain=("the mayor",))
    record_verdict(claim=claim, rating="false", reasoning="It is shut.", user=editor)

    shown = show(page)

    event = Event.objects.get(action="verdict.recorded")
    assert "A verdict was recorded" in shown
    assert f'href="{reverse("claims:claim", args=[claim.pk])}"><bdi>the bridge is open</bdi>' in shown
    assert f"<bdi>{editor.username}</bdi>" in shown
    assert f'id="event-{event.number}"' in shown
    assert event.hash in shown
    assert "<dt>Verdict</dt><dd><bdi>False</bdi></dd>" in shown


def test_the_newest_event_comes_first_and_pages_follow(page, workspace):
    for _ in range(60):
        record(workspace)

    numbers = [int(number) for number in re.findall(r'id="event-(\d+)"', show(page))]
    assert numbers == list(range(60, 10, -1))
    assert 'id="event-10"' in show(page, page=2)


def test_events_are_found_by_act_by_object_and_by_one_object(page, workspace, editor):
    one, other = make_source(workspace, "Harbour Post"), make_source(workspace, "Coast Daily")
    for source in (one, other):
        set_owner(source=source, owner="Quay House", actor=f"user:{editor.pk}")
    record(workspace)

    def acts(**asked):
        return len(re.findall(r'id="event-', show(page, **asked)))

    assert acts() == 3
    assert acts(act="source.owner_set") == 2
    assert acts(kind="claim") == 1
    assert acts(about=str(one.pk)) == 1
    assert acts(about="no identifier") == 3
    assert "No such event" in show(page, act="login.failed")


def test_an_object_that_is_gone_and_an_act_that_no_page_knows_are_told_all_the_same(page, workspace):
    record_event(
        workspace=workspace,
        actor="key:0198c0de-0000-7000-8000-000000000001",
        action="moon.landed",
        target=("claim", uuid.uuid4()),
        payload={"odd": [1, {"deep": None}]},
    )

    shown = show(page)

    assert "moon.landed" in shown
    assert "(no longer there)" in shown


def test_hostile_words_are_shown_as_text(page, workspace):
    record(workspace, payload={"note": "<script>alert(1)</script>"})

    shown = show(page)
    assert "<script>alert" not in shown
    assert "&lt;script&gt;alert(1)" in shown


def test_the_page_says_that_the_log_is_whole_and_anchored(page, workspace):
    record(workspace)
    verify_log(workspace)
    anchor = anchor_log(workspace)

    shown = show(page)

    assert "The log is whole: 1 event verified." in shown
    assert "Anchored at event 1" in shown
    assert anchor.head in shown


def test_the_page_raises_an_alarm_at_a_broken_log(page, workspace):
    record(workspace)
    Verification.objects.create(
        workspace=workspace, verified_at="2026-05-04T10:00Z", length=0, broken_at=1, kind="tail_cut"
    )

    shown = show(page)

    assert 'role="alert"' in shown
    assert "The log is broken at event 1: the log was cut off before it." in shown


@pytest.mark.parametrize(
    ("role", "status"), [(Role.VIEWER, 403), (Role.FACT_CHECKER, 403), (Role.EDITOR, 200), (Role.ADMIN, 200)]
)
def test_the_log_is_for_those_who_answer_for_the_workspace(client, workspace, role, status):
    client.force_login(make_member(workspace, role))

    assert client.get(LOG).status_code == status


def test_another_workspaces_events_and_people_are_not_here(page, workspace):
    other = make_workspace("Other")
    stranger = make_member(other)
    record(other, payload={"note": "theirs"})
    record_event(
        workspace=workspace, actor=f"user:{stranger.pk}", action="claim.accepted", target=("claim", None)
    )

    shown = show(page)

    assert "theirs" not in shown
    assert stranger.username not in shown


def test_the_page_costs_the_same_however_many_events(page, workspace, editor, django_assert_max_num_queries):
    for number in range(12):
        source = make_source(workspace, f"Outlet {number}")
        set_owner(source=source, owner="Quay House", actor=f"user:{editor.pk}")

    with django_assert_max_num_queries(14):
        show(page)


def test_the_log_speaks_arabic(client, workspace, settings, tmp_path):
    settings.STATE_DIR = tmp_path
    client.force_login(make_member(workspace, language="ar"))
    record(workspace)

    shown = client.get(LOG).content.decode()

    with override("ar"):
        assert str(ACTS["claim.accepted"]) in shown
    assert "A claim was accepted" not in shown


ACT = re.compile(r"[a-z_]+\.[a-z_]+")


def is_logging(call):
    return isinstance(call, ast.Call) and re.search("record_event|log", getattr(call.func, "id", ""))


def literal_actions():
    """Return the acts that services name in so many words, where they log or hand on what is logged."""
    found = set()
    for path in modules():
        if path.parts[0] not in {"claims", "sources", "workbench"}:
            continue
        for node in ast.walk(ast.parse((CHECKOUT / path).read_text(encoding="utf-8"))):
            if is_logging(node):
                named = [*node.args, *(word.value for word in node.keywords if word.arg == "action")]
                words = [word.value for word in named if isinstance(word, ast.Constant)]
                found |= {word for word in words if isinstance(word, str) and ACT.fullmatch(word)}
    return found


def test_every_act_that_is_logged_has_its_words():
    found = literal_actions()

    assert {"verdict.recorded", "verdict.withdrawn", "login.failed", "erratum.recorded"} <= found
    assert found - set(ACTS) == set(), "add them to workbench/ui/event_words.py"


def test_each_reason_for_which_an_outcome_falls_has_words():
    causes = {"verdict", "review", "story", errata.CAUSE, bursts.RELEASED, outcomes.LEFT_OUT}

    assert causes <= set(FACTS["cause"][1])
