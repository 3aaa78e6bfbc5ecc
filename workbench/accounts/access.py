"""The door of every page: who may come in."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from workbench.accounts.middleware import current_membership
from workbench.accounts.models import Membership, User
from workbench.accounts.policies import may_read

View = Callable[..., HttpResponse]
Policy = Callable[[Membership | None], bool]


def member_required(policy: Policy = may_read) -> Callable[[View], View]:
    """Open a page to those whose membership the policy allows; strangers log in, others are refused."""

    def decorate(view: View) -> View:
        @login_required
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not policy(current_membership(request)):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def membership_of(request: HttpRequest) -> Membership:
    """Return the reader's membership, on pages that `member_required` guards."""
    membership = current_membership(request)
    if membership is None:
        raise PermissionDenied
    return membership


def person_of(request: HttpRequest) -> User:
    """Return the reader, on pages that `member_required` guards."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user
