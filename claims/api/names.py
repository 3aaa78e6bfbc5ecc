"""HTTP face of the names of places and actors: look them up, add to them, take back what was added."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers, status
from rest_framework.exceptions import NotFound, PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from claims.models import Actor, Place
from claims.selectors import name_search
from claims.selectors.name_search import Entry, Row
from claims.services import names as acts
from workbench.accounts.authentication import MayManage, request_person, request_workspace
from workbench.accounts.models import User
from workbench.jobs.doorbell import ring_on_commit


class EntryOut(serializers.Serializer[Entry]):
    """A place or an actor with its names; `within` is what contains a place, the nearest first."""

    means = serializers.SerializerMethodField(help_text="`place` or `actor`.")
    id = serializers.CharField(source="subject.pk")
    kind = serializers.CharField(source="subject.kind")
    name = serializers.CharField(source="name.name")
    names = serializers.SerializerMethodField()
    within = serializers.SerializerMethodField()

    def get_means(self, entry: Entry) -> str:
        """Return what the entry is."""
        return "place" if entry.is_place else "actor"

    def get_names(self, entry: Entry) -> list[str]:
        """Return its names, those that the workspace added first."""
        return [shown.name for shown in entry.names]

    def get_within(self, entry: Entry) -> list[str]:
        """Return the names of what contains it."""
        return [shown.name for shown in entry.within]


class AliasOut(serializers.Serializer[Row]):
    """A name that the workspace added, and what it means."""

    id = serializers.UUIDField(source="pk")
    name = serializers.CharField()
    means = serializers.SerializerMethodField(help_text="Identifier of the place or actor.")
    added_at = serializers.DateTimeField(source="created_at")
    withdrawn_at = serializers.DateTimeField()

    def get_means(self, row: Row) -> str:
        """Return the identifier of what it means."""
        return str(row.subject.pk)


class AliasIn(serializers.Serializer[Any]):
    """A name, and the place or actor that it is to mean."""

    name = serializers.CharField(max_length=1000)
    place = serializers.CharField(required=False, max_length=60)
    actor = serializers.CharField(required=False, max_length=60)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Refuse a name of nothing and of two things."""
        if ("place" in attrs) == ("actor" in attrs):
            raise serializers.ValidationError({"place": "Send either place or actor: what the name means."})
        return attrs


class _NewIn(serializers.Serializer[Any]):
    names = serializers.ListField(child=serializers.CharField(max_length=1000), min_length=1, max_length=20)


class PlaceIn(_NewIn):
    """A place that is missing, with the identifier of what it lies in."""

    kind = serializers.ChoiceField(choices=Place.Kind.choices[1:])
    within = serializers.CharField(max_length=60)


class ActorIn(_NewIn):
    """An actor that is missing."""

    kind = serializers.ChoiceField(choices=Actor.Kind.choices)


class Names(APIView):
    """`GET /api/v1/names`."""

    @extend_schema(parameters=[OpenApiParameter("q", str, required=True)], responses=EntryOut(many=True))
    def get(self, request: Request) -> Response:
        """Return the places and actors called `q`, or nearly so in either script, the best first."""
        query = request.query_params.get("q", "").strip()[:200]
        if not query:
            raise serializers.ValidationError({"q": "Send the name to look up."})
        found = name_search.found_names(request_workspace(request), query)
        return Response([EntryOut(entry).data for entry in (*found.places, *found.actors)])


class Aliases(APIView):
    """`/api/v1/names/aliases`."""

    permission_classes = (MayManage,)

    @extend_schema(responses=AliasOut(many=True))
    def get(self, request: Request) -> Response:
        """Return the names that the workspace added, withdrawn ones too, the newest change first."""
        rows = name_search.own_names(request_workspace(request))
        return Response([AliasOut(row).data for row in rows])

    @extend_schema(request=AliasIn, responses={201: AliasOut})
    def post(self, request: Request) -> Response:
        """Add a name to a place or an actor. Editors only; a 422 problem where it means something else."""
        body = AliasIn(data=request.data)
        body.is_valid(raise_exception=True)
        given, workspace = body.validated_data, request_workspace(request)
        subject: Place | Actor = (
            get_object_or_404(name_search.visible_places(workspace), pk=given["place"])
            if "place" in given
            else get_object_or_404(name_search.visible_actors(workspace), pk=given["actor"])
        )
        with transaction.atomic():
            done = acts.add_name(
                workspace=workspace, user=_editor(request), subject=subject, name=given["name"]
            )
            for job in done.jobs:
                ring_on_commit(job)
        return Response(AliasOut(done.row).data, status=status.HTTP_201_CREATED)


class AliasRead(APIView):
    """`DELETE /api/v1/names/aliases/{id}`."""

    permission_classes = (MayManage,)

    @extend_schema(responses={204: None})
    def delete(self, request: Request, pk: UUID) -> Response:
        """Withdraw a name that the workspace added; it stays on record. Editors only."""
        row = name_search.own_name(request_workspace(request), pk)
        if row is None:
            raise NotFound
        with transaction.atomic():
            for job in acts.withdraw_name(row=row, user=_editor(request)).jobs:
                ring_on_commit(job)
        return Response(status=status.HTTP_204_NO_CONTENT)


class Places(APIView):
    """`POST /api/v1/names/places`."""

    permission_classes = (MayManage,)

    @extend_schema(request=PlaceIn, responses={201: EntryOut})
    def post(self, request: Request) -> Response:
        """Add a place that is missing. Editors only."""
        body = PlaceIn(data=request.data)
        body.is_valid(raise_exception=True)
        given, workspace = dict(body.validated_data), request_workspace(request)
        parent = get_object_or_404(name_search.visible_places(workspace), pk=given.pop("within"))
        with transaction.atomic():
            added = acts.add_place(workspace=workspace, user=_editor(request), parent=parent, **given)
            for job in added.jobs:
                ring_on_commit(job)
        [entry] = name_search.place_entries(
            workspace, name_search.visible_places(workspace).filter(pk=added.subject.pk)
        )
        return Response(EntryOut(entry).data, status=status.HTTP_201_CREATED)


class Actors(APIView):
    """`POST /api/v1/names/actors`."""

    permission_classes = (MayManage,)

    @extend_schema(request=ActorIn, responses={201: EntryOut})
    def post(self, request: Request) -> Response:
        """Add an actor that is missing. Editors only."""
        body = ActorIn(data=request.data)
        body.is_valid(raise_exception=True)
        workspace = request_workspace(request)
        with transaction.atomic():
            added = acts.add_actor(workspace=workspace, user=_editor(request), **body.validated_data)
            for job in added.jobs:
                ring_on_commit(job)
        [entry] = name_search.actor_entries(
            workspace, name_search.visible_actors(workspace).filter(pk=added.subject.pk)
        )
        return Response(EntryOut(entry).data, status=status.HTTP_201_CREATED)


def _editor(request: Request) -> User:
    person = request_person(request)
    if person is None:
        raise PermissionDenied
    return person
