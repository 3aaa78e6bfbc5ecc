"""Stories as the pages show them: who reported the event, and where the reports part."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Max, Min, Q, QuerySet
from django.db.models.functions import Coalesce

from claims.models import Article, Claim, Link, Slot, Story
from claims.selectors.reasons import side_words
from claims.selectors.standings import INDEPENDENT_FROM, live_links
from sources.models import Source
from sources.selectors.families import survivor_of as survivor_of_source
from workbench.accounts.models import Workspace

SLOT_WORDS = dict(Slot.Kind.choices)


def stories_of(workspace: Workspace) -> QuerySet[Story]:
    """Return the workspace's standing stories with their counts, the last changed first. One query."""
    living = ~Q(claims__state=Claim.State.REJECTED)
    rows = Story.objects.filter(workspace=workspace, merged_into=None).order_by("-updated_at", "-id")
    rows = rows.select_related("workspace")
    return rows.annotate(
        claim_count=Count("claims", filter=living, distinct=True),
        article_count=Count("claims__article", distinct=True),
        outlet_count=Count(
            Coalesce("claims__article__outlet__merged_into", "claims__article__outlet"), distinct=True
        ),
        languages=ArrayAgg("claims__language", distinct=True, default=[]),
        most_roots=Max("claims__roots"),
        first_on=Min("claims__article__published_on"),
        last_on=Max("claims__article__published_on"),
    )


def survivor_of(workspace: Workspace, pk: UUID) -> UUID | None:
    """Return the story that this one went into; None where it stands by itself, or is not here. One query."""
    rows = Story.objects.filter(workspace=workspace, pk=pk)
    return rows.values_list("merged_into", flat=True).first()


def parts_of(story: Story, articles: Sequence[Article]) -> list[list[Article]]:
    """Return the parts that the last night found the story drifting into, the smallest first."""
    known = {str(article.pk): article for article in articles}
    parts = [[known[pk] for pk in part if pk in known] for part in story.may_split]
    return sorted((part for part in parts if part), key=len) if len(parts) > 1 else []


def disputed_particulars(stories: Sequence[Story]) -> dict[UUID, list[str]]:
    """Return the words of the particulars in which each story's reports contradict. One query."""
    links = live_links(Q(relation=Link.Relation.CONFLICTS, a__story__in=stories)).exclude(slot="")
    found: dict[UUID, list[str]] = defaultdict(list)
    for story, slot in links.order_by("slot").values_list("a__story", "slot").distinct():
        found[story].append(str(SLOT_WORDS[slot]))
    return found


def timeline_of(story: Story) -> QuerySet[Article]:
    """Return the story's articles in the order in which they appeared. One query."""
    mine = Q(claims__story=story)
    return (
        Article.objects.filter(mine)
        .select_related("outlet", "republished_from")
        .annotate(claim_count=Count("claims", filter=mine & ~Q(claims__state=Claim.State.REJECTED)))
        .order_by("published_on", "created_at", "id")
        .defer("text", "signature")
    )


@dataclass(frozen=True, slots=True)
class Say:
    """What one outlet says on a statement, and how: says, repeats or contradicts, with the words at issue."""

    claim: Claim
    how: str
    words: tuple[str, ...] = ()


@dataclass(slots=True)
class Statement:
    """Claims of several outlets that speak of one thing, under the words of the weightiest of them."""

    claim: Claim
    cells: list[list[Say]] = field(default_factory=list)
    disputed: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class StoryTable:
    """Which outlet says what: a column for each outlet, a row for each statement of more than one."""

    outlets: tuple[Source, ...]
    statements: tuple[Statement, ...]
    alone: tuple[Claim, ...]


def story_table(story: Story) -> StoryTable:
    """Return who says what in the story. Two queries, however many claims it holds."""
    claims = list(
        story.claims.exclude(state=Claim.State.REJECTED)
        .select_related("article__outlet__merged_into", "originator")
        .defer("embedding", "match_text", "article__text")
        .order_by("article__published_on", "article__created_at", "ordinal")
    )
    links = list(live_links(Q(a__in=claims, b__in=claims)).exclude(relation=Link.Relation.RELATED))
    outlets = tuple({outlet.pk: outlet for outlet in map(_outlet_of, claims)}.values())
    groups = _groups(claims, links)
    shared = [group for group in groups if len({claim.article_id for claim in group}) > 1]
    alone = tuple(group[0] for group in groups if len({claim.article_id for claim in group}) == 1)
    statements = sorted((_statement(group, links, outlets) for group in shared), key=_weight, reverse=True)
    return StoryTable(outlets, tuple(statements), alone)


def _groups(claims: Sequence[Claim], links: Sequence[Link]) -> list[list[Claim]]:
    """Return the claims that links hold together, in the order of their first member."""
    head = {claim.pk: claim.pk for claim in claims}

    def find(key: UUID) -> UUID:
        while head[key] != key:
            head[key] = key = head[head[key]]
        return key

    for link in links:
        head[find(link.b_id)] = find(link.a_id)
    groups: dict[UUID, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[find(claim.pk)].append(claim)
    return list(groups.values())


def _statement(group: Sequence[Claim], links: Sequence[Link], outlets: Sequence[Source]) -> Statement:
    speaker = max(group, key=lambda claim: (claim.roots, claim.worth, -claim.ordinal))
    members = {claim.pk for claim in group}
    inside = [link for link in links if {link.a_id, link.b_id} <= members]
    disputed = dict.fromkeys(str(SLOT_WORDS[link.slot]) for link in _conflicts(inside) if link.slot)
    says = _says(group, inside)
    return Statement(speaker, [says.get(outlet.pk, []) for outlet in outlets], list(disputed))


def _conflicts(links: Sequence[Link]) -> list[Link]:
    return [link for link in links if link.relation == Link.Relation.CONFLICTS]


def _says(group: Sequence[Claim], links: Sequence[Link]) -> Mapping[UUID, list[Say]]:
    """Return what each outlet says; who adds nothing of their own to an earlier claim repeats it."""
    words = _words_at_issue(links)
    copies = {
        frozenset((link.a_id, link.b_id))
        for link in links
        if link.relation == Link.Relation.CORROBORATES and link.independence < INDEPENDENT_FROM
    }
    earlier: list[Claim] = []
    says: dict[UUID, list[Say]] = defaultdict(list)
    for claim in group:
        repeats = any(
            _origin_of(other) == _origin_of(claim) or {other.pk, claim.pk} in copies for other in earlier
        )
        how = "contradicts" if claim.pk in words else "repeats" if repeats else "says"
        says[_outlet_of(claim).pk].append(Say(claim, how, tuple(words.get(claim.pk, {}))))
        earlier.append(claim)
    return says


def _outlet_of(claim: Claim) -> Source:
    return survivor_of_source(claim.article.outlet)


def _origin_of(claim: Claim) -> UUID:
    """Return the source that the claim goes back to, under whichever name it was met."""
    return claim.originator.merged_into_id or claim.originator_id


def _words_at_issue(links: Sequence[Link]) -> dict[UUID, dict[str, None]]:
    """Return how each contradicting claim words the particular in dispute."""
    words: dict[UUID, dict[str, None]] = defaultdict(dict)
    for link in _conflicts(links):
        for claim, text in ((link.a_id, link.a_text), (link.b_id, link.b_text)):
            said = side_words(link.slot, text)
            words[claim].update(dict.fromkeys([said] if said else []))
    return words


def _weight(statement: Statement) -> tuple[bool, int, float]:
    outlets = sum(bool(cell) for cell in statement.cells)
    return (bool(statement.disputed), outlets, statement.claim.roots)
