"""What a workspace takes to be worth a check: its points for the factors of worth."""

from django.db import models
from django.db.models.functions import Now

from workbench.accounts.models import User, WorkspaceScoped


class WorthWeights(WorkspaceScoped):
    """The points that differ from the engine's defaults, by factor. The log keeps every earlier version."""

    points = models.JSONField(default=dict)
    set_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    set_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workspace"], name="one_set_of_weights_a_workspace"),
        ]

    def __str__(self) -> str:
        return ", ".join(f"{name} {points:+.2f}" for name, points in sorted(self.points.items()))
