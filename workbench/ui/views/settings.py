"""Settings: how a person likes the pages, their password, and the keys of newsroom systems."""

from datetime import date, datetime, time
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.db.models import QuerySet
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from claims.selectors.weights import shown_weights
from workbench.accounts.access import member_required, membership_of, person_of
from workbench.accounts.errors import WrongPassword
from workbench.accounts.models import ApiKey, Scope, Workspace
from workbench.accounts.policies import may_manage
from workbench.accounts.services import choose_appearance
from workbench.audit.doors import close_api_key, open_api_key
from workbench.audit.members import choose_own_password
from workbench.core.errors import WorkbenchError
from workbench.ui.forms import ApiKeyForm, AppearanceForm, PasswordForm, WorthForm


@member_required()
@require_safe
def show_settings(request: HttpRequest) -> HttpResponse:
    """Show what the person may set."""
    return render_settings(request)


@member_required()
@require_POST
def keep_appearance(request: HttpRequest) -> HttpResponse:
    """Keep language, colours and whether keys act."""
    form = AppearanceForm(request.POST)
    if not form.is_valid():
        return render_settings(request, appearance=form, status=422)
    choose_appearance(user=person_of(request), **form.cleaned_data)
    language = form.cleaned_data["language"]
    with override(language):
        messages.success(request, _("Kept."))
    response = redirect("ui:settings")
    response.set_cookie(settings.LANGUAGE_COOKIE_NAME, language, samesite="Lax", secure=request.is_secure())
    return response


@member_required()
@require_POST
def keep_password(request: HttpRequest) -> HttpResponse:
    """Let a person choose a password that only they know; they stay logged in here, and nowhere else."""
    form = PasswordForm(request.POST)
    if not form.is_valid() or not _password_kept(request, form):
        return render_settings(request, password=form, status=422)
    messages.success(request, _("Your new password holds from now on."))
    return redirect("ui:settings")


def _password_kept(request: HttpRequest, form: PasswordForm) -> bool:
    """Keep the password; what is refused is told at its field."""
    try:
        choose_own_password(membership=membership_of(request), **form.cleaned_data)
    except WorkbenchError as refused:
        field = "present" if isinstance(refused, WrongPassword) else "password"
        form.add_error(field, f"{refused.sentence(_)} {refused.advice(_)}")
        return False
    person = person_of(request)
    person.refresh_from_db()
    update_session_auth_hash(request, person)
    return True


@member_required(may_manage)
@never_cache
@require_POST
def make_key(request: HttpRequest) -> HttpResponse:
    """Make a key and show it, this once: it is not kept, so no later page can."""
    form = ApiKeyForm(request.POST)
    if not form.is_valid():
        return render_settings(request, new_key=form, status=422)
    _row, key = open_api_key(
        workspace=membership_of(request).workspace,
        name=form.cleaned_data["name"],
        scopes=[Scope(scope) for scope in form.cleaned_data["scopes"]],
        created_by=person_of(request),
        expires_at=_end_of(form.cleaned_data["expires_on"]),
    )
    return render_settings(request, shown_key=key)


@member_required(may_manage)
@require_POST
def revoke_key(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Close a key at once."""
    key = get_object_or_404(_keys(membership_of(request).workspace), pk=pk)
    close_api_key(key=key, user=person_of(request))
    messages.success(request, _("The key “%(name)s” is closed.") % {"name": key.name})
    return redirect("ui:settings")


def render_settings(
    request: HttpRequest, *, shown_key: str = "", status: int = 200, **filled: Form
) -> HttpResponse:
    """Return the page, with the forms that were filled in wrongly as they were."""
    membership = membership_of(request)
    person = person_of(request)
    liked = {
        "language": person.language or request.LANGUAGE_CODE,
        "theme": person.theme,
        "shortcuts": person.shortcuts,
    }
    context = {
        "appearance": filled.get("appearance") or AppearanceForm(initial=liked),
        "password": filled.get("password") or PasswordForm(),
        "may_manage": may_manage(membership),
        "shown_key": shown_key,
    }
    if may_manage(membership):
        context |= {
            "new_key": filled.get("new_key") or ApiKeyForm(),
            "keys": _keys(membership.workspace),
            "now": timezone.now(),
            "worth": filled.get("worth") or WorthForm(weights=shown_weights(membership.workspace)),
        }
    return render(request, "workbench/settings/settings.html", context, status=status)


def _keys(workspace: Workspace) -> QuerySet[ApiKey]:
    return (
        ApiKey.objects.filter(workspace=workspace).select_related("created_by").order_by("-created_at", "pk")
    )


def _end_of(day: date | None) -> datetime | None:
    return timezone.make_aware(datetime.combine(day, time.max)) if day else None
