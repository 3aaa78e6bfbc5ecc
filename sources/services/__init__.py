"""Acts on sources: the public face of the domain for everyone who writes."""

from sources.services.outcomes import NewOutcome, record_outcome, restate_outcomes, supersede_outcomes
from sources.services.registry import NameAs, find_or_create_source, set_owner
from sources.services.scorecards import refresh_scorecard

__all__ = [
    "NameAs",
    "NewOutcome",
    "find_or_create_source",
    "record_outcome",
    "refresh_scorecard",
    "restate_outcomes",
    "set_owner",
    "supersede_outcomes",
]
