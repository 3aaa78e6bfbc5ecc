"""Verdicts: what people found a claim to be worth."""

from django.db import models

from claims.models.claims import Claim
from sources.models import Outcome
from workbench.accounts.models import User, WorkspaceScoped


class Verdict(WorkspaceScoped):
    """A person's judgement on a claim. A later one supersedes it; none is edited."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="verdicts")
    rating = models.CharField(max_length=16, choices=Outcome.Rating.choices)
    reasoning = models.TextField()
    evidence_url = models.URLField(max_length=2000, blank=True)
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
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
        ]

    def __str__(self) -> str:
        return f"{self.rating}: {self.claim_id}"
