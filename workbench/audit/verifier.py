"""Whether a log is whole: the chain followed from its first event, by the standard library alone.

    python -m workbench.audit.verifier log.jsonl --anchors anchors.jsonl --key anchor-key

reads what `manage.py export_log` wrote, on any machine, without the workbench: this file needs nothing
beside it. `manage.py verify_log` asks the same questions of the database. Both name the first event that is
not as it was recorded, and how. docs/decisions/0021-event-log.md says what no verifier can see.
"""

import argparse
import hashlib
import hmac
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, TextIO

NO_HASH = "0" * 64
"""What stands before the first event."""
MARK = 8
"""Hexadecimal digits of an event's hash that an anchor keeps: 2 to the 32nd against one a chance match."""
_CANONICAL = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)
COLUMNS = ("n", "workspace", "at", "actor", "action", "kind", "id", "payload")


class Kind(StrEnum):
    """What is wrong at an event."""

    CHANGED = "changed"
    COLUMN = "column_differs"
    REMOVED = "removed"
    INSERTED = "inserted"
    REORDERED = "reordered"
    TAIL_CUT = "tail_cut"
    HEAD = "head_wrong"
    REWRITTEN = "rewritten"
    ANCHOR = "anchor_forged"


SENTENCES: Mapping[Kind, str] = {
    Kind.CHANGED: "its content is not what its hash was made of",
    Kind.COLUMN: "a column says other than the text that was hashed",
    Kind.REMOVED: "it is missing",
    Kind.INSERTED: "it was put in afterwards",
    Kind.REORDERED: "another event stands in its place",
    Kind.TAIL_CUT: "the log ends before it",
    Kind.HEAD: "the chain's head is not its hash",
    Kind.REWRITTEN: "it is not the event that an anchor has seen",
    Kind.ANCHOR: "the anchor of this length bears a wrong signature",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One event as it is stored: what the columns say, the text that was hashed, and both hashes."""

    number: int
    facts: Mapping[str, Any]
    canonical: str
    previous_hash: str
    hash: str

    @property
    def is_intact(self) -> bool:
        """Tell whether the hash is that of the hash before and the text."""
        return hash_of(self.previous_hash, self.canonical) == self.hash

    @property
    def said_number(self) -> int:
        """Return the number that the hashed text gives; 0 where it cannot be read."""
        try:
            return int(json.loads(self.canonical)["n"])
        except (ValueError, KeyError, TypeError):
            return 0


@dataclass(frozen=True, slots=True)
class Chain:
    """How long a log says it is, and the hash of its last event."""

    length: int
    head: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """A signed note of a log's length and head; `marks` begin the hash of each event after `since`."""

    workspace: str
    length: int
    head: str
    since: int
    marks: str
    at: str
    key: str
    signature: str

    @property
    def signed(self) -> str:
        """Return the text that the signature covers."""
        facts = {name: getattr(self, name) for name in self.__slots__ if name != "signature"}
        return canonical_text(facts)


@dataclass(frozen=True, slots=True)
class Break:
    """The first event that is not as it was recorded."""

    number: int
    kind: Kind
    detail: str = ""

    def __str__(self) -> str:
        more = f" ({self.detail})" if self.detail else ""
        return f"Event {self.number}: {self.kind}: {SENTENCES[self.kind]}{more}."


@dataclass(frozen=True, slots=True)
class Report:
    """What a verification found. Without `broken`, every event up to `length` is as it was recorded."""

    length: int
    head: str
    broken: Break | None
    anchors: int
    signatures: int


def canonical_text(facts: Mapping[str, Any]) -> str:
    """Return the facts as JSON in the one form that is hashed: keys sorted, no blanks, no escapes."""
    return _CANONICAL.encode(facts)


def hash_of(previous: str, canonical: str) -> str:
    """Return SHA-256 over the hash before and the canonical text, in hexadecimal."""
    return hashlib.sha256((previous + canonical).encode(errors="surrogatepass")).hexdigest()


def key_name(key: bytes) -> str:
    """Return how anchors name the key that signed them; it does not give the key away."""
    return hashlib.sha256(b"anchor key\0" + key).hexdigest()[:16]


def signature_of(text: str, key: bytes) -> str:
    """Return the signature of an anchor's text: HMAC-SHA256, in hexadecimal."""
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def verify(
    entries: Iterable[Entry],
    *,
    chain: Callable[[], Chain | None],
    anchors: Sequence[Anchor] = (),
    key: bytes | None = None,
) -> Report:
    """Follow the log from its first event and say where it first breaks.

    `entries` come in the order of their numbers, or of their lines. `chain` is asked once all are read, for a
    log may grow meanwhile; where it knows nothing, a cut tail is found by anchors alone. Signatures are
    checked where `key` is the one that an anchor names.
    """
    signed = [anchor for anchor in anchors if key is not None and anchor.key == key_name(key)]
    reading = _Reading(anchors)
    broken = next((_forged(a) for a in signed if signature_of(a.signed, key or b"") != a.signature), None)
    broken = broken or reading.follow(iter(entries)) or reading.end(chain())
    return Report(reading.length, reading.head, broken, len(anchors), len(signed))


def _forged(anchor: Anchor) -> Break:
    return Break(anchor.length, Kind.ANCHOR, f"of {anchor.at}")


class _Reading:
    """How far the log was followed, and the last two hashes on the way."""

    def __init__(self, anchors: Sequence[Anchor]) -> None:
        self.length, self.head, self.before = 0, NO_HASH, ""
        self.anchored = max((anchor.length for anchor in anchors), default=0)
        self.heads: dict[int, str] = {}
        self.marks: dict[int, str] = {}
        for anchor in anchors:
            _note(self.heads, anchor.length, anchor.head)
            for place in range(len(anchor.marks) // MARK):
                mark = anchor.marks[place * MARK : (place + 1) * MARK]
                _note(self.marks, anchor.since + place + 1, mark)

    def follow(self, entries: Iterator[Entry]) -> Break | None:
        """Read on until an event is not what it should be."""
        for entry in entries:
            found = self._check(entry, entries)
            if found is not None:
                return found
            self.before, self.head, self.length = self.head, entry.hash, entry.number
        return None

    def end(self, chain: Chain | None) -> Break | None:
        """Tell whether the log ends where the chain and the anchors say."""
        if chain is not None and chain.length > self.length:
            return Break(self.length + 1, Kind.TAIL_CUT, f"{chain.length} events were recorded")
        if chain is not None and chain.length < self.length:
            return Break(chain.length + 1, Kind.INSERTED, "after the chain's end")
        if chain is not None and chain.head != self.head:
            return Break(self.length, Kind.HEAD)
        if self.anchored > self.length:
            return Break(self.length + 1, Kind.TAIL_CUT, f"an anchor has seen {self.anchored} events")
        return None

    def _check(self, entry: Entry, rest: Iterator[Entry]) -> Break | None:
        due = self.length + 1
        if entry.number != due:
            return self._misnumbered(entry, due, rest)
        if not entry.is_intact:
            return Break(due, Kind.CHANGED)
        if entry.previous_hash != self.head:
            return self._unlinked(entry, due, rest)
        if canonical_text(entry.facts) != entry.canonical and (names := differing(entry)):
            return Break(due, Kind.COLUMN, ", ".join(names))
        mark, head = self.marks.get(due), self.heads.get(due)
        if (mark is not None and not entry.hash.startswith(mark)) or (
            head is not None and head != entry.hash
        ):
            return Break(due, Kind.REWRITTEN)
        return None

    def _misnumbered(self, entry: Entry, due: int, rest: Iterator[Entry]) -> Break:
        """Say why another number stands where `due` was to stand."""
        if entry.number < due:
            return Break(entry.number, Kind.INSERTED, "the number is there twice")
        if entry.previous_hash == self.head and entry.said_number == due and entry.is_intact:
            return Break(due, Kind.COLUMN, "n")
        later = any(other.number == due for other in rest)
        return Break(due, Kind.REORDERED if later else Kind.REMOVED)

    def _unlinked(self, entry: Entry, due: int, rest: Iterator[Entry]) -> Break:
        """Say which of two whole events is wrong, where the later was not recorded after the earlier."""
        said = entry.said_number
        if due > 1 and said == due - 1 and entry.previous_hash == self.before:
            return Break(due - 1, Kind.INSERTED)
        if said == due:
            following = next(rest, None)
            own = due == 1 or (following is not None and following.previous_hash != entry.hash)
            return Break(due if own else due - 1, Kind.CHANGED)
        later = any(other.said_number == due for other in rest)
        return Break(due, Kind.REORDERED if later else Kind.REMOVED)


def _note(seen: dict[int, str], number: int, digits: str) -> None:
    """Keep what an anchor has seen; where two anchors differ, no event can be what both have seen."""
    seen[number] = digits if seen.get(number, digits) == digits else "-"


def differing(entry: Entry) -> list[str]:
    """Return the columns that say other than the hashed text; `text` where it is not in the one form."""
    try:
        said = json.loads(entry.canonical)
    except ValueError:
        return ["text"]
    if not isinstance(said, dict) or canonical_text(said) != entry.canonical:
        return ["text"]
    names = [name for name in COLUMNS if not _agree(said.get(name), entry.facts.get(name))]
    return names + sorted(set(said) - set(COLUMNS))


def _agree(one: Any, other: Any) -> bool:
    """Tell whether two JSON values are the same; databases write a number in another way (1e22, 10000...)."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_agree(one[name], other[name]) for name in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_agree, one, other))
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, float) or isinstance(other, float):
        return isinstance(one, int | float) and isinstance(other, int | float) and float(one) == float(other)
    return bool(one == other)


def read_entry(line: Mapping[str, Any], workspace: str) -> Entry:
    """Return the event that a line of an export holds."""
    facts = {name: line[name] for name in COLUMNS if name != "workspace"} | {"workspace": workspace}
    return Entry(int(line["n"]), facts, line["canonical"], line["previous_hash"], line["hash"])


def read_anchor(line: Mapping[str, Any]) -> Anchor:
    """Return the anchor that a line of an anchors file holds."""
    return Anchor(**{name: line[name] for name in Anchor.__slots__})


def verify_export(path: Path, *, anchors: Path | None = None, key: bytes | None = None) -> Report:
    """Verify an exported log. Raises `ValueError` or `OSError` where a file cannot be read as one."""
    with path.open(encoding="utf-8") as lines:
        export = _Export(lines, path)
        seen = read_anchors(anchors, export.workspace) if anchors else []
        report = verify(export.entries(), chain=lambda: export.chain, anchors=seen, key=key)
    if report.broken is None and export.chain is None:
        return replace(report, broken=Break(report.length + 1, Kind.TAIL_CUT, "the closing line is missing"))
    return report


class _Export:
    """An export: a line that names the workspace, a line for each event, and one with length and head."""

    def __init__(self, lines: TextIO, path: Path) -> None:
        self._lines, self._path = lines, path
        self.workspace = str(_record(next(lines, ""), path, 1)["workspace"])
        self.chain: Chain | None = None

    def entries(self) -> Iterator[Entry]:
        """Yield the events; once they are over, `chain` is known."""
        for number, line in enumerate(self._lines, 2):
            record = _record(line, self._path, number)
            try:
                if "canonical" in record:
                    yield read_entry(record, self.workspace)
                else:
                    self.chain = Chain(int(record["length"]), str(record["head"]))
            except (KeyError, TypeError) as error:
                raise ValueError(
                    f"{self._path}, line {number}: this is no event of a log ({error})."
                ) from error


def read_anchors(path: Path, workspace: str) -> list[Anchor]:
    """Return the workspace's anchors that a file holds. Raises `ValueError` where a line is none."""
    with path.open(encoding="utf-8") as lines:
        records = [_record(line, path, number) for number, line in enumerate(lines, 1) if line.strip()]
    try:
        found = [read_anchor(record) for record in records]
    except KeyError as error:
        raise ValueError(
            f"{path}: a line has no {error}; name the file that the workbench writes."
        ) from error
    return [anchor for anchor in found if anchor.workspace == workspace]


def _record(line: str, path: Path, number: int) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise ValueError(f"{path}, line {number}: this is no JSON ({error}).") from error
    if not isinstance(record, dict):
        raise ValueError(f"{path}, line {number}: a JSON object was expected.")  # noqa: TRY004
    return record


def main(arguments: Sequence[str] | None = None) -> int:
    """Verify an export; the exit status is 0 for a whole log, 1 for a broken one, 2 for unreadable files."""
    parser = argparse.ArgumentParser(description="Say whether an exported log is whole.")
    parser.add_argument("export", type=Path, help="what `manage.py export_log` wrote")
    parser.add_argument("--anchors", type=Path, help="anchors kept elsewhere: they find a cut tail")
    parser.add_argument("--key", type=Path, help="the anchors' key, to check their signatures")
    chosen = parser.parse_args(arguments)
    try:
        key = chosen.key.read_bytes().strip() if chosen.key else None
        report = verify_export(chosen.export, anchors=chosen.anchors, key=key)
    except (OSError, ValueError, KeyError, RecursionError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(in_words(report))
    return 1 if report.broken else 0


def in_words(report: Report) -> str:
    """Return what was found, one thing a line."""
    if report.broken:
        return f"BROKEN. {report.broken}\n"
    lines = [f"Whole: {report.length} events, head {report.head}."]
    if not report.anchors:
        lines.append("No anchor was given: whether the tail was cut, or all rewritten, cannot be told.")
    else:
        lines.append(f"{report.anchors} anchors agree; the signatures of {report.signatures} were checked.")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
