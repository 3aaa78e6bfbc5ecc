"""How articles, claims, links and stories look to newsroom systems."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.models import Article, Claim, ClaimSpan, Hop, Link, Region, Slot, Story
from sources.models import Source


class SourceRef(serializers.ModelSerializer[Source]):
    """A source by its identifier and name."""

    class Meta:
        model = Source
        fields = ["id", "name", "kind"]


class RegionOut(serializers.ModelSerializer[Region]):
    """A stretch of an article's text: half-open offsets in code points."""

    class Meta:
        model = Region
        fields = ["kind", "start", "end"]


class ArticleOut(serializers.ModelSerializer[Article]):
    """An article without its text."""

    outlet = SourceRef(read_only=True)
    republished_from = SourceRef(read_only=True, allow_null=True)
    url = serializers.CharField(source="publication.canonical_url", read_only=True)

    class Meta:
        model = Article
        fields = [
            "id",
            "created_at",
            "title",
            "outlet",
            "url",
            "published_on",
            "language",
            "version",
            "republished_from",
            "content_sha256",
            "state",
            "warnings",
        ]


class ArticleDetail(ArticleOut):
    """An article with its text, to which all offsets refer, and its regions."""

    regions = RegionOut(many=True, read_only=True)

    class Meta(ArticleOut.Meta):
        fields = [*ArticleOut.Meta.fields, "text", "regions"]


class ArticleIn(serializers.Serializer[Any]):
    """An article to be added: its text, or the address to fetch it from."""

    text = serializers.CharField(required=False, allow_blank=True, trim_whitespace=False)
    url = serializers.URLField(required=False, allow_blank=True, max_length=2000)
    title = serializers.CharField(required=False, allow_blank=True, max_length=500)
    outlet = serializers.CharField(required=False, allow_blank=True, max_length=300)
    published_on = serializers.DateField(required=False, allow_null=True)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Refuse what has neither text nor address, and fields that mean nothing here."""
        unknown = sorted(set(self.initial_data) - set(self.fields))
        if unknown:
            raise serializers.ValidationError(
                dict.fromkeys(unknown, "This field is not known. Leave it out.")
            )
        if not attrs.get("text", "").strip() and not attrs.get("url"):
            raise serializers.ValidationError(
                {"text": "Send the text of the article, or the url to fetch it from."}
            )
        return attrs


class ArrivalOut(serializers.Serializer[Any]):
    """What became of an article that was sent."""

    kind = serializers.ChoiceField(choices=["new", "same_text", "new_version", "fetching"])
    article = serializers.UUIDField(allow_null=True)
    job = serializers.UUIDField(allow_null=True)
    warnings = serializers.ListField(child=serializers.DictField())


class SpanOut(serializers.ModelSerializer[ClaimSpan]):
    """Where a part of a claim stands in the article's text: half-open, in code points."""

    class Meta:
        model = ClaimSpan
        fields = ["part", "start", "end"]


class GradeThenOut(serializers.Serializer[Any]):
    """A source's letter as it was known on the day of a claim; null for one that is withheld."""

    as_of = serializers.DateTimeField()
    letter = serializers.CharField(allow_null=True)


class HopOut(serializers.ModelSerializer[Hop]):
    """One step of a claim's chain, from the publishing outlet (0) to the originator (last)."""

    grade_then = serializers.SerializerMethodField()

    class Meta:
        model = Hop
        fields = [
            "position",
            "source",
            "name",
            "kind",
            "cue",
            "start",
            "end",
            "inferred",
            "reason",
            "grade_then",
        ]

    @extend_schema_field(GradeThenOut(allow_null=True))
    def get_grade_then(self, hop: Hop) -> dict[str, Any] | None:
        """Return what was known of the source when it said it; null for the unnamed, who are never graded."""
        grade = self.context["chain_grades"][hop.pk]
        if grade.then is None:
            return None
        return dict(GradeThenOut({"as_of": grade.said_at, "letter": grade.then.letter or None}).data)


class SlotOut(serializers.ModelSerializer[Slot]):
    """A typed particular: its words, and what they mean."""

    class Meta:
        model = Slot
        fields = ["kind", "start", "end", "text", "value"]


class ClaimOut(serializers.ModelSerializer[Claim]):
    """A claim with its spans, chain and slots."""

    article = serializers.PrimaryKeyRelatedField[Article](read_only=True)
    story = serializers.PrimaryKeyRelatedField[Story](read_only=True)
    originator = SourceRef(read_only=True)
    chain = HopOut(source="hops", many=True, read_only=True)
    spans = SpanOut(many=True, read_only=True)
    slots = SlotOut(many=True, read_only=True)
    verdict = serializers.SerializerMethodField()

    class Meta:
        model = Claim
        fields = [
            "id",
            "created_at",
            "article",
            "ordinal",
            "text",
            "language",
            "quote",
            "modality",
            "anonymous",
            "narrated",
            "originator",
            "chain",
            "spans",
            "slots",
            "worth",
            "factors",
            "wording",
            "fills",
            "state",
            "story",
            "roots",
            "verdict",
        ]

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_verdict(self, claim: Claim) -> str | None:
        """Return the rating of the verdict in force; the selector has it at hand."""
        current = [verdict for verdict in claim.verdicts.all() if verdict.superseded_at is None]
        return current[0].rating if current else None


class AlignedSideOut(serializers.Serializer[Any]):
    """Where one claim names a particular: half-open, in code points of its article's text."""

    start = serializers.IntegerField()
    end = serializers.IntegerField()
    text = serializers.CharField()


class AlignedOut(serializers.Serializer[Any]):
    """A particular that both claims name: `agreement` is same, compatible, different or incomparable."""

    kind = serializers.ChoiceField(choices=Slot.Kind.choices)
    agreement = serializers.ChoiceField(choices=["same", "compatible", "different", "incomparable"])
    a = AlignedSideOut()
    b = AlignedSideOut()


class LinkOut(serializers.ModelSerializer[Link]):
    """A relation between claims of two articles, with the reasons for it.

    `relation` and `slot` are what holds: what people decided, else what the machine proposed.
    """

    aligned = AlignedOut(many=True, read_only=True)
    features = serializers.DictField(child=serializers.FloatField(), read_only=True)
    reasons = serializers.ListField(child=serializers.CharField(), read_only=True)

    class Meta:
        model = Link
        fields = [
            "id",
            "created_at",
            "a",
            "b",
            "relation",
            "slot",
            "a_text",
            "b_text",
            "proposed_relation",
            "proposed_slot",
            "probability",
            "independence",
            "reasons",
            "aligned",
            "features",
            "model_version",
            "state",
            "decided_at",
        ]


class StoryOut(serializers.ModelSerializer[Story]):
    """Claims about one event."""

    claim_count = serializers.IntegerField(read_only=True)
    article_count = serializers.IntegerField(read_only=True)

    class Meta:
        model = Story
        fields = [
            "id",
            "created_at",
            "updated_at",
            "title",
            "language",
            "topic",
            "topic_by_person",
            "region",
            "region_by_person",
            "claim_count",
            "article_count",
        ]
