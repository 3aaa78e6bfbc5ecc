"""Random audits: drawing a claim to check, and what was drawn."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from claims.selectors.audits import audit_share, drawable_claims, draws_in, open_draw
from claims.services.audits import draw_claim
from sources.models import Source
from workbench.accounts.access import member_required, membership_of, person_of
from workbench.accounts.models import Workspace
from workbench.accounts.policies import may_judge
from workbench.core.errors import WorkbenchError


@member_required()
@require_http_methods(["GET", "HEAD", "POST"])
def audits(request: HttpRequest) -> HttpResponse:
    """Show what was drawn today, of one source or of all; a post draws the next claim and opens it."""
    membership = membership_of(request)
    given = request.POST if request.method == "POST" else request.GET
    source = _source(membership.workspace, given.get("source", ""))
    if request.method == "POST":
        if not may_judge(membership):
            raise PermissionDenied
        try:
            draw = draw_claim(workspace=membership.workspace, user=person_of(request), source=source)
        except WorkbenchError as error:
            messages.error(request, f"{error.sentence(_)} {error.advice(_)}".strip())
        else:
            return redirect("claims:claim", pk=draw.claim_id)
    context = {
        "source": source,
        "draws": draws_in(membership.workspace, day=timezone.localdate(), source=source),
        "waiting": open_draw(membership.workspace),
        "left": drawable_claims(membership.workspace, source).count(),
        "share": audit_share(membership.workspace),
    }
    return render(request, "claims/audits.html", context)


def _source(workspace: Workspace, wanted: str) -> Source | None:
    try:
        return Source.objects.filter(workspace=workspace, pk=UUID(wanted)).first()
    except ValueError:
        return None
