"""HTTP face of what people do with stories: parse, call one service, render."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import serializers, status
from rest_framework.generics import ListAPIView, RetrieveAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from claims.api.filters import StoryChangeFilter
from claims.api.serializers import StoryOut
from claims.models import Story, StoryChange
from claims.selectors.exchange import readable_stories
from claims.selectors.stories import survivor_of
from claims.selectors.story_changes import changes_in
from claims.services import stories as acts
from claims.services.restating import waiting_restatings
from claims.services.story_moves import Mover
from workbench.accounts.authentication import MayDecide, request_key, request_person, request_workspace
from workbench.jobs.doorbell import ring_on_commit

MOST_ARTICLES = 500
"""Articles moved by one request."""


class StoryChangeOut(serializers.ModelSerializer[StoryChange]):
    """One change of a story. `moves` lists `[article, from, to]`; `by` is null where no person acted."""

    by = serializers.SerializerMethodField()

    class Meta:
        model = StoryChange
        fields = [
            "id",
            "created_at",
            "kind",
            "story",
            "other",
            "moves",
            "before",
            "after",
            "by",
            "undone_at",
        ]

    def get_by(self, row: StoryChange) -> str | None:
        """Return the person's name; null for the machine and for a newsroom system."""
        return row.by.get_username() if row.by else None


class MergeIn(serializers.Serializer[Any]):
    """Which story goes into the one of the address."""

    other = serializers.UUIDField()


class SplitIn(serializers.Serializer[Any]):
    """Which articles leave the story, and where they go: into a story, or a new one of that title."""

    articles = serializers.ListField(
        child=serializers.UUIDField(), allow_empty=False, max_length=MOST_ARTICLES
    )
    into = serializers.UUIDField(required=False, allow_null=True, default=None)
    title = serializers.CharField(required=False, allow_blank=True, max_length=500, default="")


class RenameIn(serializers.Serializer[Any]):
    """What the story is called from now on."""

    title = serializers.CharField(max_length=500)


class DescribeIn(serializers.Serializer[Any]):
    """What the story is about, and where: an IPTC topic and a country's two letters; empty for neither."""

    topic = serializers.ChoiceField(choices=Story.Topic.choices, allow_blank=True)
    region = serializers.CharField(max_length=2, allow_blank=True)


class StoryRead(RetrieveAPIView[Story]):
    """`GET /api/v1/stories/{id}`."""

    serializer_class = StoryOut
    queryset = Story.objects.none()

    def get_queryset(self) -> QuerySet[Story]:
        """Return the stories of the caller's workspace."""
        return readable_stories(request_workspace(self.request))

    @extend_schema(responses={200: StoryOut, 302: OpenApiResponse(description="It went into another story.")})
    def get(self, request: Request, *args: Any, **named: Any) -> Response:
        """Return the story; 302 to the one that it went into by a merger."""
        kept = survivor_of(request_workspace(request), named["pk"])
        if kept is None:
            return super().get(request, *args, **named)
        where = reverse("claims-api:story", args=[kept])
        return Response({"merged_into": str(kept)}, status=status.HTTP_302_FOUND, headers={"Location": where})


class StoryChangeList(ListAPIView[StoryChange]):
    """`GET /api/v1/story-changes`."""

    serializer_class = StoryChangeOut
    filterset_class = StoryChangeFilter
    queryset = StoryChange.objects.none()

    def get_queryset(self) -> QuerySet[StoryChange]:
        """Return the changes of the caller's workspace."""
        return changes_in(request_workspace(self.request))


class StoryAct(APIView):
    """What all acts on a story share: who may, which story, and the change as the answer."""

    permission_classes = (MayDecide,)

    def _perform(self, request: Request, pk: UUID, act: Callable[[Story, Mover], StoryChange]) -> Response:
        story = get_object_or_404(readable_stories(request_workspace(request)), pk=pk)
        change = act(story, _mover(request))
        for job in waiting_restatings([change.story_id, change.other_id]):
            ring_on_commit(job)
        return Response(StoryChangeOut(change).data, status=status.HTTP_201_CREATED)


def _mover(request: Request) -> Mover:
    return Mover(request_person(request), request_key(request))


def _other(request: Request, pk: UUID | None) -> Story | None:
    return None if pk is None else get_object_or_404(readable_stories(request_workspace(request)), pk=pk)


class StoryMerge(StoryAct):
    """`POST /api/v1/stories/{id}/merge`."""

    @extend_schema(request=MergeIn, responses={201: StoryChangeOut})
    def post(self, request: Request, pk: UUID) -> Response:
        """Put all articles of another story into this one; 201 with the change.

        The other's address answers 302 from then on. 422 where both are one story.
        """
        body = MergeIn(data=request.data)
        body.is_valid(raise_exception=True)
        other = get_object_or_404(
            readable_stories(request_workspace(request)), pk=body.validated_data["other"]
        )
        return self._perform(
            request, pk, lambda story, by: acts.merge_stories(story=story, other=other, by=by)
        )


class StorySplit(StoryAct):
    """`POST /api/v1/stories/{id}/split`."""

    @extend_schema(request=SplitIn, responses={201: StoryChangeOut})
    def post(self, request: Request, pk: UUID) -> Response:
        """Move some of the story's articles to another or a new story; 201: the change, whose `other` it is.

        422 where no article of the story is named, or all are.
        """
        body = SplitIn(data=request.data)
        body.is_valid(raise_exception=True)
        given = body.validated_data
        into = _other(request, given["into"])
        return self._perform(
            request,
            pk,
            lambda story, by: acts.split_story(
                story=story, articles=given["articles"], into=into, title=given["title"], by=by
            ),
        )


class StoryRename(StoryAct):
    """`POST /api/v1/stories/{id}/rename`."""

    @extend_schema(request=RenameIn, responses={201: StoryChangeOut})
    def post(self, request: Request, pk: UUID) -> Response:
        """Give the story another name; 201 with the change."""
        body = RenameIn(data=request.data)
        body.is_valid(raise_exception=True)
        title = body.validated_data["title"]
        return self._perform(
            request, pk, lambda story, by: acts.rename_story(story=story, title=title, by=by)
        )


class StoryDescribe(StoryAct):
    """`POST /api/v1/stories/{id}/describe`."""

    @extend_schema(request=DescribeIn, responses={201: StoryChangeOut})
    def post(self, request: Request, pk: UUID) -> Response:
        """Set topic and country; 201 with the change. The outcomes of its claims follow by a job."""
        body = DescribeIn(data=request.data)
        body.is_valid(raise_exception=True)
        given = body.validated_data
        return self._perform(request, pk, lambda story, by: acts.set_description(story=story, by=by, **given))


class StoryChangeUndo(APIView):
    """`POST /api/v1/story-changes/{id}/undo`."""

    permission_classes = (MayDecide,)

    @extend_schema(request=None, responses={200: StoryChangeOut})
    def post(self, request: Request, pk: UUID) -> Response:
        """Take a change of people back; 422 where that was done already, or a later change rests on it."""
        change = get_object_or_404(changes_in(request_workspace(request)), pk=pk)
        done = acts.undo_story_change(change=change, by=_mover(request))
        for job in waiting_restatings([done.story_id, done.other_id]):
            ring_on_commit(job)
        return Response(StoryChangeOut(done).data)
