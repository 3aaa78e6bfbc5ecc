"""A claim's page: who says so, who says otherwise, what was decided, and the forms to decide."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from claims.forms import VerdictForm
from claims.models import Claim, Correction
from claims.selectors.claims import claim_in_full, hops_with_words, who_says_what
from claims.selectors.corrections import history_of, rejection_of
from claims.selectors.grades import chain_grades
from claims.selectors.links import links_of, open_links
from claims.selectors.origins import origins_of
from claims.selectors.standings import standings_of
from claims.services.claims import decide_claim
from claims.services.correcting import Corrector
from claims.services.corrections import reject_claim
from claims.services.verdicts import record_verdict
from workbench.accounts.access import member_required, membership_of, person_of
from workbench.accounts.policies import may_judge
from workbench.core.as_of import AsOf, page_as_of
from workbench.core.errors import WorkbenchError
from workbench.jobs.doorbell import ring_on_commit


@member_required()
@require_safe
def claim(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show all that is known of one claim."""
    as_of = page_as_of(request)
    return render(request, "claims/claim.html", claim_context(_claim(request, pk), as_of=as_of))


def claim_context(found: Claim, form: VerdictForm | None = None, *, as_of: AsOf) -> dict[str, Any]:
    """Return what the claim's page, and each part of it that is swapped alone, needs."""
    links = links_of(found)
    hops = hops_with_words(found)
    grades = chain_grades([found], as_of=as_of.moment)
    return {
        "as_of": as_of,
        "claim": found,
        "standing": standings_of([found])[found.pk],
        "hops": [(shown, grades[shown.hop.pk]) for shown in hops],
        "links": links,
        "origins": origins_of(found),
        "table": who_says_what(found, open_links(links)),
        "verdicts": list(found.verdicts.all()),
        "form": form or VerdictForm(),
        "history": history_of(found),
        "reason": rejection_of(found) if found.state == Claim.State.REJECTED else "",
    }


def _claim(request: HttpRequest, pk: UUID) -> Claim:
    return get_object_or_404(claim_in_full(membership_of(request).workspace), pk=pk)


@member_required(may_judge)
@require_POST
def claim_decision(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Accept or reject what the machine extracted, with a reason or without, or take that back."""
    state, reason = request.POST.get("state", ""), request.POST.get("reason", "")
    if state not in Claim.State.values and reason not in Correction.Reason.values:
        return HttpResponseBadRequest(_("Choose to accept, reject or reopen."))
    found = _claim(request, pk)
    if reason:
        reject_claim(claim=found, by=Corrector(person_of(request)), reason=reason)
        decided = _claim(request, pk)
    else:
        decided = decide_claim(claim=found, user=person_of(request), state=state)
    if request.headers.get("HX-Request"):
        context = {"claim": decided, "decided": True, "reason": rejection_of(decided)}
        return render(request, "claims/_claim_decision.html", context)
    return redirect(_way_back(request, decided))


def _way_back(request: HttpRequest, decided: Claim) -> str:
    wanted = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(wanted, allowed_hosts=None):
        return wanted
    return reverse("claims:claim", args=[decided.pk])


@member_required(may_judge)
@require_POST
def claim_verdict(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Record a verdict; 422 shows the form again with what was typed."""
    found = _claim(request, pk)
    form = VerdictForm(request.POST)
    if form.is_valid():
        try:
            with transaction.atomic():
                _verdict, jobs = record_verdict(claim=found, user=person_of(request), **form.cleaned_data)
                for job in jobs:
                    ring_on_commit(job)
        except WorkbenchError as error:
            form.add_error("reasoning", f"{error.sentence(_)} {error.advice(_)}".strip())
        else:
            messages.success(
                request, _("Your verdict is recorded, and the sources' records are being refreshed.")
            )
            return redirect("claims:claim", pk=pk)
    return render(
        request, "claims/claim.html", claim_context(found, form, as_of=page_as_of(request)), status=422
    )
