"""Putting an article's claims into the story of the event they are about, as it comes in."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

import numpy as np
from django.db.models import Q

from claims.linking.grouping.joining import Joining, choose_story, drawn_along
from claims.linking.grouping.types import Evidence, Member
from claims.models import Article, Claim, Link, Story, StoryPlace
from claims.selectors.grouping import article_of, known_about, members_from, stories_to_weigh
from claims.selectors.standings import live_links
from claims.services.describing import describe_story
from claims.services.restating import queue_restating
from claims.services.stories import title_of
from claims.services.story_moves import Move, move_articles, take_turn
from workbench.jobs.models import Job
from workbench.jobs.services import finishing, follow_with

SCORE = "claims.score"
LEAST_OF_A_PART = 2
"""Claims that make a second event of an article; one may be a passing remark."""
SURELY_LINKED = 0.5
"""Probability of a link from which a claim is taken to be about the other's event."""
SHOWN = 12
"""Shared particulars kept as evidence; more are not read."""


def cluster_claims(*, job: Job) -> Sequence[Job]:
    """Give the job's article the story it has most in common with, or a story of its own.

    Two stories of more than one article are never merged here: one article that speaks of two
    events must not make them one. An article that shares a story already comes back to it; the
    night tells whether it still belongs there. Articles of a workspace take their turn, so
    that two reports that arrive together meet in one story.
    """
    article = Article.objects.select_related("workspace").get(pk=job.subject_id)
    near = [UUID(name) for name in job.payload.get("near", [])]
    with finishing(job, result={"count": 1 if article.claims.exists() else 0}):
        take_turn(article.workspace_id)
        claims = list(article.claims.select_related("article").order_by("ordinal"))
        changed = set(_place(article, claims, near)) if claims else set()
        described = [story for story in sorted(changed) if describe_story(story=story)]
        judged = Claim.objects.filter(story__in=described, verdicts__isnull=False)
        restated = queue_restating(stories=judged.values_list("story", flat=True), user=job.requested_by)
        return [follow_with(job, SCORE), *restated]


def _place(article: Article, claims: Sequence[Claim], near: Sequence[UUID]) -> set[UUID]:
    """Put the article where it belongs, and with it the lone articles; return the stories that gained."""
    former = _shared_story(article)
    own_before = {claim.story_id for claim in claims if claim.story_id} | set(
        StoryPlace.objects.filter(article=article).values_list("story_id", flat=True)
    )
    member = _whole(claims)
    others = stories_to_weigh(article, near)
    stories = _by_story(others)
    known = known_about(article.workspace, [member, *others])
    joining = choose_story(member, {str(former): stories.get(str(former), [])} if former else stories, known)
    target = former or (UUID(joining.story) if joining else None) or _own_story(article, own_before)
    why = evidence_record(joining) if joining else {}
    _join(article, own_before, target, why)
    if former is None and joining is not None:
        _part_second_event(article, claims, stories, target)
        lone = {name: theirs[0] for name, theirs in stories.items() if len(theirs) == 1}
        lone.pop(str(target), None)
        joined = [*stories[str(target)], replace(member, story=str(target))]
        for other, why_other in drawn_along(joined, lone, known):
            move = Move(article_of(other.id), UUID(other.story), target, evidence_record(why_other))
            move_articles([move], article.workspace_id)
    return {target, *article.claims.exclude(story=None).values_list("story_id", flat=True)}


def _whole(claims: Sequence[Claim]) -> Member:
    """Return the article as one member, whatever stories its claims are in now."""
    [member] = members_from([_without_story(claim) for claim in claims])
    return member


def _without_story(claim: Claim) -> Claim:
    claim.story_id = None
    return claim


def _by_story(members: Sequence[Member]) -> dict[str, list[Member]]:
    stories: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        stories[member.story].append(member)
    return stories


def _shared_story(article: Article) -> UUID | None:
    """Return the story in which the article has its place already, if it is not alone there."""
    for place in StoryPlace.objects.filter(article=article, story__merged_into=None).order_by("created_at"):
        if StoryPlace.objects.filter(story=place.story_id).exclude(article=article).exists():
            return place.story_id
    return None


def _own_story(article: Article, before: set[UUID]) -> UUID:
    """Return the story that the article has to itself, or a new one."""
    standing = Story.objects.filter(pk__in=before, merged_into=None).order_by("created_at").first()
    if standing:
        return standing.pk
    title = title_of(article)
    return Story.objects.create(workspace=article.workspace, title=title, language=article.language).pk


def _join(article: Article, before: set[UUID], target: UUID, why: Mapping[str, Any]) -> None:
    """Put all of the article's claims into the story, wherever they were."""
    sources: list[UUID | None] = [pk for pk in sorted(before) if pk != target]
    moves = [Move(article.pk, source, target, why) for source in [*sources, None]]
    known = (
        StoryPlace.objects.filter(article=article, story=target).values_list("evidence", flat=True).first()
    )
    if known and not why:
        moves = [move._replace(evidence=known) for move in moves]
    move_articles(moves, article.workspace_id)


def _part_second_event(
    article: Article, claims: Sequence[Claim], stories: Mapping[str, Sequence[Member]], target: UUID
) -> None:
    """Put claims that are linked into one other story alone, and not into the article's, into that one."""
    own = {claim.pk for claim in claims}
    reached: dict[UUID, set[UUID]] = defaultdict(set)
    for link in live_links(_touching(own)).filter(probability__gte=SURELY_LINKED).select_related("a", "b"):
        mine, other = (link.a_id, link.b) if link.a_id in own else (link.b_id, link.a)
        if link.relation != Link.Relation.RELATED and other.story_id:
            reached[mine].add(other.story_id)
    parts: dict[UUID, set[UUID]] = defaultdict(set)
    for claim, found in reached.items():
        if len(found) == 1 and target not in found:
            parts[next(iter(found))].add(claim)
    for story, part in sorted(parts.items()):
        if len(part) >= LEAST_OF_A_PART and str(story) in stories and len(own) - len(part) >= LEAST_OF_A_PART:
            article.claims.filter(pk__in=part).update(story=story)
            StoryPlace.objects.get_or_create(
                story_id=story,
                article=article,
                defaults={"workspace_id": article.workspace_id, "evidence": {"part": len(part)}},
            )


def _touching(claims: set[UUID]) -> Q:
    return Q(a__in=claims) | Q(b__in=claims)


def evidence_record(joining: Joining) -> dict[str, Any]:
    """Return what spoke for an article's place as its row keeps it: numbers and keys, no words."""
    found = list(joining.evidence.values())
    speaking = [evidence for evidence in found if evidence.chance >= SURELY_LINKED]
    return {
        "chance": round(joining.chance, 3),
        "held": joining.held,
        "articles": len(found),
        "speaking": len(speaking),
        "alike": max((evidence.alike for evidence in found), default=0),
        "linked": sum(evidence.linked > 0 for evidence in found),
        "names": _most_shared(found, "names"),
        "figures": _most_shared(found, "figures"),
        "days": int(np.median([evidence.days for evidence in found])) if found else 0,
    }


def _most_shared(found: Sequence[Evidence], field: str) -> list[str]:
    counts: dict[str, int] = defaultdict(int)
    for evidence in found:
        for key in getattr(evidence, field):
            counts[key] += 1
    return sorted(counts, key=lambda key: (-counts[key], key))[:SHOWN]
