"""The verifier names the first event that is not as it was recorded, and how."""

import dataclasses
import json
import subprocess
import sys

import pytest

from tests.architecture.project import CHECKOUT
from workbench.audit import verifier
from workbench.audit.verifier import Anchor, Chain, Entry, Kind, canonical_text, hash_of, verify

WORKSPACE = "0198c0de-0000-7000-8000-000000000001"
KEY = b"a key of the test's own"


def make_entry(number, previous, **changes):
    facts = {
        "n": number,
        "workspace": WORKSPACE,
        "at": f"2026-05-04T10:00:{number:02}+00:00",
        "actor": f"user:{number % 3}",
        "action": "claim.accepted",
        "kind": "claim",
        "id": None,
        "payload": {"place": number},
    } | changes
    canonical = canonical_text(facts)
    return Entry(number, facts, canonical, previous, hash_of(previous, canonical))


def make_log(count, **changes):
    """Return a log of so many events; `changes` go to the fifth."""
    entries, head = [], verifier.NO_HASH
    for number in range(1, count + 1):
        entries.append(make_entry(number, head, **(changes if number == 5 else {})))
        head = entries[-1].hash
    return entries


def make_anchor(entries, length, since=0):
    marks = "".join(entry.hash[: verifier.MARK] for entry in entries[since:length])
    bare = Anchor(
        WORKSPACE,
        length,
        entries[length - 1].hash,
        since,
        marks,
        "2026-05-05T00:00:00+00:00",
        verifier.key_name(KEY),
        "",
    )
    return dataclasses.replace(bare, signature=verifier.signature_of(bare.signed, KEY))


def chain_of(entries):
    chain = Chain(len(entries), entries[-1].hash if entries else verifier.NO_HASH)
    return lambda: chain


def broken(entries, chain=None, **more):
    """Return number and kind of the first break, held against the chain of a whole log of ten."""
    found = verify(entries, chain=chain or chain_of(make_log(10)), **more).broken
    return found and (found.number, found.kind)


@pytest.fixture
def log():
    return make_log(10)


def renamed(entry, **columns):
    return dataclasses.replace(entry, facts=entry.facts | columns)


def test_a_whole_log_is_followed_to_its_head(log):
    report = verify(log, chain=chain_of(log), anchors=[make_anchor(log, 7)], key=KEY)

    assert (report.broken, report.length, report.head) == (None, 10, log[-1].hash)
    assert (report.anchors, report.signatures) == (1, 1)


def test_an_empty_log_is_whole():
    assert verify([], chain=chain_of([])).broken is None


@pytest.mark.parametrize("column", ["actor", "action", "kind", "id", "at", "payload", "workspace"])
def test_a_column_that_says_other_than_the_hashed_text_is_named(log, column):
    log[4] = renamed(log[4], **{column: {"place": 99} if column == "payload" else "other"})

    report = verify(log, chain=chain_of(log))

    assert (report.broken.number, report.broken.kind, report.broken.detail) == (5, Kind.COLUMN, column)


def test_a_number_that_a_database_writes_in_another_way_is_the_same_number(log):
    log = make_log(10, payload={"weights": [1e22, 0.1, True]})
    log[4] = renamed(log[4], payload={"weights": [10**22, 0.1, True]})
    assert verify(log, chain=chain_of(log)).broken is None

    log[4] = renamed(log[4], payload={"weights": [10**22, 0.1, 1]})
    assert broken(log, chain_of(log)) == (5, Kind.COLUMN)


def test_a_changed_text_is_found(log):
    log[4] = dataclasses.replace(log[4], canonical=log[4].canonical.replace("user:2", "user:9"))

    assert broken(log) == (5, Kind.CHANGED)


@pytest.mark.parametrize("name", ["hash", "previous_hash"])
def test_a_changed_hash_is_found(log, name):
    log[4] = dataclasses.replace(log[4], **{name: "f" * 64})

    assert broken(log) == (5, Kind.CHANGED)


def test_a_changed_event_with_a_fresh_hash_is_found_by_the_one_after_it(log):
    log[4] = make_entry(5, log[3].hash, actor="user:9")

    assert broken(log) == (5, Kind.CHANGED)


def test_an_event_with_another_past_and_a_fresh_hash_is_found_itself(log):
    log[4] = make_entry(5, "f" * 64)

    assert broken(log) == (5, Kind.CHANGED)


@pytest.mark.parametrize("number", [1, 5, 9])
def test_a_removed_event_is_missed(log, number):
    del log[number - 1]

    assert broken(log) == (number, Kind.REMOVED)


def test_a_removed_event_is_missed_though_the_rest_was_numbered_anew(log):
    rest = [
        dataclasses.replace(entry, number=entry.number - 1, facts=entry.facts | {"n": entry.number - 1})
        for entry in log[5:]
    ]

    assert broken(log[:4] + rest) == (5, Kind.REMOVED)


def test_an_event_put_in_between_is_found(log):
    intruder = make_entry(5, log[3].hash, actor="user:9")
    rest = [
        dataclasses.replace(entry, number=entry.number + 1, facts=entry.facts | {"n": entry.number + 1})
        for entry in log[4:]
    ]

    assert broken([*log[:4], intruder, *rest]) == (5, Kind.INSERTED)


def test_a_number_that_is_there_twice_is_found(log):
    assert broken([*log[:5], log[4], *log[5:]]) == (5, Kind.INSERTED)


def test_an_event_after_the_end_is_found(log):
    assert broken([*log, make_entry(11, log[-1].hash)]) == (11, Kind.INSERTED)


def test_two_lines_in_each_others_place_are_found(log):
    log[4], log[7] = log[7], log[4]

    assert broken(log) == (5, Kind.REORDERED)


@pytest.mark.parametrize("other", [6, 8])
def test_two_events_under_each_others_number_are_found(log, other):
    one, two = log[4], log[other - 1]
    log[4] = dataclasses.replace(two, number=5, facts=two.facts | {"n": 5})
    log[other - 1] = dataclasses.replace(one, number=other, facts=one.facts | {"n": other})

    assert broken(log) == (5, Kind.REORDERED)


def test_a_number_changed_alone_is_found(log):
    log[4] = dataclasses.replace(log[4], number=99, facts=log[4].facts | {"n": 99})

    assert broken(log) == (5, Kind.COLUMN)
    assert broken(sorted(log, key=lambda entry: entry.number)) == (5, Kind.REMOVED)


def test_a_cut_tail_is_found_by_the_chain(log):
    assert broken(log[:8]) == (9, Kind.TAIL_CUT)
    assert broken([]) == (1, Kind.TAIL_CUT)


def test_a_cut_tail_is_found_by_an_anchor_where_the_chain_was_set_back_too(log):
    cut = log[:8]
    assert broken(cut, chain_of(cut)) is None

    assert broken(cut, chain_of(cut), anchors=[make_anchor(log, 10)]) == (9, Kind.TAIL_CUT)


def test_a_changed_last_event_is_found_by_the_head(log):
    log[9] = make_entry(10, log[8].hash, actor="user:9")

    assert broken(log) == (10, Kind.HEAD)


def test_a_log_that_was_written_anew_is_found_by_an_anchor_at_the_very_event(log):
    forged = make_log(10, actor="user:9")
    assert broken(forged, chain_of(forged)) is None

    anchors = [make_anchor(log, 3), make_anchor(log, 9, since=3)]
    assert broken(forged, chain_of(forged), anchors=anchors) == (5, Kind.REWRITTEN)


def test_anchors_that_contradict_each_other_vouch_for_nothing(log):
    anchors = [make_anchor(log, 9), make_anchor(make_log(10, actor="user:9"), 9)]

    assert broken(log, anchors=anchors) == (5, Kind.REWRITTEN)


def test_an_anchor_with_a_wrong_signature_is_found_by_whoever_has_the_key(log):
    forged = dataclasses.replace(make_anchor(log, 9), at="2026-01-01T00:00:00+00:00")

    assert broken(log, anchors=[forged]) is None
    assert broken(log, anchors=[forged], key=KEY) == (9, Kind.ANCHOR)
    assert broken(log, anchors=[forged], key=b"another key") is None


def test_a_text_with_a_fact_hidden_in_it_is_found(log):
    text = log[4].canonical.replace('"n":5', '"n":4,"n":5')
    head = hash_of(log[3].hash, text)
    log[4] = dataclasses.replace(log[4], canonical=text, hash=head)

    assert broken(log[:5], lambda: Chain(5, head)) == (5, Kind.COLUMN)


def write_export(path, entries):
    def line(record):
        return json.dumps(record) + "\n"

    with path.open("w", encoding="utf-8") as lines:
        lines.write(line({"workspace": WORKSPACE}))
        for entry in entries:
            hashed = {"canonical": entry.canonical, "previous_hash": entry.previous_hash, "hash": entry.hash}
            lines.write(line({k: v for k, v in entry.facts.items() if k != "workspace"} | hashed))
        lines.write(line({"length": len(entries), "head": entries[-1].hash}))
    return path


def run(*arguments, cwd):
    """Run the verifier's file alone, in a Python that finds no installed package."""
    program = [sys.executable, "-I", "-S", str(CHECKOUT / "workbench/audit/verifier.py")]
    return subprocess.run(
        [*program, *map(str, arguments)], capture_output=True, text=True, check=False, cwd=cwd
    )


def test_an_export_is_verified_without_the_workbench(tmp_path, log):
    export = write_export(tmp_path / "log.jsonl", log)
    anchor = make_anchor(log, 10)
    anchors = tmp_path / "anchors.jsonl"
    anchors.write_text(json.dumps(dataclasses.asdict(anchor)) + "\n", encoding="utf-8")
    (tmp_path / "key").write_bytes(KEY + b"\n")

    told = run(export, "--anchors", anchors, "--key", tmp_path / "key", cwd=tmp_path)

    assert told.returncode == 0, told.stderr
    assert f"Whole: 10 events, head {log[-1].hash}." in told.stdout
    assert "1 anchors agree; the signatures of 1 were checked." in told.stdout


def test_a_broken_export_ends_with_status_one_and_the_number(tmp_path, log):
    log[4] = renamed(log[4], actor="user:9")

    told = run(write_export(tmp_path / "log.jsonl", log), cwd=tmp_path)

    assert told.returncode == 1
    assert told.stdout.startswith("BROKEN. Event 5: column_differs")


def test_an_export_that_ends_early_has_lost_its_tail(tmp_path, log):
    export = write_export(tmp_path / "log.jsonl", log)
    export.write_text("".join(export.read_text(encoding="utf-8").splitlines(keepends=True)[:7]))

    told = run(export, cwd=tmp_path)

    assert told.returncode == 1
    assert "Event 7: tail_cut" in told.stdout


@pytest.mark.parametrize("text", ["", "no json", "[1]", '{"workspace": "w"}\n{"canonical": "x"}'], ids=repr)
def test_what_is_no_export_is_told_with_its_line(tmp_path, text):
    path = tmp_path / "log.jsonl"
    path.write_text(text, encoding="utf-8")

    told = run(path, cwd=tmp_path)

    assert told.returncode == 2
    assert "line" in told.stderr
    assert "Traceback" not in told.stderr
