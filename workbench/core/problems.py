"""How REST answers report what went wrong: problem+json (RFC 9457)."""

from typing import Any

from django.http import HttpResponse, JsonResponse
from rest_framework.exceptions import APIException, ValidationError
from rest_framework.response import Response
from rest_framework.views import exception_handler

from workbench.core.errors import WorkbenchError

PROBLEM_TYPE = "application/problem+json"


def _problem(*, status: int, code: str, title: str, detail: str, **more: Any) -> JsonResponse:
    body = {
        "type": f"about:blank#{code}",
        "title": title,
        "status": status,
        "code": code,
        "detail": detail,
        **more,
    }
    return JsonResponse(body, status=status, content_type=PROBLEM_TYPE)


def problem_response(error: Exception, context: dict[str, Any]) -> HttpResponse | Response | None:
    """Return `error` as a problem document; None lets Django report a fault of ours."""
    if isinstance(error, WorkbenchError):
        return _problem(
            status=error.status,
            code=error.code,
            title="The request cannot be worked on.",
            detail=str(error),
            facts=error.facts,
        )
    response = exception_handler(error, context)
    if response is None or not isinstance(error, APIException):
        return (
            None
            if response is None
            else _problem(
                status=response.status_code,
                code="not_found",
                title="Not found.",
                detail="Nothing is here, or not for you.",
            )
        )
    fields = {"errors": error.get_full_details()} if isinstance(error, ValidationError) else {}
    detail = "Some fields are not as expected." if fields else str(error.detail)
    problem = _problem(
        status=error.status_code,
        code=str(error.default_code),
        title=str(error.default_detail),
        detail=detail,
        **fields,
    )
    for name, value in response.items():
        if name.lower() in {"www-authenticate", "retry-after"}:
            problem[name] = value
    return problem
