"""HTTP face of sources: read only."""

from django.db.models import QuerySet
from rest_framework.generics import ListAPIView, RetrieveAPIView

from sources.api.filters import SourceFilter
from sources.api.serializers import SourceOut
from sources.models import Source
from sources.selectors.exchange import readable_sources
from workbench.accounts.authentication import request_workspace


class SourceList(ListAPIView[Source]):
    """`GET /api/v1/sources`."""

    serializer_class = SourceOut
    filterset_class = SourceFilter
    queryset = Source.objects.none()

    def get_queryset(self) -> QuerySet[Source]:
        """Return the sources of the caller's workspace."""
        return readable_sources(request_workspace(self.request))


class SourceRead(RetrieveAPIView[Source]):
    """`GET /api/v1/sources/{id}`."""

    serializer_class = SourceOut
    queryset = Source.objects.none()

    def get_queryset(self) -> QuerySet[Source]:
        """Return the sources of the caller's workspace."""
        return readable_sources(request_workspace(self.request))
