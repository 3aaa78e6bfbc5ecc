"""Putting an article's claims into the story of the event they are about."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

import numpy as np
from django.db import connection
from django.db.models import Q

from claims.linking.affinity import Matrix, score_affinity
from claims.linking.background import centre_on_background
from claims.models import Article, Claim, Link, Story
from claims.models.claims import VECTOR_DIMENSIONS
from workbench.jobs.models import Job
from workbench.jobs.services import finishing, follow_with

SCORE = "claims.score"
JOIN_AT = 0.5
"""Evidence from which an article belongs to a story: summed link probabilities, plus the mean affinity
with the story's articles. Chosen together with the constants of `claims.linking.affinity`."""
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
    near = [UUID(name) for name in job.payload.get("near", [])]
    with finishing(job, result={"count": 1 if claims else 0}):
        if claims:
            _take_turn(article.workspace_id)
            story = _nearest_story(article, claims, near) or _own_story(article, claims)
            article.claims.update(story=story)
            story.save(update_fields=["updated_at"])
            _drop_empty_stories(article.workspace_id)
        return [follow_with(job, SCORE)]


def _take_turn(workspace_id: UUID) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [workspace_id.int % (1 << 62)])


def _nearest_story(article: Article, claims: Sequence[Claim], near: Sequence[UUID]) -> Story | None:
    """Return the story that most speaks for, if enough does: by links, and by what its articles are about."""
    evidence = _linked_stories(claims)
    for story, affinity in _alike_stories(article, claims, near).items():
        evidence[story] += affinity
    if not evidence:
        return None
    best = max(evidence, key=lambda story: (evidence[story], str(story)))
    return Story.objects.get(pk=best) if evidence[best] >= JOIN_AT else None


def _linked_stories(claims: Sequence[Claim]) -> dict[UUID, float]:
    """Return the summed probability of links from `claims` into each story."""
    own = {claim.pk for claim in claims}
    links = Link.objects.filter(Q(a__in=own) | Q(b__in=own)).exclude(state=Link.State.REJECTED)
    weights: dict[UUID, float] = defaultdict(float)
    for link in links.select_related("a", "b"):
        other = link.b if link.a_id in own else link.a
        if other.story_id is not None:
            weights[other.story_id] += WEIGHTS[Link.Relation(link.relation)] * link.probability
    return weights


def _alike_stories(article: Article, claims: Sequence[Claim], near: Sequence[UUID]) -> dict[UUID, float]:
    """Return, for the stories of the near articles, the mean affinity with each story's articles."""
    own = _vectors(claims)
    stories = Claim.objects.filter(article__in=near, story__isnull=False).values("story")
    members: dict[tuple[UUID, UUID, str], list[Claim]] = defaultdict(list)
    for claim in Claim.objects.filter(story__in=stories, embedding__isnull=False).exclude(article=article):
        assert claim.story_id is not None
        members[claim.story_id, claim.article_id, claim.language].append(claim)
    affinities: dict[UUID, list[float]] = defaultdict(list)
    for (story, _, language), theirs in members.items():
        one_language = language == article.language
        affinities[story].append(score_affinity(own, _vectors(theirs), one_language=one_language))
    return {story: sum(values) / len(values) for story, values in affinities.items()}


def _vectors(claims: Sequence[Claim]) -> Matrix:
    """Return the centred vectors of one article's claims, shape (n, d)."""
    known = [claim for claim in claims if claim.embedding is not None]
    if not known:
        return np.empty((0, VECTOR_DIMENSIONS), dtype=np.float32)
    vectors = np.array([claim.embedding for claim in known], dtype=np.float32)
    return centre_on_background(vectors, [claim.language for claim in known])


def _own_story(article: Article, claims: Sequence[Claim]) -> Story:
    known = next((claim.story for claim in claims if claim.story_id is not None), None)
    title = article.title or article.text.strip()[:120]
    return known or Story.objects.create(workspace=article.workspace, title=title, language=article.language)


def _drop_empty_stories(workspace_id: UUID) -> None:
    Story.objects.filter(workspace_id=workspace_id, claims__isnull=True).delete()
