"""HTTP face of articles, claims, links and stories: parse, call one service, render."""

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.generics import GenericAPIView, ListAPIView, RetrieveAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.filters import ArticleFilter, ClaimFilter, LinkFilter, StoryFilter
from claims.api.serializers import (
    ArrivalOut,
    ArticleDetail,
    ArticleIn,
    ArticleOut,
    ClaimOut,
    LinkOut,
    StoryOut,
)
from claims.models import Article, Claim, Link, Sighting, Story
from claims.selectors import exchange
from claims.selectors.articles import article_in_full
from claims.selectors.grades import chain_grades
from claims.services.arrivals import Way
from claims.services.ingestion import add_address, add_pasted
from workbench.accounts.authentication import request_key, request_person, request_workspace
from workbench.accounts.models import actor_label
from workbench.jobs.doorbell import ring_on_commit


class ArticleList(ListAPIView[Article]):
    """`/api/v1/articles`."""

    serializer_class = ArticleOut
    filterset_class = ArticleFilter
    queryset = Article.objects.none()

    def get_queryset(self) -> QuerySet[Article]:
        """Return the articles of the caller's workspace."""
        return exchange.readable_articles(request_workspace(self.request))

    @extend_schema(request=ArticleIn, responses={202: ArrivalOut})
    def post(self, request: Request) -> Response:
        """Add an article by its text, or by the address to fetch it from; 202 once it is safely stored.

        Sending the same text twice is one article: `kind` is then `same_text`. What
        cannot be read is a 422 problem with a stable `code`.
        """
        body = ArticleIn(data=request.data)
        body.is_valid(raise_exception=True)
        given = dict(body.validated_data)
        arrival = _add_text(request, given) if given.get("text", "").strip() else _add_address(request, given)
        return Response(ArrivalOut(arrival).data, status=status.HTTP_202_ACCEPTED)


def _add_text(request: Request, given: dict[str, str]) -> dict[str, object]:
    person = request_person(request)
    actor = actor_label(person, request_key(request))
    way = Way(Sighting.Way.API, person, actor, url=given.get("url", ""))
    arrival = add_pasted(workspace=request_workspace(request), user=person, way=way, **given)
    for job in arrival.jobs:
        ring_on_commit(job)
    job_id = arrival.jobs[0].pk if arrival.jobs else None
    return {"kind": arrival.kind, "article": arrival.article.pk, "job": job_id, "warnings": arrival.warnings}


def _add_address(request: Request, given: dict[str, str]) -> dict[str, object]:
    job = add_address(workspace=request_workspace(request), user=request_person(request), url=given["url"])
    ring_on_commit(job)
    return {"kind": "fetching", "article": None, "job": job.pk, "warnings": []}


class ArticleRead(RetrieveAPIView[Article]):
    """`GET /api/v1/articles/{id}`: with the text that every offset refers to."""

    serializer_class = ArticleDetail
    queryset = Article.objects.none()

    def get_queryset(self) -> QuerySet[Article]:
        """Return the articles of the caller's workspace."""
        return article_in_full(request_workspace(self.request)).prefetch_related("regions")


class _Claims(GenericAPIView[Claim]):
    """Claims whose chains say what was known of each source on the day of the claim."""

    serializer_class = ClaimOut
    queryset = Claim.objects.none()

    def get_queryset(self) -> QuerySet[Claim]:
        """Return the claims of the caller's workspace."""
        return exchange.readable_claims(request_workspace(self.request))

    def get_serializer(self, *args: Any, **kwargs: Any) -> Any:
        """Return the serializer of the claims, with the grades in their chains at hand."""
        claims = [] if not args else args[0] if kwargs.get("many") else [args[0]]
        grades = chain_grades(claims, as_of=timezone.now(), with_now=False)
        kwargs["context"] = {**self.get_serializer_context(), "chain_grades": grades}
        return super().get_serializer(*args, **kwargs)


class ClaimList(_Claims, ListAPIView[Claim]):
    """`GET /api/v1/claims`."""

    filterset_class = ClaimFilter


class ClaimRead(_Claims, RetrieveAPIView[Claim]):
    """`GET /api/v1/claims/{id}`."""


class LinkList(ListAPIView[Link]):
    """`GET /api/v1/links`."""

    serializer_class = LinkOut
    filterset_class = LinkFilter
    queryset = Link.objects.none()

    def get_queryset(self) -> QuerySet[Link]:
        """Return the links of the caller's workspace."""
        return exchange.readable_links(request_workspace(self.request))


class LinkRead(RetrieveAPIView[Link]):
    """`GET /api/v1/links/{id}`."""

    serializer_class = LinkOut
    queryset = Link.objects.none()

    def get_queryset(self) -> QuerySet[Link]:
        """Return the links of the caller's workspace."""
        return exchange.readable_links(request_workspace(self.request))


class StoryList(ListAPIView[Story]):
    """`GET /api/v1/stories`."""

    serializer_class = StoryOut
    filterset_class = StoryFilter
    queryset = Story.objects.none()

    def get_queryset(self) -> QuerySet[Story]:
        """Return the stories of the caller's workspace."""
        return exchange.readable_stories(request_workspace(self.request))
