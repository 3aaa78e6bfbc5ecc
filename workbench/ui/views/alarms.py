"""Alarms: what a night or a burst wants people to look at, and possible common origins."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sources.models import Alarm, CopyPair
from sources.selectors.alarms import alarms_in, closed_alarms, copy_pairs_in, open_alarms
from sources.services.alarms import close_alarm, reopen_alarm
from sources.services.bursts import leave_held_out, release_held
from sources.services.copying import decide_copy_pair
from workbench.accounts.access import member_required, membership_of, person_of
from workbench.accounts.policies import may_judge
from workbench.core.errors import WorkbenchError
from workbench.jobs.doorbell import ring_on_commit
from workbench.ui.selectors.alarms import shown_alarms, shown_pairs

PAGE_SIZE = 20
DECISIONS = {"release": release_held, "leave_out": leave_held_out}


@member_required()
@require_safe
def show_alarms(request: HttpRequest) -> HttpResponse:
    """Show what waits for a look, the possible common origins, and what was dealt with."""
    membership = membership_of(request)
    workspace = membership.workspace
    waiting = Paginator(open_alarms(workspace), PAGE_SIZE).get_page(request.GET.get("open"))
    closed = Paginator(closed_alarms(workspace), PAGE_SIZE).get_page(request.GET.get("page"))
    pairs = shown_pairs(copy_pairs_in(workspace))
    context = {
        "open": shown_alarms(waiting, membership),
        "waiting": waiting,
        "closed": shown_alarms(closed, membership),
        "page": closed,
        "waiting_pairs": [one for one in pairs if one.pair.state == CopyPair.State.PROPOSED],
        "decided_pairs": [one for one in pairs if one.pair.state != CopyPair.State.PROPOSED],
    }
    return render(request, "workbench/alarms/alarms.html", context)


@member_required(may_judge)
@require_POST
def close_one(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Close an alarm with a note; for a burst, after letting its verdicts count or leaving them out."""
    alarm = get_object_or_404(alarms_in(membership_of(request).workspace), pk=pk)
    note, decide = request.POST.get("note", ""), DECISIONS.get(request.POST.get("act", ""))
    if (alarm.kind == Alarm.Kind.BURST) != (decide is not None):
        return HttpResponseBadRequest(_("Choose to let the verdicts count or to leave them out."))
    try:
        with transaction.atomic():
            if decide is None:
                close_alarm(alarm=alarm, user=person_of(request), note=note)
            else:
                for job in decide(alarm=alarm, user=person_of(request), note=note):
                    ring_on_commit(job)
    except WorkbenchError as refused:
        messages.warning(request, f"{refused.sentence(_)} {refused.advice(_)}")
    else:
        messages.success(request, _("The alarm is closed."))
    return redirect(reverse("sources:alarms"))


@member_required(may_judge)
@require_POST
def reopen_one(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take the closing of an alarm back."""
    alarm = get_object_or_404(alarms_in(membership_of(request).workspace), pk=pk)
    try:
        reopen_alarm(alarm=alarm, user=person_of(request))
    except WorkbenchError as refused:
        messages.warning(request, f"{refused.sentence(_)} {refused.advice(_)}")
    else:
        messages.success(request, _("The alarm is open again."))
    return redirect(reverse("sources:alarms"))


@member_required(may_judge)
@require_POST
def decide_pair(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Confirm or reject a possible common origin, or take that back."""
    pair = get_object_or_404(copy_pairs_in(membership_of(request).workspace), pk=pk)
    state = request.POST.get("state", "")
    if state not in CopyPair.State.values:
        return HttpResponseBadRequest(_("Choose to confirm, reject or reopen."))
    decide_copy_pair(pair=pair, user=person_of(request), state=state)
    messages.success(request, _("Kept. It counts from the next night on."))
    return redirect(f"{reverse('sources:alarms')}#origins")
