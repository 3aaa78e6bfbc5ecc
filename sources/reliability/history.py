"""A source's record over time: the scorecards behind its curve."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sources.reliability.estimates import estimates_in_force
from sources.reliability.evidence import weigh_outcomes
from sources.reliability.lettering import letters_at
from sources.reliability.model import card_from_evidence
from sources.reliability.parameters import Parameters
from sources.reliability.types import Estimate, Outcome, Scorecard

STEP_DAYS = 30
"""Distance between two points of a short curve: verdicts on one source rarely come more often."""

MOST_POINTS = 61
"""Five years by the month; a longer history is drawn with wider steps."""


def score_history(
    outcomes: Sequence[Outcome],
    *,
    parameters: Parameters,
    as_of: datetime,
    estimates: Sequence[Estimate] = (),
) -> tuple[Scorecard, ...]:
    """Return scorecards at even distances, oldest first, the last one at `as_of`.

    The first is the prior, just before the first outcome was recorded. Each point knows only what had been
    recorded by then, so the curve shows what was believed at the time: each is what `score_source` gives
    for its moment. Without outcomes there is no curve.
    """
    known = [outcome.recorded_at for outcome in outcomes if outcome.recorded_at <= as_of]
    if not known:
        return ()
    moments = _moments(min(known) - timedelta(seconds=1), as_of)
    weighed = [weigh_outcomes(outcomes, parameters=parameters, as_of=moment) for moment in moments]
    letters = letters_at(
        outcomes, parameters=parameters, moments=moments, estimates=estimates, weighed=weighed
    )
    in_force = estimates_in_force(estimates, parameters=parameters, moments=moments)
    return tuple(
        card_from_evidence(evidence, lettering, estimate, parameters=parameters, as_of=moment)
        for evidence, lettering, estimate, moment in zip(weighed, letters, in_force, moments, strict=True)
    )


def _moments(first: datetime, last: datetime) -> list[datetime]:
    steps = min(MOST_POINTS - 1, max(1, round((last - first) / timedelta(days=STEP_DAYS))))
    return [first + (last - first) * step / steps for step in range(steps)] + [last]
