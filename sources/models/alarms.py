"""Alarms: what a night's run, or a burst of verdicts, wants people to look at."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sources.models.registry import Source
from workbench.accounts.models import User, WorkspaceScoped


class Alarm(WorkspaceScoped):
    """Something that a person should look at. It changes no record by itself.

    `key` says what it is about, so that the same finding is told once: one that a person closed is not
    raised again. `facts` fill its sentence. `closed_by` is nobody where the machine saw that it was over.
    """

    class Kind(models.TextChoices):
        """What was found."""

        RING = "ring", _("Ring")
        SKILL = "skill", _("Agreement misled")
        BURST = "burst", _("Many verdicts at once")
        DRIFT = "drift", _("Record differs from the log")
        STALE = "stale", _("Grade lapsed")
        SILENCE = "silence", _("Silent outlet")

    kind = models.CharField(max_length=16, choices=Kind.choices)
    key = models.CharField(max_length=200)
    source = models.ForeignKey(Source, on_delete=models.CASCADE, null=True, related_name="alarms")
    facts = models.JSONField(default=dict)
    raised_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["-raised_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["workspace", "kind", "key"], name="one_alarm_per_finding"),
            models.CheckConstraint(
                condition=models.Q(kind__in=["ring", "skill", "burst", "drift", "stale", "silence"]),
                name="alarm_kind_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(closed_at__isnull=False) | models.Q(closed_by__isnull=True, note=""),
                name="an_open_alarm_has_no_end",
            ),
        ]
        indexes = [
            models.Index(
                fields=["workspace", "-raised_at"],
                condition=models.Q(closed_at__isnull=True),
                name="open_alarms_newest_first",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.key}"


class CopyPair(WorkspaceScoped):
    """Two sources that share more errors than chance allows: a possible common origin, until people decide.

    `one` is the source with the smaller identifier. `probability` is that either draws on the other,
    `common` how many questions both answered, `shared_false` how many values both gave that people found
    false, and `questions` where: claims, as the claims domain names them. A night that no longer finds a
    pair takes it away, unless a person decided on it.
    """

    class State(models.TextChoices):
        """What people made of the finding."""

        PROPOSED = "proposed", _("Proposed")
        CONFIRMED = "confirmed", _("Confirmed")
        REJECTED = "rejected", _("Rejected")

    one = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="copy_pairs_as_one")
    other = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="copy_pairs_as_other")
    probability = models.FloatField()
    common = models.PositiveIntegerField()
    shared_false = models.PositiveIntegerField()
    questions = models.JSONField(default=list)
    found_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.PROPOSED)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-probability", "id"]
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="one_copy_pair_per_two_sources"),
            models.CheckConstraint(
                condition=models.Q(one__lt=models.F("other")), name="copy_pair_ends_are_in_order"
            ),
            models.CheckConstraint(
                condition=models.Q(probability__range=(0, 1)), name="copy_probability_is_one"
            ),
            models.CheckConstraint(
                condition=models.Q(state="proposed", decided_at__isnull=True)
                | models.Q(state__in=["confirmed", "rejected"], decided_at__isnull=False),
                name="a_decided_copy_pair_says_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.one_id} ~ {self.other_id}: {self.probability:.2f}"
