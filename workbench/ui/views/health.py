"""Whether the workbench works, for machines that watch it."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from workbench.ui.selectors.work import health_now


@never_cache
@require_safe
def show_health(request: HttpRequest) -> JsonResponse:
    """Answer 200 where database and broker answer, else 503; counts nothing that belongs to a workspace."""
    health = health_now()
    body = {
        "status": "ok" if health.is_well else "failing",
        "database": "ok" if health.database else "silent",
        "broker": "ok" if health.broker else "silent",
        "oldest_waiting_seconds": health.oldest_waiting_seconds,
    }
    return JsonResponse(body, status=200 if health.is_well else 503)
