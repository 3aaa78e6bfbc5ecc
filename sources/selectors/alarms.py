"""What waits for a look: open alarms, what they hold back, possible common origins."""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.db.models import Q, QuerySet

from sources.models import Alarm, CopyPair, Outcome
from sources.selectors.families import family_of
from workbench.accounts.models import Workspace


def open_alarms(workspace: Workspace) -> QuerySet[Alarm]:
    """Return the alarms that nobody closed, the newest first. One query."""
    return alarms_in(workspace).filter(closed_at=None)


def open_alarm_count(workspace: Workspace) -> int:
    """Return how many alarms nobody closed. One query."""
    return Alarm.objects.filter(workspace=workspace, closed_at=None).count()


def closed_alarms(workspace: Workspace) -> QuerySet[Alarm]:
    """Return the alarms that are over, the last closed first. One query."""
    return alarms_in(workspace).exclude(closed_at=None).order_by("-closed_at", "-id")


def alarms_in(workspace: Workspace) -> QuerySet[Alarm]:
    """Return all alarms of the workspace with their source and who closed them. One query."""
    return Alarm.objects.filter(workspace=workspace).select_related("workspace", "source", "closed_by")


def held_outcomes(alarm: Alarm) -> QuerySet[Outcome]:
    """Return the outcomes that a burst holds back: those of its person on its source. Two queries.

    They are those under any name of the source; none where the alarm is about no source.
    """
    family = family_of(alarm.source) if alarm.source else ()
    rows = Outcome.objects.filter(source__in=family, held=True, superseded_at=None)
    return rows.filter(author=alarm.facts.get("author", "")).order_by("recorded_at", "id")


def held_by_bursts(alarms: Iterable[Alarm]) -> dict[UUID, list[Outcome]]:
    """Return what each of the alarms that are bursts holds back, by alarm. One query."""
    bursts = [row for row in alarms if row.kind == Alarm.Kind.BURST]
    if not bursts:
        return {}
    rows = Outcome.objects.filter(
        source__in={row.source_id for row in bursts},
        author__in={row.facts.get("author", "") for row in bursts},
        held=True,
        superseded_at=None,
    )
    held: dict[tuple[UUID | None, str], list[Outcome]] = {}
    for row in rows.order_by("recorded_at", "id"):
        held.setdefault((row.source_id, row.author), []).append(row)
    return {row.pk: held.get((row.source_id, row.facts.get("author", "")), []) for row in bursts}


def copy_pairs_in(workspace: Workspace) -> QuerySet[CopyPair]:
    """Return the possible common origins with both sources, the likeliest first. One query."""
    rows = CopyPair.objects.filter(workspace=workspace)
    return rows.select_related("workspace", "one", "other", "decided_by")


def copy_pairs_of(members: Collection[UUID]) -> QuerySet[CopyPair]:
    """Return the pairs of a source, under all its names, with others that nobody rejected. One query."""
    rows = CopyPair.objects.exclude(state=CopyPair.State.REJECTED).select_related("one", "other")
    inside = Q(one__in=members), Q(other__in=members)
    return rows.filter(inside[0] ^ inside[1])
