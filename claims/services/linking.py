"""Proposing links between an article's claims and those of other articles."""

import struct
from collections.abc import Sequence
from itertools import combinations
from uuid import UUID

from claims import engine
from claims.linking.types import ClaimRecord, HopKey, LinkProposal, Slot, SlotKind
from claims.models import Article, Claim, ClaimSpan, Link
from claims.nlp.types import Modality, SourceKind, Span
from claims.reading.fingerprints import estimated_jaccard
from claims.selectors.names import known_names
from claims.selectors.similar import candidate_articles, claims_with_particulars
from workbench.jobs.models import Job
from workbench.jobs.services import finishing, follow_with

CLUSTER = "claims.cluster"
NEAR_COPY = 0.8
"""Shingle likeness from which two texts are copies of one (docs/decisions/0007-candidates-and-roots.md)."""


def link_claims(*, job: Job) -> Sequence[Job]:
    """Compare the job's article with those near it, and keep what the engine proposes.

    Pairs that a person has decided on keep that decision and are not proposed anew.
    """
    article = Article.objects.select_related("workspace").get(pk=job.subject_id)
    own = list(claims_with_particulars([article.pk]))
    others = candidate_articles(article, own) if own else []
    theirs = list(claims_with_particulars(others))
    records = claim_records([*own, *theirs])
    proposals = engine.links_between(
        records[: len(own)], records[len(own) :], names=known_names(article.workspace)
    )
    with finishing(job, result={"count": len(proposals)}):
        _store_proposals(article, own, proposals)
        return [follow_with(job, CLUSTER, payload={"near": [str(pk) for pk in others]})]


def claim_records(claims: Sequence[Claim]) -> list[ClaimRecord]:
    """Return the claims as the linking engine reads them."""
    copies = _copy_keys({claim.article_id: claim.article for claim in claims})
    return [_record(claim, copies[claim.article_id]) for claim in claims]


def _record(claim: Claim, article_text_key: str) -> ClaimRecord:
    return ClaimRecord(
        id=str(claim.pk),
        article_id=str(claim.article_id),
        language=claim.language,
        text=claim.text,
        modality=Modality(claim.modality),
        attributed=not claim.narrated,
        chain=tuple(
            HopKey(key=str(h.source_id), name=h.name, kind=SourceKind(h.kind)) for h in claim.hops.all()
        ),
        published_on=claim.article.published_on,
        slots=tuple(
            Slot(kind=SlotKind(s.kind), span=Span(s.start, s.end), text=s.text, value=s.value)
            for s in claim.slots.all()
        ),
        vector=tuple(claim.embedding) if claim.embedding is not None else None,
        article_text_key=article_text_key,
        title=claim.article.title,
        cue=_words_of(claim, ClaimSpan.Part.CUE),
        source=_words_of(claim, ClaimSpan.Part.SOURCE),
    )


def _words_of(claim: Claim, part: str) -> str:
    """Return the article's words that are this part of the claim."""
    return " ".join(claim.article.text[s.start : s.end] for s in claim.spans.all() if s.part == part)


def _signature(article: Article) -> tuple[int, ...]:
    data = bytes(article.signature)
    return struct.unpack(f">{len(data) // 8}Q", data)


def _copy_keys(articles: dict[UUID, Article]) -> dict[UUID, str]:
    """Return a key for each article that copies of one text share."""
    keys = {pk: str(pk) for pk in articles}
    signatures = {pk: _signature(article) for pk, article in articles.items()}
    for a, b in combinations(sorted(articles), 2):
        if signatures[a] and signatures[b] and estimated_jaccard(signatures[a], signatures[b]) >= NEAR_COPY:
            keys[b] = keys[a]
    return keys


def _store_proposals(article: Article, own: Sequence[Claim], proposals: Sequence[LinkProposal]) -> None:
    mine = Link.objects.filter(a__in=own) | Link.objects.filter(b__in=own)
    decided = {(link.a_id, link.b_id) for link in mine.exclude(state=Link.State.PROPOSED)}
    mine.filter(state=Link.State.PROPOSED).delete()
    rows = [_row(article, proposal) for proposal in proposals]
    Link.objects.bulk_create(
        [row for row in rows if (row.a_id, row.b_id) not in decided], ignore_conflicts=True
    )


def _row(article: Article, proposal: LinkProposal) -> Link:
    a, b = UUID(proposal.a), UUID(proposal.b)
    texts = proposal.slot_texts or ("", "")
    if b < a:
        a, b, texts = b, a, (texts[1], texts[0])
    return Link(
        workspace=article.workspace,
        a_id=a,
        b_id=b,
        relation=proposal.relation.value,
        slot=proposal.slot.value if proposal.slot else "",
        a_text=texts[0][:500],
        b_text=texts[1][:500],
        probability=min(1.0, max(0.0, proposal.probability)),
        independence=min(1.0, max(0.0, proposal.independence)),
        reasons=list(proposal.reasons),
        model_version=proposal.model_version,
    )
