"""Ring alarms: blocks of sources that seem to have one origin, and nights on which agreement misled."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from sources.models import Agreement, Alarm, Source
from sources.reliability.alarms import AlarmKind, RingAlarm, ring_alarms
from sources.selectors.copying import pairs_that_count
from sources.selectors.records import PARAMETERS
from sources.services.alarms import raise_alarm
from sources.services.night_jobs import midnight_of
from workbench.accounts.models import Workspace
from workbench.jobs.models import Job
from workbench.jobs.services import finishing


def watch_rings(*, job: Job) -> Sequence[Job]:
    """Carry out a job that looks for rings in what the night found. Safe to run twice."""
    with finishing(job, result={"count": raise_ring_alarms(workspace=job.workspace, as_of=midnight_of(job))}):
        pass
    return []


@transaction.atomic
def raise_ring_alarms(*, workspace: Workspace, as_of: datetime) -> int:
    """Raise an alarm for each block of sources and each fall of skill; return how many there are.

    The same block, and a fall of the same night, are told once. Pairs that people rejected are no sign.
    """
    now, before = _skills(workspace, as_of)
    found = ring_alarms(pairs_that_count(workspace), now, before, parameters=PARAMETERS)
    names = dict(Source.objects.filter(workspace=workspace).values_list("pk", "name")) if found else {}
    for alarm in found:
        _raise(workspace, alarm, names, as_of)
    return len(found)


def _skills(workspace: Workspace, as_of: datetime) -> tuple[Mapping[str, float], Mapping[str, float]]:
    """Return the skill by topic of the night and of the one before it."""
    nights = Agreement.objects.filter(workspace=workspace, as_of__lte=as_of).order_by("-as_of")[:2]
    found = [night.skill for night in nights]
    return (found[0], found[1]) if len(found) > 1 else ({}, {})


def _raise(workspace: Workspace, alarm: RingAlarm, names: Mapping[UUID, str], as_of: datetime) -> None:
    if alarm.kind is AlarmKind.SKILL:
        raise_alarm(
            workspace=workspace,
            kind=Alarm.Kind.SKILL,
            key=f"{as_of.date().isoformat()}:{alarm.topic}",
            facts={"topic": alarm.topic, "before": alarm.before, "now": alarm.now},
        )
        return
    members = hashlib.sha256(" ".join(alarm.sources).encode()).hexdigest()
    raise_alarm(
        workspace=workspace,
        kind=Alarm.Kind.RING,
        key=members,
        facts={
            "sources": [names.get(UUID(pk), pk) for pk in alarm.sources],
            "ids": list(alarm.sources),
            "probability": alarm.now,
            "questions": list(alarm.questions)[:20],
        },
    )
