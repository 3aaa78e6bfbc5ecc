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
from claims.selectors.audits import is_drawn
from claims.selectors.claims import claim_in_full, hops_with_words, who_says_what
from claims.selectors.corrections import history_of, rejection_of
from claims.selectors.credibility import numbers_of
from claims.selectors.grades import chain_grades
from claims.selectors.links import links_of, open_links
from claims.selectors.origins import Origins, origins_of
from claims.selectors.roles import answering_for
from claims.selectors.standings import standings_of
from claims.selectors.verdicts import ShownVerdict, reconsiderations_of, shown_verdicts, withdrawals_of
from claims.services.claims import decide_claim
from claims.services.correcting import Corrector
from claims.services.corrections import reject_claim
from claims.services.verdicts import Checking, record_verdict
from sources.models import Outcome
from workbench.accounts.access import member_required, membership_of, person_of
from workbench.accounts.models import User
from workbench.accounts.policies import may_judge
from workbench.accounts.selectors import may_another_judge
from workbench.core.as_of import AsOf, page_as_of
from workbench.core.errors import WorkbenchError
from workbench.jobs.doorbell import ring_on_commit


@member_required()
@require_safe
def claim(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show all that is known of one claim, as it was judged on a day if one is asked for."""
    as_of = page_as_of(request)
    found = _claim(request, pk)
    judged = verdict_context(found, _viewer(request), as_of=as_of)
    context = claim_context(found, None if as_of.is_past else judged["number"].origins, as_of=as_of) | judged
    return render(request, "claims/claim.html", context)


def claim_context(found: Claim, origins: Origins | None = None, *, as_of: AsOf) -> dict[str, Any]:
    """Return what each part of the claim's page that is swapped alone needs."""
    links = links_of(found)
    hops = hops_with_words(found)
    grades = chain_grades([found], as_of=as_of.moment)
    return {
        "as_of": as_of,
        "claim": found,
        "standing": standings_of([found])[found.pk],
        "hops": [(shown, grades[shown.hop.pk]) for shown in hops],
        "links": links,
        "origins": origins or origins_of(found),
        "table": who_says_what(found, open_links(links)),
        "history": history_of(found),
        "reason": rejection_of(found) if found.state == Claim.State.REJECTED else "",
    }


def verdict_context(
    found: Claim, viewer: User | None, *, as_of: AsOf, form: VerdictForm | None = None
) -> dict[str, Any]:
    """Return what the page says of verdicts: those up to the day, their reviews, the number, the form.

    `alone` says that nobody but its author could confirm the verdict in force. `blind` says that the viewer
    has yet to review it, whatever day they look at: the page keeps the letters of sources from them.
    """
    moment = as_of.moment if as_of.is_past else None
    verdicts = shown_verdicts(found, moment=moment, viewer=viewer)
    current = next((shown for shown in verdicts if shown.in_force), None)
    return {
        "day": as_of if as_of.is_past else None,
        "verdicts": verdicts,
        "current": current,
        "alone": not moment and _waits_for_nobody(current),
        "blind": any(shown.is_blind for shown in shown_verdicts(found, viewer=viewer)),
        "number": numbers_of([found.pk], moment=moment)[found.pk],
        "waiting": [] if moment else reconsiderations_of(found),
        "withdrawals": withdrawals_of(found),
        "form": form or _fresh_form(found),
        "answering": answering_for(found, _chosen(form) if form else None),
    }


def _waits_for_nobody(current: ShownVerdict | None) -> bool:
    """Tell whether the verdict in force lacks a second person, and nobody else here may be one."""
    if current is None or current.confirmations:
        return False
    verdict = current.verdict
    return not may_another_judge(verdict.workspace, verdict.author)


def _fresh_form(found: Claim) -> VerdictForm:
    drawn = not found.verdicts.all() and is_drawn(found)
    chosen = Outcome.Selection.RANDOM if drawn else Outcome.Selection.SUSPICION
    return VerdictForm(initial={"selection": chosen})


def _viewer(request: HttpRequest) -> User | None:
    """Return the reader if they may judge; nobody else can review."""
    return person_of(request) if may_judge(membership_of(request)) else None


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
    if form.is_valid() and _record(form, found, person_of(request)):
        messages.success(
            request, _("Your verdict is recorded, and the sources' records are being refreshed.")
        )
        return redirect("claims:claim", pk=pk)
    as_of = page_as_of(request)
    judged = verdict_context(found, _viewer(request), as_of=as_of, form=form)
    context = claim_context(found, as_of=as_of) | judged
    return render(request, "claims/claim.html", context, status=422)


def _record(form: VerdictForm, found: Claim, person: User) -> bool:
    """Record what the form says; what is refused is told in the form."""
    given = dict(form.cleaned_data)
    checking = Checking(selection=given.pop("selection") or Outcome.Selection.SUSPICION, roles=_chosen(form))
    try:
        with transaction.atomic():
            _verdict, jobs = record_verdict(claim=found, user=person, checking=checking, **given)
            for job in jobs:
                ring_on_commit(job)
    except WorkbenchError as error:
        form.add_error("reasoning", f"{error.sentence(_)} {error.advice(_)}".strip())
        return False
    return True


def _chosen(form: VerdictForm) -> dict[str, str]:
    """Return the roles that were posted, by the source's identifier."""
    return {
        name.removeprefix("role-"): str(value)
        for name, value in form.data.items()
        if name.startswith("role-") and value
    }
