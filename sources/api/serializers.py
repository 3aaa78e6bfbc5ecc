"""How sources and their records look to newsroom systems."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from sources.models import Scorecard, Source


class ScorecardOut(serializers.ModelSerializer[Scorecard]):
    """A source's record at one moment; the mean never comes without its interval."""

    class Meta:
        model = Scorecard
        fields = [
            "as_of",
            "letter",
            "mean",
            "q05",
            "q25",
            "q75",
            "q95",
            "mass",
            "outcome_count",
            "parameters_hash",
        ]


class SourceOut(serializers.ModelSerializer[Source]):
    """A source with its spellings and, unless it is anonymous, its newest scorecard."""

    aliases = serializers.SlugRelatedField[Any](many=True, read_only=True, slug_field="name")
    website = serializers.CharField(read_only=True)
    scorecard = serializers.SerializerMethodField()

    class Meta:
        model = Source
        fields = [
            "id",
            "created_at",
            "kind",
            "name",
            "aliases",
            "language",
            "country",
            "website",
            "owner",
            "outlet",
            "scorecard",
        ]

    @extend_schema_field(ScorecardOut(allow_null=True))
    def get_scorecard(self, source: Source) -> dict[str, Any] | None:
        """Return the newest scorecard; an anonymous source is never graded."""
        if source.kind == Source.Kind.ANONYMOUS:
            return None
        return next((dict(ScorecardOut(card).data) for card in source.scorecards.all()), None)
