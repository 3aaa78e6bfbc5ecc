"""Acts on sources: the public face of the domain for everyone who writes."""

from sources.services.describing import add_alias, set_country, set_kind, set_website, withdraw_alias
from sources.services.merging import Merged, merge_sources, split_source
from sources.services.outcomes import (
    NewOutcome,
    record_outcome,
    repeat_outcome,
    restate_outcomes,
    supersede_outcomes,
)
from sources.services.pairs import (
    fill_keys,
    keep_proposals,
    merge_pair,
    split_apart,
    tell_apart,
    undo_pair,
)
from sources.services.registry import NameAs, find_or_create_source, set_owner
from sources.services.scorecards import queue_refresh, refresh_scorecard

__all__ = [
    "Merged",
    "NameAs",
    "NewOutcome",
    "add_alias",
    "fill_keys",
    "find_or_create_source",
    "keep_proposals",
    "merge_pair",
    "merge_sources",
    "queue_refresh",
    "record_outcome",
    "refresh_scorecard",
    "repeat_outcome",
    "restate_outcomes",
    "set_country",
    "set_kind",
    "set_owner",
    "set_website",
    "split_apart",
    "split_source",
    "supersede_outcomes",
    "tell_apart",
    "undo_pair",
    "withdraw_alias",
]
