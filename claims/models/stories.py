"""Stories: claims and articles about one event, why they are in one, and what people and nights changed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from workbench.accounts.models import User, WorkspaceScoped


class Story(WorkspaceScoped):
    """Claims about one event. Its articles are those that its claims stand in.

    A story that went into another keeps its row: `merged_into` leads its old address on.
    `may_split` lists the articles, by part, of a story that the last night found drifting apart.
    `topic` is an IPTC Media Topic of the top level, `region` the country (ISO 3166-1) that it is about; both
    are proposed by the machine, which leaves alone what a person set.
    """

    class Topic(models.TextChoices):
        """What a story is about: the top level of the IPTC Media Topics."""

        ARTS = "arts", _("Arts, culture and entertainment")
        CONFLICT = "conflict", _("Conflict, war and peace")
        CRIME = "crime", _("Crime, law and justice")
        DISASTER = "disaster", _("Disaster and accident")
        ECONOMY = "economy", _("Economy, business and finance")
        EDUCATION = "education", _("Education")
        ENVIRONMENT = "environment", _("Environment")
        HEALTH = "health", _("Health")
        HUMAN_INTEREST = "human_interest", _("Human interest")
        LABOUR = "labour", _("Labour")
        LIFESTYLE = "lifestyle", _("Lifestyle and leisure")
        POLITICS = "politics", _("Politics and government")
        RELIGION = "religion", _("Religion")
        SCIENCE = "science", _("Science and technology")
        SOCIETY = "society", _("Society")
        SPORT = "sport", _("Sport")
        WEATHER = "weather", _("Weather")

    title = models.CharField(max_length=500)
    language = models.CharField(max_length=8, blank=True)
    updated_at = models.DateTimeField(auto_now=True)
    titled_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    merged_into = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="absorbed")
    may_split = models.JSONField(default=list)
    topic = models.CharField(max_length=40, choices=Topic.choices, blank=True)
    topic_by_person = models.BooleanField(default=False)
    region = models.CharField(max_length=2, blank=True)
    region_by_person = models.BooleanField(default=False)

    class Meta:
        ordering = ["-updated_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(region="") | models.Q(region__regex="^[A-Z]{2}$"),
                name="story_region_is_a_country_code",
            ),
        ]
        indexes = [models.Index(fields=["workspace", "-updated_at"], name="stories_newest_first")]

    def __str__(self) -> str:
        return self.title


class StoryPlace(WorkspaceScoped):
    """That an article belongs to a story, since when and why; it outlives the article's claims.

    When an article is worked through again its claims are made anew, and come back to the
    story that its place names. `evidence` says what spoke for it, article by article.
    """

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="places")
    article = models.ForeignKey("claims.Article", on_delete=models.CASCADE, related_name="places")
    evidence = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["story", "article"], name="one_place_per_story_and_article"),
        ]

    def __str__(self) -> str:
        return f"{self.article_id} in {self.story_id}"


class StoryChange(WorkspaceScoped):
    """One change of a story: by a person, who can take it back, or by the nightly grouping.

    `moves` lists what went from where to where: `[[article, from, to], …]`, from is null for an
    article that had no story. A row is never deleted: taking it back marks it.
    """

    class Kind(models.TextChoices):
        """What was done."""

        MERGED = "merged", _("Merged")
        SPLIT = "split", _("Split")
        RENAMED = "renamed", _("Renamed")
        REGROUPED = "regrouped", _("Grouped anew")
        DESCRIBED = "described", _("Topic or region set")

    kind = models.CharField(max_length=10, choices=Kind.choices)
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="changes")
    other = models.ForeignKey(Story, on_delete=models.SET_NULL, null=True, related_name="+")
    moves = models.JSONField(default=list)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["merged", "split", "renamed", "regrouped", "described"]),
                name="story_change_kind_is_known",
            ),
        ]
        indexes = [models.Index(fields=["workspace", "-created_at"], name="story_changes_newest")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.story_id}"


class StoryBond(models.Model):
    """Where a publication stood in a merger or split: the machine's must-link and cannot-link.

    What was moved belongs together, and with what it joined, and apart from what it left; on each
    pair the last change that stands counts. Bonds are of publications, so that they outlive
    claims made anew and hold for later versions of a text.
    """

    class Side(models.TextChoices):
        """Where the publication stood."""

        MOVED = "moved", _("moved")
        JOINED = "joined", _("joined by what moved")
        LEFT = "left", _("left by what moved")

    change = models.ForeignKey(StoryChange, on_delete=models.CASCADE, related_name="bonds")
    publication = models.ForeignKey("claims.Publication", on_delete=models.CASCADE, related_name="bonds")
    side = models.CharField(max_length=6, choices=Side.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["change", "publication", "side"], name="a_publication_once_a_side"
            ),
            models.CheckConstraint(
                condition=models.Q(side__in=["moved", "joined", "left"]), name="story_bond_side_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.publication_id} {self.side}"
