"""Who may do what: the one place that decides it."""

from collections.abc import Callable

from workbench.accounts.models import Membership, Role

_LADDER = (Role.VIEWER, Role.CONTRIBUTOR, Role.FACT_CHECKER, Role.EDITOR)


def _at_least(membership: Membership | None, role: Role) -> bool:
    if membership is None or membership.role == Role.ADMIN:
        return False
    return _LADDER.index(Role(membership.role)) >= _LADDER.index(role)


def may_read(membership: Membership | None) -> bool:
    """Tell whether the member may read what the workspace holds."""
    return membership is not None


def may_add_articles(membership: Membership | None) -> bool:
    """Tell whether the member may bring articles in."""
    return _at_least(membership, Role.CONTRIBUTOR)


def may_judge(membership: Membership | None) -> bool:
    """Tell whether the member may record verdicts and decide on proposals."""
    return _at_least(membership, Role.FACT_CHECKER)


def may_run_jobs(membership: Membership | None) -> bool:
    """Tell whether the member may retry or cancel background work."""
    return _at_least(membership, Role.CONTRIBUTOR) or (
        membership is not None and membership.role == Role.ADMIN
    )


def may_manage(membership: Membership | None) -> bool:
    """Tell whether the member manages people and keys."""
    return membership is not None and membership.role in {Role.ADMIN, Role.EDITOR}


def roles_that(policy: Callable[[Membership | None], bool]) -> list[Role]:
    """Return the roles that a policy allows."""
    return [role for role in Role if policy(Membership(role=role))]
