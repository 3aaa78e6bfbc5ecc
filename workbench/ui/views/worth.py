"""Settings of a workspace: what is worth a check, and working the articles through again by it."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from claims.selectors.weights import shown_weights
from claims.services.weights import set_weights, work_all_through_again
from workbench.accounts.access import member_required, membership_of, person_of
from workbench.accounts.policies import may_manage
from workbench.jobs.doorbell import ring_on_commit
from workbench.ui.forms import WorthForm
from workbench.ui.views.settings import render_settings


@member_required(may_manage)
@require_POST
def keep_worth(request: HttpRequest) -> HttpResponse:
    """Keep what each factor counts; 422 shows the form again with what was typed."""
    form = WorthForm(request.POST, weights=shown_weights(membership_of(request).workspace))
    if not form.is_valid():
        return render_settings(request, worth=form, status=422)
    set_weights(workspace=membership_of(request).workspace, user=person_of(request), points=form.cleaned_data)
    messages.success(request, _("Kept. It counts for what comes in from now on."))
    return redirect("ui:settings")


@member_required(may_manage)
@require_POST
def reset_worth(request: HttpRequest) -> HttpResponse:
    """Let every factor count its default again."""
    set_weights(workspace=membership_of(request).workspace, user=person_of(request), points={})
    messages.success(request, _("Every factor counts its default again."))
    return redirect("ui:settings")


@member_required(may_manage)
@require_POST
def work_through_again(request: HttpRequest) -> HttpResponse:
    """Queue every article of the workspace afresh."""
    with transaction.atomic():
        jobs = work_all_through_again(workspace=membership_of(request).workspace, user=person_of(request))
        for job in jobs:
            ring_on_commit(job)
    count = len(jobs)
    words = ngettext(
        "%(count)d article is worked through again.", "%(count)d articles are worked through again.", count
    )
    messages.success(request, words % {"count": count})
    return redirect("ui:jobs")
