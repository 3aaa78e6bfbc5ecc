"""The tables of the claims app."""

from claims.models.articles import Article, Publication, Region, Sighting
from claims.models.claims import Claim, ClaimSpan, Hop, Slot
from claims.models.corrections import Correction
from claims.models.links import Link
from claims.models.names import Actor, ActorAlias, NamesVersion, Place, PlaceName
from claims.models.stories import Story
from claims.models.verdicts import Verdict
from claims.models.weights import WorthWeights

__all__ = [
    "Actor",
    "ActorAlias",
    "Article",
    "Claim",
    "ClaimSpan",
    "Correction",
    "Hop",
    "Link",
    "NamesVersion",
    "Place",
    "PlaceName",
    "Publication",
    "Region",
    "Sighting",
    "Slot",
    "Story",
    "Verdict",
    "WorthWeights",
]
