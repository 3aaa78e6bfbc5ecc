"""The tables of the claims app."""

from claims.models.articles import Article, Publication, Region, Sighting
from claims.models.claims import Claim, ClaimSpan, Hop, Slot
from claims.models.corrections import Correction
from claims.models.links import Link, LinkDecision
from claims.models.names import Actor, ActorAlias, NamesVersion, Place, PlaceName
from claims.models.reconsiderations import Reconsideration, Withdrawal
from claims.models.search import SearchEntry
from claims.models.stories import Story, StoryBond, StoryChange, StoryPlace
from claims.models.verdicts import AuditDraw, Review, Verdict
from claims.models.weights import WorthWeights

__all__ = [
    "Actor",
    "ActorAlias",
    "Article",
    "AuditDraw",
    "Claim",
    "ClaimSpan",
    "Correction",
    "Hop",
    "Link",
    "LinkDecision",
    "NamesVersion",
    "Place",
    "PlaceName",
    "Publication",
    "Reconsideration",
    "Region",
    "Review",
    "SearchEntry",
    "Sighting",
    "Slot",
    "Story",
    "StoryBond",
    "StoryChange",
    "StoryPlace",
    "Verdict",
    "Withdrawal",
    "WorthWeights",
]
