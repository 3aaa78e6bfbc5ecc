"""Anchors, verification and export of the stored log."""

import json
import stat
import uuid

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction

from tests.factories import make_workspace
from workbench.audit.anchoring import anchor_log, anchors_file
from workbench.audit.keys import anchor_key
from workbench.audit.models import Anchor, Event, Verification
from workbench.audit.services import record_event
from workbench.audit.tasks import anchor_logs
from workbench.audit.verifier import Kind, verify_export
from workbench.audit.verifying import export_log, verify_log


@pytest.fixture(autouse=True)
def state(settings, tmp_path):
    settings.STATE_DIR = tmp_path / "state"
    return settings.STATE_DIR


def record(workspace, count=1):
    for place in range(count):
        record_event(
            workspace=workspace,
            actor="user:1",
            action="claim.accepted",
            target=("claim", uuid.uuid4()),
            payload={"place": place},
        )


def as_owner(*statements):
    """Do what only somebody who rules over the database can do: switch the triggers off, and on again."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET session_replication_role = replica")
        for statement in statements:
            cursor.execute(statement)
        cursor.execute("SET session_replication_role = DEFAULT")


def test_an_anchor_holds_length_and_head_and_is_added_to_the_file(workspace):
    record(workspace, 3)

    row = anchor_log(workspace)

    last = Event.objects.latest("number")
    assert (row.length, row.head, row.since) == (3, last.hash, 0)
    [line] = anchors_file(workspace).read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["signature"] == row.signature


def test_a_log_that_stands_still_gets_no_second_anchor(workspace):
    assert anchor_log(workspace) is None
    record(workspace)
    assert anchor_log(workspace) is not None
    assert anchor_log(workspace) is None
    record(workspace, 2)
    assert anchor_log(workspace).since == 1


def test_the_key_is_made_once_and_is_its_owners_alone(state, settings):
    key = anchor_key()

    assert key == anchor_key()
    assert len(key) >= 48
    assert stat.S_IMODE((state / "anchor-key").stat().st_mode) == 0o600
    assert [path.name for path in state.iterdir()] == ["anchor-key"]
    settings.ANCHOR_KEY = "from the environment"
    assert anchor_key() == b"from the environment"


def test_the_database_refuses_an_anchor_of_what_never_was(workspace):
    record(workspace)
    row = anchor_log(workspace)
    row.pk, row.length = uuid.uuid4(), 9

    with pytest.raises(IntegrityError, match="cannot be anchored"), transaction.atomic():
        row.save(force_insert=True)


@pytest.mark.parametrize(
    "change", [lambda rows: rows.update(head="f" * 64), lambda rows: rows.delete()], ids=["change", "delete"]
)
def test_the_database_refuses_to_change_an_anchor(workspace, change):
    record(workspace)
    anchor_log(workspace)

    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        change(Anchor.objects.all())


def test_a_verification_is_kept(workspace):
    record(workspace, 4)

    report = verify_log(workspace)

    kept = Verification.objects.get()
    assert report.broken is None
    assert (kept.length, kept.broken_at, kept.kind) == (4, None, "")


def test_a_long_log_is_read_in_batches(workspace, monkeypatch):
    monkeypatch.setattr("workbench.audit.selectors.BATCH", 3)
    record(workspace, 8)

    assert verify_log(workspace).length == 8


def test_a_change_behind_the_databases_back_is_found_and_kept(workspace):
    record(workspace, 4)
    as_owner("UPDATE audit_event SET actor = 'nobody' WHERE number = 3")

    report = verify_log(workspace)

    assert (report.broken.number, report.broken.kind) == (3, Kind.COLUMN)
    kept = Verification.objects.get()
    assert (kept.broken_at, kept.kind) == (3, "column_differs")


def cut_tail(workspace):
    before = Event.objects.get(number=3)
    as_owner(
        "DELETE FROM audit_event WHERE number > 3",
        f"UPDATE audit_eventchain SET length = 3, head = '{before.hash}'",
    )


def test_a_cut_tail_is_found_by_the_anchor_in_the_database(workspace):
    record(workspace, 5)
    anchor_log(workspace)
    cut_tail(workspace)

    report = verify_log(workspace)

    assert (report.broken.number, report.broken.kind) == (4, Kind.TAIL_CUT)


@pytest.mark.parametrize("kept_elsewhere", [False, True])
def test_a_cut_tail_is_found_by_the_file_where_the_rows_are_gone_too(workspace, tmp_path, kept_elsewhere):
    record(workspace, 5)
    anchor_log(workspace)
    cut_tail(workspace)
    as_owner("DELETE FROM audit_anchor")
    copy = tmp_path / "copy.jsonl"
    if kept_elsewhere:
        anchors_file(workspace).rename(copy)

    report = verify_log(workspace, kept=copy if kept_elsewhere else None)

    assert (report.broken.number, report.broken.kind) == (4, Kind.TAIL_CUT)


def test_every_night_each_log_is_verified_and_anchored_but_no_broken_one(workspace):
    other = make_workspace("Other")
    record(workspace, 2)
    record(other, 2)
    as_owner(f"UPDATE audit_event SET actor = 'nobody' WHERE workspace_id = '{other.pk}' AND number = 2")

    anchor_logs()

    assert [row.workspace for row in Anchor.objects.all()] == [workspace]
    assert Verification.objects.get(workspace=other).broken_at == 2


def test_an_export_is_anchored_and_verifies(workspace, tmp_path):
    record(workspace, 3)
    path = tmp_path / "log.jsonl"

    assert export_log(workspace, path) == 3

    report = verify_export(path, anchors=anchors_file(workspace), key=anchor_key())
    assert (report.broken, report.length, report.anchors, report.signatures) == (None, 3, 1, 1)


def test_the_command_exports_the_only_workspace_and_says_where_the_anchors_are(workspace, tmp_path, capsys):
    record(workspace, 3)

    call_command("export_log", str(tmp_path / "log.jsonl"))

    told = capsys.readouterr().out
    assert "3 events" in told
    assert str(anchors_file(workspace)) in told


def test_the_command_asks_which_workspace(workspace, tmp_path):
    make_workspace("Other")

    with pytest.raises(CommandError, match="Name a workspace with --workspace"):
        call_command("export_log", str(tmp_path / "log.jsonl"))


def test_a_folder_that_is_not_there_is_told(workspace, tmp_path):
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("export_log", str(tmp_path / "nowhere" / "log.jsonl"))


def test_verify_log_says_that_a_log_is_whole(guarded, workspace, capsys):
    record(workspace, 3)

    call_command("verify_log")

    assert "Whole: 3 events" in capsys.readouterr().out


def test_verify_log_ends_with_status_one_at_a_broken_log(guarded, workspace, capsys):
    record(workspace, 3)
    as_owner("DELETE FROM audit_event WHERE number = 2")

    with pytest.raises(SystemExit) as ended:
        call_command("verify_log", workspace=workspace.slug)

    assert ended.value.code == 1
    assert "BROKEN. Event 2: removed" in capsys.readouterr().out


def test_verify_log_tells_of_a_guard_that_is_off(workspace, capsys):
    with pytest.raises(SystemExit):
        call_command("verify_log")

    assert "events_are_never_truncated is missing" in capsys.readouterr().out


def test_verify_log_knows_no_other_workspace(guarded, workspace):
    with pytest.raises(CommandError, match="no such workspace: elsewhere"):
        call_command("verify_log", workspace="elsewhere")
