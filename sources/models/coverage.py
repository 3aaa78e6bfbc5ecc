"""How often outlets are heard, and when one fell silent."""

from django.db import models

from sources.models.registry import Source
from workbench.accounts.models import WorkspaceScoped


class Cadence(WorkspaceScoped):
    """How an outlet's articles followed each other in the last days, as of the last night's run.

    `usual_hours` and `long_hours` are the median of the gaps between two arrivals, and the gap that all but
    few stay under. Outlets with too few articles have none: nobody can say what is usual there.
    """

    source = models.OneToOneField(Source, on_delete=models.CASCADE, related_name="cadence")
    article_count = models.PositiveIntegerField()
    usual_hours = models.FloatField()
    long_hours = models.FloatField()
    last_at = models.DateTimeField()
    as_of = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.source_id} every {self.usual_hours:.1f} h"


class Silence(WorkspaceScoped):
    """A span in which nothing came from an outlet for much longer than usual; open while it lasts."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="silences")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    usual_hours = models.FloatField()

    class Meta:
        ordering = ["-since"]
        constraints = [
            models.UniqueConstraint(fields=["source", "since"], name="one_silence_per_beginning"),
            models.CheckConstraint(
                condition=models.Q(until__isnull=True) | models.Q(until__gt=models.F("since")),
                name="a_silence_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source_id} since {self.since:%Y-%m-%d %H:%M}"
