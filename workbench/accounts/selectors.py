"""Questions about people: who is in a workspace, who was, and who may judge."""

from django.db.models import QuerySet

from workbench.accounts.models import Membership, User, Workspace
from workbench.accounts.policies import may_judge, roles_that


def members_of(workspace: Workspace) -> QuerySet[Membership]:
    """Return the people of the workspace by name. One query."""
    return _places(workspace).filter(ended_at=None)


def former_members_of(workspace: Workspace) -> QuerySet[Membership]:
    """Return who is no longer in the workspace, the last to leave first. One query."""
    return _places(workspace).exclude(ended_at=None).order_by("-ended_at", "pk")


def may_another_judge(workspace: Workspace, author: User) -> bool:
    """Tell whether anybody else than `author` may confirm a verdict. One query."""
    others = members_of(workspace).exclude(user=author)
    return others.filter(role__in=roles_that(may_judge), user__is_active=True).exists()


def is_known_elsewhere(membership: Membership) -> bool:
    """Tell whether the person has, or had, a place in another workspace. One query."""
    return Membership.objects.filter(user=membership.user_id).exclude(pk=membership.pk).exists()


def _places(workspace: Workspace) -> QuerySet[Membership]:
    return (
        Membership.objects.filter(workspace=workspace)
        .select_related("user", "workspace")
        .order_by("user__username", "pk")
    )
