"""That one source is another under a second name, from when people said so until they took it back."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sources.models.registry import Source
from workbench.accounts.models import WorkspaceScoped


class SourceMerge(WorkspaceScoped):
    """People's word that `source` is `into` under a second name. Ended by a split, never edited or deleted.

    The rows in force are a forest: a source is in force as another's second name once at most, and
    `Source.merged_into` is the root it leads to. A merge of a source that has second names of its own
    leaves their rows, so that a split gives back what was there before. It repeats what the log says
    (`source.merged`, `source.split`). `merged_by` and `split_by` are people as the log names them.
    """

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="merges")
    into = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="merges_into")
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


class SourcePair(WorkspaceScoped):
    """Two sources that may be one, as the machine proposes it or as people decided.

    `one` has the smaller identifier. A pair that people told apart is kept, so that it is not proposed
    again. `reasons` are those of `sources.naming.likeness`; `looks_alike` says that nothing but its
    characters tells one name from the other.
    """

    class State(models.TextChoices):
        """What has become of the proposal."""

        PROPOSED = "proposed", _("Proposed")
        APART = "apart", _("Not the same")
        MERGED = "merged", _("Merged")

    one = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="+")
    score = models.FloatField()
    reasons = models.JSONField(default=list)
    looks_alike = models.BooleanField(default=False)
    state = models.CharField(max_length=16, choices=State.choices, default=State.PROPOSED)
    merge = models.ForeignKey(SourceMerge, on_delete=models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decided_by = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["-score", "id"]
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="one_pair_of_two_sources"),
            models.CheckConstraint(
                condition=models.Q(one__lt=models.F("other")), name="source_pair_is_in_order"
            ),
            models.CheckConstraint(
                condition=models.Q(score__gte=0, score__lte=1), name="source_pair_score_is_a_share"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["proposed", "apart", "merged"]),
                name="source_pair_state_is_known",
            ),
        ]
        indexes = [models.Index(fields=["workspace", "state", "-score"], name="source_pairs_waiting")]

    def __str__(self) -> str:
        return f"{self.one_id} ? {self.other_id}"
