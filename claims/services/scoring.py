"""Counting how many independent roots each claim rests on."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Q

from claims.models import Article, Claim, Link
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


def count_roots(claim_ids: Sequence[UUID]) -> None:
    """Estimate, for each claim and its corroborators, how many independent roots say it.

    The claim itself is one; each corroborating claim adds its independence from
    those counted before, the least independent pair deciding (docs/decisions/0007-candidates-and-roots.md).
    The estimate never exceeds the number of claims, and a pure copy adds nothing.
    """
    touched = set(claim_ids)
    for a, b in _corroborating(Q(a__in=claim_ids) | Q(b__in=claim_ids)):
        touched |= {a, b}
    pairs = _corroborating(Q(a__in=touched) | Q(b__in=touched))
    claims = list(Claim.objects.filter(pk__in=touched))
    for claim in claims:
        claim.roots = _roots(claim.pk, pairs)
    Claim.objects.bulk_update(claims, ["roots"])


def _corroborating(condition: Q) -> dict[tuple[UUID, UUID], float]:
    links = Link.objects.filter(condition, relation=Link.Relation.CORROBORATES).exclude(
        state=Link.State.REJECTED
    )
    return {(link.a_id, link.b_id): link.independence for link in links.order_by("a_id", "b_id")}


def _roots(claim: UUID, pairs: dict[tuple[UUID, UUID], float]) -> float:
    others = sorted(
        ((value, b if a == claim else a) for (a, b), value in pairs.items() if claim in {a, b}),
        key=lambda found: (-found[0], found[1]),
    )
    counted, roots = [claim], 1.0
    for value, other in others:
        between = [pairs.get((min(other, c), max(other, c)), value) for c in counted]
        roots += min([value, *between])
        counted.append(other)
    return round(roots, 3)
