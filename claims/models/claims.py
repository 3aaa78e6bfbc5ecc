"""Claims: attributed statements with their spans, chain and slots."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _
from pgvector.django import HalfVectorField, HnswIndex

from claims.models.articles import Article
from claims.models.stories import Story
from sources.models import Source
from workbench.accounts.models import WorkspaceScoped

VECTOR_DIMENSIONS = 384
"""Length of a sentence vector of multilingual-e5-small."""


class Claim(WorkspaceScoped):
    """One attributed statement in one article. The machine proposes it; people accept or reject it."""

    class Quote(models.TextChoices):
        """How much of the content stands in quotation marks."""

        DIRECT = "direct", _("Direct quote")
        MIXED = "mixed", _("Partly quoted")
        INDIRECT = "indirect", _("Indirect")
        NONE = "none", _("Own narration")

    class Modality(models.TextChoices):
        """What the originator does with the content."""

        ASSERTED = "asserted", _("Asserted")
        DENIED = "denied", _("Denied")
        DEMANDED = "demanded", _("Demanded")
        PREDICTED = "predicted", _("Predicted")
        ALLEGED = "alleged", _("Alleged")

    class Anonymity(models.TextChoices):
        """What an originator is whom the text does not identify."""

        PERSON = "person", _("Person")
        OFFICIAL = "official", _("Official")
        INSTITUTION = "institution", _("Institution")
        DOCUMENT = "document", _("Document")
        COLLECTIVE = "collective", _("Group")
        UNKNOWN = "unknown", _("Unknown")

    class State(models.TextChoices):
        """What people made of the machine's proposal."""

        PROPOSED = "proposed", _("Proposed")
        ACCEPTED = "accepted", _("Accepted")
        REJECTED = "rejected", _("Rejected")

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="claims")
    ordinal = models.PositiveIntegerField()
    text = models.TextField()
    match_text = models.TextField()
    language = models.CharField(max_length=8)
    quote = models.CharField(max_length=10, choices=Quote.choices)
    modality = models.CharField(max_length=10, choices=Modality.choices)
    anonymous = models.BooleanField(default=False)
    anonymity = models.CharField(max_length=12, choices=Anonymity.choices, blank=True)
    narrated = models.BooleanField(default=False)
    form = models.CharField(max_length=20, blank=True)
    parent = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="nested")
    originator = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="originated_claims")
    worth = models.FloatField(default=0.0)
    factors = models.JSONField(default=list)
    probability = models.FloatField(null=True)
    votes = models.JSONField(default=list)
    wording = models.TextField(blank=True)
    fills = models.JSONField(default=list)
    reasons = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PROPOSED)
    story = models.ForeignKey(Story, on_delete=models.SET_NULL, null=True, related_name="claims")
    embedding = HalfVectorField(dimensions=VECTOR_DIMENSIONS, null=True)
    roots = models.FloatField(default=1.0)

    class Meta:
        ordering = ["article", "ordinal"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "ordinal"],
                name="claims_of_an_article_are_numbered",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                condition=models.Q(quote__in=["direct", "mixed", "indirect", "none"]),
                name="claim_quote_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(modality__in=["asserted", "denied", "demanded", "predicted", "alleged"]),
                name="claim_modality_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["proposed", "accepted", "rejected"]),
                name="claim_state_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(probability__isnull=True)
                | models.Q(probability__gte=0.0, probability__lte=1.0),
                name="claim_probability_is_one",
            ),
        ]
        indexes = [
            HnswIndex(
                fields=["embedding"],
                name="claims_by_embedding",
                m=16,
                ef_construction=64,
                opclasses=["halfvec_cosine_ops"],
            ),
            GinIndex(fields=["match_text"], name="claims_by_trigrams", opclasses=["gin_trgm_ops"]),
            models.Index(fields=["workspace", "-created_at"], name="claims_newest_first"),
        ]

    def __str__(self) -> str:
        return self.text[:120]


class ClaimSpan(models.Model):
    """Where a part of a claim stands in the article's text: half-open, in code points."""

    class Part(models.TextChoices):
        """Which part of the claim the words are."""

        CONTENT = "content", _("Content")
        CUE = "cue", _("Cue")
        SOURCE = "source", _("Source")
        HEDGE = "hedge", _("Hedge")

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="spans")
    part = models.CharField(max_length=8, choices=Part.choices)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        ordering = ["start", "end"]
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "part", "start"], name="spans_of_a_part_do_not_begin_together"
            ),
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="span_is_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.part} {self.start}:{self.end}"


class Hop(models.Model):
    """One step of a claim's chain, from the publishing outlet (0) to the originator (last)."""

    class Stance(models.TextChoices):
        """How the hop before passes this one's words on."""

        REPORTS = "reports", _("Reports")
        ENDORSES = "endorses", _("Endorses")
        DOUBTS = "doubts", _("Keeps a distance")

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="hops")
    position = models.PositiveSmallIntegerField()
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="hops")
    name = models.CharField(max_length=300)
    kind = models.CharField(max_length=16, choices=Source.Kind.choices)
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    cue = models.CharField(max_length=200, blank=True)
    stance = models.CharField(max_length=10, choices=Stance.choices, blank=True)
    inferred = models.BooleanField(default=False)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["claim", "position"]
        constraints = [
            models.UniqueConstraint(fields=["claim", "position"], name="hops_of_a_claim_are_numbered")
        ]

    def __str__(self) -> str:
        return self.name


class Slot(models.Model):
    """A typed particular of a claim: the words, and what they mean."""

    class Kind(models.TextChoices):
        """Which particular it is; the engine's `SlotKind` in the database."""

        ACTOR = "actor", _("Who")
        ACTION = "action", _("What")
        PLACE = "place", _("Where")
        TIME = "time", _("When")
        NUMBER = "number", _("How many")
        POLARITY = "polarity", _("Whether")

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="slots")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.CharField(max_length=500)
    value = models.CharField(max_length=500)

    class Meta:
        ordering = ["start", "kind"]
        constraints = [
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="slot_is_not_empty")
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.text}"
