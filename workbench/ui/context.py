"""What every page of the workbench knows: its direction, the person's theme, what they may do."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language

from workbench.accounts import policies
from workbench.accounts.middleware import current_membership
from workbench.core.as_of import page_as_of
from workbench.core.languages import direction


def workbench(request: HttpRequest) -> dict[str, Any]:
    """Return the values that `base.html` needs."""
    membership = current_membership(request)
    language = get_language() or "en"
    return {
        "page_language": language,
        "page_direction": direction(language),
        "theme": getattr(request.user, "theme", "system") if hasattr(request, "user") else "system",
        "membership": membership,
        "as_of": page_as_of(request),
        "may_add_articles": policies.may_add_articles(membership),
        "may_judge": policies.may_judge(membership),
        "may_run_jobs": policies.may_run_jobs(membership),
        "may_manage": policies.may_manage(membership),
    }
