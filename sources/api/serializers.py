"""How sources and their records look to newsroom systems."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from sources.models import Scorecard, Source
from sources.selectors.grades import ShownGrade


class GradeOut(serializers.Serializer[ShownGrade]):
    """A source's record at one moment; the mean never comes without its interval.

    `letter` is null while an adverse one is withheld, until its source could answer; `pending_letter` and
    `pending_from` likewise.
    """

    as_of = serializers.DateTimeField(source="card.as_of")
    letter = serializers.CharField(allow_null=True)
    withheld = serializers.BooleanField()
    letter_reason = serializers.SerializerMethodField()
    pending_letter = serializers.CharField(allow_null=True)
    pending_from = serializers.DateField(allow_null=True)
    mean = serializers.FloatField(source="card.mean")
    q05 = serializers.FloatField(source="card.q05")
    q25 = serializers.FloatField(source="card.q25")
    q75 = serializers.FloatField(source="card.q75")
    q95 = serializers.FloatField(source="card.q95")
    mass = serializers.FloatField(source="card.mass")
    outcome_count = serializers.IntegerField(source="card.outcome_count")
    prior_mean = serializers.FloatField(source="card.prior_mean")
    automatic_upheld = serializers.FloatField(source="card.automatic_upheld")
    automatic_mass = serializers.FloatField(source="card.automatic_mass")
    skill = serializers.FloatField(source="card.skill")
    parameters_hash = serializers.CharField(source="card.parameters_hash")

    def get_letter_reason(self, grade: ShownGrade) -> str | None:
        """Return the code of the rule that gave the letter."""
        return None if grade.withheld else grade.card.letter_reason

    def to_representation(self, instance: ShownGrade) -> dict[str, Any]:
        """Return the record with null in place of a letter that is none or may not be seen."""
        shown: dict[str, Any] = super().to_representation(instance)
        return shown | {name: shown[name] or None for name in ("letter", "pending_letter")}


class SourceOut(serializers.ModelSerializer[Source]):
    """A source with its spellings and, unless it is anonymous or nobody checked it, its record.

    Of one that is merged into another, `merged_into` names it and the record is that one's;
    `merged_sources` are those that count for this one.
    """

    aliases = serializers.SlugRelatedField[Any](many=True, read_only=True, slug_field="name")
    website = serializers.CharField(read_only=True)
    merged_sources = serializers.PrimaryKeyRelatedField[Any](many=True, read_only=True)
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
            "merged_into",
            "merged_sources",
            "scorecard",
        ]

    @extend_schema_field(GradeOut(allow_null=True))
    def get_scorecard(self, source: Source) -> dict[str, Any] | None:
        """Return the record at the moment asked for; an anonymous source is never graded."""
        grade = self.context["grades"].get(source.pk)
        return None if grade is None else dict(GradeOut(grade).data)


class SnapshotOut(serializers.ModelSerializer[Scorecard]):
    """A scorecard as it was kept, with the length of the log that it was made from."""

    letter = serializers.SerializerMethodField()

    class Meta:
        model = Scorecard
        fields = [
            "as_of",
            "letter",
            "nightly",
            "event_number",
            "mean",
            "q05",
            "q25",
            "q75",
            "q95",
            "mass",
            "prior_mean",
            "automatic_upheld",
            "automatic_mass",
            "skill",
            "outcome_count",
            "parameters_hash",
        ]

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_letter(self, card: Scorecard) -> str | None:
        """Return the letter; null for an adverse one that is withheld."""
        return self.context["seen"](card.letter) or None
