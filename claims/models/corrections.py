"""Corrections: what people set right in what the engine read, kept as examples to learn from."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from claims.models.articles import Article
from claims.models.claims import Claim
from workbench.accounts.models import User, WorkspaceScoped


class Correction(WorkspaceScoped):
    """One thing that a person set right in one claim. `before` and `after` hold what changed, nothing else.

    A row is never edited and never deleted: taking it back marks it. `claim` is empty
    where a claim that a person had marked was taken back.
    """

    class Kind(models.TextChoices):
        """What was set right."""

        BOUNDS = "bounds", _("Bounds")
        ORIGINATOR = "originator", _("Originator")
        MODALITY = "modality", _("Modality")
        ANONYMITY = "anonymity", _("Anonymity")
        REJECTION = "rejection", _("No claim")
        MISSED = "missed", _("Missed claim")

    class Reason(models.TextChoices):
        """Why something is no claim."""

        NOT_ATTRIBUTED = "not_attributed", _("Nobody says it")
        WRONG_BOUNDS = "wrong_bounds", _("Wrong bounds")
        NARRATION = "narration", _("Narration, not worth a claim")
        DUPLICATE = "duplicate", _("Same as another claim")

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="corrections")
    claim = models.ForeignKey(Claim, on_delete=models.SET_NULL, null=True, related_name="corrections")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    note = models.TextField(blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    kind__in=["bounds", "originator", "modality", "anonymity", "rejection", "missed"]
                ),
                name="correction_kind_is_known",
            ),
        ]
        indexes = [models.Index(fields=["workspace", "-created_at"], name="corrections_newest_first")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.claim_id}"
