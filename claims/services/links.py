"""What people decide about links: confirm, reject, give another type, and take the latest back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from claims.models import Link, LinkDecision, Slot
from claims.selectors.pairs import decisions_in_force, pair_key
from claims.services.errors import (
    DecidedMeanwhile,
    DecidedSince,
    NothingToUndo,
    SlotOfAgreement,
    UnknownChoice,
)
from claims.services.scoring import count_roots, lock_with_corroborators
from workbench.accounts.models import ApiKey, User, actor_label
from workbench.audit.services import hold_log, record_event

DIFFERING = frozenset({str(Link.Relation.CONFLICTS), str(Link.Relation.UPDATES)})
"""Relations that lie in one particular; the others have none."""


class LinkKind(NamedTuple):
    """Another type for a link; without a relation a slot makes it a contradiction in that slot."""

    relation: str = ""
    slot: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What goes with a decision: why, by which key, in which batch, and the state that was `seen`.

    Where `seen` is given and the link stands otherwise by now, nothing is decided.
    """

    reason: str = ""
    key: ApiKey | None = None
    batch: UUID | None = None
    seen: str = ""


PLAIN = Terms()


@transaction.atomic
def decide_link(
    *, link: Link, user: User | None, state: str, kind: LinkKind | None = None, terms: Terms = PLAIN
) -> Link:
    """Confirm or reject a link, or take the latest decision back (`proposed`); roots are counted anew.

    With a `kind` the link is confirmed as that. The decision holds for every reading of the same
    two claims: in other versions of their articles, and after they are extracted anew. Saying
    what holds already changes nothing. Raises `DecidedMeanwhile`, `UnknownChoice` or
    `SlotOfAgreement`.
    """
    hold_log(link.workspace_id)
    if state == Link.State.PROPOSED:
        return undo_link(link=link, user=user, terms=terms)
    row, twins = _locked(link)
    relation, slot = _wanted(row, kind)
    wanted = (str(Link.State(state)), relation, slot)
    before = (row.state, row.relation, row.slot)
    if wanted == before:
        return row
    if terms.seen and terms.seen != row.state:
        raise DecidedMeanwhile(who=_name(row.decided_by), state=row.state)
    decision = _keep(row, user, (before, wanted), terms)
    for twin in twins:
        _settle(twin, decision)
    count_roots(_ends(twins))
    retyped = before[1:] != wanted[1:]
    _log(row, actor_label(user, terms.key), "link.retyped" if retyped else f"link.{state}", before)
    return row


@transaction.atomic
def undo_link(*, link: Link, user: User | None, terms: Terms = PLAIN) -> Link:
    """Take the latest decision on a link back: what held before it holds again. It stays on record."""
    hold_log(link.workspace_id)
    row, twins = _locked(link)
    before = (row.state, row.relation, row.slot)
    latest = decisions_in_force(row.workspace, [row.pair]).get(row.pair)
    if latest is not None:
        latest.undone_at, latest.undone_by = timezone.now(), user
        latest.save(update_fields=["undone_at", "undone_by"])
    earlier = decisions_in_force(row.workspace, [row.pair]).get(row.pair)
    for twin in twins:
        _settle(twin, earlier)
    count_roots(_ends(twins))
    if before[0] != Link.State.PROPOSED:
        _log(row, actor_label(user, terms.key), "link.decision_undone", before)
    return row


@transaction.atomic
def undo_latest_of(*, decision: LinkDecision, user: User) -> Link:
    """Take back a person's decision, with all that was decided in the same act; returns its link.

    Raises `NothingToUndo` where it was taken back or its link is gone, and `DecidedSince`
    where somebody decided on the pair later.
    """
    hold_log(decision.workspace_id)
    act = LinkDecision.objects.filter(workspace=decision.workspace, undone_at=None)
    act = act.filter(batch=decision.batch) if decision.batch else act.filter(pk=decision.pk)
    rows = {row.pair: row for row in act}
    links = {row.pair: row for row in Link.objects.filter(workspace=decision.workspace, pair__in=rows)}
    if not rows or decision.pair not in links:
        raise NothingToUndo
    lock_with_corroborators(_ends(list(links.values())))
    if decisions_in_force(decision.workspace, list(rows)) != rows:
        raise DecidedSince
    undone = {link.pair: undo_link(link=link, user=user) for link in links.values()}
    return undone[decision.pair]


def carry_decisions(links: Sequence[Link]) -> None:
    """Settle links that are about to be stored as people decided on the same pairs before. One query."""
    if not links:
        return
    known = decisions_in_force(links[0].workspace, [link.pair for link in links])
    for link in links:
        if link.pair in known:
            _put(link, known[link.pair])


def _locked(link: Link) -> tuple[Link, list[Link]]:
    """Return the link as it is now and all readings of the same pair, held until the transaction ends."""
    pair = link.pair or pair_key(link.a, link.b)
    twins = Link.objects.filter(workspace=link.workspace_id, pair=pair)
    lock_with_corroborators(_ends([link, *twins]))
    Link.objects.filter(pk=link.pk, pair="").update(pair=pair)
    rows = twins.select_for_update(of=("self",)).select_related("workspace", "decided_by").order_by("pk")
    found = {row.pk: row for row in rows.prefetch_related("a__slots", "b__slots")}
    if link.pk not in found:
        raise Link.DoesNotExist
    return found[link.pk], list(found.values())


def _ends(links: Sequence[Link]) -> list[UUID]:
    return sorted({end for link in links for end in (link.a_id, link.b_id)})


def _wanted(row: Link, kind: LinkKind | None) -> tuple[str, str]:
    """Return relation and slot as the person wants them; what is not said stays, as far as it fits."""
    if kind is None:
        return row.relation, row.slot
    _check("relation", kind.relation, ["", *Link.Relation.values])
    _check("slot", kind.slot or "", ["", *Slot.Kind.values])
    relation = kind.relation or row.relation
    if not kind.relation and kind.slot and row.relation not in DIFFERING:
        relation = str(Link.Relation.CONFLICTS)
    if relation not in DIFFERING:
        if kind.slot:
            raise SlotOfAgreement(relation=relation)
        return relation, ""
    return relation, row.slot if kind.slot is None else kind.slot


def _check(field: str, value: str, known: Sequence[str]) -> None:
    if value not in known:
        raise UnknownChoice(field=field, value=value, known=", ".join(filter(None, known)))


State = tuple[str, str, str]
"""State, relation and slot."""


def _keep(row: Link, user: User | None, change: tuple[State, State], terms: Terms) -> LinkDecision:
    before, after = change
    return LinkDecision.objects.create(
        workspace=row.workspace,
        created_at=timezone.now(),
        link=row,
        pair=row.pair,
        **dict(zip(("from_state", "from_relation", "from_slot"), before, strict=True)),
        **dict(zip(("to_state", "to_relation", "to_slot"), after, strict=True)),
        reason=terms.reason.strip(),
        by=user,
        batch=terms.batch,
    )


def _settle(row: Link, decision: LinkDecision | None) -> None:
    """Store what a decision says of a link; without one the machine's proposal stands again."""
    _put(row, decision)
    row.save(update_fields=["state", "relation", "slot", "a_text", "b_text", "decided_by", "decided_at"])


def _put(row: Link, decision: LinkDecision | None) -> None:
    before = row.slot
    if decision is None:
        row.state, row.decided_by, row.decided_at = Link.State.PROPOSED, None, None
        row.relation, row.slot = row.proposed_relation or row.relation, row.proposed_slot
    else:
        row.state = Link.State(decision.to_state)
        row.decided_by, row.decided_at = decision.by, decision.created_at
        row.relation, row.slot = decision.to_relation, decision.to_slot
    if row.slot != before:
        row.a_text, row.b_text = _wordings(row)


def _wordings(row: Link) -> tuple[str, str]:
    """Return how each side words the link's particular, as far as either was read to name it."""
    if row.slot == row.proposed_slot and row.proposed_texts:
        return row.proposed_texts[0], row.proposed_texts[1]
    for particular in row.aligned:
        if particular["kind"] == row.slot and particular["agreement"] != "same":
            return particular["a"]["text"][:500], particular["b"]["text"][:500]
    if row.slot == Slot.Kind.POLARITY:
        return row.a.modality, row.b.modality
    sides = [[slot.text for slot in end.slots.all() if slot.kind == row.slot] for end in (row.a, row.b)]
    return (sides[0] or [""])[0], (sides[1] or [""])[0]


def _name(user: User | None) -> str:
    return user.get_username() if user else ""


def _log(row: Link, actor: str, action: str, before: State) -> None:
    was = dict(zip(("state", "relation", "slot"), before, strict=True))
    now = {"state": str(row.state), "relation": row.relation, "slot": row.slot}
    record_event(
        workspace=row.workspace,
        actor=actor,
        action=action,
        target=("link", row.pk),
        payload=now | {"before": was},
    )
