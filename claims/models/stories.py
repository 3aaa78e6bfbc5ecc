"""Stories: claims and articles about one event."""

from django.db import models

from workbench.accounts.models import WorkspaceScoped


class Story(WorkspaceScoped):
    """Claims about one event. Its articles are those that its claims stand in."""

    title = models.CharField(max_length=500)
    language = models.CharField(max_length=8, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-updated_at", "-id"]
        indexes = [models.Index(fields=["workspace", "-updated_at"], name="stories_newest_first")]

    def __str__(self) -> str:
        return self.title
