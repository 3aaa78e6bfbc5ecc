"""Keeping the parameters of the model in the log, so that a hash can be read years later."""

from sources.selectors.records import PARAMETERS
from workbench.accounts.models import Workspace, actor_label
from workbench.audit.models import Event
from workbench.audit.services import record_event

CHANGED = "parameters.changed"


def log_parameters(workspace: Workspace) -> Event | None:
    """Log the parameters in force unless the workspace's log ends on the same ones; return the new event."""
    logged = Event.objects.filter(workspace=workspace, object_kind="workspace", action=CHANGED)
    last = logged.order_by("-number").values_list("payload", flat=True).first()
    if last is not None and last["hash"] == PARAMETERS.hash:
        return None
    return record_event(
        workspace=workspace,
        actor=actor_label(None),
        action=CHANGED,
        target=("workspace", workspace.pk),
        payload={"hash": PARAMETERS.hash, "parameters": PARAMETERS.as_record()},
    )
