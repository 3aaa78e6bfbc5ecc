"""Typed relations between claims of two articles."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from claims.models.claims import Claim, Slot
from workbench.accounts.models import User, WorkspaceScoped


class Link(WorkspaceScoped):
    """What two claims have to do with each other, proposed with reasons and decided by people.

    `a` is the claim with the smaller identifier; `a_text` and `b_text` are how each
    side words the particular that `slot` names. `relation` and `slot` are what holds: a
    person's word where there is one. What the machine said stays in `proposed_relation`,
    `proposed_slot` and `proposed_texts`, with its probability, reasons, features and
    `aligned` particulars: kind, agreement, and on each side start, end and text.
    `pair` knows the two claims again when they are read anew (`claims.selectors.pairs`).
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
    proposed_relation = models.CharField(max_length=14, choices=Relation.choices, blank=True)
    proposed_slot = models.CharField(max_length=10, choices=Slot.Kind.choices, blank=True)
    proposed_texts = models.JSONField(default=list)
    reasons = models.JSONField(default=list)
    aligned = models.JSONField(default=list)
    features = models.JSONField(default=dict)
    model_version = models.CharField(max_length=40)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PROPOSED)
    decided_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    pair = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["-probability", "id"]
        indexes = [
            models.Index(fields=["workspace", "pair"], name="links_by_pair"),
            models.Index(
                fields=["workspace", "-probability"],
                condition=models.Q(state="proposed"),
                name="links_waiting",
            ),
        ]
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

    @property
    def is_retyped(self) -> bool:
        """Tell whether a person says another relation or slot than the machine did."""
        return (self.relation, self.slot) != (self.proposed_relation, self.proposed_slot)


class LinkDecision(WorkspaceScoped):
    """One decision of a person on a pair of claims: from what, to what, and why.

    A row is never edited and never deleted: taking it back marks it. It outlives its link,
    and what it says holds for the same pair when its claims are read anew: `pair` is the
    key of both claims. Decisions made in one act share a `batch`.
    """

    link = models.ForeignKey(Link, on_delete=models.SET_NULL, null=True, related_name="decisions")
    pair = models.CharField(max_length=64)
    from_state = models.CharField(max_length=10, choices=Link.State.choices)
    from_relation = models.CharField(max_length=14, choices=Link.Relation.choices)
    from_slot = models.CharField(max_length=10, choices=Slot.Kind.choices, blank=True)
    to_state = models.CharField(max_length=10, choices=Link.State.choices)
    to_relation = models.CharField(max_length=14, choices=Link.Relation.choices)
    to_slot = models.CharField(max_length=10, choices=Slot.Kind.choices, blank=True)
    reason = models.TextField(blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    batch = models.UUIDField(null=True)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(to_state__in=["confirmed", "rejected"]), name="link_decision_decides"
            ),
        ]
        indexes = [
            models.Index(fields=["workspace", "pair"], name="link_decisions_by_pair"),
            models.Index(fields=["workspace", "by", "-created_at"], name="link_decisions_by_person"),
        ]

    def __str__(self) -> str:
        return f"{self.from_state} -> {self.to_state}: {self.to_relation} {self.to_slot}".strip()
