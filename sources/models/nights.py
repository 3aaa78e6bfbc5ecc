"""What nights and refreshes keep: a source's running sums, and what each night's run came to."""

from django.db import models

from sources.models.registry import Source
from workbench.accounts.models import WorkspaceScoped


class SourceLedger(WorkspaceScoped):
    """A source's running sums, so that one more outcome costs the same however long the record is.

    A cache: `record` is the engine's `Ledger`, made from the outcomes of `members` (the source and those
    merged into it) in the first `event_number` events of the log. Each night makes it anew and compares.
    """

    source = models.OneToOneField(Source, on_delete=models.CASCADE, related_name="sums")
    record = models.JSONField()
    members = models.JSONField(default=list)
    event_number = models.PositiveBigIntegerField()
    parameters_hash = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.source_id} at {self.event_number}"


class Agreement(WorkspaceScoped):
    """What one night found agreement between sources to be worth: the skill by topic, "" for all together."""

    as_of = models.DateTimeField()
    skill = models.JSONField(default=dict)
    assertion_count = models.PositiveIntegerField()
    known_count = models.PositiveIntegerField()

    class Meta:
        ordering = ["-as_of"]
        constraints = [
            models.UniqueConstraint(fields=["workspace", "as_of"], name="one_agreement_per_midnight"),
        ]

    def __str__(self) -> str:
        return f"{self.as_of:%Y-%m-%d}: {self.skill.get('', 0.0)}"


class Night(WorkspaceScoped):
    """One night's run: every record as of midnight, made anew from its outcomes.

    `digest` is SHA-256 over all its scorecards: two runs for one midnight, log and parameters give the same.
    """

    as_of = models.DateTimeField()
    event_number = models.PositiveBigIntegerField()
    parameters_hash = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    source_count = models.PositiveIntegerField()
    card_count = models.PositiveIntegerField()
    finished_at = models.DateTimeField()

    class Meta:
        ordering = ["-as_of", "-finished_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["workspace", "as_of", "event_number", "parameters_hash"],
                name="one_night_per_midnight_log_and_parameters",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.as_of:%Y-%m-%d} {self.digest[:12]}"
