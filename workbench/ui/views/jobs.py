"""Background work: what runs, waits and failed, and trying again."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from claims.services.progress import retry_article_job
from workbench.accounts.access import member_required, membership_of, person_of
from workbench.accounts.models import User
from workbench.accounts.policies import may_run_jobs
from workbench.jobs.doorbell import ring_on_commit
from workbench.jobs.models import Job, JobState
from workbench.jobs.selectors import jobs_of
from workbench.jobs.services import cancel_job
from workbench.ui.selectors import work

PAGE_SIZE = 30
MOST_RETRIED = 200
"""Failed jobs tried again at once; more would bury what people wait for."""


@member_required()
@require_safe
def show_jobs(request: HttpRequest) -> HttpResponse:
    """Show the queue in words and its jobs; the page asks again while anything is under way."""
    workspace = membership_of(request).workspace
    state, kind = request.GET.get("state", ""), request.GET.get("kind", "")
    counts = work.state_counts(workspace)
    rows = work.shown_jobs(workspace, state=state, kind=kind)
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "queue": work.queue_of(workspace),
        "page": page,
        "jobs": [work.ShownJob(job) for job in page],
        "states": [(value, word, counts.get(value, 0)) for value, word in JobState.choices],
        "kinds": work.kinds_met(workspace),
        "state": state,
        "kind": kind,
        "total": sum(counts.values()),
        "failed": work.shown_jobs(workspace, state=JobState.DEAD, kind=kind).count(),
        "address": request.get_full_path(),
    }
    template = (
        "workbench/jobs/_queue.html" if request.headers.get("HX-Request") else "workbench/jobs/jobs.html"
    )
    return render(request, template, context)


@member_required(may_run_jobs)
@require_POST
def retry_one(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Queue a failed or cancelled job again."""
    job = get_object_or_404(jobs_of(workspace=membership_of(request).workspace), pk=pk)
    if _retry([job], person_of(request)):
        messages.success(request, _("The job waits again."))
    else:
        messages.warning(request, _("Nothing was changed: the job is not over, or it waits again already."))
    return redirect(_back(request))


@member_required(may_run_jobs)
@require_POST
def retry_failed(request: HttpRequest) -> HttpResponse:
    """Queue every failed job of the kind shown again."""
    workspace = membership_of(request).workspace
    failed = work.shown_jobs(workspace, state=JobState.DEAD, kind=request.POST.get("kind", ""))
    count = _retry(list(failed.order_by("created_at")[:MOST_RETRIED]), person_of(request))
    messages.success(
        request,
        ngettext("%(count)d job waits again.", "%(count)d jobs wait again.", count) % {"count": count},
    )
    return redirect(_back(request))


@member_required(may_run_jobs)
@require_POST
def cancel_one(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a waiting job out of the queue."""
    job = get_object_or_404(jobs_of(workspace=membership_of(request).workspace), pk=pk)
    if cancel_job(job=job, user=person_of(request)):
        messages.success(request, _("The job is cancelled. What earlier steps found is kept."))
    else:
        messages.warning(request, _("The job has begun or is over: it cannot be cancelled."))
    return redirect(_back(request))


def _retry(jobs: list[Job], user: User) -> int:
    """Queue jobs again and ring for each; return how many were over."""
    count = 0
    with transaction.atomic():
        for job in jobs:
            if retry_article_job(job=job, user=user):
                count += 1
                ring_on_commit(job)
    return count


def _back(request: HttpRequest) -> str:
    """Return the address of the list with the filters that the form carried."""
    kept = QueryDict(mutable=True)
    for name in ("state", "kind"):
        if value := request.POST.get(name):
            kept[name] = value
    query = kept.urlencode()
    return reverse("ui:jobs") + (f"?{query}" if query else "")
