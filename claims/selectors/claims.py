"""One claim as its page shows it: who reports it, back to which root, and with which particulars."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import QuerySet

from claims.models import Claim, Hop, Link, Slot
from claims.selectors.links import LinkedClaim
from claims.selectors.reasons import worded_reason
from sources.models import Source
from sources.selectors.families import survivor_of
from workbench.accounts.models import Workspace


def claim_in_full(workspace: Workspace) -> QuerySet[Claim]:
    """Return the workspace's claims with article, chain, spans, particulars and verdicts. Seven queries."""
    return (
        Claim.objects.filter(workspace=workspace)
        .select_related(
            "article__outlet",
            "article__republished_from",
            "originator__merged_into",
            "story",
            "workspace",
        )
        .prefetch_related("hops", "spans", "slots", "verdicts__author", "verdicts__reviews__reviewer")
        .defer("embedding", "match_text")
    )


@dataclass(frozen=True, slots=True)
class Cell:
    """What one report says of one particular; no values means that it does not say."""

    values: tuple[str, ...]
    disputed: bool


@dataclass(frozen=True, slots=True)
class Report:
    """One outlet's report of a claim."""

    claim: Claim
    relation: str
    is_own: bool
    cells: tuple[Cell, ...]


@dataclass(slots=True)
class Root:
    """A source to which chains go back, with the reports that rest on it."""

    source: Source
    reports: list[Report] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class WhoSaysWhat:
    """Reports of a claim grouped by root, one column for each particular that any of them states."""

    columns: tuple[tuple[str, str], ...]
    roots: tuple[Root, ...]
    disputed: tuple[str, ...]

    @property
    def report_count(self) -> int:
        """Return how many reports there are."""
        return sum(len(root.reports) for root in self.roots)


def who_says_what(claim: Claim, links: Sequence[LinkedClaim]) -> WhoSaysWhat:
    """Return the reports of `claim` and of the claims linked with it. Three queries.

    Related claims are about the event, not about this statement: they are left out.
    """
    bearing = [row for row in links if row.link.relation != Link.Relation.RELATED]
    others = _with_slots([row.other.pk for row in bearing])
    disputes = _disputes(claim, bearing)
    columns = _columns([claim, *others.values()], disputes[claim.pk])
    rows = [(claim, "", True), *((others[row.other.pk], row.link.relation, False) for row in bearing)]
    roots: dict[UUID, Root] = {}
    for member, relation, is_own in rows:
        cells = tuple(_cell(member, kind, disputes) for kind, _ in columns)
        origin = survivor_of(member.originator)
        root = roots.setdefault(origin.pk, Root(origin))
        root.reports.append(Report(member, relation, is_own, cells))
    disputed = {kind for kinds in disputes.values() for kind in kinds}
    words = tuple(str(word) for kind, word in columns if kind in disputed)
    return WhoSaysWhat(columns, tuple(roots.values()), words)


def _with_slots(identifiers: Iterable[UUID]) -> dict[UUID, Claim]:
    rows = Claim.objects.select_related("article__outlet", "originator__merged_into")
    rows = rows.defer("embedding", "match_text")
    return rows.prefetch_related("slots", "hops").in_bulk(list(identifiers))


Disputes = Mapping[UUID, Mapping[str, Sequence[str]]]
"""For each contradicting claim, the particulars in dispute with how its links word them."""


def _columns(claims: Iterable[Claim], disputed: Collection[str]) -> tuple[tuple[str, str], ...]:
    """Return the particulars that any claim states, those in dispute first.

    Whether it happened has a column only where that itself is disputed.
    """
    stated = {slot.kind for claim in claims for slot in claim.slots.all()} - {Slot.Kind.POLARITY}
    stated |= {kind for kind in disputed if kind == Slot.Kind.POLARITY}
    found = [(kind, str(word)) for kind, word in Slot.Kind.choices if kind in stated]
    return tuple(sorted(found, key=lambda column: column[0] not in disputed))


def _disputes(claim: Claim, links: Sequence[LinkedClaim]) -> Disputes:
    """Return the particulars in which each claim contradicts, or is contradicted."""
    disputes: dict[UUID, dict[str, list[str]]] = {claim.pk: {}}
    for row in links:
        if row.link.relation == Link.Relation.CONFLICTS and row.link.slot:
            for side, words in ((claim, row.own_slot_text), (row.other, row.other_slot_text)):
                disputes.setdefault(side.pk, {}).setdefault(row.link.slot, []).append(words)
    return disputes


def _cell(claim: Claim, kind: str, disputes: Disputes) -> Cell:
    said = disputes.get(claim.pk, {}).get(kind, ())
    if kind == Slot.Kind.POLARITY:
        return Cell(tuple(dict.fromkeys(said)), bool(said))
    values = dict.fromkeys(slot.text for slot in claim.slots.all() if slot.kind == kind)
    return Cell(tuple(values), bool(values) and bool(said))


@dataclass(frozen=True, slots=True)
class ShownHop:
    """A hop with the words of the article that it was read from."""

    hop: Hop
    words: str

    @property
    def reason(self) -> str:
        """Return why the hop was inferred, in the page's language."""
        return worded_reason(self.hop.reason)


def hops_with_words(claim: Claim) -> list[ShownHop]:
    """Return the claim's chain with each hop's own words in the article. No query of its own."""
    text = claim.article.text
    return [
        ShownHop(hop, text[hop.start : hop.end] if hop.start is not None and hop.end is not None else "")
        for hop in claim.hops.all()
    ]
