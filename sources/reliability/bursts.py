"""Bursts: more verdicts on one source by one person at once than anybody checks in a day."""

from collections.abc import Iterable
from datetime import timedelta

from sources.reliability.parameters import Parameters
from sources.reliability.types import Outcome


def held_by_burst(outcomes: Iterable[Outcome], new: Outcome, parameters: Parameters) -> bool:
    """Return whether `new` is to wait for a second look.

    True when, with it, more than `guards.burst_count` claims of one source were judged by its author within
    the `guards.burst_hours` up to it. What is held or superseded already counts too, so that a burst cannot
    be fed bit by bit; the roles of one claim count once. Nobody is held whose name is not known.

    Parameters
    ----------
    outcomes : what was recorded on the same source before; with or without `new` itself.
    """
    if not new.author:
        return False
    since = new.recorded_at - timedelta(hours=parameters.guards.burst_hours)
    claims = {
        outcome.claim_id
        for outcome in outcomes
        if outcome.author == new.author and since < outcome.recorded_at <= new.recorded_at
    }
    return len(claims | {new.claim_id}) > parameters.guards.burst_count
