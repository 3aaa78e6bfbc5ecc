"""Setting a claim right: its words, its originator, what is done with it, and claims that were missed."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from claims.forms import BoundsForm, FactsForm, MissedForm, RejectionForm
from claims.models import Article, Claim
from claims.selectors.articles import article_in_full
from claims.selectors.corrections import corrections_of, history_of
from claims.selectors.inspection import VOTED_PARTS, inspectable_claims, inspection_of
from claims.selectors.places import lines_of, place_of
from claims.services import corrections as acts
from claims.services.correcting import Corrected, Corrector
from claims.services.errors import NothingChanged, WordsNotFound
from claims.services.undoing import undo_correction
from workbench.accounts.access import member_required, membership_of, person_of
from workbench.accounts.policies import may_judge
from workbench.core.errors import WorkbenchError
from workbench.jobs.doorbell import ring_on_commit

Forms = dict[str, forms.Form]


@member_required(may_judge)
@require_http_methods(["GET", "HEAD", "POST"])
def correct_claim(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show what can be set right in a claim; a post sets one of it right. 422 shows what was typed again."""
    claim = get_object_or_404(inspectable_claims(membership_of(request).workspace), pk=pk)
    act = request.POST.get("act", "")
    if request.method != "POST" or act not in ACTS:
        return _page(request, claim, _forms(claim))
    form_class, perform = ACTS[act]
    form = form_class(_filled_up(request, act, claim))
    done = form.is_valid() and _perform(form, lambda: perform(request, claim, form.cleaned_data))
    if not done:
        return _page(request, claim, _forms(claim) | {act: form}, status=422)
    messages.success(request, _("Your correction is kept."))
    return redirect(_way_back(request, claim))


def _filled_up(request: HttpRequest, act: str, claim: Claim) -> Mapping[str, Any]:
    """Return what was posted; what a form leaves out stays as it is, and `more` adds to what is marked."""
    posted = request.POST.dict()
    known = _facts(claim) if act == "facts" else _words(claim) if act == "bounds" else {}
    if posted.get("more"):
        posted |= {part: f"{known[part]}\n{posted[part]}" for part in VOTED_PARTS if part in posted}
    return {**known, **posted}


def _perform(form: forms.Form, perform: Callable[[], Sequence[Corrected]]) -> bool:
    """Do what a form asks for, all of it or nothing; what is refused is told in the form."""
    try:
        with transaction.atomic():
            for corrected in perform():
                for job in corrected.jobs:
                    ring_on_commit(job)
    except WorkbenchError as error:
        form.add_error(None, f"{error.sentence(_)} {error.advice(_)}".strip())
        return False
    return True


def _correct_bounds(request: HttpRequest, claim: Claim, given: Mapping[str, str]) -> list[Corrected]:
    near = inspection_of(claim).extent.start
    places = {part: _places(claim.article.text, given[part], near) for part in VOTED_PARTS}
    note = request.POST.get("note", "")
    return [acts.correct_bounds(claim=claim, by=_by(request), places=places, note=note)]


def _correct_facts(request: HttpRequest, claim: Claim, given: Mapping[str, str]) -> list[Corrected]:
    """Make a correction of each fact that differs; the originator first, for it decides on anonymity."""
    known, by, done = _facts(claim), _by(request), []
    note = given["note"]
    if (given["name"], given["kind"]) != (known["name"], known["kind"]):
        name, kind = given["name"], given["kind"]
        done.append(acts.correct_originator(claim=claim, by=by, name=name, kind=kind, note=note))
        claim = Claim.objects.get(pk=claim.pk)
    if given["anonymity"] != known["anonymity"] and given["anonymity"] != claim.anonymity:
        done.append(acts.correct_anonymity(claim=claim, by=by, anonymity=given["anonymity"], note=note))
    if given["modality"] != known["modality"]:
        done.append(acts.correct_modality(claim=claim, by=by, modality=given["modality"], note=note))
    if not done:
        raise NothingChanged
    return done


def _reject(request: HttpRequest, claim: Claim, given: Mapping[str, str]) -> list[Corrected]:
    return [acts.reject_claim(claim=claim, by=_by(request), reason=given["reason"], note=given["note"])]


ACTS: Mapping[str, tuple[type[forms.Form], Callable[..., list[Corrected]]]] = {
    "bounds": (BoundsForm, _correct_bounds),
    "facts": (FactsForm, _correct_facts),
    "rejection": (RejectionForm, _reject),
}


def _by(request: HttpRequest) -> Corrector:
    return Corrector(person_of(request))


def _places(text: str, lines: str, near: int) -> list[tuple[int, int]]:
    found = []
    for line in lines.splitlines():
        if not line.strip():
            continue
        place = place_of(text, line, near=near)
        if place is None:
            raise WordsNotFound(words=line.strip()[:80])
        found.append(place)
    return found


def _words(claim: Claim) -> dict[str, str]:
    reading = inspection_of(claim).reading
    return {part: lines_of(claim.article.text, reading[part]) for part in VOTED_PARTS}


def _facts(claim: Claim) -> dict[str, str]:
    hops = list(claim.hops.all())
    last = hops[-1]
    name = last.name if len(hops) > 1 else ""
    return {"name": name, "kind": last.kind, "anonymity": claim.anonymity, "modality": claim.modality}


def _forms(claim: Claim) -> Forms:
    return {
        "bounds": BoundsForm(initial=_words(claim)),
        "facts": FactsForm(initial=_facts(claim)),
        "rejection": RejectionForm(),
    }


def _page(request: HttpRequest, claim: Claim, shown: Forms, status: int = 200) -> HttpResponse:
    context = {
        "claim": claim,
        "inspection": inspection_of(claim),
        "history": history_of(claim),
        "judged": claim.verdicts.filter(superseded_at=None).exists(),
        "next": request.POST.get("next", request.GET.get("next", "")),
        **{f"{name}_form": form for name, form in shown.items()},
    }
    return render(request, "claims/correct_claim.html", context, status=status)


def _way_back(request: HttpRequest, claim: Claim) -> str:
    """Return where the person came from, at the claim's card if it was the reader."""
    wanted = request.POST.get("next", "")
    if wanted and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None):
        number = Claim.objects.values_list("ordinal", flat=True).filter(pk=claim.pk).first()
        reader = reverse("claims:article", args=[claim.article_id])
        return f"{wanted.partition('#')[0]}#c{number}" if wanted.startswith(reader) else wanted
    return reverse("claims:claim", args=[claim.pk])


@member_required(may_judge)
@require_http_methods(["GET", "HEAD", "POST"])
def mark_missed(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a claim that the engine missed. 422 shows what was typed again."""
    article = get_object_or_404(article_in_full(membership_of(request).workspace), pk=pk)
    form = MissedForm(request.POST or None)
    made: list[Corrected] = []
    posted = request.method == "POST" and form.is_valid()
    if posted and _perform(form, lambda: _marked(request, article, form.cleaned_data, made)):
        messages.success(request, _("Your claim is kept, as accepted."))
        claim = made[0].correction.claim
        number = claim.ordinal if claim else 1
        return redirect(f"{reverse('claims:article', args=[article.pk])}#c{number}")
    status = 422 if form.is_bound else 200
    return render(request, "claims/mark_missed.html", {"article": article, "form": form}, status=status)


def _marked(
    request: HttpRequest, article: Article, given: Mapping[str, str], made: list[Corrected]
) -> list[Corrected]:
    content = _places(article.text, given["content"], 0)
    near = content[0][0] if content else 0
    places = {part: _places(article.text, given[part], near) for part in ("source", "cue")}
    facts = {"name": given["name"], "kind": given["kind"], "modality": given["modality"] or "asserted"}
    done = acts.mark_missed_claim(
        article=article, by=_by(request), places={"content": content, **places}, facts=facts
    )
    if done.correction.claim:
        done.correction.claim.refresh_from_db()
    made.append(done)
    return made


@member_required(may_judge)
@require_POST
def undo(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a correction back, and go where the person came from."""
    row = get_object_or_404(corrections_of(membership_of(request).workspace), pk=pk)
    try:
        with transaction.atomic():
            for job in undo_correction(correction=row, by=_by(request)).jobs:
                ring_on_commit(job)
        messages.success(request, _("The correction is taken back. It stays on record."))
    except WorkbenchError as error:
        messages.error(request, f"{error.sentence(_)} {error.advice(_)}".strip())
    claim = Claim.objects.filter(pk=row.claim_id).first() if row.claim_id else None
    if claim is None:
        return redirect("claims:article", pk=row.article_id)
    return redirect(_way_back(request, claim))
