"""Who belongs to a workspace: people added, given a role or a password, and ended, each with its event."""

from django.db import transaction
from django.utils import timezone

from workbench.accounts.errors import (
    LastManager,
    MembershipOver,
    OwnMembership,
    PasswordOfAnother,
    WrongPassword,
)
from workbench.accounts.models import Membership, Role, User, Workspace, actor_label
from workbench.accounts.policies import may_manage, roles_that
from workbench.accounts.selectors import is_known_elsewhere, members_of
from workbench.accounts.services import check_password, check_role, create_member
from workbench.audit.services import record_event

OPERATOR = "operator"
"""Who acted where somebody did so at the machine's command line, and not as a member."""


@transaction.atomic
def add_member(
    *, workspace: Workspace, username: str, password: str, role: Role, by: User | None = None
) -> Membership:
    """Give a new person a login and a place in the workspace; `by` is None at the command line.

    Raises `NotALoginName`, `LoginNameTaken`, `WeakPassword` or `UnknownRole`.
    """
    user = create_member(workspace=workspace, username=username, password=password, role=role)
    membership = Membership.objects.select_related("user", "workspace").get(workspace=workspace, user=user)
    _log(membership, "member.added", by, role=membership.role)
    return membership


@transaction.atomic
def change_role(*, membership: Membership, role: Role, by: User) -> Membership:
    """Let a member do what another role may do, from their next request on; the same role changes nothing.

    Raises `UnknownRole`, `MembershipOver`, or `LastManager` where nobody would manage the workspace any more.
    """
    check_role(role)
    row = _held(membership)
    if role == row.role:
        return row
    if role not in roles_that(may_manage):
        _keep_a_manager(row)
    before, row.role = row.role, role
    row.save(update_fields=["role"])
    _log(row, "member.role_changed", by, role=row.role, role_before=before)
    return row


@transaction.atomic
def end_membership(*, membership: Membership, by: User) -> Membership:
    """Close the workspace to a member, from their next request on; what they made stays under their name.

    Raises `MembershipOver`, `OwnMembership`, or `LastManager` where nobody would manage the workspace then.
    """
    row = _held(membership)
    if row.user_id == by.pk:
        raise OwnMembership
    _keep_a_manager(row)
    row.ended_at = timezone.now()
    row.save(update_fields=["ended_at"])
    _log(row, "member.ended", by, role=row.role)
    return row


@transaction.atomic
def add_member_again(*, membership: Membership, by: User) -> Membership:
    """Open the workspace again to somebody who was ended, in the role and with the password that they had."""
    row = (
        Membership.objects.select_for_update(of=("self",))
        .select_related("user", "workspace")
        .get(pk=membership.pk)
    )
    if row.ended_at is None:
        return row
    row.ended_at = None
    row.save(update_fields=["ended_at"])
    _log(row, "member.added", by, role=row.role, again=True)
    return row


@transaction.atomic
def set_member_password(*, membership: Membership, password: str, by: User) -> None:
    """Give a member another password; whoever is logged in as them is out.

    Raises `MembershipOver`, `WeakPassword`, or `PasswordOfAnother`: a password opens every workspace of its
    person, so nobody sets that of somebody who is known in another.
    """
    row = _held(membership)
    if row.user_id != by.pk and is_known_elsewhere(row):
        raise PasswordOfAnother(name=row.user.get_username())
    check_password(password, row.user)
    row.user.set_password(password)
    row.user.save(update_fields=["password"])
    _log(row, "member.password_set", by)


@transaction.atomic
def choose_own_password(*, membership: Membership, present: str, password: str) -> None:
    """Let a member choose a password that only they know. Raises `WrongPassword` or `WeakPassword`."""
    if not membership.user.check_password(present):
        raise WrongPassword
    set_member_password(membership=membership, password=password, by=membership.user)


def _held(membership: Membership) -> Membership:
    """Return the place as it is now, with all of its workspace held: two people cannot end each other."""
    held = members_of(membership.workspace).select_for_update(of=("self",)).order_by("pk")
    row = next((one for one in held if one.pk == membership.pk), None)
    if row is None:
        raise MembershipOver(name=membership.user.get_username())
    return row


def _keep_a_manager(leaving: Membership) -> None:
    managers = members_of(leaving.workspace).filter(role__in=roles_that(may_manage), user__is_active=True)
    if may_manage(leaving) and not managers.exclude(pk=leaving.pk).exists():
        raise LastManager(name=leaving.user.get_username())


def _log(membership: Membership, action: str, by: User | None, **facts: object) -> None:
    record_event(
        workspace=membership.workspace,
        actor=actor_label(by) if by else OPERATOR,
        action=action,
        target=("membership", membership.pk),
        payload={"member": actor_label(membership.user), **facts},
    )
