"""How a whole explained record looks to newsroom systems: what it is made of, to the last verdict."""

from typing import Any

from rest_framework import serializers

from sources.api.serializers import GradeOut
from sources.models import Outcome
from sources.reliability.evidence import Exclusion
from sources.reliability.facets import Facet
from sources.reliability.types import Letter, Rating
from sources.selectors.explained import Record


class OutcomeOut(serializers.ModelSerializer[Outcome]):
    """What one verdict says of the source."""

    class Meta:
        model = Outcome
        fields = [
            "id",
            "verdict_id",
            "claim_id",
            "story_id",
            "claim_text",
            "claim_language",
            "rating",
            "role",
            "author",
            "reviewer",
            "selection",
            "topic",
            "region",
            "unnamed",
            "descriptor",
            "claimed_on",
            "corrected_on",
            "settled_on",
            "recorded_at",
        ]


class ContributionOut(serializers.Serializer[Any]):
    """A verdict that counts: its weight is the product of four factors, `points` are what it moved."""

    outcome = OutcomeOut(source="row")
    value = serializers.FloatField(source="item.value")
    role_weight = serializers.FloatField(source="item.role")
    reviewer_weight = serializers.FloatField(source="item.reviewer")
    decay = serializers.FloatField(source="item.decay")
    story_share = serializers.FloatField(source="item.story_share")
    weight = serializers.FloatField(source="item.weight")
    points = serializers.FloatField()
    running_total = serializers.FloatField(source="total")


class ExcludedOut(serializers.Serializer[Any]):
    """A verdict that does not count, why, and the outcome that stands in its place, if any."""

    outcome = OutcomeOut(source="row")
    reason = serializers.ChoiceField(choices=[entry.value for entry in Exclusion], source="item.reason")
    instead = serializers.UUIDField(source="instead.pk", allow_null=True, default=None)


class NextLetterOut(serializers.Serializer[Any]):
    """That `count` more claims of its own, judged `rating` by two people, ask for `letter`.

    None is told while the letter, or the one to come, is withheld.
    """

    rating = serializers.ChoiceField(choices=[entry.value for entry in Rating])
    count = serializers.IntegerField()
    letter = serializers.ChoiceField(choices=[entry.value for entry in Letter])


class AgreementOut(serializers.Serializer[Any]):
    """What agreement with independent others adds; it moves the mean and never the letter."""

    upheld = serializers.FloatField()
    mass = serializers.FloatField()
    found_mass = serializers.FloatField()
    skill = serializers.FloatField()
    delta = serializers.FloatField()


class FacetRowOut(serializers.Serializer[Any]):
    """Where the share upheld lies within a topic, region or role.

    Where `stands_alone` is false the verdicts are too few for a record of their own, and the whole is told,
    starting from what is expected on the topic (`prior_mean`).
    """

    value = serializers.CharField()
    count = serializers.IntegerField()
    mass = serializers.FloatField()
    stands_alone = serializers.BooleanField()
    prior_mean = serializers.FloatField()
    mean = serializers.FloatField(source="posterior.mean")
    q05 = serializers.FloatField(source="posterior.q05")
    q25 = serializers.FloatField(source="posterior.q25")
    q75 = serializers.FloatField(source="posterior.q75")
    q95 = serializers.FloatField(source="posterior.q95")


class FacetGroupOut(serializers.Serializer[Any]):
    """One way of narrowing the record, with its values."""

    facet = serializers.ChoiceField(choices=[entry.value for entry in Facet if entry])
    rows = FacetRowOut(many=True)


class SelectionOut(serializers.Serializer[Any]):
    """How many checked claims were chosen for one reason; only random audits speak for the rest."""

    selection = serializers.ChoiceField(choices=Outcome.Selection.choices)
    checked = serializers.IntegerField()
    upheld = serializers.IntegerField()
    refuted = serializers.IntegerField()
    share = serializers.FloatField(allow_null=True)


class PersonsPartOut(serializers.Serializer[Any]):
    """How much of the evidence one person's verdicts are, and how much of that the letter may rest on."""

    author = serializers.CharField()
    mass = serializers.FloatField()
    counted_mass = serializers.FloatField()


class CappedStoryOut(serializers.Serializer[Any]):
    """A story whose claims together weigh more than one event may."""

    story_id = serializers.CharField(allow_null=True)
    full_mass = serializers.FloatField()
    counted_mass = serializers.FloatField()


class RecordOut(serializers.Serializer[Record]):
    """A record with everything behind it: `prior_mean` and what moved it add up to the scorecard's mean."""

    scorecard = GradeOut(source="grade")
    prior_mean = serializers.FloatField(source="explanation.prior_mean")
    contributions = ContributionOut(source="moved", many=True)
    agreement = AgreementOut(source="explanation.agreement")
    excluded = ExcludedOut(source="left_out", many=True)
    capped_stories = CappedStoryOut(source="explanation.capped", many=True)
    facets = FacetGroupOut(many=True)
    selections = SelectionOut(many=True)
    people = PersonsPartOut(source="explanation.people", many=True)
    outlook = NextLetterOut(many=True)
    parameters = serializers.DictField(source="parameters_record")
