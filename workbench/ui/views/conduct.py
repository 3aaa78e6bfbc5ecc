"""Beside a source's record: its practices, its right of reply, its own corrections."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sources.models import Erratum, Practice, Reply, Source
from sources.selectors.conduct import conduct_of
from sources.selectors.records import PARAMETERS
from sources.selectors.replies import open_appeals
from sources.services.errata import NewErratum, record_erratum, take_back_erratum
from sources.services.practices import Assessment, assess_practice, take_back_practice
from sources.services.replies import NewReply, note_reply, take_back_reply
from workbench.accounts.access import member_required, membership_of, person_of
from workbench.accounts.models import Workspace, actor_label
from workbench.accounts.policies import may_judge, may_manage
from workbench.core.as_of import page_as_of
from workbench.core.errors import WorkbenchError
from workbench.jobs.doorbell import ring_on_commit
from workbench.ui.conduct_forms import DecisionForm, ErratumForm, PracticeForm, ReplyForm
from workbench.ui.selectors.conduct import JUDGED_KINDS, correctable_claims, people_of
from workbench.ui.selectors.sources import source_in_full


@member_required()
@require_safe
def show_conduct(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show what stands beside the record, today or as it was known at the end of a day."""
    return _render(request, _source(request, pk))


@member_required(may_judge)
@require_POST
def assess(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Record whether a criterion is met."""
    source, form = _source(request, pk), PracticeForm(request.POST)

    def act(said: Mapping[str, Any]) -> None:
        assess_practice(source=source, assessment=Assessment(**said), actor=_actor(request))
        messages.success(request, _("Recorded. The grade is left as it is."))

    return _done(request, source, form, act) or _render(request, source, practice=form)


@member_required(may_judge)
@require_POST
def reply(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Record that the source was asked, answered or appealed."""
    source, form = _source(request, pk), ReplyForm(request.POST)

    def act(said: Mapping[str, Any]) -> None:
        note_reply(source=source, reply=NewReply(**said), actor=_actor(request))
        messages.success(request, _("Recorded."))

    return _done(request, source, form, act) or _render(request, source, reply=form)


@member_required(may_manage)
@require_POST
def decide(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Record what became of an appeal."""
    source, form = _source(request, pk), DecisionForm(request.POST)

    def act(said: Mapping[str, Any]) -> None:
        about = Reply.objects.filter(workspace=source.workspace, pk=said["about"]).first()
        decision = NewReply(**{**said, "step": Reply.Step.DECIDED, "about": about})
        note_reply(source=source, reply=decision, actor=_actor(request))
        messages.success(request, _("The decision is recorded."))

    return _done(request, source, form, act) or _render(request, source, decision=form)


@member_required(may_judge)
@require_POST
def correct(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Record a correction that the source published, and refresh its record."""
    source = _source(request, pk)
    form = ErratumForm(request.POST, claims=correctable_claims(source))

    def act(said: Mapping[str, Any]) -> None:
        claim = said["claim"]
        facts = {name: said[name] for name in ("corrected_on", "address", "note")}
        erratum = NewErratum(claim_id=UUID(claim), claim_text=form.texts[claim], **facts)
        _row, jobs = record_erratum(source=source, erratum=erratum, user=person_of(request))
        for job in jobs:
            ring_on_commit(job)
        again = _("Recorded. The source's record is worked out again.")
        messages.success(request, again if jobs else _("Recorded. It counts once the claim is judged."))

    return _done(request, source, form, act) or _render(request, source, erratum=form)


@member_required(may_judge)
@require_POST
def undo(request: HttpRequest, pk: UUID, kind: str, entry: UUID) -> HttpResponse:
    """Take back an entry by a later one."""
    source = _source(request, pk)
    if kind not in _UNDOING:
        raise Http404
    try:
        with transaction.atomic():
            _UNDOING[kind](request, source.workspace, entry)
    except WorkbenchError as error:
        messages.error(request, f"{error.sentence(_)} {error.advice(_)}")
    else:
        messages.success(request, _("Taken back. Both entries stay in the log."))
    return redirect("sources:conduct", pk=pk)


def _undo_practice(request: HttpRequest, workspace: Workspace, entry: UUID) -> None:
    row = get_object_or_404(Practice, workspace=workspace, pk=entry)
    take_back_practice(practice=row, actor=_actor(request))


def _undo_reply(request: HttpRequest, workspace: Workspace, entry: UUID) -> None:
    row = get_object_or_404(Reply, workspace=workspace, pk=entry)
    take_back_reply(reply=row, actor=_actor(request))


def _undo_erratum(request: HttpRequest, workspace: Workspace, entry: UUID) -> None:
    row = get_object_or_404(Erratum, workspace=workspace, pk=entry)
    _taken, jobs = take_back_erratum(erratum=row, user=person_of(request))
    for job in jobs:
        ring_on_commit(job)


_UNDOING = {"practice": _undo_practice, "reply": _undo_reply, "erratum": _undo_erratum}


def _done(
    request: HttpRequest, source: Source, form: Form, act: Callable[[Mapping[str, Any]], None]
) -> HttpResponse | None:
    """Do what the form asks for and go back to the page; None, with errors in the form, where it cannot."""
    if not form.is_valid():
        return None
    try:
        with transaction.atomic():
            act(form.cleaned_data)
    except WorkbenchError as error:
        form.add_error(None, f"{error.sentence(_)} {error.advice(_)}")
        return None
    return redirect("sources:conduct", pk=source.pk)


def _render(request: HttpRequest, source: Source, **forms: Form) -> HttpResponse:
    """Return the page; with forms that were filled in wrongly, as they were, under status 422."""
    as_of = page_as_of(request)
    conduct = conduct_of(source, as_of=as_of.moment if as_of.is_past else None)
    membership = membership_of(request)
    edits = may_judge(membership) and not as_of.is_past
    asked = request.GET.get("criterion", "")
    context = {
        "source": source,
        "conduct": conduct,
        "as_of": as_of,
        "people": people_of(conduct),
        "has_practices": source.kind in JUDGED_KINDS,
        "reply_days": PARAMETERS.guards.reply_days,
        "appeals": open_appeals(source) if may_manage(membership) and not as_of.is_past else [],
        "practice": forms.get("practice") or PracticeForm(initial={"criterion": asked}),
        "reply": forms.get("reply") or ReplyForm(),
        "decision": forms.get("decision") or DecisionForm(),
        "erratum": forms.get("erratum") or ErratumForm(claims=correctable_claims(source) if edits else []),
        "filled": next(iter(forms), ""),
        "criterion_asked": asked,
    }
    return render(request, "workbench/sources/conduct.html", context, status=422 if forms else 200)


def _source(request: HttpRequest, pk: UUID) -> Source:
    """Return the source; an unnamed one has neither practices nor an address to ask for a reply."""
    named = source_in_full(membership_of(request).workspace).exclude(kind=Source.Kind.ANONYMOUS)
    return get_object_or_404(named, pk=pk)


def _actor(request: HttpRequest) -> str:
    return actor_label(person_of(request))
