"""Names and places: what articles are read by, and what the newsroom adds to it."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from claims.forms import ActorForm, NameForm, PlaceForm
from claims.models import Actor, Place
from claims.selectors import name_search
from claims.services import names as acts
from workbench.accounts.access import member_required, membership_of, person_of
from workbench.accounts.policies import may_manage
from workbench.core.errors import WorkbenchError
from workbench.jobs.doorbell import ring_on_commit

PAGE_SIZE = 20


@member_required()
@require_safe
def show_names(request: HttpRequest) -> HttpResponse:
    """Show what is called so, and what the workspace added."""
    return _page(request)


@member_required(may_manage)
@require_POST
def add_place_name(request: HttpRequest, pk: str) -> HttpResponse:
    """Add a name to a place; 422 shows it again with what is wrong."""
    place = get_object_or_404(name_search.visible_places(membership_of(request).workspace), pk=pk)
    return _add_name(request, place)


@member_required(may_manage)
@require_POST
def add_alias(request: HttpRequest, pk: str) -> HttpResponse:
    """Add a name to an actor; 422 shows it again with what is wrong."""
    actor = get_object_or_404(name_search.visible_actors(membership_of(request).workspace), pk=pk)
    return _add_name(request, actor)


def _add_name(request: HttpRequest, subject: Place | Actor) -> HttpResponse:
    form = NameForm(request.POST)
    workspace, user = membership_of(request).workspace, person_of(request)
    if form.is_valid() and _act(
        form,
        lambda: acts.add_name(
            workspace=workspace, user=user, subject=subject, name=form.cleaned_data["name"]
        ),
    ):
        return _done(request, form.cleaned_data["name"])
    return _page(request, wrong=(subject.pk, "name", form), status=422)


@member_required(may_manage)
@require_POST
def add_place(request: HttpRequest, pk: str) -> HttpResponse:
    """Add a place in this one; 422 shows it again with what is wrong."""
    workspace = membership_of(request).workspace
    parent = get_object_or_404(name_search.visible_places(workspace), pk=pk)
    form = PlaceForm(request.POST)
    user = person_of(request)
    if form.is_valid() and _act(
        form,
        lambda: acts.add_place(
            workspace=workspace, user=user, kind=form.cleaned_data["kind"], parent=parent, names=form.names
        ),
    ):
        return _done(request, form.names[0])
    return _page(request, wrong=(parent.pk, "place", form), status=422)


@member_required(may_manage)
@require_POST
def add_actor(request: HttpRequest) -> HttpResponse:
    """Add an actor; 422 shows what was typed again."""
    form = ActorForm(request.POST)
    workspace, user = membership_of(request).workspace, person_of(request)
    if form.is_valid() and _act(
        form,
        lambda: acts.add_actor(
            workspace=workspace, user=user, kind=form.cleaned_data["kind"], names=form.names
        ),
    ):
        return _done(request, form.names[0])
    return _page(request, actor=form, status=422)


@member_required(may_manage)
@require_POST
def change(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change, withdraw or restore a name that the workspace added, as `act` says."""
    row = name_search.own_name(membership_of(request).workspace, pk)
    act = request.POST.get("act", "")
    if row is None or act not in {"change", "withdraw", "restore"}:
        raise Http404
    user, form = person_of(request), NameForm(request.POST)
    if act == "change":
        if form.is_valid() and _act(form, lambda: acts.change_name(row=row, user=user, **form.cleaned_data)):
            return _done(request, form.cleaned_data["name"])
        return _page(request, wrong=(str(row.pk), "change", form), status=422)
    perform = acts.withdraw_name if act == "withdraw" else acts.restore_name
    if not _act(form, lambda: perform(row=row, user=user)):
        messages.error(request, " ".join(map(str, form.non_field_errors())))
        return redirect(_back(request))
    return _done(request, row.name, withdrawn=act == "withdraw")


def _act(form: forms.Form, perform: Callable[[], acts.Named | acts.Added]) -> bool:
    """Do what a form asks for; what is refused is told in the form."""
    try:
        with transaction.atomic():
            for job in perform().jobs:
                ring_on_commit(job)
    except WorkbenchError as error:
        form.add_error(None, f"{error.sentence(_)} {error.advice(_)}".strip())
        return False
    return True


def _done(request: HttpRequest, name: str, *, withdrawn: bool = False) -> HttpResponse:
    words = (
        _("“%(name)s” is withdrawn. The claims that mention it are read anew; below, you can restore it.")
        if withdrawn
        else _("“%(name)s” is kept. The claims that mention it are read anew.")
    )
    messages.success(request, words % {"name": name})
    return redirect(_back(request))


def _back(request: HttpRequest) -> str:
    query = request.POST.get("q", "")
    return reverse("claims:names") + (f"?{urlencode({'q': query})}" if query else "")


def _page(
    request: HttpRequest,
    *,
    wrong: tuple[str, str, forms.Form] | None = None,
    actor: ActorForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """Return the page; a form that was filled in wrongly stands open where it was, as it was."""
    membership = membership_of(request)
    query = (request.POST if request.method == "POST" else request.GET).get("q", "").strip()[:200]
    missing = request.GET.get("missing", "").strip()[:200]
    own = Paginator(name_search.own_names(membership.workspace), PAGE_SIZE)
    context = {
        "query": query,
        "missing": missing,
        "found": name_search.found_names(membership.workspace, query) if query else None,
        "loaded": name_search.are_loaded(),
        "page": own.get_page(request.GET.get("page")),
        "may_manage": may_manage(membership),
        "wrong": dict(zip(("at", "what", "form"), wrong, strict=True)) if wrong else {},
        "name_form": NameForm(),
        "place_form": PlaceForm(initial={"name": missing}),
        "actor_form": actor or ActorForm(initial={"name": query}),
        "actor_open": bool(actor),
    }
    return render(request, "claims/names/names.html", context, status=status)
