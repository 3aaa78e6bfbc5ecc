"""The tables of the sources app."""

from sources.models.merges import SourceMerge
from sources.models.outcomes import Estimate, Outcome, Scorecard
from sources.models.registry import Source, SourceAlias

__all__ = ["Estimate", "Outcome", "Scorecard", "Source", "SourceAlias", "SourceMerge"]
