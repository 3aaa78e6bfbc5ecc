"""The append-only, hash-chained log from which scorecards and audit are rebuilt."""

from django.db import models
from django.db.models.functions import Now

from workbench.accounts.models import Workspace, WorkspaceScoped


class EventChain(models.Model):
    """The head of a workspace's chain; its row is locked while an event is added, so numbers have no gaps.

    The database moves it on, with each event that it takes, and refuses every other change.
    """

    workspace = models.OneToOneField(Workspace, on_delete=models.CASCADE, primary_key=True, related_name="+")
    length = models.PositiveBigIntegerField(default=0)
    head = models.CharField(max_length=64, default="0" * 64)

    def __str__(self) -> str:
        return f"{self.workspace_id} at {self.length}"


class Event(WorkspaceScoped):
    """One thing that happened. The database refuses every change and deletion, and whatever does not follow.

    `hash` is SHA-256 over `previous_hash` and `canonical`, the facts as one text; the other columns repeat
    that text, so that it can be asked questions. `id` and `created_at` say nothing and are not covered.
    """

    number = models.PositiveBigIntegerField()
    recorded_at = models.DateTimeField(db_default=Now(), editable=False)
    actor = models.CharField(max_length=80)
    action = models.CharField(max_length=80)
    object_kind = models.CharField(max_length=40)
    object_id = models.UUIDField(null=True)
    payload = models.JSONField(default=dict)
    canonical = models.TextField()
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
            models.Index(fields=["workspace", "action", "-number"], name="events_by_action"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.action}"


class Anchor(WorkspaceScoped):
    """A signed note of how long a log was and what its last hash was; a copy of it goes to a file.

    `marks` are the first eight digits of the hash of each event after `since`, so that a log that was written
    anew is told from the first event that differs. `key` names the key that signed.
    """

    length = models.PositiveBigIntegerField()
    head = models.CharField(max_length=64)
    since = models.PositiveBigIntegerField()
    marks = models.TextField()
    anchored_at = models.DateTimeField()
    key = models.CharField(max_length=16)
    signature = models.CharField(max_length=64)

    class Meta:
        ordering = ["length"]
        get_latest_by = "length"
        constraints = [
            models.UniqueConstraint(fields=["workspace", "length"], name="one_anchor_per_length"),
        ]

    def __str__(self) -> str:
        return f"{self.length} {self.head[:8]}"


class Verification(WorkspaceScoped):
    """What a verification of the workspace's log found: `broken_at` and `kind` are empty for a whole one."""

    verified_at = models.DateTimeField()
    length = models.PositiveBigIntegerField()
    broken_at = models.PositiveBigIntegerField(null=True)
    kind = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering = ["-verified_at"]
        get_latest_by = "verified_at"

    def __str__(self) -> str:
        return f"{self.length} {self.kind or 'whole'}"
