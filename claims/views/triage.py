"""Links to review: one pair at a time, decided by one key each."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from claims.models import Link, Slot
from claims.selectors import triage
from claims.selectors.links import links_in
from claims.selectors.triage import ASKED, ORDERS, Pair, Question
from claims.services.links import LinkKind, Terms, decide_link, undo_latest_of
from workbench.accounts.access import member_required, membership_of, person_of
from workbench.accounts.policies import may_judge
from workbench.core.answers import Answer
from workbench.core.errors import WorkbenchError

DONE = {
    "confirmed": gettext_lazy("Confirmed."),
    "rejected": gettext_lazy("Rejected: not linked."),
    "retyped": gettext_lazy("Confirmed with the type that you chose."),
    "undone": gettext_lazy("Taken back. The pair waits again."),
}


@member_required()
@require_safe
def review_links(request: HttpRequest) -> HttpResponse:
    """Show the pair that is asked for, or the first that waits; `step` goes on from there."""
    asked = _uuid(request.GET.get("at"))
    step = {"next": 1, "back": -1}.get(request.GET.get("step", ""))
    if step is not None:
        queue = triage.queue_of(membership_of(request).workspace, _question(request))
        asked = triage.neighbour(queue, asked, step)
    return _shown(request, asked, Answer())


@member_required(may_judge)
@require_POST
def decide_pair(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Confirm, reject or retype a pair, and show the next one; 409 where somebody decided meanwhile."""
    workspace = membership_of(request).workspace
    state, relation, slot = (request.POST.get(name) for name in ("state", "relation", "slot"))
    kind = None if relation is None and slot is None else LinkKind(relation or "", slot)
    if kind is None and state not in {Link.State.CONFIRMED, Link.State.REJECTED}:
        return HttpResponseBadRequest(_("Choose to confirm, to reject or another type."))
    queue = triage.queue_of(workspace, _question(request))
    after = triage.neighbour(queue, pk, 1)
    link = links_in(workspace).filter(pk=pk).first()
    if link is None:
        return _shown(request, after, Answer(_("This pair was compared again and is gone.")))
    terms = Terms(seen=request.POST.get("seen", ""))
    try:
        state = str(Link.State.CONFIRMED) if kind else str(state)
        decide_link(link=link, user=person_of(request), state=state, kind=kind, terms=terms)
    except WorkbenchError as error:
        return _shown(request, pk, Answer(error.sentence(_), error))
    said = str(DONE["retyped" if kind else state])
    return _shown(request, None if after == pk else after, Answer(said))


@member_required(may_judge)
@require_POST
def undo_pair(request: HttpRequest) -> HttpResponse:
    """Take the person's latest decision back, and show the very pair that it was on."""
    workspace, person = membership_of(request).workspace, person_of(request)
    here = _uuid(request.POST.get("at"))
    latest = triage.latest_decision_of(workspace, person)
    if latest is None:
        return _shown(request, here, Answer(_("There is no decision of yours to take back.")))
    try:
        link = undo_latest_of(decision=latest, user=person)
    except WorkbenchError as error:
        return _shown(request, here, Answer(error.sentence(_), error))
    return _shown(request, link.pk, Answer(str(DONE["undone"])))


def _shown(request: HttpRequest, pk: UUID | None, answer: Answer) -> HttpResponse:
    """Show the page, or for htmx the part of it that changes, with the pair's address."""
    context = _context(request, pk) | {"answer": answer}
    pair: Pair | None = context["pair"]
    address = f"{reverse('claims:review_links')}?{_query(request, pair.link.pk if pair else None)}"
    if not request.headers.get("HX-Request"):
        if request.method == "POST" and answer.status == 200:
            return redirect(address)
        return render(request, "claims/triage/triage.html", context, status=answer.status)
    response = render(
        request, "claims/triage/_review.html", context | {"swapped": True}, status=answer.status
    )
    response["HX-Replace-Url"] = address
    return response


def _context(request: HttpRequest, pk: UUID | None) -> dict[str, Any]:
    workspace, question = membership_of(request).workspace, _question(request)
    queue = triage.queue_of(workspace, question)
    pair = triage.pair_in_full(workspace, pk) if pk else None
    if pair is None and queue:
        pair = triage.pair_in_full(workspace, queue[0])
    done = triage.decided_today(workspace, person_of(request), question)
    place = queue.index(pair.link.pk) if pair and pair.link.pk in queue else None
    return {
        "pair": pair,
        "question": question,
        "query": _query(request, None),
        "done": done,
        "waiting": len(queue),
        "total": done + len(queue),
        "number": None if place is None else done + place + 1,
        "may_undo": bool(triage.latest_decision_of(workspace, person_of(request))),
        "relations": list(Link.Relation.choices),
        "slots": list(Slot.Kind.choices),
        "asked": [(value, word) for value, word in Link.Relation.choices if value in ASKED],
        "orders": list(ORDERS.items()),
        "language_pairs": triage.language_pairs(workspace),
        "stories": list(triage.stories_waiting(workspace)[:50]),
    }


def _question(request: HttpRequest) -> Question:
    """Return what the address asks for; what there is not counts as not asked."""
    given = request.GET
    relation, order = given.get("relation", ""), given.get("order", "")
    return Question(
        relation=relation if relation in Link.Relation.values else "",
        languages=given.get("languages", "")[:17],
        story=_uuid(given.get("story")),
        order=order if order in ORDERS else "conflicts",
    )


def _query(request: HttpRequest, pk: UUID | None) -> str:
    question = _question(request)
    given = {
        "relation": question.relation,
        "languages": question.languages,
        "story": str(question.story or ""),
        "order": question.order if question.order != "conflicts" else "",
        "at": str(pk or ""),
    }
    return urlencode({name: value for name, value in given.items() if value})


def _uuid(value: str | None) -> UUID | None:
    try:
        return UUID(value or "")
    except ValueError:
        return None
