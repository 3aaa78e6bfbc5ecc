"""Acts on sources: the public face of the domain for everyone who writes."""

from sources.services.merging import Merged, merge_sources, split_source
from sources.services.outcomes import NewOutcome, record_outcome, restate_outcomes, supersede_outcomes
from sources.services.registry import NameAs, find_or_create_source, set_owner
from sources.services.scorecards import refresh_scorecard

__all__ = [
    "Merged",
    "NameAs",
    "NewOutcome",
    "find_or_create_source",
    "merge_sources",
    "record_outcome",
    "refresh_scorecard",
    "restate_outcomes",
    "set_owner",
    "split_source",
    "supersede_outcomes",
]
