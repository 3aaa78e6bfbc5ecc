"""HTTP face of corrections: parse, call one service, render."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from claims.api.filters import CorrectionFilter
from claims.models import Claim, Correction
from claims.selectors.corrections import corrections_of
from claims.selectors.exchange import readable_claims
from claims.services import corrections as acts
from claims.services.correcting import Corrected, Corrector
from sources.models import Source
from workbench.accounts.authentication import MayDecide, request_key, request_person, request_workspace
from workbench.jobs.doorbell import ring_on_commit

PIECES = 20
"""Stretches of one part; a quotation that a speaker breaks off has two or three."""


class CorrectionOut(serializers.ModelSerializer[Correction]):
    """What a person set right in a claim: `before` and `after` hold what changed."""

    by = serializers.SerializerMethodField()

    class Meta:
        model = Correction
        fields = [
            "id",
            "created_at",
            "article",
            "claim",
            "kind",
            "before",
            "after",
            "note",
            "by",
            "undone_at",
        ]

    def get_by(self, row: Correction) -> str | None:
        """Return the person's name; null for a newsroom system."""
        return row.by.get_username() if row.by else None


class PiecesField(serializers.ListField):
    """Stretches of the article's text: `[[start, end], …]`, half-open, in code points."""

    def __init__(self, **more: Any) -> None:
        place = serializers.ListField(
            child=serializers.IntegerField(min_value=0, max_value=100_000_000), min_length=2, max_length=2
        )
        super().__init__(child=place, required=False, max_length=PIECES, **more)


class CorrectionIn(serializers.Serializer[Any]):
    """One thing to set right, and the fields that its `kind` needs."""

    NEEDS: Mapping[str, tuple[str, ...]] = {
        "originator": ("originator",),
        "modality": ("modality",),
        "anonymity": ("anonymity",),
        "rejection": ("reason",),
    }

    kind = serializers.ChoiceField(choices=["bounds", "originator", "modality", "anonymity", "rejection"])
    content = PiecesField(help_text="For bounds: [[start, end], …] in code points of the article's text.")
    cue = PiecesField()
    source = PiecesField()  # type: ignore[assignment]  # DRF takes declared fields off the class.
    originator = serializers.CharField(required=False, allow_blank=True, max_length=300)
    originator_kind = serializers.ChoiceField(
        choices=Source.Kind.choices, required=False, default=Source.Kind.PERSON
    )
    modality = serializers.ChoiceField(choices=Claim.Modality.choices, required=False)
    anonymity = serializers.ChoiceField(choices=Claim.Anonymity.choices, required=False, allow_blank=True)
    reason = serializers.ChoiceField(choices=Correction.Reason.choices, required=False)
    note = serializers.CharField(required=False, allow_blank=True, max_length=2000, default="")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Refuse what lacks the fields of its kind, and fields that mean nothing here."""
        unknown = sorted(set(self.initial_data) - set(self.fields))
        if unknown:
            raise serializers.ValidationError(
                dict.fromkeys(unknown, "This field is not known. Leave it out.")
            )
        kind = attrs["kind"]
        if kind == "bounds" and not {"content", "cue", "source"} & set(attrs):
            raise serializers.ValidationError({"content": "Send content, cue or source for new bounds."})
        missing = [name for name in self.NEEDS.get(kind, ()) if name not in attrs]
        if missing:
            raise serializers.ValidationError(dict.fromkeys(missing, f"A correction of {kind} needs this."))
        return attrs


class CorrectionList(ListAPIView[Correction]):
    """`GET /api/v1/corrections`."""

    serializer_class = CorrectionOut
    filterset_class = CorrectionFilter
    queryset = Correction.objects.none()

    def get_queryset(self) -> QuerySet[Correction]:
        """Return the corrections of the caller's workspace."""
        return corrections_of(request_workspace(self.request))


class ClaimCorrections(APIView):
    """`POST /api/v1/claims/{id}/corrections`."""

    permission_classes = (MayDecide,)

    @extend_schema(request=CorrectionIn, responses={201: CorrectionOut})
    def post(self, request: Request, pk: UUID) -> Response:
        """Set one thing right in a claim; 201 with the correction as it is kept.

        What does not fit the claim (a place outside the text, nothing that changes) is a
        422 problem with a stable `code`.
        """
        claim = get_object_or_404(readable_claims(request_workspace(request)), pk=pk)
        body = CorrectionIn(data=request.data)
        body.is_valid(raise_exception=True)
        by = Corrector(request_person(request), request_key(request))
        with transaction.atomic():
            done = _PERFORM[body.validated_data["kind"]](claim, by, body.validated_data)
            for job in done.jobs:
                ring_on_commit(job)
        return Response(CorrectionOut(done.correction).data, status=status.HTTP_201_CREATED)


def _bounds(claim: Claim, by: Corrector, given: Mapping[str, Any]) -> Corrected:
    places = {part: given[part] for part in ("content", "cue", "source") if part in given}
    pairs = {part: [(start, end) for start, end in found] for part, found in places.items()}
    return acts.correct_bounds(claim=claim, by=by, places=pairs, note=given["note"])


def _originator(claim: Claim, by: Corrector, given: Mapping[str, Any]) -> Corrected:
    name, kind = given["originator"], given["originator_kind"]
    return acts.correct_originator(claim=claim, by=by, name=name, kind=kind, note=given["note"])


_PERFORM: Mapping[str, Callable[[Claim, Corrector, Mapping[str, Any]], Corrected]] = {
    "bounds": _bounds,
    "originator": _originator,
    "modality": lambda claim, by, given: acts.correct_modality(
        claim=claim, by=by, modality=given["modality"], note=given["note"]
    ),
    "anonymity": lambda claim, by, given: acts.correct_anonymity(
        claim=claim, by=by, anonymity=given["anonymity"], note=given["note"]
    ),
    "rejection": lambda claim, by, given: acts.reject_claim(
        claim=claim, by=by, reason=given["reason"], note=given["note"]
    ),
}
