"""Publications of outlets, and the immutable text versions of each."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sources.models import Source
from workbench.accounts.models import User, WorkspaceScoped


class Publication(WorkspaceScoped):
    """One thing an outlet published; its texts over time are its articles."""

    outlet = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="publications")
    canonical_url = models.URLField(max_length=2000, blank=True)
    url_key = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workspace", "url_key"], name="one_publication_per_address"),
        ]

    def __str__(self) -> str:
        return self.canonical_url or str(self.pk)


class Article(WorkspaceScoped):
    """An immutable text version of one publication. Offsets everywhere refer to `text`."""

    class State(models.TextChoices):
        """How far the machine has worked the article through."""

        WAITING = "waiting", _("Waiting")
        WORKING = "working", _("Working")
        READY = "ready", _("Ready")
        FAILED = "failed", _("Failed")

    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="articles")
    outlet = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="articles")
    version = models.PositiveIntegerField(default=1)
    title = models.CharField(max_length=500, blank=True)
    text = models.TextField()
    content_sha256 = models.CharField(max_length=64)
    signature = models.BinaryField(default=b"")
    language = models.CharField(max_length=8)
    language_confidence = models.FloatField(default=1.0)
    published_on = models.DateField(null=True, blank=True)
    republished_from = models.ForeignKey(
        Source, on_delete=models.PROTECT, null=True, blank=True, related_name="republications"
    )
    warnings = models.JSONField(default=list)
    state = models.CharField(max_length=16, choices=State.choices, default=State.WAITING)
    analysed_at = models.DateTimeField(null=True)
    extractor_version = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "version"], name="versions_of_a_publication_are_numbered"
            ),
            models.UniqueConstraint(
                fields=["publication", "content_sha256"], name="one_article_per_publication_and_text"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["waiting", "working", "ready", "failed"]),
                name="article_state_is_known",
            ),
        ]
        indexes = [
            models.Index(fields=["workspace", "content_sha256"], name="articles_by_text"),
            models.Index(fields=["workspace", "-created_at"], name="articles_newest_first"),
        ]

    def __str__(self) -> str:
        return self.title or self.text[:80]


class Sighting(WorkspaceScoped):
    """One time this very text was met, and by which way it came."""

    class Way(models.TextChoices):
        """How a text came in."""

        PASTE = "paste", _("Pasted")
        FILE = "file", _("File")
        URL = "url", _("Fetched")
        API = "api", _("API")
        SAMPLE = "sample", _("Sample")

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="sightings")
    way = models.CharField(max_length=8, choices=Way.choices)
    url = models.URLField(max_length=2000, blank=True)
    file_name = models.CharField(max_length=300, blank=True)
    seen_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["created_at", "id"]

    def __str__(self) -> str:
        return f"{self.way} {self.url or self.file_name}".strip()


class Region(models.Model):
    """A stretch of an article that is title, byline, body, credit, disclaimer or boilerplate."""

    class Kind(models.TextChoices):
        """What the stretch is; the engine's `RegionKind` in the database."""

        TITLE = "title", _("Title")
        BYLINE = "byline", _("Byline")
        BODY = "body", _("Body")
        CREDIT = "credit", _("Credit line")
        DISCLAIMER = "disclaimer", _("Disclaimer")
        BOILERPLATE = "boilerplate", _("Not article text")

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="regions")
    kind = models.CharField(max_length=16, choices=Kind.choices)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        ordering = ["start"]
        constraints = [
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="region_is_not_empty"),
            models.UniqueConstraint(fields=["article", "start"], name="regions_do_not_begin_together"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.start}:{self.end}"
