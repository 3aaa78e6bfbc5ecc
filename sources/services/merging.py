"""Merging a source into another it is under a second name, and splitting it off again; nothing is lost."""

from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from sources.models import Source, SourceMerge
from sources.naming.kinds import kinds_fit
from sources.selectors.families import families_of
from sources.services.errata import restate_corrected
from sources.services.errors import KindsDiffer, NotMerged, SameSource, UnnamedApart
from sources.services.scorecards import queue_refresh
from workbench.accounts.models import Workspace
from workbench.audit.services import hold_log, record_event
from workbench.jobs.models import Job

MAX_REASON = 500


class Merged(NamedTuple):
    """What a merge or split came to, the sources it `touched`, and the jobs whose doorbell to ring."""

    row: SourceMerge
    touched: tuple[Source, ...]
    jobs: tuple[Job, ...]


def can_be_one(one: Source, other: Source) -> bool:
    """Tell whether two sources may be the same thing, by what they are."""
    if Source.Kind.ANONYMOUS in {one.kind, other.kind}:
        return one.kind == other.kind and one.outlet_id == other.outlet_id
    return kinds_fit(one.kind, other.kind)


@transaction.atomic
def merge_sources(*, source: Source, into: Source, actor: str, reason: str = "") -> Merged:
    """Let `source` be `into` under a second name: from now on both count for one record.

    Either may be merged already: it is their survivors that become one. Hops, names and outcomes
    keep the source they named; what one corrected counts for what the other said.
    Raises `SameSource`, `KindsDiffer` or `UnnamedApart`.
    """
    hold_log(into.workspace_id)
    rows = _held(into.workspace)
    gone, stays = _survivor(rows, source.pk), _survivor(rows, into.pk)
    _check(rows, gone, stays)
    row = SourceMerge.objects.create(
        workspace=into.workspace,
        source=gone,
        into=stays,
        merged_at=timezone.now(),
        merged_by=actor,
        reason=reason.strip()[:MAX_REASON],
    )
    _point_at_survivors(rows, family=[gone.pk, stays.pk])
    _log(row, "source.merged", actor)
    restate_corrected(sources=rows.filter(pk__in=[gone.pk, stays.pk]), actor=actor)
    return Merged(row, (gone, stays), _refreshes(gone, stays))


@transaction.atomic
def split_source(*, source: Source, actor: str) -> Merged:
    """Take a merge back: the source stands for itself again, with the second names that it brought along.

    Raises `NotMerged`.
    """
    hold_log(source.workspace_id)
    workspace = source.workspace
    rows = _held(workspace)
    row = SourceMerge.objects.select_related("source", "into").filter(source=source, split_at=None).first()
    if row is None:
        raise NotMerged(name=source.name)
    survivor = _survivor(rows, source.pk)
    row.split_at, row.split_by = timezone.now(), actor
    row.save(update_fields=["split_at", "split_by"])
    _point_at_survivors(rows, family=[survivor.pk])
    _log(row, "source.split", actor)
    restate_corrected(sources=rows.filter(pk__in=[source.pk, survivor.pk]), actor=actor)
    return Merged(row, (row.source, survivor), _refreshes(row.source, survivor))


def _held(workspace: Workspace) -> QuerySet[Source]:
    """Return the workspace's sources, with merging in it held until the transaction ends.

    One merge at a time in a workspace: three that run beside each other could make a ring.
    """
    Workspace.objects.select_for_update(no_key=True).get(pk=workspace.pk)
    return Source.objects.filter(workspace=workspace).select_related("workspace", "merged_into__workspace")


def _survivor(rows: QuerySet[Source], pk: UUID) -> Source:
    source = rows.get(pk=pk)
    return source.merged_into or source


def _check(rows: QuerySet[Source], gone: Source, stays: Source) -> None:
    """Refuse what cannot be one; each second name of either side must fit each of the other."""
    if gone == stays:
        raise SameSource(one=gone.name, other=stays.name)
    sides = [[survivor, *rows.filter(merged_into=survivor)] for survivor in (gone, stays)]
    for one in sides[0]:
        for other in sides[1]:
            if not can_be_one(one, other):
                unnamed = one.kind == other.kind == Source.Kind.ANONYMOUS
                raise UnnamedApart if unnamed else KindsDiffer(one=one.name, other=other.name)


def _point_at_survivors(rows: QuerySet[Source], *, family: list[UUID]) -> None:
    """Set `merged_into` anew, for all that is or was in these families, from the merges in force."""
    workspace = rows.values_list("workspace", flat=True)[0]
    now = families_of(workspace, as_of=timezone.now())
    for row in rows.filter(pk__in=family) | rows.filter(merged_into__in=family):
        survivor = now.survivor(row.pk)
        Source.objects.filter(pk=row.pk).update(merged_into=None if survivor == row.pk else survivor)


def _log(row: SourceMerge, action: str, actor: str) -> None:
    facts = {
        "merge": str(row.pk),
        "source": str(row.source_id),
        "source_name": row.source.name,
        "into": str(row.into_id),
        "into_name": row.into.name,
        "merged_at": row.merged_at.isoformat(),
        "merged_by": row.merged_by,
        "reason": row.reason,
    }
    ended = {"split_at": row.split_at.isoformat(), "split_by": row.split_by} if row.split_at else {}
    record_event(
        workspace=row.workspace,
        actor=actor,
        action=action,
        target=("source", row.source_id),
        payload=facts | ended,
    )


def _refreshes(*touched: Source) -> tuple[Job, ...]:
    return tuple(queue_refresh(source=source) for source in touched if source.kind != Source.Kind.ANONYMOUS)
