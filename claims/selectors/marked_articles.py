"""Articles as people marked them: the form that `claims.training` learns from (marked-articles.md)."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q, QuerySet

from claims.models import Article, Claim, ClaimSpan, Correction
from claims.selectors.inspection import reading_of_claim
from claims.selectors.passages import Reading
from workbench.accounts.models import Workspace

Record = dict[str, Any]


def articles_with_decisions(workspace: Workspace | None = None) -> QuerySet[Article]:
    """Return articles that bear a correction which nobody took back, or an accepted claim, oldest first."""
    corrected = Correction.objects.filter(undone_at=None, claim__isnull=False).values("article")
    accepted = Claim.objects.filter(state=Claim.State.ACCEPTED).values("article")
    rows = Article.objects.filter(Q(pk__in=corrected) | Q(pk__in=accepted))
    if workspace is not None:
        rows = rows.filter(workspace=workspace)
    return rows.order_by("created_at", "id")


def marked_articles(workspace: Workspace | None = None, *, partial: bool = False) -> Iterator[Record]:
    """Yield the articles that a person went through, each with its attributions in text order.

    An article counts as gone through where every attributed claim of it bears a decision
    or a correction; narration is not marked. With `partial` the others come too, with
    what was decided and `"partial": true`. Four queries an article.
    """
    for article in articles_with_decisions(workspace).iterator():
        record = _record(article)
        if not record.get("partial") or (partial and record["attributions"]):
            yield record


def _record(article: Article) -> Record:
    claims = list(_attributed(article))
    corrected = set(
        article.corrections.filter(undone_at=None, claim__isnull=False).values_list("claim_id", flat=True)
    )
    decided = [c for c in claims if c.state != Claim.State.PROPOSED or c.pk in corrected]
    kept = [claim for claim in decided if claim.state != Claim.State.REJECTED]
    record = {
        "id": str(article.pk),
        "lang": article.language,
        "text": article.text,
        "attributions": [_attribution(claim) for claim in kept],
    }
    is_whole = bool(claims) and len(decided) == len(claims)
    return record if is_whole else record | {"partial": True}


def _attributed(article: Article) -> QuerySet[Claim]:
    rows = article.claims.filter(narrated=False).defer("embedding", "match_text")
    return rows.select_related("originator").prefetch_related("spans", "hops").order_by("ordinal")


def _attribution(claim: Claim) -> Record:
    reading: Reading = reading_of_claim(claim)
    parts = {part: [list(place) for place in reading[part]] for part in _PARTS}
    return {
        **parts,
        "resolved": list(claim.hops.all())[-1].name,
        "anonymous": claim.anonymous,
        "modality": claim.modality,
        "quote": claim.quote,
    }


_PARTS = (ClaimSpan.Part.SOURCE.value, ClaimSpan.Part.CUE.value, ClaimSpan.Part.CONTENT.value)
"""In the order of the marked files."""
