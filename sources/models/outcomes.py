"""What reviewed verdicts and nightly runs say of a source, and the scorecards made from that."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sources.models.registry import Source
from workbench.accounts.models import WorkspaceScoped


class Outcome(WorkspaceScoped):
    """What one verdict says of one source in its role. Superseded, never edited.

    It repeats what the log says of it (`outcome.recorded`), from which it can be made anew.
    `claim_id`, `verdict_id` and `story_id` are identifiers of the claims domain, held as values: sources
    knows nothing of claims. `author` and `reviewer` are people as the log names them. `topic` and `region`
    are the story's, `unnamed` says that the source answers for an anonymous one it vouched for,
    `descriptor` how it called that one, and `held` that the outcome waits for a second look.
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

    class Selection(models.TextChoices):
        """Why the claim was chosen to be checked."""

        SUSPICION = "suspicion", _("On suspicion")
        RANDOM = "random", _("Random audit")
        COMPLAINT = "complaint", _("On a complaint")

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="outcomes")
    verdict_id = models.UUIDField()
    claim_id = models.UUIDField()
    story_id = models.UUIDField(null=True)
    claim_text = models.TextField()
    claim_language = models.CharField(max_length=8, blank=True)
    rating = models.CharField(max_length=16, choices=Rating.choices)
    role = models.CharField(max_length=16, choices=Role.choices)
    author = models.CharField(max_length=80, blank=True)
    reviewer = models.CharField(max_length=80, blank=True)
    selection = models.CharField(max_length=16, choices=Selection.choices, default=Selection.SUSPICION)
    topic = models.CharField(max_length=40, blank=True)
    region = models.CharField(max_length=8, blank=True)
    unnamed = models.BooleanField(default=False)
    descriptor = models.CharField(max_length=300, blank=True)
    claimed_on = models.DateField(null=True)
    corrected_on = models.DateField(null=True)
    held = models.BooleanField(default=False)
    settled_on = models.DateField()
    recorded_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["recorded_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "verdict_id", "role"],
                condition=models.Q(superseded_at__isnull=True),
                name="one_current_outcome_per_source_verdict_and_role",
            ),
            models.CheckConstraint(
                condition=models.Q(reviewer="") | ~models.Q(reviewer=models.F("author")),
                name="nobody_confirms_their_own_verdict",
            ),
            models.CheckConstraint(
                condition=models.Q(selection__in=["suspicion", "random", "complaint"]),
                name="outcome_selection_is_known",
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


class Estimate(WorkspaceScoped):
    """What a night's run over the workspace found for one source; in force until its next row.

    It repeats what the log says of it (`estimate.changed`): the expected share of sources like this one,
    on each topic that it was checked on, and the evidence from agreement with independent others.
    """

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="estimates")
    recorded_at = models.DateTimeField()
    prior_mean = models.FloatField()
    upheld = models.FloatField(default=0.0)
    mass = models.FloatField(default=0.0)
    skill = models.FloatField(default=0.0)
    topics = models.JSONField(default=dict)

    class Meta:
        ordering = ["recorded_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["source", "recorded_at"], name="one_estimate_per_moment"),
            models.CheckConstraint(
                condition=models.Q(prior_mean__gt=0, prior_mean__lt=1)
                & models.Q(upheld__gte=0, upheld__lte=models.F("mass"))
                & models.Q(skill__gte=0, skill__lte=1),
                name="estimate_is_within_its_ranges",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.prior_mean:.2f} {self.upheld:.2f}/{self.mass:.2f}"


class Scorecard(WorkspaceScoped):
    """A source's record as it stood at `as_of`: a Beta posterior and its letter.

    `facet` and `facet_value` narrow it to a topic, a region or a role; both are empty for the whole record.
    What is narrowed has no letter of its own, so F.
    `event_number` is the length of the workspace's log that it was made from.
    """

    class Facet(models.TextChoices):
        """By what a record is narrowed."""

        ALL = "", _("All")
        TOPIC = "topic", _("Topic")
        REGION = "region", _("Region")
        ROLE = "role", _("Role")
        UNNAMED = "unnamed", _("Resting on unnamed sources")

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="scorecards")
    facet = models.CharField(max_length=16, choices=Facet.choices, blank=True)
    facet_value = models.CharField(max_length=40, blank=True)
    as_of = models.DateTimeField()
    nightly = models.BooleanField(default=False)
    event_number = models.PositiveBigIntegerField(default=0)
    alpha = models.FloatField()
    beta = models.FloatField()
    mean = models.FloatField()
    q05 = models.FloatField()
    q25 = models.FloatField()
    q75 = models.FloatField()
    q95 = models.FloatField()
    mass = models.FloatField()
    prior_mean = models.FloatField(default=0.6)
    automatic_mass = models.FloatField(default=0.0)
    automatic_upheld = models.FloatField(default=0.0)
    skill = models.FloatField(default=0.0)
    outcome_count = models.PositiveIntegerField()
    letter = models.CharField(max_length=1)
    parameters_hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["-as_of"]
        get_latest_by = "as_of"
        constraints = [
            models.UniqueConstraint(
                fields=["source", "facet", "facet_value", "as_of", "parameters_hash"],
                name="one_scorecard_per_facet_and_moment",
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
