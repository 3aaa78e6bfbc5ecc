"""Whether a thousand tamperings with a log are found, each at its very event, and what verifying costs."""

import json
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from tests.benchmarks.figures import Figure
from workbench.audit import verifier
from workbench.audit.verifier import Anchor, Chain, Entry, canonical_text, hash_of, verify

TAMPERINGS = 1000
LENGTH = 400
"""Events of the log that is tampered with; it is anchored after every fiftieth, as after some nights."""
ANCHORED = 50
LONG = 100_000
SEED = 4
WORKSPACE = "0198c0de-0000-7000-8000-000000000001"
KEY = b"a key for the benchmark"
ACTIONS = ("claim.accepted", "outcome.recorded", "verdict.recorded", "login.succeeded")

Log = list[Entry]
Tampered = tuple[Log, Chain, int]
"""A log after tampering, its chain as the attacker left it, and the first number that is wrong."""


def make_log(count: int) -> Log:
    """Return a log of so many invented events."""
    entries, head = [], verifier.NO_HASH
    for number in range(1, count + 1):
        entries.append(_entry(number, head, {"place": number, "word": "خبر", "share": number / 7}))
        head = entries[-1].hash
    return entries


def _entry(number: int, previous: str, payload: dict[str, object], **changes: object) -> Entry:
    facts = {
        "n": number,
        "workspace": WORKSPACE,
        "at": f"2026-05-{number % 28 + 1:02}T10:{number % 60:02}:00.{number % 999_999:06}+00:00",
        "actor": f"user:{number % 5}",
        "action": ACTIONS[number % len(ACTIONS)],
        "kind": "claim",
        "id": f"0198c0de-0000-7000-8000-{number:012}",
        "payload": payload,
    } | changes
    return _hashed(number, facts, previous)


def _hashed(number: int, facts: dict[str, object], previous: str) -> Entry:
    text = canonical_text(facts)
    return Entry(number, facts, text, previous, hash_of(previous, text))


def _anchors(log: Log) -> list[Anchor]:
    found = []
    for length in range(ANCHORED, len(log) + 1, ANCHORED):
        marks = "".join(entry.hash[: verifier.MARK] for entry in log[length - ANCHORED : length])
        known = (WORKSPACE, length, log[length - 1].hash, length - ANCHORED, marks)
        bare = Anchor(*known, at="2026-06-01T00:00:00+00:00", key=verifier.key_name(KEY), signature="")
        found.append(replace(bare, signature=verifier.signature_of(bare.signed, KEY)))
    return found


def _chain(log: Log) -> Chain:
    return Chain(len(log), log[-1].hash)


def _renumbered(entry: Entry, number: int) -> Entry:
    return replace(entry, number=number, facts={**entry.facts, "n": number})


def change_column(log: Log, at: int, chance: random.Random) -> Tampered:
    """Let a column say otherwise, as an UPDATE does."""
    name = chance.choice(("actor", "action", "kind", "id", "payload", "workspace"))
    other = {"place": -1} if name == "payload" else "other"
    return _put(log, at, replace(log[at - 1], facts={**log[at - 1].facts, name: other})), _chain(log), at


def change_text(log: Log, at: int, chance: random.Random) -> Tampered:
    """Change one letter of the hashed text, or a digit of a hash."""
    entry = log[at - 1]
    name = chance.choice(("canonical", "hash", "previous_hash"))
    text = getattr(entry, name)
    place = chance.randrange(len(text))
    letter = chance.choice([one for one in "0123456789abcdef" if one != text[place]])
    return _put(log, at, replace(entry, **{name: text[:place] + letter + text[place + 1 :]})), _chain(log), at


def backdate(log: Log, at: int, chance: random.Random) -> Tampered:
    """Move an event back in time, with a fresh hash or without."""
    entry = log[at - 1]
    facts = {**entry.facts, "at": f"2025-01-{chance.randrange(1, 29):02}T00:00:00+00:00"}
    moved = replace(entry, facts=facts) if chance.random() < 0.5 else _hashed(at, facts, entry.previous_hash)
    return _put(log, at, moved), _chain(log), at


def delete(log: Log, at: int, chance: random.Random) -> Tampered:
    """Take an event out, and number the rest anew or not."""
    rest = log[at:]
    if chance.random() < 0.5:
        rest = [_renumbered(entry, entry.number - 1) for entry in rest]
    return log[: at - 1] + rest, _chain(log), at


def insert(log: Log, at: int, chance: random.Random) -> Tampered:
    """Put an event with a right hash in between, and number the rest anew or not."""
    intruder = _entry(at, log[at - 2].hash if at > 1 else verifier.NO_HASH, {}, actor="user:99")
    rest = log[at - 1 :]
    if chance.random() < 0.5:
        rest = [_renumbered(entry, entry.number + 1) for entry in rest]
    return [*log[: at - 1], intruder, *rest], _chain(log), at


def swap(log: Log, at: int, chance: random.Random) -> Tampered:
    """Let two events take each other's place, their numbers with them or not."""
    other = chance.randrange(at + 1, len(log) + 1)
    one, two = log[at - 1], log[other - 1]
    if chance.random() < 0.5:
        one, two = _renumbered(one, other), _renumbered(two, at)
    return _put(_put(log, at, two), other, one), _chain(log), at


def cut(log: Log, at: int, chance: random.Random) -> Tampered:
    """Cut the tail off, and set the chain back or not."""
    rest = log[: at - 1]
    back = chance.random() < 0.5 and bool(rest)
    return rest, _chain(rest) if back else _chain(log), at


def rewrite(log: Log, at: int, chance: random.Random) -> Tampered:
    """Change an event and write all after it anew with fresh hashes, the chain too."""
    forged = log[: at - 1]
    head = forged[-1].hash if forged else verifier.NO_HASH
    for entry in log[at - 1 :]:
        facts = (
            {**entry.facts, "actor": f"user:{chance.randrange(90, 99)}"}
            if entry.number == at
            else entry.facts
        )
        forged.append(_hashed(entry.number, dict(facts), head))
        head = forged[-1].hash
    return forged, _chain(forged), at


def _put(log: Log, at: int, entry: Entry) -> Log:
    return [*log[: at - 1], entry, *log[at:]]


KINDS: tuple[Callable[[Log, int, random.Random], Tampered], ...] = (
    change_column,
    change_text,
    backdate,
    delete,
    insert,
    swap,
    cut,
    rewrite,
)


def located(count: int = TAMPERINGS, *, anchored: bool = True) -> tuple[int, list[str]]:
    """Return how many of so many tamperings were found at their event, and the first words on the others."""
    chance = random.Random(SEED)
    log = make_log(LENGTH)
    anchors = _anchors(log) if anchored else []
    hits, missed = 0, []
    for place in range(count):
        tamper = KINDS[place % len(KINDS)]
        tampered, chain, at = tamper(list(log), chance.randrange(1, LENGTH), chance)
        report = verify(tampered, chain=lambda chain=chain: chain, anchors=anchors, key=KEY)
        if report.broken is not None and report.broken.number == at:
            hits += 1
        else:
            missed.append(f"{tamper.__name__} at {at}: {report.broken}")
    return hits, missed


def _seconds_of_export(count: int) -> float:
    """Return how long the offline verifier takes for an export of so many events."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log.jsonl"
        log = make_log(count)
        with path.open("w", encoding="utf-8") as lines:
            lines.write(json.dumps({"workspace": WORKSPACE}) + "\n")
            for entry in log:
                hashed = {
                    "canonical": entry.canonical,
                    "previous_hash": entry.previous_hash,
                    "hash": entry.hash,
                }
                lines.write(json.dumps({**entry.facts, **hashed}, ensure_ascii=False) + "\n")
            lines.write(json.dumps({"length": count, "head": log[-1].hash}) + "\n")
        begun = time.perf_counter()
        report = verifier.verify_export(path)
        seconds = time.perf_counter() - begun
    if report.broken is not None or report.length != count:
        raise AssertionError(report)
    return seconds


def _seconds_of_memory(count: int) -> float:
    log = make_log(count)
    anchors = _anchors(log)
    begun = time.perf_counter()
    report = verify(log, chain=lambda: _chain(log), anchors=anchors, key=KEY)
    if report.broken is not None:
        raise AssertionError(report)
    return time.perf_counter() - begun


def measure() -> Iterator[Figure]:
    """Yield how many tamperings are found at their event, and how long 100,000 events take."""
    hits, missed = located()
    for words in missed[:5]:
        print(words)
    yield Figure("tampering: found at the very event, of 1,000", float(hits), float(TAMPERINGS))
    bare, _ = located(anchored=False)
    yield Figure("tampering: the same without anchors", float(bare))
    seconds = _seconds_of_memory(LONG)
    yield Figure("tampering: events verified a second", LONG / seconds, 50_000.0, unit="/s")
    yield Figure("tampering: 100,000 events from an export", _seconds_of_export(LONG), 10.0, False, "s")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield Figure("tampering: peak memory with the log in it", peak, unit="MB")
