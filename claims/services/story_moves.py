"""Moving articles between stories: claims, places, the change that is kept, and addresses that lead on."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from claims.models import Article, Claim, Story, StoryBond, StoryChange, StoryPlace
from workbench.accounts.models import ApiKey, User, actor_label
from workbench.audit.services import record_event

BY_PERSON: Mapping[str, Any] = {"by": "person"}
"""The evidence of an article that a person put where it is."""


class Move(NamedTuple):
    """An article, or its part in one story, that goes to another; `before` is None where it had none."""

    article: UUID
    before: UUID | None
    after: UUID
    evidence: Mapping[str, Any]

    @property
    def record(self) -> list[str | None]:
        """Return the move as a change keeps it."""
        return [str(self.article), str(self.before) if self.before else None, str(self.after)]


class Mover(NamedTuple):
    """Who changes a story: a person, a newsroom system by its key, or the machine."""

    user: User | None = None
    key: ApiKey | None = None
    is_machine: bool = False

    @property
    def label(self) -> str:
        """Return how the log names who acted."""
        return "machine" if self.is_machine else actor_label(self.user, self.key)


def take_turn(workspace_id: UUID) -> None:
    """Hold the workspace's stories until the transaction ends, so that changes take their turn."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [workspace_id.int % (1 << 62)])


def move_articles(moves: Sequence[Move], workspace_id: UUID) -> None:
    """Put articles into other stories, and let the addresses of stories that are empty then lead on."""
    for move in moves:
        Claim.objects.filter(article=move.article, story=move.before).update(story=move.after)
        StoryPlace.objects.filter(article=move.article, story=move.before).delete()
        StoryPlace.objects.update_or_create(
            story_id=move.after,
            article_id=move.article,
            defaults={"workspace_id": workspace_id, "evidence": dict(move.evidence)},
        )
    for story in Story.objects.filter(pk__in={move.after for move in moves}):
        story.save(update_fields=["updated_at"])
    lead_on(moves)


def lead_on(moves: Iterable[Move]) -> None:
    """Let each story that lost its last article lead to where most of its articles went."""
    went: dict[UUID, Counter[UUID]] = {}
    for move in moves:
        if move.before and move.before != move.after:
            went.setdefault(move.before, Counter())[move.after] += 1
    empty = Story.objects.filter(pk__in=went, places__isnull=True, claims__isnull=True, merged_into=None)
    for story in empty:
        target, _ = max(went[story.pk].items(), key=lambda found: (found[1], str(found[0])))
        # Whatever led here leads on at once, so that an old address is never more than one step away.
        Story.objects.filter(merged_into=story).update(merged_into=target)
        Story.objects.filter(pk=story.pk).update(merged_into=target, may_split=[])


def keep_change(
    mover: Mover,
    *,
    kind: StoryChange.Kind,
    story: Story,
    other: Story | None = None,
    moves: Sequence[Move] = (),
    states: tuple[Mapping[str, Any], Mapping[str, Any]] = ({}, {}),
) -> StoryChange:
    """Keep a change of a story, and log it."""
    change = StoryChange.objects.create(
        workspace=story.workspace,
        kind=kind,
        story=story,
        other=other,
        moves=[move.record for move in moves],
        before=dict(states[0]),
        after=dict(states[1]),
        by=mover.user,
    )
    log_change(change, mover, f"story.{change.kind}")
    return change


def log_change(change: StoryChange, mover: Mover, action: str) -> None:
    """Write into the log that a story was changed, or the change taken back."""
    record_event(
        workspace=change.workspace,
        actor=mover.label,
        action=action,
        target=("story", change.story_id),
        payload={
            "change": str(change.pk),
            "other": str(change.other_id) if change.other_id else None,
            "articles": len(change.moves),
        },
    )


def keep_bonds(change: StoryChange, sides: Mapping[StoryBond.Side, Iterable[UUID]]) -> None:
    """Keep on which side of a change the articles' publications stood, for the machine to respect."""
    for side, articles in sides.items():
        publications = Article.objects.filter(pk__in=list(articles)).values_list("publication_id", flat=True)
        StoryBond.objects.bulk_create(
            StoryBond(change=change, publication_id=pk, side=side) for pk in sorted(set(publications))
        )
