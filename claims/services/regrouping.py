"""The nightly grouping: stories of the last days put right; addresses and people's decisions stay."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from claims.linking.grouping.joining import weigh_story
from claims.linking.grouping.regrouping import Regrouping, regroup
from claims.linking.grouping.types import Known, Member
from claims.models import Article, Claim, Link, Story, StoryChange
from claims.selectors.grouping import ARTICLES_OF_A_STORY, article_of, known_about, members_among
from claims.services.clustering import evidence_record
from claims.services.restating import queue_restating
from claims.services.stories import title_of
from claims.services.story_moves import Move, Mover, keep_change, move_articles, take_turn
from workbench.accounts.models import Workspace
from workbench.audit.services import hold_log
from workbench.jobs.models import Job, JobQueue
from workbench.jobs.services import Subject, finishing, queue_job, report_progress

RECLUSTER = "claims.recluster"
WINDOW = timedelta(days=14)
"""How far back the night looks: older stories are settled."""
MOST_ARTICLES = 2_000
"""The latest articles that one night groups; a busy desk brings in some hundred a day."""
MACHINE = Mover(is_machine=True)


class Snapshot(NamedTuple):
    """What a night decides on: the members as they were, those that are settled, and what is known."""

    members: Sequence[Member]
    settled: frozenset[str]
    known: Known


def queue_regrouping(*, workspace: Workspace) -> Job:
    """Queue the workspace's nightly grouping; one that is open already is enough."""
    return queue_job(
        workspace=workspace,
        kind=RECLUSTER,
        subject=Subject(workspace.pk, workspace.name),
        queue=JobQueue.BULK,
    )


def regroup_stories(*, job: Job) -> Sequence[Job]:
    """Group the articles of the last 14 days anew, and keep what changed for each story. Safe to run twice.

    It is worked out outside the transaction. An article that was moved meanwhile, or whose story a
    person changed meanwhile, is left for the next night.
    """
    began = timezone.now()
    snapshot = read_snapshot(job.workspace)
    report_progress(job=job, done=1, of=3)
    found = regroup(snapshot.members, snapshot.known, settled=snapshot.settled)
    report_progress(job=job, done=2, of=3)
    moved = sum(found.stories[member.id] != member.story for member in snapshot.members)
    with finishing(job, result={"count": len(snapshot.members), "moved": moved, "done": 3, "of": 3}):
        take_turn(job.workspace_id)
        hold_log(job.workspace_id)
        held = _changed_by_people(job.workspace, began)
        _apply(job.workspace, snapshot, found, held)
        _propose_splits(job.workspace, snapshot.members, found)
    return []


def read_snapshot(workspace: Workspace) -> Snapshot:
    """Return the articles of the window with those of their stories, and what is known of them."""
    since = timezone.now() - WINDOW
    recent = set(
        Article.objects.filter(workspace=workspace, created_at__gte=since)
        .order_by("-created_at")
        .values_list("pk", flat=True)[:MOST_ARTICLES]
    )
    stories = _stories_at(recent)
    older = Claim.objects.filter(story__in=stories).exclude(article__in=recent)
    kept: dict[UUID, dict[UUID, None]] = defaultdict(dict)
    for story, article in older.order_by("-article__created_at").values_list("story_id", "article_id"):
        if len(kept[story]) < ARTICLES_OF_A_STORY:
            kept[story].setdefault(article)
    settled = {article for articles in kept.values() for article in articles}
    members = [member for member in members_among(recent | settled) if member.story]
    ids = frozenset(member.id for member in members if article_of(member.id) in settled)
    return Snapshot(members, ids, known_about(workspace, members))


def _stories_at(articles: set[UUID]) -> set[UUID]:
    """Return the stories that the articles are in, and those that their claims are linked with."""
    live = Link.objects.exclude(state=Link.State.REJECTED)
    found: set[UUID | None] = set(Claim.objects.filter(article__in=articles).values_list("story", flat=True))
    found.update(live.filter(a__article__in=articles).values_list("b__story", flat=True))
    found.update(live.filter(b__article__in=articles).values_list("a__story", flat=True))
    return {story for story in found if story}


def _changed_by_people(workspace: Workspace, since: object) -> set[UUID]:
    """Return the stories that people changed since then."""
    rows = StoryChange.objects.filter(workspace=workspace).exclude(kind=StoryChange.Kind.REGROUPED)
    rows = rows.filter(Q(created_at__gte=since) | Q(undone_at__gte=since))
    return {pk for ends in rows.values_list("story_id", "other_id") for pk in ends if pk}


def _apply(workspace: Workspace, snapshot: Snapshot, found: Regrouping, held: set[UUID]) -> None:
    """Move what belongs elsewhere, and keep a change for each story that gained articles."""
    going: dict[str, list[Member]] = defaultdict(list)
    for member in snapshot.members:
        if found.stories[member.id] != member.story and UUID(member.story) not in held:
            going[found.stories[member.id]].append(member)
    for name, members in sorted(going.items()):
        still = [member for member in members if _is_still_there(member)]
        if still and not (not name.startswith("new:") and UUID(name) in held):
            story = _story_named(workspace, name, still)
            _move_into(workspace, story, still, (snapshot, found))


def _is_still_there(member: Member) -> bool:
    rows = Claim.objects.filter(article=article_of(member.id), story=UUID(member.story))
    return rows.filter(story__merged_into=None).exists()


def _story_named(workspace: Workspace, name: str, members: Sequence[Member]) -> Story:
    if not name.startswith("new:"):
        return Story.objects.get(pk=name)
    articles = Article.objects.filter(pk__in=[article_of(member.id) for member in members])
    first = articles.order_by("published_on", "created_at", "pk")[0]
    return Story.objects.create(workspace=workspace, title=title_of(first), language=first.language)


def _move_into(
    workspace: Workspace, story: Story, members: Sequence[Member], why: tuple[Snapshot, Regrouping]
) -> None:
    snapshot, found = why
    name = found.stories[members[0].id]
    group = [member for member in snapshot.members if found.stories[member.id] == name]
    moves = []
    for member in members:
        others = [other for other in group if other.id != member.id]
        joining = weigh_story(member, name, others, snapshot.known)
        evidence = evidence_record(joining) if joining else {}
        moves.append(Move(article_of(member.id), UUID(member.story), story.pk, evidence))
    move_articles(moves, workspace.pk)
    keep_change(MACHINE, kind=StoryChange.Kind.REGROUPED, story=story, moves=moves)
    queue_restating(stories={story.pk, *(move.before for move in moves if move.before)}, user=None)


def _propose_splits(workspace: Workspace, members: Iterable[Member], found: Regrouping) -> None:
    """Note which stories have drifted into big parts, and which no longer have."""
    seen = {member.story for member in members}
    Story.objects.filter(pk__in=seen - set(found.splits), workspace=workspace).exclude(may_split=[]).update(
        may_split=[]
    )
    for story, parts in found.splits.items():
        listed = [sorted({str(article_of(member)) for member in part}) for part in parts]
        Story.objects.filter(pk=story, merged_into=None).update(may_split=listed)
