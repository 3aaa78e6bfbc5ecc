"""Deciding on proposed links."""

from uuid import UUID

from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from claims.models import Link
from claims.selectors.claims import claim_in_full
from claims.selectors.links import links_in, seen_from
from claims.services.links import decide_link
from claims.views.claims import claim_context
from workbench.accounts.access import member_required, membership_of, person_of
from workbench.accounts.policies import may_judge
from workbench.core.as_of import page_as_of


@member_required(may_judge)
@require_POST
def link_decision(request: HttpRequest, pk: UUID, link_pk: UUID) -> HttpResponse:
    """Confirm or reject a link as seen from one of its claims, or take that back."""
    workspace = membership_of(request).workspace
    state = request.POST.get("state", "")
    if state not in Link.State.values:
        return HttpResponseBadRequest(_("Choose to confirm, reject or reopen."))
    link = get_object_or_404(links_in(workspace).filter(Q(a=pk) | Q(b=pk)), pk=link_pk)
    decide_link(link=link, user=person_of(request), state=state)
    if not request.headers.get("HX-Request"):
        return redirect(f"{reverse('claims:claim', args=[pk])}#link-{link_pk}")
    claim = claim_in_full(workspace).get(pk=pk)
    row = seen_from(claim, links_in(workspace).get(pk=link_pk))
    context = claim_context(claim, as_of=page_as_of(request)) | {"row": row, "decided": True}
    return render(request, "claims/_link_decided.html", context)
