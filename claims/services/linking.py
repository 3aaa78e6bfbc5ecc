"""Proposing links between an article's claims and those of other articles."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from claims import engine
from claims.linking.types import LinkProposal
from claims.models import Article, Claim, Link
from claims.selectors.records import claim_records
from claims.selectors.similar import SimilarClaims, claims_with_particulars
from claims.selectors.similar_postgres import PostgresSimilarClaims
from sources.models import Source
from workbench.accounts.models import User
from workbench.jobs.models import Job, JobQueue
from workbench.jobs.services import Subject, finishing, follow_with, queue_job

LINK = "claims.link"
CLUSTER = "claims.cluster"
SIMILAR: SimilarClaims = PostgresSimilarClaims()


def link_claims(*, job: Job) -> Sequence[Job]:
    """Compare the job's article with those near it, and keep what the engine proposes.

    Pairs that a person has decided on keep that decision and are not proposed anew.
    """
    article = Article.objects.select_related("workspace").get(pk=job.subject_id)
    own = list(claims_with_particulars([article.pk]))
    others = list(SIMILAR.candidates(article, own).articles)
    theirs = list(claims_with_particulars(others))
    records = claim_records([*own, *theirs])
    proposals = engine.links_between(records[: len(own)], records[len(own) :])
    with finishing(job, result={"count": len(proposals)}):
        _store_proposals(article, own, proposals)
        return [follow_with(job, CLUSTER, payload={"near": [str(pk) for pk in others]})]


@transaction.atomic
def link_articles_again(*, outlet: Source, user: User) -> list[Job]:
    """Queue the comparison of the articles in whose chains the outlet stands, behind what people wait for."""
    told = Q(outlet=outlet) | Q(claims__hops__source=outlet)
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
