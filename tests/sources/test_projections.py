"""Outcomes are what the log says of them, and the database keeps them so."""

from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from sources.models import Estimate, Outcome, SourceMerge
from sources.reliability.automatic import AutomaticEvidence
from sources.selectors.guards import KEPT
from sources.services import merge_sources, restate_outcomes, split_source, supersede_outcomes
from sources.services.estimates import keep_estimates
from sources.services.projections import DifferenceKind, differences
from tests.factories import make_record, make_source


@pytest.fixture
def outlet(workspace):
    source = make_source(workspace, "Harbour Post")
    make_record(source, "true", "false", "mixed")
    return source


def as_owner(statement):
    """Do what only somebody who rules over the database can do."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(statement)
        cursor.execute("SET session_replication_role = DEFAULT")


def kinds(workspace):
    return [(found.kind, found.fields) for found in differences(workspace)]


def test_outcomes_made_anew_from_the_events_are_those_of_the_table(workspace, outlet):
    rows = list(Outcome.objects.all())
    restate_outcomes(rows=rows[:1], actor="user:1", cause="erratum", corrected_on=timezone.localdate())
    supersede_outcomes(workspace=workspace, verdict_id=rows[1].verdict_id, actor="user:1")

    assert Outcome.objects.count() == 4
    assert differences(workspace) == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ("rating = 'true'", "rating"),
        ("recorded_at = recorded_at - interval '1 day'", "recorded_at"),
        ("settled_on = settled_on - 1", "settled_on"),
        ("reviewer = ''", "reviewer"),
        ("superseded_at = now()", "superseded_at"),
        (f"verdict_id = '{uuid4()}'", "verdict_id"),
    ],
    ids=lambda words: words.split(" ")[0],
)
def test_an_outcome_that_was_changed_is_found(workspace, outlet, change, field):
    as_owner(f"UPDATE sources_outcome SET {change} WHERE rating = 'false'")

    assert kinds(workspace) == [(DifferenceKind.DIFFERS, (field,))]


def test_an_outcome_that_is_gone_is_found_with_its_event(workspace, outlet):
    as_owner("DELETE FROM sources_outcome WHERE rating = 'false'")

    [found] = differences(workspace)
    assert found.kind == DifferenceKind.MISSING
    assert found.number == 2


def test_an_outcome_without_an_event_is_found(workspace, outlet):
    row = Outcome.objects.get(rating="false")
    row.pk, row.verdict_id = uuid4(), uuid4()
    row.save(force_insert=True)

    assert kinds(workspace) == [(DifferenceKind.UNKNOWN, ())]


def test_verify_log_holds_the_outcomes_against_the_events(guarded, workspace, capsys, settings, tmp_path):
    settings.STATE_DIR = tmp_path
    make_record(make_source(workspace, "Harbour Post"), "true", "false")
    call_command("verify_log", replay=True)
    assert "Outcomes, estimates and merges are what the log says." in capsys.readouterr().out

    as_owner("UPDATE sources_outcome SET rating = 'true'")
    with pytest.raises(SystemExit):
        call_command("verify_log", replay=True)
    told = capsys.readouterr().out
    assert "differs: rating" in told
    assert "1 entries differ from the log." in told


@pytest.fixture
def estimate(workspace, outlet):
    agreement = {str(outlet.pk): AutomaticEvidence(1.0, 2.0, 0.5)}
    keep_estimates(workspace=workspace, agreement=agreement, as_of=timezone.now())
    return Estimate.objects.get()


@pytest.fixture
def merge(workspace, outlet):
    second = make_source(workspace, "Harbour Post Online")
    return merge_sources(source=second, into=outlet, actor="user:1", reason="same masthead").row


def test_estimates_and_merges_are_what_their_events_say(workspace, estimate, merge):
    split_source(source=merge.source, actor="user:2")

    assert differences(workspace) == []


@pytest.mark.parametrize(
    ("change", "fields"),
    [
        ("sources_estimate SET prior_mean = 0.9", ("prior_mean",)),
        ("sources_estimate SET topics = '{\"sport\": 0.9}'", ("topics",)),
        ("sources_estimate SET recorded_at = recorded_at - interval '1 day'", ("recorded_at",)),
        ("sources_sourcemerge SET merged_at = merged_at - interval '1 day'", ("merged_at",)),
        ("sources_sourcemerge SET reason = 'other'", ("reason",)),
        ("sources_source SET merged_into_id = NULL", ("merged_into",)),
    ],
    ids=str,
)
def test_an_estimate_or_merge_that_was_changed_is_found(workspace, estimate, merge, change, fields):
    as_owner(f"UPDATE {change}")

    assert kinds(workspace) == [(DifferenceKind.DIFFERS, fields)]


def test_an_estimate_without_an_event_and_an_event_without_its_estimate_are_found(workspace, estimate):
    as_owner(f"UPDATE sources_estimate SET id = '{uuid4()}'")

    assert [kind for kind, _ in kinds(workspace)] == [DifferenceKind.UNKNOWN, DifferenceKind.MISSING]


def test_a_merge_that_is_gone_is_found_with_what_it_left_behind(workspace, merge):
    as_owner("DELETE FROM sources_sourcemerge")

    assert [(found.what, found.kind) for found in differences(workspace)] == [
        ("merge", DifferenceKind.MISSING),
        ("source", DifferenceKind.DIFFERS),
    ]


@pytest.mark.parametrize("table", sorted(KEPT))
def test_the_database_refuses_to_empty_what_repeats_the_log(guarded, workspace, table):
    with (
        pytest.raises(IntegrityError, match="TRUNCATE refused"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"TRUNCATE {table} CASCADE")


def test_verify_log_names_a_guard_of_records_that_is_switched_off(
    guarded, workspace, capsys, settings, tmp_path
):
    settings.STATE_DIR = tmp_path
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE sources_sourcemerge DISABLE TRIGGER merges_are_split_never_edited")

    with pytest.raises(SystemExit):
        call_command("verify_log")

    assert "sources_sourcemerge.merges_are_split_never_edited" in capsys.readouterr().out


MERGE_REFUSED = {
    "its day": lambda: SourceMerge.objects.update(merged_at=timezone.now()),
    "a second end": lambda: [SourceMerge.objects.update(split_at=timezone.now()) for _ in range(2)],
    "an end and a reason": lambda: SourceMerge.objects.update(split_at=timezone.now(), reason="other"),
    "being there": lambda: SourceMerge.objects.all()._raw_delete("default"),
}


@pytest.mark.parametrize("change", MERGE_REFUSED.values(), ids=MERGE_REFUSED)
def test_the_database_refuses_to_change_of_a_merge(merge, change):
    with pytest.raises(IntegrityError, match="ended by a split, never edited"), transaction.atomic():
        change()


REFUSED = {
    "a rating": lambda: Outcome.objects.update(rating="true"),
    "a day": lambda: Outcome.objects.update(settled_on="2026-01-01"),
    "a second end": lambda: [
        Outcome.objects.update(superseded_at=timezone.now()),
        Outcome.objects.update(superseded_at=timezone.now()),
    ],
    "an end and a rating": lambda: Outcome.objects.update(superseded_at=timezone.now(), rating="true"),
    "being there": lambda: Outcome.objects.all().delete(),
    "an estimate": lambda: Estimate.objects.update(mass=0.0),
    "an estimate's being there": lambda: Estimate.objects.all().delete(),
}


@pytest.mark.parametrize("change", REFUSED.values(), ids=REFUSED)
def test_the_database_refuses_to_change(workspace, outlet, change):
    Estimate.objects.create(
        workspace=workspace, source=outlet, recorded_at=timezone.now(), prior_mean=0.6, upheld=1, mass=2
    )

    with (
        pytest.raises(IntegrityError, match=r"is superseded, never edited|is kept as it was"),
        transaction.atomic(),
    ):
        change()


def test_a_source_with_outcomes_is_not_deleted(outlet):
    with pytest.raises(ProtectedError):
        outlet.delete()
