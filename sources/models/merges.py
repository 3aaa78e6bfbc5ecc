"""That one source is another under a second name, from when people said so until they took it back."""

from django.db import models

from sources.models.registry import Source
from workbench.accounts.models import WorkspaceScoped


class SourceMerge(WorkspaceScoped):
    """People's word that `source` is `into` under a second name. Ended by a split, never deleted.

    The rows in force are a forest: a source is in force as another's second name once at most, and
    `Source.merged_into` is the root it leads to. A merge of a source that has second names of its own
    leaves their rows, so that a split gives back what was there before. It repeats what the log says
    (`source.merged`, `source.split`). `merged_by` and `split_by` are people as the log names them.
    """

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="merges")
    into = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="merges_into")
    merged_at = models.DateTimeField()
    merged_by = models.CharField(max_length=80)
    reason = models.CharField(max_length=500, blank=True)
    split_at = models.DateTimeField(null=True)
    split_by = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["merged_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["source"],
                condition=models.Q(split_at__isnull=True),
                name="one_merge_in_force_per_source",
            ),
            models.CheckConstraint(
                condition=~models.Q(source=models.F("into")), name="no_source_is_merged_into_itself"
            ),
            models.CheckConstraint(
                condition=models.Q(split_at__isnull=True) | models.Q(split_at__gte=models.F("merged_at")),
                name="split_comes_after_merge",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source_id} = {self.into_id}"
