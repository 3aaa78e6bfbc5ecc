"""People: who is in the workspace, who may confirm verdicts, and the forms to add, change and end them."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from workbench.accounts.access import member_required, membership_of, person_of
from workbench.accounts.models import ApiKey, Membership, Role
from workbench.accounts.policies import may_judge, may_manage, roles_that
from workbench.accounts.selectors import former_members_of, members_of
from workbench.accounts.services import new_password
from workbench.audit.members import (
    add_member,
    add_member_again,
    change_role,
    end_membership,
    set_member_password,
)
from workbench.core.errors import WorkbenchError
from workbench.ui.forms import MemberForm


@member_required()
@require_safe
def show_people(request: HttpRequest) -> HttpResponse:
    """Show who is here; whoever was just ended can be added again at once."""
    ended = request.GET.get("ended", "")
    former = [row for row in former_members_of(membership_of(request).workspace) if str(row.pk) == ended]
    return _render(request, just_ended=former[0] if former else None)


@member_required(may_manage)
@never_cache
@require_POST
def add_person(request: HttpRequest) -> HttpResponse:
    """Add a person and show their password, this once: it is not kept, so no later page can."""
    form = MemberForm(request.POST)
    if not form.is_valid():
        return _render(request, new_person=form, status=422)
    password = new_password()
    try:
        added = add_member(
            workspace=membership_of(request).workspace,
            username=form.cleaned_data["username"],
            password=password,
            role=Role(form.cleaned_data["role"]),
            by=person_of(request),
        )
    except WorkbenchError as refused:
        form.add_error("username", _sentence(refused))
        return _render(request, new_person=form, status=422)
    return _render(request, shown_member=added, shown_password=password)


@member_required(may_manage)
@require_POST
def give_role(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Let a person do what another role may do."""
    try:
        row = change_role(
            membership=_member(request, pk), role=Role(request.POST.get("role", "")), by=person_of(request)
        )
    except ValueError:
        messages.warning(request, _("Choose a role."))
    except WorkbenchError as refused:
        messages.warning(request, _sentence(refused))
    else:
        facts = {"name": row.user.get_username(), "role": row.get_role_display()}
        messages.success(request, _("%(name)s now has the role: %(role)s.") % facts)
    return redirect("ui:people")


@member_required(may_manage)
@never_cache
@require_POST
def give_password(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give a person a new password and show it, this once."""
    row, password = _member(request, pk), new_password()
    try:
        set_member_password(membership=row, password=password, by=person_of(request))
    except WorkbenchError as refused:
        messages.warning(request, _sentence(refused))
        return redirect("ui:people")
    person = person_of(request)
    if row.user_id == person.pk:
        person.refresh_from_db()
        update_session_auth_hash(request, person)
    return _render(request, shown_member=row, shown_password=password)


@member_required(may_manage)
@require_POST
def end_person(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Close the workspace to a person; the next page offers to undo that."""
    try:
        row = end_membership(membership=_member(request, pk), by=person_of(request))
    except WorkbenchError as refused:
        messages.warning(request, _sentence(refused))
        return redirect("ui:people")
    return redirect(reverse("ui:people", query={"ended": str(row.pk)}))


@member_required(may_manage)
@require_POST
def add_person_again(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Open the workspace again to somebody who was ended."""
    former = get_object_or_404(Membership, pk=pk, workspace=membership_of(request).workspace)
    row = add_member_again(membership=former, by=person_of(request))
    facts = {"name": row.user.get_username()}
    messages.success(request, _("%(name)s is here again, with the password of before.") % facts)
    return redirect("ui:people")


def _member(request: HttpRequest, pk: UUID) -> Membership:
    """Return a place of this workspace, ended or not: the act says that it is over."""
    rows = Membership.objects.select_related("user", "workspace")
    return get_object_or_404(rows, pk=pk, workspace=membership_of(request).workspace)


def _render(
    request: HttpRequest, *, new_person: MemberForm | None = None, status: int = 200, **more: Any
) -> HttpResponse:
    """Return the page, with the form that was filled in wrongly as it was."""
    membership = membership_of(request)
    workspace = membership.workspace
    judging = set(roles_that(may_judge))
    people = list(members_of(workspace))
    context = {
        "people": people,
        "judging": judging,
        "judges": sum(row.role in judging and row.user.is_active for row in people),
        "roles": Role.choices,
    }
    if may_manage(membership):
        open_keys = ApiKey.objects.filter(workspace=workspace, revoked_at=None)
        context |= {
            "former": former_members_of(workspace),
            "new_person": new_person or MemberForm(),
            "key_makers": set(open_keys.values_list("created_by", flat=True)),
        }
    return render(request, "workbench/settings/people.html", context | more, status=status)


def _sentence(refused: WorkbenchError) -> str:
    return f"{refused.sentence(_)} {refused.advice(_)}"
