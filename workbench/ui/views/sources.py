"""Sources: the list, and each one's record."""

from datetime import datetime, time
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from claims.services.linking import link_articles_again
from sources.models import Source
from sources.selectors.pages import latest_scorecards, outlets_of_owner, record_of, source_counts
from sources.selectors.records import PARAMETERS
from sources.services import set_owner
from workbench.accounts.access import member_required, membership_of, person_of
from workbench.accounts.models import actor_label
from workbench.accounts.policies import may_manage
from workbench.jobs.doorbell import ring_on_commit
from workbench.ui.records import draw_curve
from workbench.ui.selectors import sources as selected

PAGE_SIZE = 30
CLAIMS_A_PAGE = 10


@member_required()
def list_sources(request: HttpRequest) -> HttpResponse:
    """List the workspace's sources with their records."""
    workspace = membership_of(request).workspace
    kind = request.GET.get("kind", "")
    words = request.GET.get("q", "").strip()
    order = request.GET.get("order", "quoted")
    counts = source_counts(workspace)
    rows = selected.listed_sources(
        workspace, kind=kind if kind in Source.Kind.values else "", words=words, order=order
    )
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    cards = latest_scorecards(list(page))
    context = {
        "page": page,
        "rows": [(source, cards.get(source.pk)) for source in page],
        "kinds": [(value, word, counts[value]) for value, word in Source.Kind.choices if value in counts],
        "kind": kind,
        "words": words,
        "order": order,
        "total": sum(counts.values()),
        "needed": PARAMETERS.grades.least_mass,
    }
    return render(request, "workbench/sources/list.html", context)


@member_required()
def show_source(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show one source: who it is, its record on a day, what moved it, and what it said."""
    workspace = membership_of(request).workspace
    source = get_object_or_404(selected.source_in_full(workspace), pk=pk)
    day, moment = _day(request.GET.get("as_of", ""))
    part = request.GET.get("part", "all")
    claims = Paginator(selected.claims_through(source, part=part), CLAIMS_A_PAGE)
    context = {
        "source": source,
        "aliases": [alias for alias in source.aliases.all() if alias.name != source.name],
        "as_of": moment,
        "is_past": day is not None,
        "today": timezone.localdate(),
        "part": part,
        "part_counts": selected.part_counts(source),
        "page": claims.get_page(request.GET.get("page")),
        "quotes": selected.quoted_by(source),
        "quoted": selected.quoting(source),
    }
    if source.kind == Source.Kind.OUTLET:
        context |= {"ledger": selected.ledger_of(source), "sisters": outlets_of_owner(source)}
    if source.kind != Source.Kind.ANONYMOUS:
        record = record_of(source, as_of=moment)
        context |= {
            "record": record,
            "curve": draw_curve(record.history, record.moved, prior=PARAMETERS.prior_mean),
            "kept": selected.kept_claims(record.claim_ids),
            "needed": PARAMETERS.grades.least_mass,
        }
    return render(request, "workbench/sources/source.html", context)


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


def _day(wanted: str) -> tuple[datetime | None, datetime]:
    """Return the end of the day asked for, twice; now, where none is asked for or it is not over."""
    now = timezone.now()
    try:
        day = parse_date(wanted)
    except ValueError:
        day = None
    if day is None or day >= timezone.localdate():
        return None, now
    end = timezone.make_aware(datetime.combine(day, time.max))
    return end, end
