"""Telling where what is kept is not what the log gives: running sums, and what repeats the log."""

from collections.abc import Sequence
from datetime import datetime

from sources.models import Alarm, Source
from sources.services.alarms import raise_alarm
from sources.services.ledgers import check_ledgers
from sources.services.projections import differences
from workbench.accounts.models import Workspace

MOST_TOLD = 20
"""How many entries an alarm names; `verify_log --replay` names them all."""


def tell_drift(sources: Sequence[Source], *, as_of: datetime) -> int:
    """Raise an alarm for each source whose sums had drifted, which are mended; return how many."""
    drifted = check_ledgers(sources)
    for source in drifted:
        raise_alarm(
            workspace=source.workspace,
            kind=Alarm.Kind.DRIFT,
            key=f"{source.pk}:{as_of.date().isoformat()}",
            source=source,
            facts={"source": source.name},
        )
    return len(drifted)


def tell_differences(*, workspace: Workspace, as_of: datetime) -> int:
    """Raise an alarm where outcomes, estimates or merges are not what the log says; return how many are not.

    What differs is looked at twice: an entry that is just being recorded differs for a moment.
    """
    first = {found.entry for found in differences(workspace)}
    found = [again for again in differences(workspace) if again.entry in first] if first else []
    if found:
        raise_alarm(
            workspace=workspace,
            kind=Alarm.Kind.DRIFT,
            key=f"log:{as_of.date().isoformat()}",
            facts={
                "count": len(found),
                "outcomes": [one.entry for one in found[:MOST_TOLD]],
                "what": sorted({name for one in found for name in one.fields}),
            },
        )
    return len(found)
