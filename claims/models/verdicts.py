"""Verdicts: what people found a claim to be worth, and what a second person says of that."""

from django.db import models
from django.utils import timezone

from claims.models.claims import Claim
from sources.models import Outcome
from workbench.accounts.models import User, WorkspaceScoped


class Verdict(WorkspaceScoped):
    """A person's judgement on a claim. A later one supersedes it; none is edited.

    `selection` says why the claim was chosen to be checked. `roles` holds, by source, what a person says
    that it did with the claim; sources that it leaves out answer as the chain says. `settled_on` is the day
    on which the claim was judged so: that of the first where the same verdict is said again.
    """

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="verdicts")
    rating = models.CharField(max_length=16, choices=Outcome.Rating.choices)
    reasoning = models.TextField()
    evidence_url = models.URLField(max_length=2000, blank=True)
    selection = models.CharField(
        max_length=16, choices=Outcome.Selection.choices, default=Outcome.Selection.SUSPICION
    )
    roles = models.JSONField(default=dict)
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    settled_on = models.DateField(default=timezone.localdate)
    superseded_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["claim"],
                condition=models.Q(superseded_at__isnull=True),
                name="one_current_verdict_per_claim",
            ),
            models.CheckConstraint(condition=~models.Q(reasoning=""), name="a_verdict_gives_its_reasons"),
            models.CheckConstraint(
                condition=models.Q(selection__in=["suspicion", "random", "complaint"]),
                name="verdict_selection_is_known",
            ),
        ]
        indexes = [
            models.Index(
                fields=["workspace", "evidence_url"],
                condition=models.Q(superseded_at__isnull=True) & ~models.Q(evidence_url=""),
                name="verdicts_by_evidence",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rating}: {self.claim_id}"


class Review(WorkspaceScoped):
    """What a second person says of a verdict: that it holds, or that it does not and why.

    A row is never edited and never deleted: taking it back marks it. The author of a verdict cannot review
    it: a trigger of the database sees to that, and to the rest of a row staying as it was written.
    """

    verdict = models.ForeignKey(Verdict, on_delete=models.PROTECT, related_name="reviews")
    reviewer = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    agrees = models.BooleanField()
    note = models.TextField(blank=True)
    superseded_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["verdict", "reviewer"],
                condition=models.Q(superseded_at__isnull=True),
                name="one_standing_review_per_person_and_verdict",
            ),
            models.CheckConstraint(
                condition=models.Q(agrees=True) | ~models.Q(note=""), name="a_dispute_gives_its_reasons"
            ),
        ]

    def __str__(self) -> str:
        return f"{'confirmed' if self.agrees else 'disputed'}: {self.verdict_id}"


class AuditDraw(WorkspaceScoped):
    """A claim that chance chose to be checked: the `number`th of its day, of one source or of all.

    The choice follows from the day, the number and the source alone, and stays: nobody draws again until
    what was drawn is checked or no longer a claim.
    """

    drawn_on = models.DateField()
    number = models.PositiveSmallIntegerField(default=1)
    source = models.ForeignKey("sources.Source", on_delete=models.CASCADE, null=True, related_name="+")
    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="draws")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-drawn_on", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["workspace", "source", "drawn_on", "number"],
                nulls_distinct=False,
                name="one_draw_per_day_source_and_number",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.drawn_on} #{self.number}: {self.claim_id}"
