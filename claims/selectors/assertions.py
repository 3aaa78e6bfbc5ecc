"""What sources assert, as evidence for the night: only what people looked at, and links that they confirmed.

A claim that the machine alone has read says as much of its reading as of the source, so it is no evidence
(Dong et al. 2015, "Knowledge-Based Trust").
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from claims.models import Claim, Correction, Hop, Link, Slot, Verdict, Withdrawal
from claims.selectors.assertion_ties import Likeness, Spoken, chain_ties, link_ties
from claims.selectors.components import Components
from sources.models import Source
from sources.reliability.assertions import Assertion, KnownValue, Tie
from sources.reliability.parameters import RATING_VALUES
from sources.reliability.types import Rating
from sources.selectors.records import PARAMETERS
from workbench.accounts.models import Workspace
from workbench.core.text import fold_name

CHUNK = 5_000
"""Rows that are fetched at a time."""

Survivors = Mapping[UUID, UUID]
"""Whom each merged source counts for."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the night reckons with: who said what, what ties them, and what people found of it."""

    assertions: Sequence[Assertion]
    ties: Sequence[Tie]
    known: Sequence[KnownValue]


class _Row(NamedTuple):
    """A claim as it is fetched."""

    claim: UUID
    narrated: bool
    topic: str | None
    published_on: date | None
    seen_at: datetime
    outlet: UUID
    owner: str
    originator: UUID
    kind: str
    name: str
    vouching: UUID | None


OPEN = frozenset({Slot.Kind.NUMBER, Slot.Kind.TIME, Slot.Kind.PLACE})
"""The particulars that anything can be said of: two who err in them seldom say the same by chance."""


class _Answer(NamedTuple):
    """What a claim answers, how, and how many answers there can be; 0 for as many as were given."""

    question: str
    value: str
    alternatives: int


@dataclass(frozen=True, slots=True)
class _Groups:
    """Which claims answer one question, which of them say the same, and which differ in something open."""

    questions: Components = field(default_factory=Components)
    values: Components = field(default_factory=Components)
    differing: set[str] = field(default_factory=set)

    def alternatives(self) -> Mapping[str, int]:
        """Return how many values each question can have that anything can answer (REL-1, 4.3)."""
        most = PARAMETERS.automatic.open_alternatives + 1
        return {self.questions.of(claim): most for claim in self.differing}


_FIELDS = (
    *("pk", "narrated", "story__topic", "article__published_on", "article__created_at"),
    *("article__outlet_id", "article__outlet__owner"),
    *("originator_id", "originator__kind", "originator__name", "originator__outlet_id"),
)


def gather_evidence(workspace: Workspace, *, survivors: Survivors) -> Evidence:
    """Return what the workspace's sources assert. Five queries, however much there is.

    A question is a group of claims that confirmed links join as saying the same or otherwise; a value of it
    are those joined as saying the same. A narrated claim, and one of an unnamed source, is the outlet's word.
    What rests on a withdrawn report is nobody's word any more; what people found of it still holds.
    """
    verdicts = dict(_verdicts(workspace))
    groups = _grouped(workspace)
    rows = [
        _Row(*row)
        for row in _standing(workspace).values_list(*_FIELDS).iterator(CHUNK)
        if row[0] in verdicts or str(row[0]) in groups.questions
    ]
    spoken, assertions = _said(rows, groups, survivors)
    by_claim = _with_chains(workspace, spoken, survivors)
    ties = [*chain_ties(by_claim.values()), *link_ties(_likenesses(workspace), by_claim)]
    kept = {item.id for item in assertions}
    return Evidence(
        assertions=assertions,
        ties=[tie for tie in ties if tie.earlier in kept and tie.later in kept],
        known=_known(verdicts, groups),
    )


def _looked_at(workspace: Workspace) -> QuerySet[Claim]:
    """Return the claims that a person accepted, corrected or judged, and nobody rejected."""
    corrected = Correction.objects.filter(claim=OuterRef("pk"), undone_at=None)
    judged = Verdict.objects.filter(claim=OuterRef("pk"), superseded_at=None)
    looked_at = Q(state=Claim.State.ACCEPTED) | Exists(corrected) | Exists(judged)
    rows = Claim.objects.filter(looked_at, workspace=workspace).exclude(state=Claim.State.REJECTED)
    return rows.order_by("pk")


def _standing(workspace: Workspace) -> QuerySet[Claim]:
    """Return those of them whose report was not withdrawn: nobody asserts the others any more."""
    reports = Withdrawal.objects.filter(kind=Withdrawal.Kind.REPORT, undone_at=None)
    return _looked_at(workspace).exclude(Exists(reports.filter(claims=OuterRef("pk"))))


def _links(workspace: Workspace) -> QuerySet[Link]:
    """Return the links between two claims that people looked at, the rejected ones apart."""
    known = _looked_at(workspace)
    rows = Link.objects.filter(workspace=workspace, a__in=known.values("pk"), b__in=known.values("pk"))
    return rows.exclude(state=Link.State.REJECTED).order_by("pk")


def _grouped(workspace: Workspace) -> _Groups:
    found = _Groups()
    relations = (Link.Relation.CORROBORATES, Link.Relation.CONFLICTS)
    links = _links(workspace).filter(state=Link.State.CONFIRMED, relation__in=relations)
    for a, b, relation, slot in links.values_list("a_id", "b_id", "relation", "slot").iterator(CHUNK):
        found.questions.join(str(a), str(b))
        if relation == Link.Relation.CORROBORATES:
            found.values.join(str(a), str(b))
        elif slot in OPEN:
            found.differing.add(str(a))
    return found


def _said(
    rows: Iterable[_Row], groups: _Groups, survivors: Survivors
) -> tuple[list[Spoken], list[Assertion]]:
    """Return each claim as it counts, and each source's last value of a question, as it first said it."""
    alternatives = groups.alternatives()
    first: dict[tuple[str, str], Assertion] = {}
    last: dict[tuple[str, str], Assertion] = {}
    spoken: list[Spoken] = []
    for row in sorted(rows, key=lambda row: (_moment(row), row.claim)):
        question, value = groups.questions.of(str(row.claim)), groups.values.of(str(row.claim))
        answer = _Answer(question, value, alternatives.get(question, 0))
        found = _assertion(row, answer, survivors)
        kept = first.setdefault((found.source, value), found)
        last[found.source, found.question] = kept
        spoken.append(Spoken(str(row.claim), kept.id, value, found.made_at, _own_voice(found)))
    return spoken, sorted(last.values(), key=lambda item: item.id)


def _assertion(row: _Row, answer: _Answer, survivors: Survivors) -> Assertion:
    unnamed = row.kind == Source.Kind.ANONYMOUS
    vouching = (row.vouching or row.outlet) if unnamed else row.outlet
    source = vouching if unnamed or row.narrated else row.originator
    speaker, root = _counts_for(source, survivors), _counts_for(row.originator, survivors)
    return Assertion(
        id=str(row.claim),
        source=speaker,
        question=answer.question,
        value=answer.value,
        alternatives=answer.alternatives,
        made_at=_moment(row),
        root="" if root == speaker else root,
        outlet=_counts_for(row.outlet, survivors),
        owner=fold_name(row.owner),
        descriptor=fold_name(row.name) if unnamed else "",
        topic=row.topic or "",
    )


def _own_voice(found: Assertion) -> tuple[str, ...]:
    """Return the outlet where the claim is its own word, or goes back to it.

    An outlet that only quotes is no chain between those it quotes; that it published both is a tie of its
    own (`DependenceRules.owner`; REL-1, 4.4).
    """
    return (found.outlet,) if found.outlet in (found.source, found.root) else ()


def _moment(row: _Row) -> datetime:
    """Return when the claim was first seen: the day of publication, or the arrival if that was before."""
    if row.published_on is None:
        return row.seen_at
    return min(row.seen_at, datetime.combine(row.published_on, time.min, UTC))


def _counts_for(source: UUID, survivors: Survivors) -> str:
    return str(survivors.get(source, source))


def _with_chains(workspace: Workspace, spoken: Iterable[Spoken], survivors: Survivors) -> dict[str, Spoken]:
    """Return the claims by identifier, with the sources that they name after the outlet."""
    by_claim = {item.claim: item for item in spoken}
    named: dict[str, list[str]] = defaultdict(list)
    linked = Link.objects.filter(state=Link.State.CONFIRMED, relation=Link.Relation.CORROBORATES)
    either = Exists(linked.filter(a=OuterRef("claim"))) | Exists(linked.filter(b=OuterRef("claim")))
    hops = Hop.objects.filter(either, claim__workspace=workspace, position__gt=0)
    hops = hops.exclude(kind=Source.Kind.ANONYMOUS).order_by("claim", "position")
    for pk, source in hops.values_list("claim_id", "source_id").iterator(CHUNK):
        if str(pk) in by_claim:
            named[str(pk)].append(_counts_for(source, survivors))
    for claim, sources in named.items():
        item = by_claim[claim]
        by_claim[claim] = Spoken(claim, item.assertion, item.value, item.made_at, (*item.sources, *sources))
    return by_claim


def _likenesses(workspace: Workspace) -> Iterable[Likeness]:
    links = _links(workspace).filter(relation=Link.Relation.CORROBORATES)
    for a, b, state, reasons in links.values_list("a_id", "b_id", "state", "reasons").iterator(CHUNK):
        yield Likeness(str(a), str(b), state == Link.State.CONFIRMED, reasons)


def _verdicts(workspace: Workspace) -> QuerySet[Verdict, tuple[UUID, str]]:
    rows = Verdict.objects.filter(workspace=workspace, superseded_at=None)
    rows = rows.exclude(rating=Rating.UNVERIFIED).exclude(claim__state=Claim.State.REJECTED)
    return rows.order_by("claim").values_list("claim_id", "rating")


def _known(verdicts: Mapping[UUID, str], groups: _Groups) -> list[KnownValue]:
    return [
        KnownValue(
            groups.questions.of(str(claim)), groups.values.of(str(claim)), RATING_VALUES[Rating(rating)]
        )
        for claim, rating in verdicts.items()
    ]
