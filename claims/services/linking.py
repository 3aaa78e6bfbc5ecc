"""Proposing links between an article's claims and those of other articles."""

from collections.abc import Mapping, Sequence
from typing import TypeVar
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from claims import engine
from claims.linking.types import AlignedParticular, LinkProposal
from claims.models import Article, Claim, Link
from claims.selectors.names import known_names
from claims.selectors.pairs import pair_key
from claims.selectors.records import claim_records
from claims.selectors.similar import SimilarClaims, claims_with_particulars
from claims.selectors.similar_postgres import PostgresSimilarClaims
from claims.services.links import carry_decisions
from claims.services.scoring import lock_with_corroborators
from sources.models import Source
from sources.selectors.families import brought_along
from workbench.accounts.models import User, Workspace
from workbench.jobs.models import Job, JobQueue
from workbench.jobs.services import Subject, finishing, follow_with, queue_job

T = TypeVar("T")

LINK = "claims.link"
CLUSTER = "claims.cluster"
SIMILAR: SimilarClaims = PostgresSimilarClaims()


def link_claims(*, job: Job) -> Sequence[Job]:
    """Compare the job's article with those near it, and keep what the engine proposes.

    Pairs that a person has decided on keep that decision and are not proposed anew, also where
    their claims were extracted anew or stand in another version of the article.
    """
    article = Article.objects.select_related("workspace").get(pk=job.subject_id)
    own = list(claims_with_particulars([article.pk]))
    others = list(SIMILAR.candidates(article, own).articles)
    theirs = list(claims_with_particulars(others))
    records = claim_records([*own, *theirs])
    proposals = engine.links_between(
        records[: len(own)], records[len(own) :], names=known_names(article.workspace)
    )
    with finishing(job, result={"count": len(proposals)}):
        _store_proposals(article, {claim.pk: claim for claim in [*own, *theirs]}, proposals)
        return [follow_with(job, CLUSTER, payload={"near": [str(pk) for pk in others]})]


@transaction.atomic
def link_articles_again(*, outlet: Source, user: User | None) -> list[Job]:
    """Queue the comparison of the articles in whose chains the outlet stands, behind what people wait for.

    Under whichever name it stands there, and with the names that are its own by way of it.
    """
    names = brought_along(outlet)
    told = Q(outlet__in=names) | Q(claims__hops__source__in=names)
    articles = Article.objects.filter(told, state=Article.State.READY).select_related("workspace").distinct()
    return [
        queue_job(
            workspace=article.workspace,
            kind=LINK,
            subject=Subject(article.pk, article.title or article.text[:80]),
            queue=JobQueue.BULK,
            requested_by=user,
        )
        for article in articles.defer("signature")
    ]


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
