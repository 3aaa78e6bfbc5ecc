"""Adding articles: pasted, as files, or by address; all three without any script."""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from claims.forms import AddressForm, FilesForm, PasteForm
from claims.services.arrivals import Arrival, ArrivalKind
from claims.services.ingestion import add_address, add_files, add_pasted
from workbench.accounts.access import member_required, membership_of, person_of
from workbench.accounts.policies import may_add_articles
from workbench.core.errors import WorkbenchError
from workbench.jobs.doorbell import ring_on_commit
from workbench.jobs.models import Job

WAYS = {
    "paste": gettext_lazy("Paste text"),
    "files": gettext_lazy("Files"),
    "address": gettext_lazy("Address"),
}
FORMS: Mapping[str, type[forms.Form]] = {"paste": PasteForm, "files": FilesForm, "address": AddressForm}
MAIN_FIELD = {"paste": "text", "files": "uploads", "address": "addresses"}


@member_required(may_add_articles)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Show the form of one way in, and take in what it brings; 422 keeps what was typed."""
    way = request.POST.get("way") or request.GET.get("way") or "paste"
    if way not in WAYS:
        way = "paste"
    form = FORMS[way](request.POST or None, request.FILES or None, initial=request.GET.dict())
    if request.method == "POST" and form.is_valid():
        try:
            return _ADDERS[way](request, form.cleaned_data)
        except WorkbenchError as error:
            form.add_error(MAIN_FIELD[way], f"{error.sentence(_)} {error.advice(_)}".strip())
    status = 422 if request.method == "POST" else 200
    return render(request, "claims/add.html", {"form": form, "way": way, "ways": WAYS}, status=status)


def _paste(request: HttpRequest, given: Mapping[str, Any]) -> HttpResponse:
    with transaction.atomic():
        arrival = add_pasted(
            workspace=membership_of(request).workspace, user=person_of(request), **_stated(given)
        )
        _ring(arrival.jobs)
    return _shown(request, [arrival])


def _stated(given: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in given.items() if value not in ("", None)}


def _files(request: HttpRequest, given: Mapping[str, Any]) -> HttpResponse:
    files = [(str(file.name), file.read()) for file in given["uploads"]]
    with transaction.atomic():
        arrivals = add_files(
            workspace=membership_of(request).workspace,
            user=person_of(request),
            files=files,
            outlet=given["outlet"],
        )
        _ring(job for arrival in arrivals for job in arrival.jobs)
    return _shown(request, arrivals)


def _address(request: HttpRequest, given: Mapping[str, Any]) -> HttpResponse:
    workspace, user = membership_of(request).workspace, person_of(request)
    with transaction.atomic():
        jobs = [add_address(workspace=workspace, user=user, url=url) for url in given["addresses"]]
        _ring(jobs)
    if len(jobs) == 1:
        return redirect("claims:fetch", pk=jobs[0].pk)
    return _many(fetches=[job.pk for job in jobs])


_ADDERS: Mapping[str, Callable[[HttpRequest, Mapping[str, Any]], HttpResponse]] = {
    "paste": _paste,
    "files": _files,
    "address": _address,
}


def _ring(jobs: Any) -> None:
    for job in jobs:
        if isinstance(job, Job):
            ring_on_commit(job)


def _shown(request: HttpRequest, arrivals: list[Arrival]) -> HttpResponse:
    if len(arrivals) != 1:
        return _many(articles=[arrival.article.pk for arrival in arrivals])
    [arrival] = arrivals
    if arrival.kind is ArrivalKind.SAME_TEXT:
        messages.info(request, _("This very text is already here. It was noted as seen once more."))
        return redirect("claims:article", pk=arrival.article.pk)
    if arrival.kind is ArrivalKind.NEW_VERSION:
        messages.info(request, _("This is a new version of an article that is already here."))
    return redirect("claims:progress", pk=arrival.article.pk)


def _many(*, articles: list[UUID] | None = None, fetches: list[UUID] | None = None) -> HttpResponse:
    query = urlencode({"article": articles or [], "fetch": fetches or []}, doseq=True)
    return redirect(f"{reverse('claims:arrivals')}?{query}")
