"""Stored claims as the linking engine reads them."""

import struct
from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db.models import prefetch_related_objects

from claims.linking.types import ClaimRecord, HopKey, Slot, SlotKind
from claims.models import Article, Claim, ClaimSpan, Hop, Region
from claims.nlp.components.credit_lines import credited_agencies
from claims.nlp.types import Modality, SourceKind, Span
from claims.selectors.hedges import hedge_words
from sources.selectors.duplicates import undecided_lookalikes
from sources.selectors.families import survivor_of

NOTES = frozenset({Region.Kind.BYLINE, Region.Kind.CREDIT})


def claim_records(claims: Sequence[Claim]) -> list[ClaimRecord]:
    """Return the claims as the linking engine reads them. Six queries beyond those of their parts."""
    prefetch_related_objects(
        list(claims),
        "article__outlet",
        "article__regions",
        "article__republished_from",
        "hops__source__merged_into",
    )
    articles = {claim.article_id: claim.article for claim in claims}
    signatures = {pk: signature_of(article) for pk, article in articles.items()}
    credits = {pk: _credits_of(article) for pk, article in articles.items()}
    doubtful = undecided_lookalikes(claims[0].workspace_id) if claims else {}
    return [
        _record(claim, signatures[claim.article_id], credits[claim.article_id], doubtful) for claim in claims
    ]


def signature_of(article: Article) -> tuple[int, ...]:
    """Return the MinHash of the article's text, as `claims.reading.fingerprints` made it."""
    data = bytes(article.signature)
    return struct.unpack(f">{len(data) // 8}Q", data)


def _credits_of(article: Article) -> tuple[str, ...]:
    """Return whom the article as a whole republishes, then the agencies that it says it draws on."""
    notes = [Span(r.start, r.end) for r in article.regions.all() if r.kind in NOTES]
    origin = [article.republished_from.name] if article.republished_from else []
    return tuple(dict.fromkeys([*origin, *credited_agencies(article.text, notes, article.outlet.name)]))


def _record(
    claim: Claim, signature: tuple[int, ...], credits: tuple[str, ...], doubtful: Mapping[UUID, UUID]
) -> ClaimRecord:
    return ClaimRecord(
        id=str(claim.pk),
        article_id=str(claim.article_id),
        language=claim.language,
        text=claim.text,
        modality=Modality(claim.modality),
        attributed=not claim.narrated,
        chain=tuple(_hop_key(hop, doubtful) for hop in claim.hops.all()),
        published_on=claim.article.published_on,
        slots=tuple(
            Slot(kind=SlotKind(s.kind), span=Span(s.start, s.end), text=s.text, value=s.value)
            for s in claim.slots.all()
        ),
        vector=_vector(claim),
        title=claim.article.title,
        cue=_words_of(claim, ClaimSpan.Part.CUE),
        source=_words_of(claim, ClaimSpan.Part.SOURCE),
        credits=credits,
        signature=signature,
        hedges=tuple(hedge_words(claim)),
        confirmed=claim.state == Claim.State.ACCEPTED,
    )


def _vector(claim: Claim) -> tuple[float, ...] | None:
    """Return the sentence vector; none where the caller left the column out."""
    if "embedding" in claim.get_deferred_fields() or claim.embedding is None:
        return None
    return tuple(claim.embedding)


def _hop_key(hop: Hop, doubtful: Mapping[UUID, UUID]) -> HopKey:
    """Return a hop under the key of the source that it counts for, so that second names meet.

    One that only looks like another source is taken for that one as long as nobody has decided.
    """
    source = survivor_of(hop.source)
    return HopKey(
        key=str(doubtful.get(source.pk, source.pk)),
        name=hop.name,
        kind=SourceKind(hop.kind),
        owner=source.owner,
    )


def _words_of(claim: Claim, part: str) -> str:
    """Return the article's words that are this part of the claim."""
    return " ".join(claim.article.text[s.start : s.end] for s in claim.spans.all() if s.part == part)
