"""The tables of the sources app."""

from sources.models.conduct import Erratum, Practice, Reply
from sources.models.criteria import Criterion
from sources.models.merges import SourceMerge, SourcePair
from sources.models.outcomes import Estimate, Outcome, Scorecard
from sources.models.registry import Source, SourceAlias

__all__ = [
    "Criterion",
    "Erratum",
    "Estimate",
    "Outcome",
    "Practice",
    "Reply",
    "Scorecard",
    "Source",
    "SourceAlias",
    "SourceMerge",
    "SourcePair",
]
