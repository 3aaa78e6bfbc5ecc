"""Counting how many independent roots each claim rests on."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from claims.models import Article, Claim, Link
from claims.selectors.origins import origins_of_all
from workbench.jobs.models import Job
from workbench.jobs.services import finishing


def score_claims(*, job: Job) -> Sequence[Job]:
    """Count the roots of the job's claims and of those they are linked with; the article is ready then."""
    article = Article.objects.get(pk=job.subject_id)
    own = list(article.claims.values_list("pk", flat=True))
    with finishing(job, result={"count": len(own)}):
        count_roots(own)
        Article.objects.filter(pk=article.pk).update(state=Article.State.READY)
    return []


@transaction.atomic
def count_roots(claim_ids: Sequence[UUID]) -> None:
    """Estimate, for each claim and its corroborators, how many independent roots say it.

    Reports that hang together count as one root, and each root as far as it is
    independent of those seen before (docs/decisions/0016-independence.md). The estimate
    never exceeds the number of roots, and a pure copy adds nothing; what people
    rejected does not count, and what they confirmed counts with its confirmed weight.
    """
    claims = lock_with_corroborators(claim_ids)
    origins = origins_of_all([claim.pk for claim in claims])
    for claim in claims:
        claim.roots = origins[claim.pk].counted
    Claim.objects.bulk_update(claims, ["roots"])


def lock_with_corroborators(claim_ids: Sequence[UUID]) -> list[Claim]:
    """Return the claims and those that say the same, locked until the transaction ends.

    Always in the order of their identifiers, so that two decisions at once wait for
    each other in turn, and the second counts with what the first decided. The lock leaves
    room for rows that refer to the claims, such as links that come in meanwhile.
    """
    either_end = Q(a__in=claim_ids) | Q(b__in=claim_ids)
    links = Link.objects.filter(either_end, relation=Link.Relation.CORROBORATES)
    touched = {*claim_ids, *(pk for ends in links.values_list("a_id", "b_id") for pk in ends)}
    rows = Claim.objects.filter(pk__in=touched).only("roots").order_by("pk")
    return list(rows.select_for_update(no_key=True))
