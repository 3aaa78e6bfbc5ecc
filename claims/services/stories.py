"""What people do with stories: merge, split, rename, and take each of these back."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from claims.models import Article, Claim, Place, Story, StoryBond, StoryChange, StoryPlace
from claims.services.errors import (
    NothingChanged,
    NotPartOfStory,
    SameStory,
    StoryChangedSince,
    TitleRequired,
    UndoneAlready,
    UnknownChoice,
    UnknownCountry,
)
from claims.services.restating import queue_restating
from claims.services.story_moves import (
    BY_PERSON,
    Move,
    Mover,
    keep_bonds,
    keep_change,
    log_change,
    move_articles,
    take_turn,
)
from workbench.audit.services import hold_log

TITLE_LENGTH = 500
FIELDS_ONLY = frozenset({StoryChange.Kind.RENAMED, StoryChange.Kind.DESCRIBED})
"""Changes that move no article: `before` and `after` hold fields of the story."""


@transaction.atomic
def merge_stories(*, story: Story, other: Story, by: Mover) -> StoryChange:
    """Put every article of `other` into `story`; the other's address leads here from then on.

    The machine keeps them together. Raises `SameStory`.
    """
    take_turn(story.workspace_id)
    hold_log(story.workspace_id)
    kept, gone = _standing(story), _standing(other)
    if kept.pk == gone.pk or kept.workspace_id != gone.workspace_id:
        raise SameStory
    joined, moved = articles_in(kept), articles_in(gone)
    moves = [Move(article, gone.pk, kept.pk, BY_PERSON) for article in moved]
    move_articles(moves, kept.workspace_id)
    Story.objects.filter(merged_into=gone).update(merged_into=kept)
    Story.objects.filter(pk=gone.pk).update(merged_into=kept)
    change = keep_change(by, kind=StoryChange.Kind.MERGED, story=kept, other=gone, moves=moves)
    keep_bonds(change, {StoryBond.Side.MOVED: moved, StoryBond.Side.JOINED: joined})
    queue_restating(stories=[kept.pk], user=by.user)
    return change


@transaction.atomic
def split_story(
    *, story: Story, articles: Sequence[UUID], by: Mover, into: Story | None = None, title: str = ""
) -> StoryChange:
    """Take some of a story's articles out of it, into another story or a new one.

    The machine keeps them apart from those that stay. Raises `NotPartOfStory`, or `SameStory`.
    """
    take_turn(story.workspace_id)
    hold_log(story.workspace_id)
    kept = _standing(story)
    own, chosen = set(articles_in(kept)), set(articles)
    if not chosen or not chosen < own:
        raise NotPartOfStory
    target = _standing(into) if into else _new_story(kept, chosen, title)
    if target.pk == kept.pk or target.workspace_id != kept.workspace_id:
        raise SameStory
    joined = articles_in(target)
    moves = [Move(article, kept.pk, target.pk, BY_PERSON) for article in sorted(chosen)]
    move_articles(moves, kept.workspace_id)
    Story.objects.filter(pk=kept.pk).update(may_split=[], updated_at=timezone.now())
    change = keep_change(
        by,
        kind=StoryChange.Kind.SPLIT,
        story=kept,
        other=target,
        moves=moves,
        states=({"may_split": kept.may_split}, {}),
    )
    sides = {
        StoryBond.Side.MOVED: chosen,
        StoryBond.Side.JOINED: joined,
        StoryBond.Side.LEFT: own - chosen,
    }
    keep_bonds(change, sides)
    queue_restating(stories=[kept.pk, target.pk], user=by.user)
    return change


@transaction.atomic
def rename_story(*, story: Story, title: str, by: Mover) -> StoryChange:
    """Give a story another name, which the machine leaves alone. Raises `TitleRequired`."""
    take_turn(story.workspace_id)
    hold_log(story.workspace_id)
    kept = _standing(story)
    name = " ".join(title.split())[:TITLE_LENGTH]
    if not name:
        raise TitleRequired
    before = {"title": kept.title}
    kept.title, kept.titled_by = name, by.user
    kept.save(update_fields=["title", "titled_by", "updated_at"])
    return keep_change(by, kind=StoryChange.Kind.RENAMED, story=kept, states=(before, {"title": name}))


@transaction.atomic
def set_description(*, story: Story, topic: str, region: str, by: Mover) -> StoryChange:
    """Set what a story is about and where; the outcomes of its claims follow by a job.

    Raises `UnknownChoice`, `UnknownCountry` or `NothingChanged`.
    """
    take_turn(story.workspace_id)
    hold_log(story.workspace_id)
    row = Story.objects.select_related("workspace").get(pk=story.pk)
    region = region.strip().upper()
    if topic and topic not in Story.Topic.values:
        raise UnknownChoice(field="topic", value=topic, known=", ".join(Story.Topic.values))
    if region and not Place.objects.filter(kind=Place.Kind.COUNTRY, country=region).exists():
        raise UnknownCountry(value=region)
    before = description_of(row)
    if (row.topic, row.region) == (topic, region):
        raise NothingChanged
    after = {
        "topic": topic,
        "topic_by_person": row.topic_by_person or topic != row.topic,
        "region": region,
        "region_by_person": row.region_by_person or region != row.region,
    }
    Story.objects.filter(pk=row.pk).update(**after)
    change = keep_change(by, kind=StoryChange.Kind.DESCRIBED, story=row, states=(before, after))
    queue_restating(stories=[row.pk], user=by.user)
    return change


def description_of(story: Story) -> dict[str, str | bool]:
    """Return topic and region as a change keeps them."""
    return {
        "topic": story.topic,
        "topic_by_person": story.topic_by_person,
        "region": story.region,
        "region_by_person": story.region_by_person,
    }


@transaction.atomic
def undo_story_change(*, change: StoryChange, by: Mover) -> StoryChange:
    """Put back what was there before a person's change; its row stays, marked as undone.

    Articles that came meanwhile stay where they are. Raises `UndoneAlready`, or
    `StoryChangedSince` where a later change of people touches the same.
    """
    take_turn(change.workspace_id)
    hold_log(change.workspace_id)
    rows = StoryChange.objects.select_for_update(of=("self",)).select_related("workspace", "story")
    row = rows.get(pk=change.pk)
    if row.undone_at is not None:
        raise UndoneAlready
    if row.kind == StoryChange.Kind.REGROUPED or _changed_since(row):
        raise StoryChangedSince
    if row.kind in FIELDS_ONLY:
        Story.objects.filter(pk=row.story_id).update(**row.before, updated_at=timezone.now())
    else:
        _move_back(row)
    row.undone_at, row.undone_by = timezone.now(), by.user
    row.save(update_fields=["undone_at", "undone_by"])
    log_change(row, by, "story.change_undone")
    queue_restating(stories=[row.story_id, *_ids([row.other_id])], user=by.user)
    return row


def _ids(values: Iterable[UUID | None]) -> list[UUID]:
    return [value for value in values if value is not None]


def articles_in(story: Story) -> list[UUID]:
    """Return the articles of a story: those with a claim or a place in it."""
    claims = Claim.objects.filter(story=story).values("article")
    places = StoryPlace.objects.filter(story=story).values("article")
    rows = Article.objects.filter(Q(pk__in=claims) | Q(pk__in=places))
    return list(rows.order_by("pk").values_list("pk", flat=True))


def _standing(story: Story) -> Story:
    """Return the story as it is now; it must not have gone into another."""
    row = Story.objects.select_related("workspace").get(pk=story.pk)
    if row.merged_into_id is not None:
        raise SameStory
    return row


def _new_story(origin: Story, articles: set[UUID], title: str) -> Story:
    first = Article.objects.filter(pk__in=articles).order_by("published_on", "created_at", "pk")[0]
    name = " ".join(title.split()) or title_of(first)
    return Story.objects.create(
        workspace=origin.workspace, title=name[:TITLE_LENGTH], language=first.language
    )


def title_of(article: Article) -> str:
    """Return what a story is called that begins with the article."""
    return (article.title or article.text.strip()[:120])[:TITLE_LENGTH]


def _changed_since(row: StoryChange) -> bool:
    both = [pk for pk in (row.story_id, row.other_id) if pk]
    later = StoryChange.objects.filter(Q(story__in=both) | Q(other__in=both), undone_at=None)
    later = later.filter(created_at__gt=row.created_at).exclude(kind=StoryChange.Kind.REGROUPED)
    if row.kind in FIELDS_ONLY:
        return any(getattr(row.story, name) != value for name, value in row.after.items())
    return later.exclude(kind__in=FIELDS_ONLY).exists()


def _move_back(row: StoryChange) -> None:
    """Let the articles that are still where they were put go back to where they came from."""
    moves = []
    for article, before, after in row.moves:
        still_there = Q(claims__story=after) | Q(places__story=after)
        if Article.objects.filter(still_there, pk=article).exists():
            moves.append(Move(UUID(article), UUID(after), UUID(before), BY_PERSON))
    Story.objects.filter(pk__in={move.after for move in moves}).update(merged_into=None)
    if row.kind == StoryChange.Kind.MERGED:
        Story.objects.filter(pk__in=[row.other_id]).update(merged_into=None)
    move_articles(moves, row.workspace_id)
    if row.kind == StoryChange.Kind.SPLIT:
        Story.objects.filter(pk=row.story_id).update(may_split=row.before.get("may_split", []))
