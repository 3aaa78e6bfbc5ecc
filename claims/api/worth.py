"""HTTP face of what a workspace takes to be worth a check."""

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from claims.selectors.weights import ShownWeight, shown_weights
from claims.services.weights import set_weights
from workbench.accounts.authentication import request_person, request_workspace
from workbench.accounts.middleware import current_membership
from workbench.accounts.policies import may_manage


class WeightOut(serializers.Serializer[ShownWeight]):
    """A factor of worth, what it counts in this workspace, and what it counts unless somebody sets it."""

    name = serializers.CharField()
    meaning = serializers.CharField()
    points = serializers.FloatField()
    default = serializers.FloatField()


class WeightsIn(serializers.Serializer[None]):
    """Points by factor; what is not given counts its default."""

    points = serializers.DictField(child=serializers.FloatField(min_value=-1.0, max_value=1.0))


class WorthSettings(APIView):
    """`/api/v1/settings/worth`."""

    @extend_schema(responses=WeightOut(many=True))
    def get(self, request: Request) -> Response:
        """Return every factor of worth with its points."""
        return self._shown(request)

    @extend_schema(request=WeightsIn, responses=WeightOut(many=True))
    def put(self, request: Request) -> Response:
        """Set the points anew; an empty object sets all back. Editors only; 422 for an unknown factor.

        The claims of articles that were worked through already keep their worth.
        """
        person = request_person(request)
        if person is None or not may_manage(current_membership(request)):
            raise PermissionDenied
        body = WeightsIn(data=request.data)
        body.is_valid(raise_exception=True)
        set_weights(workspace=request_workspace(request), user=person, points=body.validated_data["points"])
        return self._shown(request)

    def _shown(self, request: Request) -> Response:
        rows = shown_weights(request_workspace(request))
        return Response([WeightOut(row).data for row in rows])
