"""How well independence and drift are told, on invented pairs of our own in Arabic, English and both.

Half of the pairs of independence was written before the first measurement and left alone since.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from claims.linking.drift import find_drift
from claims.linking.independence import Independence, estimate_independence
from claims.linking.independence.signs import SignKind
from claims.linking.particulars import Particulars
from claims.linking.types import ClaimRecord, HopKey
from claims.nlp.components.credit_lines import credited_agencies
from claims.nlp.types import Modality, SourceKind
from claims.reading.fingerprints import minhash_signature
from tests.benchmarks.figures import Figure

HERE = Path(__file__).parent
KINDS = {
    "o": SourceKind.OUTLET,
    "g": SourceKind.ORGANISATION,
    "p": SourceKind.PERSON,
    "d": SourceKind.DOCUMENT,
    "n": SourceKind.ANONYMOUS,
}
REASON_KINDS = {
    "credit": {SignKind.SHARED_CREDIT, SignKind.DRAWS_ON},
    "text": {SignKind.COPY, SignKind.ALIKE, SignKind.FOLLOWED},
    "descriptor": {SignKind.DESCRIPTOR, SignKind.LIKE_DESCRIPTOR},
    "apart": {SignKind.APART, SignKind.LANGUAGES},
}
"""Kinds of reason in the gold that several signs stand for; the others are one sign's."""


def measure() -> Iterator[Figure]:
    """Yield accuracy and right reasons of independence, then precision and recall of drift."""
    pairs = _rows("independence_pairs.jsonl")
    for half, name in (("dev", "development half"), ("held", "held-out half")):
        chosen = [row for row in pairs if row["half"] == half]
        yield from _of_independence(chosen, name, 0.80 if half == "held" else None)
    for languages in ({"ar"}, {"en"}, {"ar", "en"}):
        chosen = [row for row in pairs if {row["a"]["l"], row["b"]["l"]} == languages]
        name = "-".join(sorted(languages)) if len(languages) == 2 else "-".join([*languages] * 2)
        yield Figure(f"independence accuracy {name}", _accuracy(chosen))
    yield from _of_drift(_rows("drift_pairs.jsonl"))


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def _of_independence(rows: Sequence[dict[str, Any]], name: str, target: float | None) -> Iterator[Figure]:
    right = sum(_is_for(row["kind"], _estimate(row)) for row in rows)
    yield Figure(f"independence accuracy at .5, {name}", _accuracy(rows), target)
    yield Figure(f"independence right reason, {name}", right / len(rows), target)


def _accuracy(rows: Sequence[dict[str, Any]]) -> float:
    """Return the share told right of the pairs that have a gold; an owner alone decides nothing."""
    judged = [row for row in rows if row["gold"]]
    right = sum((_estimate(row).score >= 0.5) == (row["gold"] == "independent") for row in judged)
    return right / len(judged)


def _is_for(kind: str, found: Independence) -> bool:
    """Tell whether the gold's kind of reason is among the signs that weigh."""
    wanted = REASON_KINDS.get(kind) or {SignKind(kind)}
    return any(sign.kind in wanted and sign.weight for sign in found.signs)


def _estimate(row: dict[str, Any]) -> Independence:
    return estimate_independence(_record(row["a"]), _record(row["b"]))


def _record(report: dict[str, Any]) -> ClaimRecord:
    when = report.get("d", "")
    outlet = HopKey(key=report["o"], name=report["o"], kind=SourceKind.OUTLET, owner=report.get("own", ""))
    hops = [HopKey(key=f"{name}@{report['o']}", name=name, kind=KINDS[kind]) for name, kind in report["c"]]
    return ClaimRecord(
        id=report["t"],
        article_id=report["t"],
        language=report["l"],
        text=report["t"],
        modality=Modality(report.get("m", "asserted")),
        attributed=bool(hops),
        chain=(outlet, *hops),
        published_on=date.fromisoformat(when[:10]) if when else None,
        published_at=datetime.fromisoformat(when) if "T" in when else None,
        cue=report.get("cue", ""),
        source=report.get("s", ""),
        credits=credited_agencies(report["t"], (), report["o"]),
        signature=minhash_signature(report["t"]),
    )


def _of_drift(rows: Sequence[dict[str, Any]]) -> Iterator[Figure]:
    found = wanted = right = 0
    for row in rows:
        kinds = _drift_kinds(row)
        found, wanted = found + len(kinds), wanted + len(row["gold"])
        right += len(kinds & set(row["gold"]))
    clean = [row for row in rows if not row["gold"]]
    yield Figure("drift precision", right / found if found else None, 0.80)
    yield Figure("drift recall", right / wanted, 0.80)
    yield Figure("drift invented, of pairs without", sum(map(bool, map(_drift_kinds, clean))) / len(clean))


def _drift_kinds(row: dict[str, Any]) -> set[str]:
    """Return the kinds of drift found where the second report passes the first outlet's on."""
    before = _record({"o": "Tarn Herald", **row["a"]})
    relayed = [["Tarn Herald", "o"], *row["b"]["c"]]
    after = _record({"o": "Inland Gazette", **row["b"], "c": relayed})
    return {drift.kind.value for drift in find_drift(Particulars(before), Particulars(after))}
