"""What the people and systems are called that entries and events name by their labels."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from workbench.accounts.models import ApiKey, User, Workspace

SAMPLE = "sample:"
"""How labels of people of the samples begin (`claims.services.samples`)."""


def names_of(workspace: Workspace, labels: Iterable[str]) -> Mapping[str, str]:
    """Return the names of the workspace's members and keys among `labels` such as `user:3`. Two queries.

    The people of the samples are named in words.

    Who is of another workspace has no name here.
    """
    wanted = set(labels)
    members = [int(label[5:]) for label in wanted if label.startswith("user:") and label[5:].isdigit()]
    found = User.objects.filter(pk__in=members, memberships__workspace=workspace).distinct()
    people = {f"user:{pk}": name for pk, name in found.values_list("pk", "username")}
    keys = [key for label in wanted if label.startswith("key:") and (key := _identifier(label[4:]))]
    systems = ApiKey.objects.filter(workspace=workspace, pk__in=keys).values_list("pk", "name")
    return people | {f"key:{pk}": name for pk, name in systems} | _sample_people(wanted)


def _sample_people(labels: Iterable[str]) -> dict[str, str]:
    """Return those of the invented desk whose verdicts a first start brings along, in words."""
    found = [label for label in labels if label.startswith(SAMPLE) and label[len(SAMPLE) :].isdecimal()]
    return {label: _("sample desk, person %(number)s") % {"number": label[len(SAMPLE) :]} for label in found}


def _identifier(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
