"""Which stored claims may be about what an article's claims are about: the candidates of linking."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

from django.db.models import QuerySet

from claims.linking.fusion import Way
from claims.linking.keys import KeyedClaim
from claims.linking.types import Slot, SlotKind
from claims.models import Article, Claim
from claims.nlp.types import Modality, QuoteKind, Span


@dataclass(frozen=True, slots=True)
class CandidateClaim:
    """A stored claim that came up for one claim, by which ways and at which place in each, from 0."""

    claim_id: UUID
    article_id: UUID
    score: float
    ways: Mapping[Way, int]


@dataclass(frozen=True, slots=True)
class Candidates:
    """What came up for an article: claims for each of its claims, and articles for all of them, best first.

    Scores are fused ranks: good for ordering within one search, no probabilities.
    """

    of_claims: Mapping[UUID, Sequence[CandidateClaim]] = field(default_factory=dict)
    articles: Mapping[UUID, float] = field(default_factory=dict)


class SimilarClaims(Protocol):
    """Anything that finds candidates among the stored claims of the article's workspace.

    Never the claims of the article itself or of another version of it, nor rejected ones.
    """

    def candidates(self, article: Article, claims: Sequence[Claim]) -> Candidates:
        """Return the candidates for `claims`, which are the article's and have vectors."""
        ...


def claims_with_particulars(articles: Sequence[UUID]) -> QuerySet[Claim]:
    """Return the linkable claims of some articles with spans, chains and slots. Four queries."""
    return (
        Claim.objects.filter(article_id__in=articles, embedding__isnull=False)
        .exclude(state=Claim.State.REJECTED)
        .select_related("article")
        .prefetch_related("spans", "hops", "slots")
        .order_by("article_id", "ordinal")
    )


def keyed_claim(claim: Claim) -> KeyedClaim:
    """Return what the search keys of a claim are made of. No queries where slots and hops are fetched."""
    return KeyedClaim(
        text=claim.text,
        language=claim.language,
        modality=Modality(claim.modality),
        quote=QuoteKind(claim.quote),
        published_on=claim.article.published_on,
        slots=[
            Slot(kind=SlotKind(s.kind), span=Span(s.start, s.end), text=s.text, value=s.value)
            for s in claim.slots.all()
        ],
        speakers=[str(hop.source_id) for hop in claim.hops.all() if hop.position],
    )
