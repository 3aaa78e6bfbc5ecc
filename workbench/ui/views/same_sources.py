"""Same source? One pair of sources at a time, decided by one key each."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from claims.selectors.triage import neighbour
from claims.services import source_merges as acts
from claims.services.source_merges import Decider
from sources.models import SourcePair
from workbench.accounts.access import member_required, membership_of, person_of
from workbench.accounts.policies import may_judge
from workbench.core.answers import Answer
from workbench.core.errors import WorkbenchError
from workbench.jobs.doorbell import ring_on_commit
from workbench.jobs.models import Job
from workbench.ui.selectors import identity as selected


@member_required()
@require_safe
def review_sources(request: HttpRequest) -> HttpResponse:
    """Show the pair that is asked for, or the first that waits; `step` goes on from there."""
    asked = _uuid(request.GET.get("at"))
    step = {"next": 1, "back": -1}.get(request.GET.get("step", ""))
    if step is not None:
        asked = neighbour(selected.queue_of(membership_of(request).workspace), asked, step)
    return _shown(request, asked, Answer())


@member_required(may_judge)
@require_POST
def decide_sources(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Merge a pair or keep it apart, and show the next one; 409 where somebody decided meanwhile."""
    workspace = membership_of(request).workspace
    decision = request.POST.get("decision")
    if decision not in {"merge", "apart"}:
        return HttpResponseBadRequest(_("Choose to merge the two, or to keep them apart."))
    after = neighbour(selected.queue_of(workspace), pk, 1)
    pairs = SourcePair.objects.filter(workspace=workspace).select_related("one", "other")
    pair = pairs.filter(pk=pk).first()
    if pair is None:
        return _shown(request, after, Answer(_("This pair is proposed no more.")))
    try:
        said = _merged(request, pair) if decision == "merge" else _told_apart(request, pair)
    except WorkbenchError as error:
        return _shown(request, pk, Answer(error.sentence(_), error))
    return _shown(request, None if after == pk else after, Answer(said))


@member_required(may_judge)
@require_POST
def undo_sources(request: HttpRequest) -> HttpResponse:
    """Take the person's latest decision back, and show the very pair that it was on."""
    person = person_of(request)
    pair = selected.may_undo(membership_of(request).workspace, person)
    if pair is None:
        return _shown(request, _uuid(request.POST.get("at")), Answer(_("There is no decision to take back.")))
    try:
        with transaction.atomic():
            _ring(acts.undo_pair(pair=pair, by=Decider(person)).jobs)
    except WorkbenchError as error:
        return _shown(request, _uuid(request.POST.get("at")), Answer(error.sentence(_), error))
    return _shown(request, pair.pk, Answer(_("Taken back. The pair waits again.")))


def _merged(request: HttpRequest, pair: SourcePair) -> str:
    kept = _uuid(request.POST.get("kept"))
    into = pair.other if kept == pair.other_id else pair.one
    gone = pair.one if into is pair.other else pair.other
    with transaction.atomic():
        _ring(acts.merge_pair(pair=pair, into=into, by=Decider(person_of(request))).jobs)
    return _("Merged: “%(gone)s” counts for “%(kept)s” now.") % {"gone": gone.name, "kept": into.name}


def _told_apart(request: HttpRequest, pair: SourcePair) -> str:
    with transaction.atomic():
        _ring(acts.tell_apart(pair=pair, by=Decider(person_of(request))).jobs)
    return _("Kept apart. They are not proposed again.")


def _ring(jobs: Sequence[Job]) -> None:
    for job in jobs:
        ring_on_commit(job)


def _shown(request: HttpRequest, pk: UUID | None, answer: Answer) -> HttpResponse:
    """Show the page, or for htmx the part of it that changes, with the pair's address."""
    context = _context(request, pk) | {"answer": answer}
    shown: selected.PairInFull | None = context["shown"]
    address = reverse("sources:same") + (f"?at={shown.pair.pk}" if shown else "")
    if not request.headers.get("HX-Request"):
        if request.method == "POST" and answer.status == 200:
            return redirect(address)
        return render(request, "workbench/sources/same/triage.html", context, status=answer.status)
    swapped = context | {"swapped": True}
    response = render(request, "workbench/sources/same/_review.html", swapped, status=answer.status)
    response["HX-Replace-Url"] = address
    return response


def _context(request: HttpRequest, pk: UUID | None) -> dict[str, Any]:
    workspace, person = membership_of(request).workspace, person_of(request)
    queue = selected.queue_of(workspace)
    shown = selected.pair_in_full(workspace, pk) if pk else None
    if shown is None and queue:
        shown = selected.pair_in_full(workspace, queue[0])
    done = selected.decided_today(workspace, person)
    place = queue.index(shown.pair.pk) if shown and shown.pair.pk in queue else None
    return {
        "shown": shown,
        "done": done,
        "total": done + len(queue),
        "number": None if place is None else done + place + 1,
        "may_undo": bool(selected.may_undo(workspace, person)),
    }


def _uuid(value: str | None) -> UUID | None:
    try:
        return UUID(value or "")
    except ValueError:
        return None
