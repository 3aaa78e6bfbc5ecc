"""What would change if a verdict fell or a report were withdrawn; and withdrawing it, with undo."""

from collections.abc import Callable, Sequence
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from claims.forms import WithdrawalForm
from claims.models import Claim, Withdrawal
from claims.selectors.blast import Scenario, blast_of, fall_of, withdrawal_of
from claims.selectors.claims import claim_in_full
from claims.selectors.verdicts import ShownVerdict, shown_verdicts
from claims.services.withdrawing import undo_withdrawal, withdraw_report, withdraw_verdict
from sources.models import Outcome
from workbench.accounts.access import member_required, membership_of, person_of
from workbench.accounts.models import actor_label
from workbench.accounts.policies import may_judge
from workbench.core.errors import WorkbenchError
from workbench.jobs.doorbell import ring_on_commit
from workbench.jobs.models import Job

Done = tuple[Withdrawal, Sequence[Job]]


@member_required()
@require_http_methods(["GET", "HEAD", "POST"])
def verdict_falls(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show what hangs on the verdict in force; a post withdraws it. `?rating=` puts another in its place."""
    claim = _claim(request, pk)
    current = _current(request, claim)
    if current is None:
        raise Http404
    rating = request.GET.get("rating", "")
    rating = rating if rating in Outcome.Rating.values else ""
    form = WithdrawalForm(request.POST or None)
    if request.method == "POST" and _may_act(request) and form.is_valid():
        verdict, reason = current.verdict, form.cleaned_data["reason"]
        if _done(
            form,
            lambda: withdraw_verdict(verdict=verdict, user=person_of(request), reason=reason),
        ):
            messages.success(request, _("The verdict is withdrawn. What rests on it waits for another look."))
            return redirect(_verdict_of(pk))
    scenario = fall_of(claim, rating=rating, author=actor_label(person_of(request)))
    return _page(request, scenario, form, current=current, rating=rating)


@member_required()
@require_http_methods(["GET", "HEAD", "POST"])
def report_falls(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show what rests on the report that the claim goes back to; a post marks it as withdrawn."""
    claim = _claim(request, pk)
    given = request.POST if request.method == "POST" else request.GET
    with_verdicts = bool(given.get("verdicts"))
    form = WithdrawalForm(request.POST or None)
    if request.method == "POST" and _may_act(request) and form.is_valid():
        reason = form.cleaned_data["reason"]
        if _done(
            form,
            lambda: withdraw_report(
                claim=claim, user=person_of(request), reason=reason, with_verdicts=with_verdicts
            ),
        ):
            messages.success(
                request, _("The report is marked as withdrawn. What rests on it waits for another look.")
            )
            return redirect(_verdict_of(pk))
    scenario = withdrawal_of(claim, with_verdicts=with_verdicts)
    current = _current(request, claim)
    return _page(request, scenario, form, current=current, with_verdicts=with_verdicts)


@member_required(may_judge)
@require_POST
def undo(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put back what was withdrawn, and show its claim."""
    rows = Withdrawal.objects.filter(workspace=membership_of(request).workspace)
    row = get_object_or_404(rows, pk=pk)
    try:
        with transaction.atomic():
            undone = undo_withdrawal(withdrawal=row, user=person_of(request))
            for job in undone.jobs:
                ring_on_commit(job)
        messages.success(request, _("The withdrawal is taken back. It stays on record."))
        if count := len(undone.judged_since):
            messages.warning(
                request,
                ngettext(
                    "%(count)d claim was judged anew since: its later verdict stands.",
                    "%(count)d claims were judged anew since: their later verdicts stand.",
                    count,
                )
                % {"count": count},
            )
    except WorkbenchError as error:
        messages.error(request, f"{error.sentence(_)} {error.advice(_)}".strip())
    return redirect(_verdict_of(row.claim_id))


def _claim(request: HttpRequest, pk: UUID) -> Claim:
    return get_object_or_404(claim_in_full(membership_of(request).workspace), pk=pk)


def _current(request: HttpRequest, claim: Claim) -> ShownVerdict | None:
    shown = shown_verdicts(claim, viewer=person_of(request) if _may_act(request) else None)
    return next((verdict for verdict in shown if verdict.in_force), None)


def _may_act(request: HttpRequest) -> bool:
    return may_judge(membership_of(request))


def _done(form: WithdrawalForm, act: Callable[[], Done]) -> bool:
    """Do it, and ring for what follows; what is refused is told in the form."""
    try:
        with transaction.atomic():
            _row, jobs = act()
            for job in jobs:
                ring_on_commit(job)
    except WorkbenchError as error:
        form.add_error("reason", f"{error.sentence(_)} {error.advice(_)}".strip())
        return False
    return True


def _page(request: HttpRequest, scenario: Scenario, form: WithdrawalForm, **more: object) -> HttpResponse:
    current = more["current"]
    blind = isinstance(current, ShownVerdict) and current.is_blind
    context = {
        "claim": scenario.claim,
        "blast": blast_of(scenario),
        "form": form,
        "blind": blind,
        "ratings": Outcome.Rating.choices,
        **more,
    }
    return render(request, "claims/what_if/what_if.html", context, status=422 if form.errors else 200)


def _verdict_of(claim: UUID) -> str:
    return f"{reverse('claims:claim', args=[claim])}#verdict"
