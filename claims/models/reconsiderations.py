"""What was taken back, and what has to be looked at again because of that."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from claims.models.claims import Claim
from claims.models.verdicts import Verdict
from sources.models import Source
from workbench.accounts.models import User, WorkspaceScoped
from workbench.audit.models import Event


class Withdrawal(WorkspaceScoped):
    """A verdict that was taken back without another in its place, or a report that its source took back.

    A withdrawn report is a root gone: `claims` are those that rested on it, which count for nobody as a
    root any more. `source` is whose report it was: for an unnamed originator the outlet that vouched.
    `verdicts` are those that were withdrawn in the same act. A row is never edited and never deleted:
    taking it back marks it.
    """

    class Kind(models.TextChoices):
        """What was withdrawn."""

        VERDICT = "verdict", _("Verdict")
        REPORT = "report", _("Report")

    kind = models.CharField(max_length=8, choices=Kind.choices)
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="withdrawals")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, null=True, related_name="+")
    claims = models.ManyToManyField(Claim, related_name="withdrawn_with")
    verdicts = models.ManyToManyField(Verdict, related_name="withdrawn_with")
    reason = models.TextField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["verdict", "report"]), name="withdrawal_kind_is_known"
            ),
            models.CheckConstraint(condition=~models.Q(reason=""), name="a_withdrawal_gives_its_reason"),
            models.CheckConstraint(
                condition=models.Q(kind="verdict") | models.Q(source__isnull=False),
                name="a_withdrawn_report_has_its_source",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.claim_id}"


class Reconsideration(WorkspaceScoped):
    """That a claim, and the verdict on it if there is one, waits for another look because of an event.

    It is settled by a person who says that all stays as it is, or by another verdict on the claim.
    """

    class Why(models.TextChoices):
        """What the claim has to do with what changed."""

        OWN = "own", _("Its verdict was withdrawn")
        REPORT = "report", _("It rests on a report that was withdrawn")
        SAME = "same", _("It says the same")
        LINKED = "linked", _("It is linked with the claim")
        EVIDENCE = "evidence", _("Its verdict cites the same evidence")

    class State(models.TextChoices):
        """What came of it."""

        OPEN = "open", _("Open")
        KEPT = "kept", _("Kept as it is")
        CHANGED = "changed", _("Changed")

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="reconsiderations")
    verdict = models.ForeignKey(Verdict, on_delete=models.PROTECT, null=True, related_name="reconsiderations")
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")
    cause = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="+")
    why = models.CharField(max_length=8, choices=Why.choices)
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["event", "claim"], name="a_claim_is_reconsidered_once_an_event"),
            models.CheckConstraint(
                condition=models.Q(state__in=["open", "kept", "changed"]),
                name="reconsideration_state_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(why__in=["own", "report", "same", "linked", "evidence"]),
                name="reconsideration_why_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(state="open", decided_at__isnull=True)
                | (~models.Q(state="open") & models.Q(decided_at__isnull=False)),
                name="a_settled_reconsideration_has_its_moment",
            ),
        ]
        indexes = [
            models.Index(
                fields=["workspace", "-created_at"],
                condition=models.Q(state="open"),
                name="open_reconsiderations",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.why}: {self.claim_id} ({self.state})"
