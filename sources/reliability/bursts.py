"""Bursts: more verdicts on one source by one person at once than anybody checks in a day."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sources.reliability.parameters import Parameters
from sources.reliability.types import Outcome


def held_by_burst(outcomes: Iterable[Outcome], new: Outcome, parameters: Parameters) -> bool:
    """Return whether `new` is to wait for a second look.

    True when, with it, more than `guards.burst_count` claims of one source were first judged by its author
    within the `guards.burst_hours` up to it. A claim is of the moment at which its author first judged it:
    what is recorded of it later (a second review, a correction of the source, the same verdict for another
    chain) is no further judgement. What is held or superseded already counts too, so that a burst cannot
    be fed bit by bit; the roles of one claim count once. Nobody is held whose name is not known.

    Parameters
    ----------
    outcomes : what was recorded on the same source, under any of its names, before; with or without `new`.
    """
    if not new.author:
        return False
    first: dict[str, datetime] = {}
    for outcome in outcomes:
        if outcome.author == new.author and outcome.recorded_at <= new.recorded_at:
            known = first.get(outcome.claim_id, outcome.recorded_at)
            first[outcome.claim_id] = min(known, outcome.recorded_at)
    since = new.recorded_at - timedelta(hours=parameters.guards.burst_hours)
    claims = {claim for claim, moment in first.items() if moment > since}
    return len(claims | {new.claim_id}) > parameters.guards.burst_count
