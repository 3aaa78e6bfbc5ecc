"""Typed relations between claims of two articles."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from claims.models.claims import Claim, Slot
from workbench.accounts.models import User, WorkspaceScoped


class Link(WorkspaceScoped):
    """What two claims have to do with each other, proposed with reasons and decided by people.

    `a` is the claim with the smaller identifier; `a_text` and `b_text` are how each
    side words the particular that `slot` names.
    """

    class Relation(models.TextChoices):
        """How the two stand to each other."""

        CORROBORATES = "corroborates", _("Says the same")
        CONFLICTS = "conflicts", _("Says otherwise")
        UPDATES = "updates", _("Updates")
        RELATED = "related", _("Related")

    class State(models.TextChoices):
        """What people made of the machine's proposal."""

        PROPOSED = "proposed", _("Proposed")
        CONFIRMED = "confirmed", _("Confirmed")
        REJECTED = "rejected", _("Rejected")

    a = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="links_as_a")
    b = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="links_as_b")
    relation = models.CharField(max_length=14, choices=Relation.choices)
    slot = models.CharField(max_length=10, choices=Slot.Kind.choices, blank=True)
    a_text = models.CharField(max_length=500, blank=True)
    b_text = models.CharField(max_length=500, blank=True)
    probability = models.FloatField()
    independence = models.FloatField()
    reasons = models.JSONField(default=list)
    model_version = models.CharField(max_length=40)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PROPOSED)
    decided_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-probability", "id"]
        constraints = [
            models.UniqueConstraint(fields=["a", "b"], name="one_link_per_pair"),
            models.CheckConstraint(condition=models.Q(a__lt=models.F("b")), name="link_ends_are_in_order"),
            models.CheckConstraint(
                condition=models.Q(relation__in=["corroborates", "conflicts", "updates", "related"]),
                name="link_relation_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(probability__range=(0, 1), independence__range=(0, 1)),
                name="link_figures_are_shares",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.relation} {self.slot}".strip()
