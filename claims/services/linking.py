"""Proposing links between an article's claims and those of other articles."""

import struct
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import TypeVar
from uuid import UUID

from django.db.models import Q

from claims import engine
from claims.linking.types import AlignedParticular, ClaimRecord, HopKey, LinkProposal, Slot, SlotKind
from claims.models import Article, Claim, ClaimSpan, Link
from claims.nlp.types import Modality, SourceKind, Span
from claims.reading.fingerprints import estimated_jaccard
from claims.selectors.pairs import pair_key
from claims.selectors.similar import candidate_articles, claims_with_particulars
from claims.services.links import carry_decisions
from claims.services.scoring import lock_with_corroborators
from workbench.accounts.models import Workspace
from workbench.jobs.models import Job
from workbench.jobs.services import finishing, follow_with

T = TypeVar("T")

CLUSTER = "claims.cluster"
NEAR_COPY = 0.8
"""Shingle likeness from which two texts are copies of one (docs/decisions/0007-candidates-and-roots.md)."""


def link_claims(*, job: Job) -> Sequence[Job]:
    """Compare the job's article with those near it, and keep what the engine proposes.

    Pairs that a person has decided on keep that decision and are not proposed anew, also where
    their claims were extracted anew or stand in another version of the article.
    """
    article = Article.objects.select_related("workspace").get(pk=job.subject_id)
    own = list(claims_with_particulars([article.pk]))
    others = candidate_articles(article, own) if own else []
    theirs = list(claims_with_particulars(others))
    records = claim_records([*own, *theirs])
    proposals = engine.links_between(records[: len(own)], records[len(own) :])
    with finishing(job, result={"count": len(proposals)}):
        _store_proposals(article, {claim.pk: claim for claim in [*own, *theirs]}, proposals)
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


def _store_proposals(
    article: Article, claims: Mapping[UUID, Claim], proposals: Sequence[LinkProposal]
) -> None:
    """Keep the proposals, each as people decided on its pair before; what they decided on stays as it is.

    All claims concerned are held: a decision made meanwhile comes before or after. A link that is
    proposed again keeps its identifier, so that who looks at it can still decide on it.
    """
    own = [pk for pk, claim in claims.items() if claim.article_id == article.pk]
    ends = {UUID(end) for proposal in proposals for end in (proposal.a, proposal.b)}
    alive = {claim.pk for claim in lock_with_corroborators(sorted({*own, *ends}))}
    mine = Link.objects.filter(Q(a__in=own) | Q(b__in=own))
    decided = set(mine.exclude(state=Link.State.PROPOSED).values_list("a_id", "b_id"))
    fresh: dict[tuple[UUID, UUID], Link] = {}
    for proposal in proposals:
        row = link_row(article.workspace, claims, proposal)
        if {row.a_id, row.b_id} <= alive and (row.a_id, row.b_id) not in decided:
            fresh.setdefault((row.a_id, row.b_id), row)
    carry_decisions(list(fresh.values()))
    standing = mine.filter(state=Link.State.PROPOSED).values_list("pk", "a_id", "b_id")
    Link.objects.filter(pk__in=[pk for pk, *ends in standing if tuple(ends) not in fresh]).delete()
    Link.objects.bulk_create(
        fresh.values(), update_conflicts=True, unique_fields=["a", "b"], update_fields=PROPOSED
    )


PROPOSED = (
    *(
        "relation",
        "slot",
        "a_text",
        "b_text",
        "probability",
        "independence",
        "reasons",
        "aligned",
        "features",
    ),
    *("proposed_relation", "proposed_slot", "proposed_texts", "model_version"),
    *("state", "decided_by", "decided_at", "pair"),
)
"""What a new proposal for the same two claims sets anew; identifier and time of arrival stay."""


def link_row(workspace: Workspace, claims: Mapping[UUID, Claim], proposal: LinkProposal) -> Link:
    """Return a proposal as a link that is not stored yet, its ends in the order of their identifiers."""
    ends = UUID(proposal.a), UUID(proposal.b)
    turned = ends[1] < ends[0]
    a, b = sorted(ends)
    texts = [text[:500] for text in _in_order(proposal.slot_texts or ("", ""), turned)]
    kind = {"relation": proposal.relation.value, "slot": proposal.slot.value if proposal.slot else ""}
    return Link(
        workspace=workspace,
        a=claims[a],
        b=claims[b],
        **kind,
        **{f"proposed_{name}": value for name, value in kind.items()},
        proposed_texts=texts,
        a_text=texts[0],
        b_text=texts[1],
        probability=min(1.0, max(0.0, proposal.probability)),
        independence=min(1.0, max(0.0, proposal.independence)),
        reasons=list(proposal.reasons),
        aligned=[_aligned_record(particular, turned) for particular in proposal.aligned],
        features=dict(proposal.features),
        model_version=proposal.model_version,
        pair=pair_key(claims[a], claims[b]),
    )


def _in_order(sides: tuple[T, T], turned: bool) -> tuple[T, T]:
    return (sides[1], sides[0]) if turned else sides


def _aligned_record(particular: AlignedParticular, turned: bool) -> dict[str, object]:
    """Return an aligned particular as it is stored: where it stands in each article's text, and its words."""
    sides = tuple(zip(particular.spans, particular.texts, strict=True))
    a, b = (
        {"start": span.start, "end": span.end, "text": text}
        for span, text in _in_order((sides[0], sides[1]), turned)
    )
    return {"kind": particular.kind.value, "agreement": particular.agreement.value, "a": a, "b": b}
