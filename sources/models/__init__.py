"""The tables of the sources app."""

from sources.models.alarms import Alarm, CopyPair
from sources.models.conduct import Erratum, Practice, Reply
from sources.models.coverage import Cadence, Silence
from sources.models.criteria import Criterion
from sources.models.merges import SourceMerge, SourcePair
from sources.models.nights import Agreement, Night, SourceLedger
from sources.models.outcomes import Estimate, Outcome, Scorecard
from sources.models.registry import Source, SourceAlias

__all__ = [
    "Agreement",
    "Alarm",
    "Cadence",
    "CopyPair",
    "Criterion",
    "Erratum",
    "Estimate",
    "Night",
    "Outcome",
    "Practice",
    "Reply",
    "Scorecard",
    "Silence",
    "Source",
    "SourceAlias",
    "SourceLedger",
    "SourceMerge",
    "SourcePair",
]
