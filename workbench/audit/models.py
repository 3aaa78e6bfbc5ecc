"""The append-only, hash-chained log from which scorecards and audit are rebuilt."""

from django.db import models
from django.db.models.functions import Now

from workbench.accounts.models import Workspace, WorkspaceScoped


class EventChain(models.Model):
    """The head of a workspace's chain; its row is locked while an event is added, so numbers have no gaps."""

    workspace = models.OneToOneField(Workspace, on_delete=models.CASCADE, primary_key=True, related_name="+")
    length = models.PositiveBigIntegerField(default=0)
    head = models.CharField(max_length=64, default="0" * 64)

    def __str__(self) -> str:
        return f"{self.workspace_id} at {self.length}"


class Event(WorkspaceScoped):
    """One thing that happened. A database trigger refuses every change and deletion."""

    number = models.PositiveBigIntegerField()
    recorded_at = models.DateTimeField(db_default=Now(), editable=False)
    actor = models.CharField(max_length=80)
    action = models.CharField(max_length=80)
    object_kind = models.CharField(max_length=40)
    object_id = models.UUIDField(null=True)
    payload = models.JSONField(default=dict)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["workspace", "number"], name="event_numbers_are_unique_in_a_chain"
            ),
        ]
        indexes = [
            models.Index(fields=["workspace", "object_kind", "object_id"], name="events_by_object"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.action}"
