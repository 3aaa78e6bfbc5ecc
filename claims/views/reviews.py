"""The second look: confirming and disputing verdicts, and what waits to be looked at again."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from claims.models import Verdict
from claims.selectors.verdicts import reconsiderations_in, reviews_in
from claims.services.reconsidering import keep_as_it_is, reopen
from claims.services.reviewing import review_verdict, take_back_review
from workbench.accounts.access import member_required, membership_of, person_of
from workbench.accounts.policies import may_judge
from workbench.core.errors import WorkbenchError
from workbench.jobs.doorbell import ring_on_commit


@member_required(may_judge)
@require_POST
def review(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Confirm or dispute a verdict, and show its claim."""
    verdicts = Verdict.objects.filter(workspace=membership_of(request).workspace)
    verdict = get_object_or_404(verdicts, pk=pk)
    agrees = request.POST.get("agrees") == "yes"
    try:
        with transaction.atomic():
            _review, jobs = review_verdict(
                verdict=verdict, user=person_of(request), agrees=agrees, note=request.POST.get("note", "")
            )
            for job in jobs:
                ring_on_commit(job)
    except WorkbenchError as error:
        messages.error(request, f"{error.sentence(_)} {error.advice(_)}".strip())
    else:
        messages.success(
            request,
            _("You confirmed the verdict; it counts in full now.")
            if agrees
            else _("You disputed the verdict. It waits in the inbox for a third person."),
        )
    return redirect(_verdict_of(verdict.claim_id))


@member_required(may_judge)
@require_POST
def undo(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take one's own review back, and show its claim."""
    row = get_object_or_404(reviews_in(membership_of(request).workspace), pk=pk)
    try:
        with transaction.atomic():
            _review, jobs = take_back_review(review=row, user=person_of(request))
            for job in jobs:
                ring_on_commit(job)
        messages.success(request, _("Your review is taken back. It stays on record."))
    except WorkbenchError as error:
        messages.error(request, f"{error.sentence(_)} {error.advice(_)}".strip())
    return redirect(_verdict_of(row.verdict.claim_id))


def _verdict_of(claim: UUID) -> str:
    return f"{reverse('claims:claim', args=[claim])}#verdict"


@member_required(may_judge)
@require_POST
def settle(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say that a claim stays as it is after another look, or take that back."""
    row = get_object_or_404(reconsiderations_in(membership_of(request).workspace), pk=pk)
    try:
        if request.POST.get("undo"):
            reopen(reconsideration=row, user=person_of(request))
            messages.success(request, _("It waits for another look again."))
        else:
            keep_as_it_is(reconsideration=row, user=person_of(request))
            messages.success(request, _("It stays as it is."))
    except WorkbenchError as error:
        messages.error(request, f"{error.sentence(_)} {error.advice(_)}".strip())
    return redirect(_verdict_of(row.claim_id))
