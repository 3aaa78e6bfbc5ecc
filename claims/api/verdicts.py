"""HTTP face of verdicts, their reviews, and what hangs on them."""

from typing import Any
from uuid import UUID

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from claims.api.serializers import SourceRef
from claims.models import Claim, Reconsideration, Review, Verdict
from claims.selectors.blast import blast_of, fall_of, withdrawal_of
from claims.selectors.exchange import readable_claims
from claims.services.reviewing import review_verdict
from sources.models import Outcome
from workbench.accounts import policies
from workbench.accounts.authentication import request_person, request_workspace
from workbench.accounts.middleware import current_membership
from workbench.accounts.models import ApiKey, Scope, actor_label
from workbench.jobs.doorbell import ring_on_commit


class ReviewOut(serializers.ModelSerializer[Review]):
    """What a second person said of a verdict; `superseded_at` is set once it was taken back."""

    reviewer = serializers.CharField(source="reviewer.username", read_only=True)

    class Meta:
        model = Review
        fields = ["id", "created_at", "reviewer", "agrees", "note", "superseded_at"]


class VerdictOut(serializers.ModelSerializer[Verdict]):
    """A verdict with its reviews; `superseded_at` is set once it is not in force any more."""

    author = serializers.CharField(source="author.username", read_only=True)
    reviews = ReviewOut(many=True, read_only=True)

    class Meta:
        model = Verdict
        fields = [
            "id",
            "created_at",
            "claim",
            "rating",
            "reasoning",
            "evidence_url",
            "selection",
            "roles",
            "author",
            "superseded_at",
            "reviews",
        ]


class ReviewIn(serializers.Serializer[Any]):
    """Whether the verdict holds; a dispute says why."""

    agrees = serializers.BooleanField()
    note = serializers.CharField(required=False, allow_blank=True, default="", max_length=10_000)


class OnlyPeople(BasePermission):
    """Reading needs `read`; reviewing is for people who may judge.

    A key is no person: a second look by the system that sent the first would be no second look.
    """

    def has_permission(self, request: Request, view: APIView) -> bool:
        """Tell whether the key may read, or the person may judge."""
        reading = request.method in {"GET", "HEAD", "OPTIONS"}
        if isinstance(request.auth, ApiKey):
            return reading and Scope.READ in request.auth.scopes
        membership = current_membership(request)
        return policies.may_read(membership) if reading else policies.may_judge(membership)


class ClaimVerdicts(APIView):
    """`GET /api/v1/claims/{id}/verdicts`."""

    @extend_schema(responses={200: VerdictOut(many=True)})
    def get(self, request: Request, pk: UUID) -> Response:
        """Return all verdicts on a claim with their reviews, the latest first."""
        claim = get_object_or_404(Claim, workspace=request_workspace(request), pk=pk)
        rows = claim.verdicts.select_related("author").prefetch_related("reviews__reviewer")
        return Response(VerdictOut(rows, many=True).data)


class VerdictReviews(APIView):
    """`/api/v1/verdicts/{id}/reviews`."""

    permission_classes = (OnlyPeople,)

    def _verdict(self, request: Request, pk: UUID) -> Verdict:
        return get_object_or_404(Verdict, workspace=request_workspace(request), pk=pk)

    @extend_schema(responses={200: ReviewOut(many=True)})
    def get(self, request: Request, pk: UUID) -> Response:
        """Return what was said of a verdict, in order."""
        rows = self._verdict(request, pk).reviews.select_related("reviewer")
        return Response(ReviewOut(rows, many=True).data)

    @extend_schema(request=ReviewIn, responses={201: ReviewOut})
    def post(self, request: Request, pk: UUID) -> Response:
        """Confirm or dispute somebody else's verdict; 403 for a key, 409 where you have done so already."""
        body = ReviewIn(data=request.data)
        body.is_valid(raise_exception=True)
        person = request_person(request)
        if person is None:
            self.permission_denied(request)
        review, jobs = review_verdict(verdict=self._verdict(request, pk), user=person, **body.validated_data)
        for job in jobs:
            ring_on_commit(job)
        return Response(ReviewOut(review).data, status=status.HTTP_201_CREATED)


class CardOut(serializers.Serializer[Any]):
    """A source's record at one moment; `letter` is empty for one that is withheld."""

    mean = serializers.FloatField(source="card.mean")
    q05 = serializers.FloatField(source="card.q05")
    q95 = serializers.FloatField(source="card.q95")
    mass = serializers.FloatField(source="card.mass")
    outcome_count = serializers.IntegerField(source="card.outcome_count")
    letter = serializers.CharField()
    pending_letter = serializers.CharField()


class CardChangeOut(serializers.Serializer[Any]):
    """A source whose record would move, with the outcomes that would go."""

    source = SourceRef()  # type: ignore[assignment]
    outcomes = serializers.SerializerMethodField()
    now = CardOut()
    then = CardOut()

    def get_outcomes(self, change: Any) -> list[str]:
        """Return the identifiers of the outcomes that would go."""
        return [str(row.pk) for row in change.going]


class NumberOut(serializers.Serializer[Any]):
    """A credibility number, 1 to 6, with the code of its reason."""

    number = serializers.IntegerField()
    reason = serializers.CharField(source="credibility.reason")


class NumberChangeOut(serializers.Serializer[Any]):
    """A claim whose credibility number would be another."""

    claim = serializers.UUIDField(source="claim.pk")
    now = NumberOut()
    then = NumberOut()


class BearingOut(serializers.Serializer[Any]):
    """A claim that would wait for another look, and why; `verdict` is null where nobody judged it."""

    claim = serializers.UUIDField(source="claim.pk")
    verdict = serializers.UUIDField(source="verdict.pk", allow_null=True, default=None)
    why = serializers.ChoiceField(choices=Reconsideration.Why.choices)


class BlastOut(serializers.Serializer[Any]):
    """All that would change, and all that people would have to look at again."""

    verdicts = serializers.SerializerMethodField()
    report = serializers.SerializerMethodField()
    sources = CardChangeOut(many=True)
    numbers = NumberChangeOut(many=True)
    reconsider = BearingOut(source="bearings", many=True)
    stories = serializers.SerializerMethodField()

    def get_verdicts(self, blast: Any) -> list[str]:
        """Return the verdicts that would fall."""
        return [str(verdict.pk) for verdict in blast.scenario.verdicts]

    def get_report(self, blast: Any) -> list[str]:
        """Return the claims that rest on the report."""
        return sorted(str(pk) for pk in blast.scenario.report)

    def get_stories(self, blast: Any) -> list[str]:
        """Return the stories that would be touched."""
        return [str(story.pk) for story in blast.stories]


class BlastIn(serializers.Serializer[Any]):
    """What is supposed: the claim's verdict falls, or says `rating`; or its report is withdrawn."""

    what = serializers.ChoiceField(choices=["verdict", "report"], default="verdict")
    rating = serializers.ChoiceField(choices=Outcome.Rating.choices, required=False, allow_blank=True)
    with_verdicts = serializers.BooleanField(default=False)


class BlastRadius(APIView):
    """`GET /api/v1/claims/{id}/blast-radius`."""

    @extend_schema(parameters=[BlastIn], responses={200: BlastOut})
    def get(self, request: Request, pk: UUID) -> Response:
        """Return what would change if the verdict fell or the report were withdrawn; it only looks."""
        asked = BlastIn(data=request.query_params)
        asked.is_valid(raise_exception=True)
        given = asked.validated_data
        claim = get_object_or_404(readable_claims(request_workspace(request)), pk=pk)
        if given["what"] == "report":
            scenario = withdrawal_of(claim, with_verdicts=given["with_verdicts"])
        else:
            person = request_person(request)
            scenario = fall_of(claim, rating=given.get("rating", ""), author=actor_label(person))
        return Response(BlastOut(blast_of(scenario)).data)
