"""What changed in a story, and why each article is in it, in words."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from claims.linking.grouping.evidence import particular_keys
from claims.models import Article, Slot, Story, StoryChange, StoryPlace
from claims.selectors.stories import stories_of
from workbench.accounts.models import Workspace

SHOWN_CHANGES = 8
OFFERED = 20
"""Stories offered to merge with or move to, before somebody searches."""
MOST_WORDS = 5
"""Shared particulars that a reason names."""


def changes_in(workspace: Workspace) -> QuerySet[StoryChange]:
    """Return the workspace's changes of stories, the newest first. One query."""
    return StoryChange.objects.filter(workspace=workspace).select_related("story", "other", "by", "undone_by")


@dataclass(frozen=True, slots=True)
class ShownChange:
    """A change with its sentence, and whether it can be taken back."""

    change: StoryChange
    sentence: str
    may_undo: bool


def shown_changes(story: Story) -> list[ShownChange]:
    """Return the story's latest changes in words, the newest first. One query."""
    rows = changes_in(story.workspace).filter(Q(story=story) | Q(other=story))[:SHOWN_CHANGES]
    return [ShownChange(row, sentence_for(row, story), _may_undo(row)) for row in rows]


def _may_undo(row: StoryChange) -> bool:
    return row.undone_at is None and row.kind != StoryChange.Kind.REGROUPED


def sentence_for(row: StoryChange, seen_from: Story) -> str:
    """Return what was done, as seen from one of the stories."""
    count, title = len(row.moves), f"\u2068{row.other.title}\u2069" if row.other else ""
    if row.kind == StoryChange.Kind.RENAMED:
        return _("Renamed; it was called “%(title)s”.") % {"title": f"\u2068{row.before['title']}\u2069"}
    if row.kind == StoryChange.Kind.DESCRIBED:
        return _("Topic and country set; before: %(topic)s, %(region)s.") % _described(row.before)
    if row.kind == StoryChange.Kind.REGROUPED:
        return ngettext(
            "%(count)d article joined in the night.", "%(count)d articles joined in the night.", count
        ) % {"count": count}
    if row.kind == StoryChange.Kind.MERGED:
        return ngettext(
            "Merged with “%(title)s”: %(count)d article came here.",
            "Merged with “%(title)s”: %(count)d articles came here.",
            count,
        ) % {"title": title, "count": count}
    if row.other_id == seen_from.pk:
        return ngettext(
            "%(count)d article came here from “%(title)s”.",
            "%(count)d articles came here from “%(title)s”.",
            count,
        ) % {"title": f"\u2068{row.story.title}\u2069", "count": count}
    return ngettext(
        "Split: %(count)d article went to “%(title)s”.",
        "Split: %(count)d articles went to “%(title)s”.",
        count,
    ) % {"title": title, "count": count}


def _described(state: Mapping[str, Any]) -> dict[str, str]:
    topic = str(Story.Topic(state["topic"]).label) if state["topic"] else _("No topic")
    return {
        "topic": topic,
        "region": f"\u2068{state['region']}\u2069" if state["region"] else _("No country"),
    }


def other_stories(story: Story, words: str = "") -> QuerySet[Story]:
    """Return stories that this one can be merged with, those that share most links first. One query.

    With `words`, those whose name or an article's headline has them.
    """
    rows = stories_of(story.workspace).exclude(pk=story.pk)
    if words.strip():
        wanted = words.strip()
        rows = rows.filter(Q(title__icontains=wanted) | Q(claims__article__title__icontains=wanted))
    as_a = Count("claims__links_as_a", filter=Q(claims__links_as_a__b__story=story), distinct=True)
    as_b = Count("claims__links_as_b", filter=Q(claims__links_as_b__a__story=story), distinct=True)
    return rows.annotate(links_here=as_a + as_b).order_by("-links_here", "-updated_at", "-id")[:OFFERED]


def reasons_in(story: Story) -> dict[UUID, list[str]]:
    """Return why each article is in the story, in words, by article. Two queries."""
    places = list(StoryPlace.objects.filter(story=story))
    words = _words_by_key(story)
    return {place.article_id: reasons_for(place.evidence, words[place.article_id]) for place in places}


def with_reasons(articles: Sequence[Article], story: Story) -> list[tuple[Article, list[str]]]:
    """Return the articles, each with why it is in the story."""
    reasons = reasons_in(story)
    return [(article, reasons.get(article.pk, [])) for article in articles]


def _words_by_key(story: Story) -> Mapping[UUID, dict[str, str]]:
    """Return, by article, how it words each particular."""
    found: dict[UUID, dict[str, str]] = defaultdict(dict)
    rows = Slot.objects.filter(claim__story=story).order_by("claim__ordinal", "start")
    for article, value, text in rows.values_list("claim__article", "value", "text"):
        for key in particular_keys(value):
            found[article].setdefault(key, text)
    return found


def reasons_for(evidence: Mapping[str, Any], words: Mapping[str, str]) -> list[str]:
    """Return the kept evidence as sentences; particulars are named in the article's own words."""
    if evidence.get("by") == "person":
        return [_("A person put it here.")]
    reasons = []
    if evidence.get("held"):
        reasons.append(_("A person decided so, or it is another version of a text that is here."))
    for name, counted in _COUNTED.items():
        if count := evidence.get(name):
            reasons.append(counted(count))
    for name, sentence in (("names", _("Others name it too: %s")), ("figures", _("Others give it too: %s"))):
        if said := _said(evidence.get(name, ()), words):
            reasons.append(sentence % said)
    return reasons or [_("The story began with it.")]


_COUNTED: Mapping[str, Callable[[int], str]] = {
    "part": lambda count: (
        ngettext(
            "Only %(count)d of its claims is about this event.",
            "Only %(count)d of its claims are about this event.",
            count,
        )
        % {"count": count}
    ),
    "linked": lambda count: (
        ngettext(
            "Its claims are linked with those of %(count)d article here.",
            "Its claims are linked with those of %(count)d articles here.",
            count,
        )
        % {"count": count}
    ),
    "alike": lambda count: (
        ngettext(
            "%(count)d of its claims is much like one of another article.",
            "%(count)d of its claims are much like those of another article.",
            count,
        )
        % {"count": count}
    ),
}


def _said(keys: Sequence[str], words: Mapping[str, str]) -> str:
    texts = dict.fromkeys(words[key] for key in keys if key in words)
    return _(", ").join(f"\u2068{text}\u2069" for text in list(texts)[:MOST_WORDS])
