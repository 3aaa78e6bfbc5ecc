"""The credibility number of a claim, as other domains ask for it."""

from sources.reliability.credibility import (
    SENTENCES,
    WORDS,
    ClaimEvidence,
    Credibility,
    rate_credibility,
)
from sources.reliability.types import Rating

__all__ = ["SENTENCES", "WORDS", "ClaimEvidence", "Credibility", "Rating", "rate_credibility"]
