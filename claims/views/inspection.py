"""Why claims read as they do: one claim in full, and everything that was found in one article."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from claims.models import Claim
from claims.selectors.articles import ASIDE, article_in_full
from claims.selectors.corrections import history_of
from claims.selectors.findings import Agreement, findings_of
from claims.selectors.inspection import inspectable_claims, inspection_of
from workbench.accounts.access import member_required, membership_of


@member_required()
@require_safe
def claim_inspection(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show what the components read at a claim, and what each figure and each hop rests on."""
    claim = get_object_or_404(inspectable_claims(membership_of(request).workspace), pk=pk)
    context = {"claim": claim, "inspection": inspection_of(claim), "neighbours": _neighbours(claim)}
    context["history"] = history_of(claim)
    return render(request, "claims/claim_inspection.html", context)


def _neighbours(claim: Claim) -> dict[str, Any]:
    """Return the identifiers of the claims before and after it in its article."""
    rows = dict(Claim.objects.filter(article=claim.article_id).values_list("ordinal", "pk"))
    numbers = sorted(rows)
    place = numbers.index(claim.ordinal)
    return {
        "previous": rows[numbers[place - 1]] if place else None,
        "next": rows[numbers[place + 1]] if place + 1 < len(numbers) else None,
        "total": len(numbers),
    }


@member_required()
@require_safe
def article_inspection(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show an article's regions and claims, and where the components agree."""
    article = get_object_or_404(article_in_full(membership_of(request).workspace), pk=pk)
    findings = findings_of(article)
    asked = request.GET.get("votes", "")
    chosen = asked if asked in set(Agreement) else ""
    context = {
        "article": article,
        "findings": findings,
        "shown": findings.having(chosen),
        "chosen": chosen,
        "aside": ASIDE,
    }
    return render(request, "claims/article_inspection.html", context)
