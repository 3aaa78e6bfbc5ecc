"""HTTP face of sources that may be one: what is proposed, merging, telling apart, splitting, undoing."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from claims.api.filters import SourcePairFilter
from claims.services import source_merges as acts
from claims.services.source_merges import Decided, Decider
from sources.models import Source, SourceMerge, SourcePair
from sources.selectors.merge_words import worded_reasons
from workbench.accounts.authentication import (
    MayManageSources,
    request_key,
    request_person,
    request_workspace,
)
from workbench.jobs.doorbell import ring_on_commit
from workbench.jobs.models import Job


class PairReasonOut(serializers.Serializer[Any]):
    """One reason: its code, what it names, what it counts, and as a sentence."""

    code = serializers.CharField()
    words = serializers.ListField(child=serializers.CharField())
    weight = serializers.FloatField()


class NamedSourceOut(serializers.ModelSerializer[Source]):
    """A source by its name."""

    class Meta:
        model = Source
        fields = ["id", "kind", "name", "country", "merged_into"]


class SourcePairOut(serializers.ModelSerializer[SourcePair]):
    """Two sources that may be one, with the score and the reasons for it and against."""

    one = NamedSourceOut(read_only=True)
    other = NamedSourceOut(read_only=True)
    reasons = PairReasonOut(many=True, read_only=True)
    sentences = serializers.SerializerMethodField()

    class Meta:
        model = SourcePair
        fields = [
            "id",
            "created_at",
            "one",
            "other",
            "score",
            "reasons",
            "sentences",
            "looks_alike",
            "state",
            "decided_at",
            "decided_by",
        ]

    @extend_schema_field(serializers.ListField(child=serializers.CharField()))
    def get_sentences(self, pair: SourcePair) -> list[str]:
        """Return the reasons in the language of the request."""
        return [reason["words"] for reason in worded_reasons(pair.reasons)]


class SourceMergeOut(serializers.ModelSerializer[SourceMerge]):
    """That one source was merged into another, by whom and why, and when it was taken back."""

    class Meta:
        model = SourceMerge
        fields = ["id", "source", "into", "merged_at", "merged_by", "reason", "split_at", "split_by"]


class PairDecisionIn(serializers.Serializer[Any]):
    """What is decided on a pair. `into` names which of the two is kept; without it the first is."""

    decision = serializers.ChoiceField(choices=["merge", "apart"])
    into = serializers.UUIDField(required=False, allow_null=True, default=None)


class MergeSourceIn(serializers.Serializer[Any]):
    """Which source this one is under a second name, and why."""

    into = serializers.UUIDField()
    reason = serializers.CharField(required=False, allow_blank=True, max_length=500, default="")


class SplitSourceIn(serializers.Serializer[Any]):
    """Whether the two are to be kept apart from now on, so that they are not proposed again."""

    apart = serializers.BooleanField(required=False, default=False)


def pairs_in(request: Request) -> QuerySet[SourcePair]:
    """Return the pairs of the caller's workspace, the likeliest first."""
    rows = SourcePair.objects.filter(workspace=request_workspace(request)).select_related("one", "other")
    return rows.order_by("-score", "pk")


def _source(request: Request, pk: UUID) -> Source:
    rows = Source.objects.filter(workspace=request_workspace(request)).select_related("workspace")
    return get_object_or_404(rows, pk=pk)


def _decider(request: Request) -> Decider:
    return Decider(request_person(request), request_key(request))


def _rung(jobs: Sequence[Job]) -> None:
    for job in jobs:
        ring_on_commit(job)


class SourcePairList(ListAPIView[SourcePair]):
    """`GET /api/v1/source-pairs`."""

    serializer_class = SourcePairOut
    filterset_class = SourcePairFilter
    queryset = SourcePair.objects.none()

    def get_queryset(self) -> QuerySet[SourcePair]:
        """Return the pairs of the caller's workspace."""
        return pairs_in(self.request)


class SourcePairDecide(APIView):
    """`POST /api/v1/source-pairs/{id}/decide`."""

    permission_classes = (MayManageSources,)

    @extend_schema(request=PairDecisionIn, responses={200: SourcePairOut})
    @transaction.atomic
    def post(self, request: Request, pk: UUID) -> Response:
        """Merge the two or keep them apart; 409 where somebody decided before, 422 if they cannot be one.

        A key needs the scope `manage_sources`.
        """
        pair = get_object_or_404(pairs_in(request), pk=pk)
        body = PairDecisionIn(data=request.data)
        body.is_valid(raise_exception=True)
        given = body.validated_data
        if given["decision"] == "apart":
            _rung(acts.tell_apart(pair=pair, by=_decider(request)).jobs)
        else:
            into = {end.pk: end for end in (pair.one, pair.other)}.get(given["into"] or pair.one_id)
            if into is None:
                raise serializers.ValidationError({"into": ["This is neither of the two."]})
            _rung(acts.merge_pair(pair=pair, into=into, by=_decider(request)).jobs)
        return Response(SourcePairOut(get_object_or_404(pairs_in(request), pk=pk)).data)


class SourcePairUndo(APIView):
    """`POST /api/v1/source-pairs/{id}/undo`."""

    permission_classes = (MayManageSources,)

    @extend_schema(request=None, responses={200: SourcePairOut})
    @transaction.atomic
    def post(self, request: Request, pk: UUID) -> Response:
        """Take the decision on a pair back, a merge with it; 422 where nobody has decided.

        A key needs the scope `manage_sources`.
        """
        pair = get_object_or_404(pairs_in(request), pk=pk)
        _rung(acts.undo_pair(pair=pair, by=_decider(request)).jobs)
        return Response(SourcePairOut(get_object_or_404(pairs_in(request), pk=pk)).data)


class SourceMergeAct(APIView):
    """`POST /api/v1/sources/{id}/merge`."""

    permission_classes = (MayManageSources,)

    @extend_schema(request=MergeSourceIn, responses={201: SourceMergeOut})
    @transaction.atomic
    def post(self, request: Request, pk: UUID) -> Response:
        """Let this source be another under a second name; 422 where they are one already or cannot be.

        A key needs the scope `manage_sources`.
        """
        body = MergeSourceIn(data=request.data)
        body.is_valid(raise_exception=True)
        into = _source(request, body.validated_data["into"])
        reason = body.validated_data["reason"]
        done = acts.merge(source=_source(request, pk), into=into, by=_decider(request), reason=reason)
        return _answer(done, 201)


class SourceSplitAct(APIView):
    """`POST /api/v1/sources/{id}/split`."""

    permission_classes = (MayManageSources,)

    @extend_schema(request=SplitSourceIn, responses={200: SourceMergeOut})
    @transaction.atomic
    def post(self, request: Request, pk: UUID) -> Response:
        """Take this source's merge into another back; 422 where it is merged into none.

        A key needs the scope `manage_sources`.
        """
        body = SplitSourceIn(data=request.data)
        body.is_valid(raise_exception=True)
        apart = body.validated_data["apart"]
        return _answer(acts.split(source=_source(request, pk), by=_decider(request), apart=apart), 200)


def _answer(done: Decided, status: int) -> Response:
    _rung(done.jobs)
    return Response(SourceMergeOut(done.merged.row).data if done.merged else None, status=status)
