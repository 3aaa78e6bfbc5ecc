"""HTTP face of sources: read only."""

from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.generics import GenericAPIView, ListAPIView, RetrieveAPIView
from rest_framework.pagination import CursorPagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from sources.api.filters import SourceFilter
from sources.api.records import RecordOut
from sources.api.serializers import SnapshotOut, SourceOut
from sources.models import Scorecard, Source
from sources.selectors.disclosure import seen_letter
from sources.selectors.exchange import readable_sources
from sources.selectors.explained import record_of
from sources.selectors.families import families_of
from sources.selectors.grades import grades_of
from sources.selectors.replies import may_show_adverse
from sources.selectors.snapshots import parameters_with_hash, snapshots_of
from workbench.accounts.authentication import request_workspace
from workbench.core.as_of import PARAMETER, AsOf, read_as_of
from workbench.core.openapi import AS_OF
from workbench.core.paging import NewestFirstPagination


class _Dated(GenericAPIView[Any]):
    """An answer that looks from the moment that is asked for."""

    queryset = Source.objects.none()

    def as_of(self) -> AsOf:
        """Return the moment asked for; now, where none is."""
        return read_as_of(self.request.query_params.get(PARAMETER, ""), now=timezone.now())

    def graded_source(self) -> Source:
        """Return the source in the address; 404 for an anonymous one, which has no record."""
        known = Source.objects.filter(workspace=request_workspace(self.request))
        return get_object_or_404(known.exclude(kind=Source.Kind.ANONYMOUS), pk=self.kwargs["pk"])


class _Graded(_Dated):
    """Sources with their records."""

    serializer_class = SourceOut

    def get_queryset(self) -> QuerySet[Source]:
        """Return the sources of the caller's workspace."""
        return readable_sources(request_workspace(self.request))

    def get_serializer(self, *args: Any, **kwargs: Any) -> Any:
        """Return the serializer of the sources, with the grades of just these at hand."""
        sources = [] if not args else args[0] if kwargs.get("many") else [args[0]]
        grades = grades_of(sources, as_of=self.as_of().moment)
        kwargs["context"] = {**self.get_serializer_context(), "grades": grades}
        return super().get_serializer(*args, **kwargs)


@extend_schema(parameters=[AS_OF])
class SourceList(_Graded, ListAPIView[Source]):
    """`GET /api/v1/sources`."""

    filterset_class = SourceFilter


@extend_schema(parameters=[AS_OF])
class SourceRead(_Graded, RetrieveAPIView[Source]):
    """`GET /api/v1/sources/{id}`."""


class RecordRead(_Dated):
    """`GET /api/v1/sources/{id}/record`."""

    serializer_class = RecordOut

    @extend_schema(parameters=[AS_OF], responses=RecordOut)
    def get(self, _request: Request, pk: UUID) -> Response:
        """Return the whole record: what moved it, what was left out, what would change it."""
        return Response(RecordOut(record_of(self.graded_source(), as_of=self.as_of().moment)).data)


class NewestSnapshotFirst(NewestFirstPagination):
    """Snapshots by the moment that they are of, the newest first."""

    ordering = ("-as_of", "-id")


@extend_schema(parameters=[AS_OF])
class HistoryRead(_Dated, ListAPIView[Scorecard]):
    """`GET /api/v1/sources/{id}/history`."""

    serializer_class = SnapshotOut
    pagination_class: type[CursorPagination] = NewestSnapshotFirst
    filter_backends = ()

    def get_queryset(self) -> QuerySet[Scorecard]:
        """Return the scorecards that were kept for the source by the moment asked for."""
        source, moment = self.graded_source(), self.as_of().moment
        survivor = families_of(source.workspace_id, as_of=moment).survivor(source.pk)
        return snapshots_of(survivor, as_of=moment)

    def get_serializer_context(self) -> dict[str, Any]:
        """Return the context, with what may be seen of a letter."""
        shown = may_show_adverse(self.graded_source(), self.as_of().moment)
        seen = partial(seen_letter, adverse_shown=shown)
        return {**super().get_serializer_context(), "seen": seen}


class ParametersRead(APIView):
    """`GET /api/v1/parameters/{hash}`."""

    @extend_schema(responses=OpenApiTypes.OBJECT)
    def get(self, request: Request, digest: str) -> Response:
        """Return every number of the model that a score with this hash was made with."""
        found = parameters_with_hash(request_workspace(request), digest)
        if found is None:
            raise Http404
        return Response(found)
