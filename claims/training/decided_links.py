"""Reads links that people decided on, as `manage.py export_links` writes them (docs/reference/links.md)."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from claims.linking.types import ClaimRecord, HopKey, Relation, Slot, SlotKind
from claims.nlp.types import Modality, SourceKind, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What the machine had said of a pair when it was proposed."""

    relation: Relation
    slot: SlotKind | None
    probability: float
    features: Mapping[str, float]
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedLink:
    """A pair of claims with what people say of it.

    `relation` is None where they rejected it: who rejects says that no relation holds, for
    who thinks that another one does changes the type. The claims have no vector, and their
    slots' spans refer to articles that the file does not hold.
    """

    id: str
    a: ClaimRecord
    b: ClaimRecord
    relation: Relation | None
    slot: SlotKind | None
    deciders: int
    proposal: Proposal

    @property
    def is_retyped(self) -> bool:
        """Tell whether people gave it another relation or slot than the machine."""
        return self.relation is not None and (self.relation, self.slot) != (
            self.proposal.relation,
            self.proposal.slot,
        )

    @property
    def articles(self) -> frozenset[str]:
        """Return both articles: pairs that share one belong on the same side of a held-out split."""
        return frozenset({self.a.article_id, self.b.article_id})


def read_decided_links(path: Path) -> Iterator[DecidedLink]:
    """Yield the pairs of an exported file in its order; `ValueError` names the line that is none."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                yield _link(json.loads(line))
            except (ValueError, KeyError, TypeError) as error:
                raise ValueError(f"{path}:{number} is no decided link: {error!r}") from error


def _link(record: Mapping[str, Any]) -> DecidedLink:
    state, machine = record["state"], record["machine"]
    if state not in {"confirmed", "rejected"}:
        raise ValueError(f"state {state!r} is neither confirmed nor rejected")
    return DecidedLink(
        id=record["id"],
        a=_claim(f"{record['id']}:a", record["a"]),
        b=_claim(f"{record['id']}:b", record["b"]),
        relation=Relation(record["relation"]) if state == "confirmed" else None,
        slot=_slot_kind(record["slot"]) if state == "confirmed" else None,
        deciders=int(record["deciders"]),
        proposal=Proposal(
            relation=Relation(machine["relation"]),
            slot=_slot_kind(machine["slot"]),
            probability=float(machine["probability"]),
            features={name: float(value) for name, value in machine["features"].items()},
            version=machine["version"],
        ),
    )


def _claim(identifier: str, side: Mapping[str, Any]) -> ClaimRecord:
    return ClaimRecord(
        id=identifier,
        article_id=side["article"],
        language=side["language"],
        text=side["text"],
        modality=Modality(side["modality"]),
        attributed=bool(side["attributed"]),
        chain=tuple(HopKey(key=h["key"], name=h["name"], kind=SourceKind(h["kind"])) for h in side["chain"]),
        published_on=date.fromisoformat(side["published_on"]) if side["published_on"] else None,
        slots=tuple(
            Slot(kind=SlotKind(s["kind"]), span=Span(s["start"], s["end"]), text=s["text"], value=s["value"])
            for s in side["slots"]
        ),
        title=side["title"],
        cue=side["cue"],
        source=side["source"],
    )


def _slot_kind(value: str) -> SlotKind | None:
    return SlotKind(value) if value else None
