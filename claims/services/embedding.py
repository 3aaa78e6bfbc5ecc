"""Giving each claim the vector by which claims of any language are compared."""

from collections.abc import Sequence

from claims import engine
from claims.models import Claim
from claims.services.searching import store_search_entries
from workbench.jobs.models import Job
from workbench.jobs.services import finishing, follow_with

LINK = "claims.link"


def embed_claims(*, job: Job) -> Sequence[Job]:
    """Encode the claims of the job's article and make them findable. Safe to run twice."""
    claims = list(Claim.objects.filter(article_id=job.subject_id).order_by("ordinal"))
    if claims:
        for claim, vector in zip(claims, engine.encode([claim.text for claim in claims]), strict=True):
            claim.embedding = vector.tolist()
    with finishing(job, result={"count": len(claims)}):
        Claim.objects.bulk_update(claims, ["embedding"])
        store_search_entries(articles=[job.subject_id])
        return [follow_with(job, LINK)]
