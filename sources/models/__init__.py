"""The tables of the sources app."""

from sources.models.outcomes import Outcome, Scorecard
from sources.models.registry import Source, SourceAlias

__all__ = ["Outcome", "Scorecard", "Source", "SourceAlias"]
