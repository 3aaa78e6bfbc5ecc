"""Who a source is: its names, kind, country and site, what is merged with it, and merging by hand."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from claims.services import source_merges as acts
from claims.services.source_merges import Decided, Decider
from sources.models import Source, SourceAlias, SourceMerge
from sources.selectors.countries import countries
from sources.services import add_alias, set_country, set_kind, set_website, withdraw_alias
from workbench.accounts.access import member_required, membership_of, person_of
from workbench.accounts.models import actor_label
from workbench.accounts.policies import may_judge
from workbench.core.errors import WorkbenchError
from workbench.jobs.doorbell import ring_on_commit
from workbench.ui.selectors import identity as selected
from workbench.ui.selectors.sources import source_in_full


@member_required()
@require_safe
def show_identity(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show who a source is, and what the search for another one to merge it with finds."""
    source = _source(request, pk)
    if source.merged_into is not None:
        return redirect("sources:identity", source.merged_into_id)
    words = request.GET.get("q", "").strip()
    context = {
        "source": source,
        "identity": selected.identity_of(source),
        "words": words,
        "found": list(selected.found_to_merge(source, words)) if words else [],
        "countries": countries(),
        "kinds": [choice for choice in Source.Kind.choices if choice[0] != Source.Kind.ANONYMOUS],
        "unnamed": source.kind == Source.Kind.ANONYMOUS,
    }
    return render(request, "workbench/sources/identity.html", context)


@member_required(may_judge)
@require_POST
def keep_name(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Add a spelling of a source's name."""
    source, actor = _source(request, pk), actor_label(person_of(request))
    return _done(
        request,
        source,
        lambda: add_alias(source=source, name=request.POST.get("name", ""), actor=actor),
        _("Added. Articles that use this name are read as this source from now on."),
    )


@member_required(may_judge)
@require_POST
def take_name_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take back a spelling that somebody added."""
    rows = SourceAlias.objects.filter(workspace=membership_of(request).workspace)
    alias = get_object_or_404(rows.select_related("source__workspace"), pk=pk)
    actor = actor_label(person_of(request))
    return _done(request, alias.source, lambda: withdraw_alias(alias=alias, actor=actor), _("Taken back."))


@member_required(may_judge)
@require_POST
def keep_facts(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Keep what a source is, where it sits, and its site."""
    source, actor = _source(request, pk), actor_label(person_of(request))

    def keep() -> None:
        set_kind(source=source, kind=request.POST.get("kind", source.kind), actor=actor)
        set_country(source=source, country=request.POST.get("country", ""), actor=actor)
        set_website(source=source, website=request.POST.get("website", ""), actor=actor)

    return _done(request, source, keep, _("Kept."))


@member_required(may_judge)
@require_POST
def merge_by_hand(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Merge another source into this one, or this one into it, as the reader chose."""
    source = _source(request, pk)
    try:
        other = _source(request, UUID(request.POST.get("other", "")))
    except ValueError:
        return HttpResponseBadRequest(_("Choose the source to merge with."))
    gone, kept = (source, other) if request.POST.get("keep") == "other" else (other, source)
    reason = request.POST.get("reason", "")

    def merge() -> Decided:
        return acts.merge(source=gone, into=kept, by=Decider(person_of(request)), reason=reason)

    said = _("Merged: “%(gone)s” counts for “%(kept)s” now.") % {"gone": gone.name, "kept": kept.name}
    return _done(request, kept, merge, said)


@member_required(may_judge)
@require_POST
def split_by_hand(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a source's merge into another back: a slip that may be proposed again, or for good."""
    source = _source(request, pk)
    kept = source.merged_into or source
    apart = request.POST.get("apart") == "1"

    def split() -> Decided:
        return acts.split(source=source, by=Decider(person_of(request)), apart=apart)

    return _done(
        request, kept, split, _("Split: “%(name)s” stands for itself again.") % {"name": source.name}
    )


def led_on(request: HttpRequest, merge: SourceMerge) -> HttpResponse:
    """Lead from a source to the one that it counts for, and say so there."""
    survivor = merge.into.merged_into or merge.into
    said = _("“%(name)s” counts for “%(kept)s” since %(day)s: this is its page.")
    day = date_format(merge.merged_at, "j F Y")
    messages.info(request, said % {"name": merge.source.name, "kept": survivor.name, "day": day})
    kept = f"?{request.GET.urlencode()}" if request.GET else ""
    return redirect(reverse("sources:source", args=[survivor.pk]) + kept)


def _source(request: HttpRequest, pk: UUID) -> Source:
    rows = source_in_full(membership_of(request).workspace).select_related("merged_into", "workspace")
    return get_object_or_404(rows, pk=pk)


def _done(request: HttpRequest, source: Source, act: Callable[[], object], said: str) -> HttpResponse:
    """Do it, ring for the jobs that follow, and go back to the source with what came of it."""
    try:
        with transaction.atomic():
            result = act()
            for job in result.jobs if isinstance(result, Decided) else ():
                ring_on_commit(job)
        messages.success(request, said)
    except WorkbenchError as error:
        messages.error(request, f"{error.sentence(_)} {error.advice(_)}".strip())
    return redirect(reverse("sources:identity", args=[source.merged_into_id or source.pk]))
