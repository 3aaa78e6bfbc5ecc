"""What stands beside a source's record: its practices, its replies, its own corrections."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sources.models.criteria import Criterion
from sources.models.registry import Source
from workbench.accounts.models import WorkspaceScoped


class ConductEntry(WorkspaceScoped):
    """One entry about a source. It is never changed: a later one that `takes_back` it undoes it."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=80)
    takes_back = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="taken_back_by"
    )

    class Meta:
        abstract = True
        ordering = ["recorded_at", "id"]


class Practice(ConductEntry):
    """Whether the source meets a criterion of process, by a person's judgement. Never part of its record."""

    class Standing(models.TextChoices):
        """The engine's `Standing` in the database."""

        MET = "met", _("Met")
        NOT_MET = "not_met", _("Not met")
        NOT_APPLICABLE = "not_applicable", _("Does not apply")

    criterion = models.CharField(max_length=40, choices=Criterion.choices)
    standing = models.CharField(max_length=16, choices=Standing.choices)
    evidence = models.URLField(max_length=500, blank=True)
    note = models.TextField(blank=True)

    class Meta(ConductEntry.Meta):
        constraints = [
            models.CheckConstraint(
                condition=models.Q(standing__in=["met", "not_met", "not_applicable"]),
                name="practice_standing_is_known",
            ),
        ]
        indexes = [models.Index(fields=["source", "criterion", "recorded_at"], name="practices_in_time")]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.standing}"


class Reply(ConductEntry):
    """A step of a source's right of reply to an adverse grade: asked, answered, appealed, decided.

    `happened_on` is the day of the step itself, `way` how it was asked, `about` the appeal that is decided.
    """

    class Step(models.TextChoices):
        """What happened."""

        ASKED = "asked", _("Asked")
        ANSWERED = "answered", _("Answered")
        APPEALED = "appealed", _("Appealed")
        DECIDED = "decided", _("Appeal decided")

    class Way(models.TextChoices):
        """How the source was asked."""

        EMAIL = "email", _("By e-mail")
        LETTER = "letter", _("By letter")
        PHONE = "phone", _("By telephone")
        FORM = "form", _("By a form on its site")
        MEETING = "meeting", _("In person")

    class Ruling(models.TextChoices):
        """What became of an appeal."""

        UPHELD = "upheld", _("Upheld: the grade was wrong")
        PARTLY = "partly", _("Upheld in part")
        REJECTED = "rejected", _("Rejected: the grade stands")

    step = models.CharField(max_length=16, choices=Step.choices)
    happened_on = models.DateField()
    way = models.CharField(max_length=16, choices=Way.choices, blank=True)
    text = models.TextField(blank=True)
    ruling = models.CharField(max_length=16, choices=Ruling.choices, blank=True)
    about = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="decisions")

    class Meta(ConductEntry.Meta):
        constraints = [
            models.CheckConstraint(
                condition=models.Q(step__in=["asked", "answered", "appealed", "decided"]),
                name="reply_step_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(step="decided", about__isnull=False)
                & models.Q(ruling__in=["upheld", "partly", "rejected"])
                | ~models.Q(step="decided") & models.Q(about__isnull=True, ruling=""),
                name="a_decision_is_about_an_appeal",
            ),
        ]
        indexes = [models.Index(fields=["source", "recorded_at"], name="replies_in_time")]

    def __str__(self) -> str:
        return f"{self.step} {self.happened_on}"


class Erratum(ConductEntry):
    """A correction that the source itself published of one claim. `claim_id` is the claims domain's."""

    claim_id = models.UUIDField()
    claim_text = models.TextField()
    corrected_on = models.DateField()
    address = models.URLField(max_length=500)
    note = models.TextField(blank=True)

    class Meta(ConductEntry.Meta):
        indexes = [models.Index(fields=["source", "claim_id"], name="errata_by_claim")]

    def __str__(self) -> str:
        return f"{self.corrected_on} {self.address}"
