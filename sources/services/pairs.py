"""Proposing that two sources are one, and what people decide: merge them, tell them apart, take it back."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from sources.models import Source, SourceAlias, SourcePair
from sources.naming.candidates import AlikePair
from sources.naming.likeness import WEIGHTS, met_in_one_chain
from sources.selectors.duplicates import Pair, pair_of
from sources.services.errors import NoDecisionToUndo, PairIsGone, SameSource
from sources.services.merging import Merged, merge_sources, split_source
from sources.services.registry import alias_keys
from workbench.accounts.models import Workspace
from workbench.audit.services import hold_log, record_event

LOOKS = "same_look"
BATCH = 1000


@transaction.atomic
def keep_proposals(*, workspace: Workspace, found: Iterable[AlikePair], together: Mapping[Pair, int]) -> int:
    """Keep the pairs that may be one and drop proposals that no longer hold; return how many wait.

    `together` says of how many claims name both, one quoting the other: that speaks against them.
    What people decided on stays as it is.
    """
    rows = [row for pair in found if (row := _proposal(workspace, pair, together))]
    fresh = {(row.one_id, row.other_id) for row in rows}
    standing = SourcePair.objects.filter(workspace=workspace, state=SourcePair.State.PROPOSED)
    gone = [pk for pk, *ends in standing.values_list("pk", "one", "other") if tuple(ends) not in fresh]
    standing.filter(pk__in=gone).delete()
    SourcePair.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["one", "other"],
        update_fields=["score", "reasons", "looks_alike"],
        batch_size=BATCH,
    )
    return len(rows)


def _proposal(workspace: Workspace, pair: AlikePair, together: Mapping[Pair, int]) -> SourcePair | None:
    """Return a pair as it is kept, unless what speaks against it takes it below the threshold."""
    ends = pair_of(UUID(pair.one), UUID(pair.other))
    claims = together.get(ends, 0)
    likeness = met_in_one_chain(pair.likeness, claims) if claims else pair.likeness
    if likeness.score < WEIGHTS.threshold:
        return None
    return SourcePair(
        workspace=workspace,
        one_id=ends.one,
        other_id=ends.other,
        score=likeness.score,
        reasons=[asdict(reason) for reason in likeness.reasons],
        looks_alike=any(reason.code == LOOKS for reason in likeness.reasons),
    )


@transaction.atomic
def merge_pair(*, pair: SourcePair, into: Source, actor: str, reason: str = "") -> Merged:
    """Let a proposed pair be one, under the name of `into`, which is either of the two.

    Raises `PairIsGone` where somebody decided meanwhile, and what `merge_sources` raises.
    """
    hold_log(pair.workspace_id)
    row = _waiting(pair)
    gone, stays = (row.other, row.one) if into.pk == row.one_id else (row.one, row.other)
    merged = merge_sources(source=gone, into=stays, actor=actor, reason=reason)
    _decide(row, SourcePair.State.MERGED, actor)
    SourcePair.objects.filter(pk=row.pk).update(merge=merged.row)
    return merged


@transaction.atomic
def tell_apart(*, pair: SourcePair, actor: str) -> SourcePair:
    """Keep that a proposed pair is not one; it is not proposed again. Raises `PairIsGone`."""
    hold_log(pair.workspace_id)
    row = _waiting(pair)
    _decide(row, SourcePair.State.APART, actor)
    _log(row, actor, "source.told_apart")
    return row


@transaction.atomic
def undo_pair(*, pair: SourcePair, actor: str) -> Merged | None:
    """Take a decision on a pair back: it waits again. A merge is split, unless it was split already.

    Raises `NoDecisionToUndo` where nobody has decided on it.
    """
    hold_log(pair.workspace_id)
    row = SourcePair.objects.select_for_update(of=("self",)).get(pk=pair.pk)
    if row.state == SourcePair.State.PROPOSED:
        raise NoDecisionToUndo
    split = None
    if row.merge is not None and row.merge.split_at is None:
        split = split_source(source=row.merge.source, actor=actor)
    if row.state == SourcePair.State.APART:
        _log(row, actor, "source.telling_apart_undone")
    SourcePair.objects.filter(pk=row.pk).update(
        state=SourcePair.State.PROPOSED, merge=None, decided_at=None, decided_by=""
    )
    return split


@transaction.atomic
def split_apart(*, source: Source, actor: str) -> Merged:
    """Take a merge back for good: the two are not one, and are not proposed again. Raises `NotMerged`."""
    hold_log(source.workspace_id)
    split = split_source(source=source, actor=actor)
    one, other = pair_of(split.row.source_id, split.row.into_id)
    row, _ = SourcePair.objects.select_related("one", "other").update_or_create(
        one_id=one,
        other_id=other,
        defaults={"state": SourcePair.State.APART, "decided_by": actor, "decided_at": timezone.now()},
        create_defaults={
            "workspace": source.workspace,
            "score": 0.0,
            "state": SourcePair.State.APART,
            "decided_by": actor,
            "decided_at": timezone.now(),
        },
    )
    _log(row, actor, "source.told_apart")
    return split


def fill_keys(*, workspace: Workspace) -> int:
    """Give the spellings that were kept before there were more keys the ones they lack; return how many."""
    rows = list(SourceAlias.objects.filter(workspace=workspace, look=""))
    for row in rows:
        keys = alias_keys(row.name)
        row.romanised, row.skeleton, row.look = keys["romanised"], keys["skeleton"], keys["look"]
    SourceAlias.objects.bulk_update(rows, ["romanised", "skeleton", "look"], batch_size=BATCH)
    return len(rows)


def _waiting(pair: SourcePair) -> SourcePair:
    rows = SourcePair.objects.select_for_update(of=("self",)).select_related(
        "one__workspace", "other__workspace", "workspace"
    )
    row = rows.get(pk=pair.pk)
    if row.state != SourcePair.State.PROPOSED:
        raise PairIsGone
    if (row.one.merged_into_id or row.one_id) == (row.other.merged_into_id or row.other_id):
        raise SameSource(one=row.one.name, other=row.other.name)
    return row


def _decide(row: SourcePair, state: SourcePair.State, actor: str) -> None:
    row.state, row.decided_by, row.decided_at = state, actor, timezone.now()
    row.save(update_fields=["state", "decided_by", "decided_at"])


def _log(row: SourcePair, actor: str, action: str) -> None:
    record_event(
        workspace=row.workspace,
        actor=actor,
        action=action,
        target=("source", row.one_id),
        payload={
            "pair": str(row.pk),
            "one": str(row.one_id),
            "one_name": row.one.name,
            "other": str(row.other_id),
            "other_name": row.other.name,
            "score": row.score,
            "reasons": [reason["code"] for reason in row.reasons],
            "decided_by": row.decided_by,
            "decided_at": row.decided_at.isoformat() if row.decided_at else None,
        },
    )
