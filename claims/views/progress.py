"""How far the work on new articles is: pages that ask again by themselves, and stop."""

from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from claims.selectors.articles import article_in_full, articles_by_id
from claims.selectors.progress import FETCH, Progress, article_of_fetch, progress_of, progress_of_fetch
from claims.services.progress import retry_article_job
from workbench.accounts.access import member_required, membership_of, person_of
from workbench.accounts.policies import may_run_jobs
from workbench.jobs.doorbell import ring_on_commit
from workbench.jobs.selectors import jobs_of


@member_required()
@require_safe
def article_progress(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show the steps of the work on an article; once they are done, the article itself."""
    article = get_object_or_404(article_in_full(membership_of(request).workspace), pk=pk)
    progress = progress_of(article)
    if progress.is_done:
        return _go(request, reverse("claims:article", args=[pk]))
    context = {"article": article, "label": str(article), "progress": progress}
    return _steps(request, context, progress)


@member_required()
@require_safe
def fetch_progress(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show the fetching of an address; once there is an article, the steps of the work on it."""
    job = get_object_or_404(jobs_of(workspace=membership_of(request).workspace), pk=pk, kind=FETCH)
    found = article_of_fetch(job)
    if found:
        return _go(request, reverse("claims:progress", args=[found]))
    progress = progress_of_fetch(job)
    return _steps(request, {"label": job.subject_label, "fetch": job, "progress": progress}, progress)


def _steps(request: HttpRequest, context: dict[str, object], progress: Progress) -> HttpResponse:
    context |= {"address": request.path}
    template = "claims/_progress.html" if request.headers.get("HX-Request") else "claims/progress.html"
    return render(request, template, context)


def _go(request: HttpRequest, address: str) -> HttpResponse:
    if request.headers.get("HX-Request"):
        return HttpResponseClientRedirect(address)
    return redirect(address)


@member_required()
@require_safe
def arrivals(request: HttpRequest) -> HttpResponse:
    """Show how far several articles are that came in together."""
    workspace = membership_of(request).workspace
    fetches = list(jobs_of(workspace=workspace).filter(kind=FETCH, pk__in=_identifiers(request, "fetch")))
    wanted = [*_identifiers(request, "article"), *filter(None, map(article_of_fetch, fetches))]
    articles = list(articles_by_id(workspace, wanted).values())
    pending = [job for job in fetches if not article_of_fetch(job)]
    rows = [(job, progress_of_fetch(job)) for job in pending]
    is_open = any(progress.is_open for _, progress in rows) or any(
        article.state in {"waiting", "working"} for article in articles
    )
    context = {"articles": articles, "fetches": rows, "is_open": is_open, "address": request.get_full_path()}
    template = "claims/_arrivals.html" if request.headers.get("HX-Request") else "claims/arrivals.html"
    return render(request, template, context)


def _identifiers(request: HttpRequest, name: str) -> list[UUID]:
    found = []
    for value in request.GET.getlist(name)[:200]:
        try:
            found.append(UUID(value))
        except ValueError:
            continue
    return found


@member_required(may_run_jobs)
@require_POST
def retry_step(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Queue a failed step again, and go back to the steps."""
    job = get_object_or_404(jobs_of(workspace=membership_of(request).workspace), pk=pk)
    with transaction.atomic():
        if retry_article_job(job=job, user=person_of(request)):
            ring_on_commit(job)
    if job.kind == FETCH:
        return redirect("claims:fetch", pk=job.pk)
    return redirect("claims:progress", pk=job.subject_id)
