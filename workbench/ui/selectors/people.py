"""Who stands behind the log's labels of people."""

from collections.abc import Iterable

from workbench.accounts.models import User, Workspace

PERSON = "user:"


def people_named(workspace: Workspace, labels: Iterable[str]) -> dict[str, str]:
    """Return the usernames of those among `labels` who are members of the workspace. One query."""
    keys = {
        int(label.removeprefix(PERSON))
        for label in labels
        if label.startswith(PERSON) and label.removeprefix(PERSON).isdecimal()
    }
    members = User.objects.filter(pk__in=keys, memberships__workspace=workspace)
    return {f"{PERSON}{pk}": name for pk, name in members.values_list("pk", "username")}
