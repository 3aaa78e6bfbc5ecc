"""Taking corrections back: what was there before returns, and the correction stays on record."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from claims.models import Article, Claim, Correction, Link
from claims.services.claim_states import number_claims, put_state, state_of
from claims.services.correcting import (
    Corrected,
    Corrector,
    compare_again,
    follow_up,
    lock_claims_of,
    locked_claim,
    log_correction,
)
from claims.services.errors import BuiltUpon, UndoneAlready
from claims.services.scoring import count_roots
from workbench.jobs.models import Job


@transaction.atomic
def undo_correction(*, correction: Correction, by: Corrector) -> Corrected:
    """Put back what was there before a correction; its row stays, marked as undone.

    Raises `UndoneAlready`, or `BuiltUpon` where something later changed the same.
    """
    lock_claims_of(correction.article_id, correction.workspace_id)
    rows = Correction.objects.select_for_update(of=("self",)).select_related("workspace")
    row = rows.get(pk=correction.pk)
    if row.undone_at is not None:
        raise UndoneAlready
    row.undone_at, row.undone_by = timezone.now(), by.user
    row.save(update_fields=["undone_at", "undone_by"])
    log_correction(row, by, "claim.correction_undone")
    jobs = _take_away(row, by) if row.kind == Correction.Kind.MISSED else _put_back(row, by)
    return Corrected(row, jobs)


def _put_back(row: Correction, by: Corrector) -> list[Job]:
    if row.claim is None:
        raise BuiltUpon
    claim = locked_claim(row.claim)
    now = state_of(claim)
    if any(now[name] != value for name, value in row.after.items() if name in now):
        raise BuiltUpon
    put_state(claim, row.before)
    if row.kind == Correction.Kind.REJECTION:
        count_roots([claim.pk])
    return follow_up(claim, by, row.before)


def _take_away(row: Correction, by: Corrector) -> list[Job]:
    """Remove a claim that a person had marked, unless something rests on it."""
    claim = row.claim
    if claim is None:
        raise BuiltUpon
    article = Article.objects.select_related("workspace").get(pk=row.article_id)
    links = Link.objects.filter(Q(a=claim) | Q(b=claim))
    if claim.verdicts.exists() or links.exclude(decided_at=None).exists() or _live_others(row, claim):
        raise BuiltUpon
    touched = {pk for ends in links.values_list("a_id", "b_id") for pk in ends if pk != claim.pk}
    claim.delete()
    row.claim = None
    count_roots(sorted(touched))
    number_claims(article)
    return [compare_again(article, by.user)]


def _live_others(row: Correction, claim: Claim) -> bool:
    return claim.corrections.filter(undone_at=None).exclude(pk=row.pk).exists()
