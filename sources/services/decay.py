"""Telling of sources whose verdicts have aged so far that their letter is gone."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction

from sources.models import Alarm, Scorecard
from sources.reliability.types import Letter
from sources.selectors.disclosure import is_adverse, seen_letter
from sources.selectors.records import PARAMETERS
from sources.selectors.replies import may_show_adverse
from sources.services.alarms import raise_alarm
from sources.services.night_jobs import midnight_of
from workbench.accounts.models import Workspace
from workbench.jobs.models import Job
from workbench.jobs.services import finishing

LOOK_BACK = timedelta(days=31)
"""How old the night before may be: a workbench may have stood still for a month."""


def watch_decay(*, job: Job) -> Sequence[Job]:
    """Carry out a job that tells which letters have lapsed since the night before. Safe to run twice."""
    with finishing(job, result={"count": tell_lapsed(workspace=job.workspace, as_of=midnight_of(job))}):
        pass
    return []


@transaction.atomic
def tell_lapsed(*, workspace: Workspace, as_of: datetime) -> int:
    """Raise an alarm for each source that had a letter the night before and now has too little to judge by.

    Only where its evidence faded: a letter that went because verdicts fell is told elsewhere. An adverse
    letter whose source could not answer yet is left out of what is told: the log never forgets.
    Returns how many there are.
    """
    nightly = Scorecard.objects.filter(workspace=workspace, nightly=True, facet="", as_of__lte=as_of)
    pairs = nightly.order_by("source_id", "-as_of").select_related("source__workspace")
    latest: dict[object, list[Scorecard]] = {}
    for card in pairs.filter(as_of__gte=as_of - LOOK_BACK):
        latest.setdefault(card.source_id, []).append(card)
    lapsed = [cards for cards in latest.values() if len(cards) > 1 and _has_lapsed(cards[0], cards[1], as_of)]
    for now, before in (cards[:2] for cards in lapsed):
        raise_alarm(
            workspace=workspace,
            kind=Alarm.Kind.STALE,
            key=f"{now.source_id}:{as_of.date().isoformat()}",
            source=now.source,
            facts={"source": now.source.name, "mass": now.mass, **_letter_fact(before, now)},
        )
    return len(lapsed)


def _letter_fact(before: Scorecard, now: Scorecard) -> dict[str, str]:
    shown = not is_adverse([before.letter]) or may_show_adverse(now.source, now.as_of)
    letter = seen_letter(before.letter, adverse_shown=shown)
    return {"letter": letter} if letter else {}


def _has_lapsed(now: Scorecard, before: Scorecard, as_of: datetime) -> bool:
    faded = now.as_of == as_of and now.mass < PARAMETERS.grades.least_mass
    as_many = now.outcome_count >= before.outcome_count
    return faded and as_many and now.letter == Letter.F and before.letter != Letter.F
