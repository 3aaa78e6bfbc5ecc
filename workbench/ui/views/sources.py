"""Sources: the list, and each one's record."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from claims.services.linking import link_articles_again
from sources.models import Source
from sources.selectors.conduct import conduct_of
from sources.selectors.explained import record_of
from sources.selectors.families import Families, families_of
from sources.selectors.grades import grades_of
from sources.selectors.pages import outlets_of_owner, source_counts
from sources.selectors.records import PARAMETERS
from sources.selectors.snapshots import seen_changes
from sources.services import set_owner
from workbench.accounts.access import member_required, membership_of, person_of
from workbench.accounts.models import actor_label
from workbench.accounts.policies import may_manage
from workbench.core.as_of import AsOf, page_as_of
from workbench.jobs.doorbell import ring_on_commit
from workbench.ui.curves import draw_curve
from workbench.ui.networks import draw_network
from workbench.ui.selectors import sources as selected
from workbench.ui.selectors.identity import identity_of, merged_on, shown_in_lists
from workbench.ui.selectors.partners import quoted_by, quoting
from workbench.ui.selectors.recorded import ledger_page
from workbench.ui.selectors.unnamed import ledger_of
from workbench.ui.views.identity import led_on

PAGE_SIZE = 30
CLAIMS_A_PAGE = 10


@member_required()
@require_safe
def list_sources(request: HttpRequest) -> HttpResponse:
    """List the workspace's sources with their records."""
    workspace = membership_of(request).workspace
    as_of = page_as_of(request)
    kind = request.GET.get("kind", "")
    words = request.GET.get("q", "").strip()
    order = request.GET.get("order", "quoted")
    counts = source_counts(workspace)
    rows = selected.listed_sources(
        workspace,
        kind=kind if kind in Source.Kind.values else "",
        words=words,
        order=order,
        as_of=as_of.moment,
    )
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    grades = grades_of(page, as_of=as_of.moment)
    context = {
        "as_of": as_of,
        "page": page,
        "rows": [(source, grades.get(source.pk)) for source in page],
        "kinds": [(value, word, counts[value]) for value, word in Source.Kind.choices if value in counts],
        "kind": kind,
        "words": words,
        "order": order,
        "total": sum(counts.values()),
        **shown_in_lists(workspace, list(page)),
        "needed": PARAMETERS.grades.least_mass,
    }
    return render(request, "workbench/sources/list.html", context)


@member_required()
@require_safe
def show_source(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show one source: who it is, its record on a day, what moved it, and what it said."""
    workspace = membership_of(request).workspace
    source = get_object_or_404(selected.source_in_full(workspace), pk=pk)
    as_of = page_as_of(request)
    if (merge := merged_on(source, as_of=as_of.moment)) is not None:
        return led_on(request, merge)
    families = families_of(workspace, as_of=as_of.moment)
    names = families.members(source.pk)
    context = {
        "as_of": as_of,
        "source": source,
        "names": names,
        "identity": identity_of(source, None if as_of.is_past else families),
        "aliases": [alias for alias in source.aliases.all() if alias.name != source.name],
        **_surroundings(source, families, as_of),
        **_claims(request, names, as_of),
    }
    if source.kind == Source.Kind.OUTLET:
        context |= {"unnamed": ledger_of(names, as_of=as_of.moment), "sisters": outlets_of_owner(source)}
    if source.kind != Source.Kind.ANONYMOUS:
        context |= _record(request, source, families, as_of)
    return render(request, "workbench/sources/source.html", context)


def _surroundings(source: Source, families: Families, as_of: AsOf) -> dict[str, Any]:
    quotes = quoted_by(source, families=families, as_of=as_of.moment)
    quoted = quoting(source, families=families, as_of=as_of.moment)
    return {
        "quotes": quotes,
        "quoted": quoted,
        "network": draw_network(quoting=quoted, quoted=quotes),
    }


def _claims(request: HttpRequest, names: set[UUID], as_of: AsOf) -> dict[str, Any]:
    part = request.GET.get("part", "all")
    claims = selected.claims_through(names, as_of=as_of.moment, part=part)
    return {
        "part": part,
        "part_counts": selected.part_counts(names, as_of=as_of.moment),
        "page": Paginator(claims, CLAIMS_A_PAGE).get_page(request.GET.get("page")),
    }


def _record(request: HttpRequest, source: Source, families: Families, as_of: AsOf) -> dict[str, Any]:
    record = record_of(source, as_of=as_of.moment, families=families)
    survivor = families.survivor(source.pk)
    return {
        "record": record,
        "conduct": conduct_of(source, as_of=as_of.moment, families=families),
        "curve": draw_curve(record),
        "needed": PARAMETERS.grades.least_mass,
        "least_for_topic": PARAMETERS.groups.least_for_topic,
        "changes": seen_changes(source, survivor=survivor, as_of=as_of.moment),
        **ledger_page(source.workspace, record, request.GET.get("moved")),
    }


@member_required(may_manage)
@require_POST
def keep_owner(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Keep to whom an outlet belongs, and compare its articles again where that changes."""
    outlets = Source.objects.filter(kind=Source.Kind.OUTLET)
    source = get_object_or_404(outlets, workspace=membership_of(request).workspace, pk=pk)
    with transaction.atomic():
        if set_owner(
            source=source, owner=request.POST.get("owner", ""), actor=actor_label(person_of(request))
        ):
            for job in link_articles_again(outlet=source, user=person_of(request)):
                ring_on_commit(job)
            messages.success(request, _("Kept. The outlet's articles are compared again."))
    return redirect(f"{reverse('sources:source', args=[pk])}#owner")
