"""Putting an article's claims into the story of the event they are about."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from django.db import connection
from django.db.models import Q

from claims.models import Article, Claim, Link, Story
from workbench.jobs.models import Job
from workbench.jobs.services import finishing, follow_with

SCORE = "claims.score"
JOIN_AT = 0.9
"""Summed probability of links into a story from which an article joins it: two fair links or a sure one."""
WEIGHTS = {
    Link.Relation.CORROBORATES: 1.0,
    Link.Relation.CONFLICTS: 1.0,
    Link.Relation.UPDATES: 1.0,
    Link.Relation.RELATED: 0.5,
}


def cluster_claims(*, job: Job) -> Sequence[Job]:
    """Give the job's article the story it has most in common with, or a story of its own.

    Stories are never merged here: one article that speaks of two events must not
    make them one. Articles of a workspace take their turn, so that two reports that
    arrive together meet in one story.
    """
    article = Article.objects.select_related("workspace").get(pk=job.subject_id)
    claims = list(article.claims.all())
    with finishing(job, result={"count": 1 if claims else 0}):
        if claims:
            _take_turn(article.workspace_id)
            story = _nearest_story(article, claims) or _own_story(article, claims)
            article.claims.update(story=story)
            story.save(update_fields=["updated_at"])
            _drop_empty_stories(article.workspace_id)
        return [follow_with(job, SCORE)]


def _take_turn(workspace_id: UUID) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [workspace_id.int % (1 << 62)])


def _nearest_story(article: Article, claims: Sequence[Claim]) -> Story | None:
    """Return the story with the heaviest links to `claims`, if they weigh enough."""
    own = {claim.pk for claim in claims}
    links = Link.objects.filter(Q(a__in=own) | Q(b__in=own)).exclude(state=Link.State.REJECTED)
    weights: dict[UUID, float] = defaultdict(float)
    for link in links.select_related("a", "b"):
        other = link.b if link.a_id in own else link.a
        if other.story_id is not None:
            weights[other.story_id] += WEIGHTS[Link.Relation(link.relation)] * link.probability
    if not weights:
        return None
    best = max(weights, key=lambda story: (weights[story], str(story)))
    return Story.objects.get(pk=best) if weights[best] >= JOIN_AT else None


def _own_story(article: Article, claims: Sequence[Claim]) -> Story:
    known = next((claim.story for claim in claims if claim.story_id is not None), None)
    title = article.title or article.text.strip()[:120]
    return known or Story.objects.create(workspace=article.workspace, title=title, language=article.language)


def _drop_empty_stories(workspace_id: UUID) -> None:
    Story.objects.filter(workspace_id=workspace_id, claims__isnull=True).delete()
