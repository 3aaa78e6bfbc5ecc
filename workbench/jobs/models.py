"""One step of background work; the row is the truth, the message only a doorbell."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from workbench.accounts.models import User, WorkspaceScoped


class JobState(models.TextChoices):
    """Where a job stands."""

    QUEUED = "queued", _("Waiting")
    RUNNING = "running", _("Working")
    DONE = "done", _("Done")
    DEAD = "dead", _("Failed")
    CANCELLED = "cancelled", _("Cancelled")


class JobQueue(models.TextChoices):
    """Which workers take a job (docs/decisions/0023-the-night.md).

    Articles: somebody waits for it, or nobody does. Sources: somebody waits for a record after a verdict,
    or nobody does for the night's run.
    """

    INTERACTIVE = "interactive", _("Interactive")
    BULK = "bulk", _("Bulk")
    SOURCES = "sources", _("Records of sources")
    NIGHTLY = "nightly", _("Nightly")


class Job(WorkspaceScoped):
    """A step: leased by one worker at a time, fenced by the lease's token.

    `kind` is the name of the Celery task that performs it. `subject_id` is what
    it works on; `batch_id` groups the steps that one act of a person started.
    """

    kind = models.CharField(max_length=60)
    queue = models.CharField(max_length=16, choices=JobQueue.choices, default=JobQueue.INTERACTIVE)
    dedupe_key = models.CharField(max_length=200)
    subject_id = models.UUIDField()
    subject_label = models.CharField(max_length=300, blank=True)
    payload = models.JSONField(default=dict)
    result = models.JSONField(default=dict)
    state = models.CharField(max_length=16, choices=JobState.choices, default=JobState.QUEUED)
    attempt = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField(null=True)
    lease_until = models.DateTimeField(null=True)
    lease_token = models.UUIDField(null=True)
    last_error = models.TextField(blank=True)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    requested_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["workspace", "dedupe_key"],
                condition=models.Q(state__in=["queued", "running"]),
                name="one_open_job_per_dedupe_key",
            ),
            models.CheckConstraint(condition=models.Q(state__in=JobState.values), name="job_state_is_known"),
            models.CheckConstraint(
                condition=~models.Q(state="running")
                | models.Q(lease_token__isnull=False, lease_until__isnull=False),
                name="a_running_job_holds_a_lease",
            ),
        ]
        indexes = [
            models.Index(fields=["workspace", "-created_at"], name="jobs_newest_first"),
            models.Index(fields=["workspace", "subject_id"], name="jobs_by_subject"),
            models.Index(
                fields=["state", "created_at"],
                condition=models.Q(state__in=["queued", "running"]),
                name="open_jobs_oldest_first",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"
