"""Changing the language and the colours of the pages."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language
from django.views.decorators.http import require_POST

from workbench.accounts.models import User
from workbench.accounts.services import choose_appearance


@require_POST
def appearance(request: HttpRequest) -> HttpResponse:
    """Keep the language or theme that the reader chose, and go back to where they were."""
    language = request.POST.get("language", "")
    if language not in dict(settings.LANGUAGES) or not check_for_language(language):
        language = ""
    if isinstance(request.user, User):
        choose_appearance(user=request.user, language=language or None, theme=request.POST.get("theme"))
    response = HttpResponseRedirect(_way_back(request))
    if language:
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, language, samesite="Lax", secure=request.is_secure()
        )
    return response


def _way_back(request: HttpRequest) -> str:
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if safe else "/"
