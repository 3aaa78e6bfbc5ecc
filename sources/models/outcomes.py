"""What reviewed verdicts say of a source, and the scorecards made from that."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sources.models.registry import Source
from workbench.accounts.models import WorkspaceScoped


class Outcome(WorkspaceScoped):
    """What one verdict says of one source in its role. Superseded, never edited.

    `claim_id`, `verdict_id` and `story_id` are identifiers of the claims domain,
    held as values: sources knows nothing of claims.
    """

    class Rating(models.TextChoices):
        """How far the claim held, by the people who checked it."""

        TRUE = "true", _("True")
        MOSTLY_TRUE = "mostly_true", _("Mostly true")
        MIXED = "mixed", _("Half true")
        MISLEADING = "misleading", _("Misleading")
        FALSE = "false", _("False")
        UNVERIFIED = "unverified", _("Cannot be established")

    class Role(models.TextChoices):
        """What the source did with the claim."""

        ORIGINATED = "originated", _("Originated")
        ENDORSED = "endorsed", _("Endorsed")
        REPUBLISHED = "republished", _("Republished")
        QUOTED = "quoted", _("Quoted")

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="outcomes")
    verdict_id = models.UUIDField()
    claim_id = models.UUIDField()
    story_id = models.UUIDField(null=True)
    claim_text = models.TextField()
    claim_language = models.CharField(max_length=8, blank=True)
    rating = models.CharField(max_length=16, choices=Rating.choices)
    role = models.CharField(max_length=16, choices=Role.choices)
    second_reviewed = models.BooleanField(default=False)
    settled_on = models.DateField()
    recorded_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["recorded_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "verdict_id", "role"], name="one_outcome_per_source_verdict_and_role"
            ),
            models.CheckConstraint(
                condition=models.Q(
                    rating__in=["true", "mostly_true", "mixed", "misleading", "false", "unverified"]
                ),
                name="outcome_rating_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=["originated", "endorsed", "republished", "quoted"]),
                name="outcome_role_is_known",
            ),
        ]
        indexes = [models.Index(fields=["source", "recorded_at"], name="outcomes_in_time")]

    def __str__(self) -> str:
        return f"{self.role}: {self.rating}"


class Scorecard(WorkspaceScoped):
    """A source's record as it stood at `as_of`: a Beta posterior and its letter."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="scorecards")
    as_of = models.DateTimeField()
    alpha = models.FloatField()
    beta = models.FloatField()
    mean = models.FloatField()
    q05 = models.FloatField()
    q25 = models.FloatField()
    q75 = models.FloatField()
    q95 = models.FloatField()
    mass = models.FloatField()
    outcome_count = models.PositiveIntegerField()
    letter = models.CharField(max_length=1)
    parameters_hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["-as_of"]
        get_latest_by = "as_of"
        constraints = [
            models.UniqueConstraint(
                fields=["source", "as_of", "parameters_hash"], name="one_scorecard_per_moment"
            ),
            models.CheckConstraint(
                condition=models.Q(q05__gte=0, q95__lte=1)
                & models.Q(q05__lte=models.F("mean"))
                & models.Q(mean__lte=models.F("q95")),
                name="scorecard_interval_holds_its_mean",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.letter} {self.mean:.2f}"
