"""What grouping is decided on: articles as members, links between them, rarity, people's bonds."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

import numpy as np
from django.db.models import Q

from claims.linking.background import centre_on_background
from claims.linking.grouping.evidence import link_strength, particular_keys, rarity_of
from claims.linking.grouping.types import Bonds, Known, Member, Pair, pair_of
from claims.linking.similarity import Matrix
from claims.models import Article, Claim, Link, Slot, StoryBond, StoryChange
from claims.models.claims import VECTOR_DIMENSIONS
from workbench.accounts.models import Workspace

NAMES = frozenset({Slot.Kind.PLACE, Slot.Kind.ACTOR})
FIGURES = frozenset({Slot.Kind.NUMBER, Slot.Kind.TIME})
RARITY_SAMPLE = 300
"""The latest articles, among which it is counted how rare a particular is (some 30 particulars each)."""
ARTICLES_OF_A_STORY = 60
"""The latest articles of a story that a new one is weighed against."""


def member_id(article: UUID, story: UUID | None) -> str:
    """Return how grouping names the part of an article that tells of one story."""
    return f"{article}:{story or ''}"


def article_of(member: str) -> UUID:
    """Return the article that a member is part of."""
    return UUID(member.partition(":")[0])


def members_among(articles: Iterable[UUID]) -> list[Member]:
    """Return the articles as members, one for each story that an article is in. Two queries."""
    return members_from(
        Claim.objects.filter(article__in=list(articles))
        .exclude(state=Claim.State.REJECTED)
        .select_related("article")
        .defer("article__text", "article__signature", "match_text", "votes", "factors")
        .order_by("article_id", "ordinal")
    )


def members_from(claims: Iterable[Claim]) -> list[Member]:
    """Return the claims as members, by article and story. One query for the particulars."""
    parts: dict[tuple[UUID, UUID | None], list[Claim]] = defaultdict(list)
    for claim in claims:
        parts[claim.article_id, claim.story_id].append(claim)
    keys = _particulars([claim.pk for part in parts.values() for claim in part])
    return [_member(part, keys) for part in parts.values()]


def _particulars(claims: Sequence[UUID]) -> Mapping[UUID, list[tuple[str, str]]]:
    found: dict[UUID, list[tuple[str, str]]] = defaultdict(list)
    rows = Slot.objects.filter(claim__in=claims, kind__in=NAMES | FIGURES)
    for claim, kind, value in rows.values_list("claim_id", "kind", "value"):
        found[claim].extend((kind, key) for key in particular_keys(value))
    return found


def _member(claims: Sequence[Claim], particulars: Mapping[UUID, list[tuple[str, str]]]) -> Member:
    article = claims[0].article
    keys = [found for claim in claims for found in particulars.get(claim.pk, ())]
    return Member(
        id=member_id(article.pk, claims[0].story_id),
        publication=str(article.publication_id),
        language=article.language,
        vectors=_vectors(claims),
        day=article.published_on,
        names=frozenset(key for kind, key in keys if kind in NAMES),
        places=frozenset(key for kind, key in keys if kind == Slot.Kind.PLACE),
        figures=frozenset(key for kind, key in keys if kind in FIGURES),
        story=str(claims[0].story_id or ""),
    )


def _vectors(claims: Sequence[Claim]) -> Matrix:
    """Return the centred vectors of one article's claims, shape (n, d)."""
    known = [claim for claim in claims if claim.embedding is not None]
    if not known:
        return np.empty((0, VECTOR_DIMENSIONS), dtype=np.float32)
    vectors = np.array([np.asarray(_plain(claim.embedding), dtype=np.float32) for claim in known])
    return centre_on_background(vectors, [claim.language for claim in known])


def _plain(embedding: object) -> object:
    return embedding.to_list() if hasattr(embedding, "to_list") else embedding


def known_about(workspace: Workspace, members: Sequence[Member]) -> Known:
    """Return what else is known about the members. Four queries."""
    links, confirmed = links_between(members)
    publications = {UUID(member.publication) for member in members}
    return Known(links=links, confirmed=confirmed, rarity=rarity_in(workspace), bonds=bonds_on(publications))


def links_between(members: Sequence[Member]) -> tuple[dict[Pair, float], frozenset[Pair]]:
    """Return the strength of the links between each two members, and who has a confirmed one. One query."""
    known = {member.id for member in members}
    articles = {article_of(member.id) for member in members}
    rows = Link.objects.filter(a__article__in=articles, b__article__in=articles)
    rows = rows.exclude(state=Link.State.REJECTED)
    found: dict[Pair, list[tuple[str, float]]] = defaultdict(list)
    confirmed = set()
    fields = ("a__article", "a__story", "b__article", "b__story", "relation", "probability", "state")
    for a, a_story, b, b_story, relation, probability, state in rows.values_list(*fields):
        one, other = (
            name if (name := member_id(article, story)) in known else member_id(article, None)
            for article, story in ((a, a_story), (b, b_story))
        )
        if one in known and other in known and a != b:
            found[pair_of(one, other)].append((relation, probability))
            if state == Link.State.CONFIRMED:
                confirmed.add(pair_of(one, other))
    return {pair: link_strength(links) for pair, links in found.items()}, frozenset(confirmed)


def rarity_in(workspace: Workspace) -> dict[str, float]:
    """Return how rare each particular is among the workspace's latest articles. One query."""
    latest = Article.objects.filter(workspace=workspace).order_by("-created_at", "-id")
    rows = Slot.objects.filter(
        claim__article__in=latest.values("pk")[:RARITY_SAMPLE], kind__in=NAMES | FIGURES
    )
    seen = {(a, key) for a, v in rows.values_list("claim__article", "value") for key in particular_keys(v)}
    return rarity_of(Counter(key for _, key in seen), len({article for article, _ in seen}))


def bonds_on(publications: Iterable[UUID]) -> Bonds:
    """Return the bonds that people's changes leave between these publications. Two queries."""
    wanted = set(publications)
    touching = StoryBond.objects.filter(publication__in=wanted, change__undone_at=None).values("change")
    changes = StoryChange.objects.filter(pk__in=touching).order_by("created_at", "id")
    acts: list[tuple[bool, list[str], list[str]]] = []
    for change in changes.prefetch_related("bonds"):
        sides: dict[str, list[str]] = defaultdict(list)
        for bond in change.bonds.all():
            if bond.publication_id in wanted:
                sides[bond.side].append(str(bond.publication_id))
        moved = sides[StoryBond.Side.MOVED]
        acts.append((True, moved, [*moved, *sides[StoryBond.Side.JOINED]]))
        acts.append((False, moved, sides[StoryBond.Side.LEFT]))
    return Bonds.from_acts(acts)


def bonded_publications(publication: UUID) -> set[UUID]:
    """Return the publications that share a standing change of people with this one. One query."""
    changes = StoryBond.objects.filter(publication=publication, change__undone_at=None).values("change")
    rows = StoryBond.objects.filter(change__in=changes).exclude(publication=publication)
    return set(rows.values_list("publication_id", flat=True))


def stories_to_weigh(article: Article, near: Iterable[UUID]) -> list[Member]:
    """Return the articles of every story that the article may belong to. Five queries.

    Stories of near articles, of linked claims, of other versions of the text, and of
    publications on which people have decided together with this one.
    """
    kin = bonded_publications(article.publication_id) | {article.publication_id}
    own = Q(a__article=article) | Q(b__article=article)
    links = Link.objects.filter(own).exclude(state=Link.State.REJECTED).values_list("a_id", "b_id")
    ends = {end for pair in links for end in pair}
    candidates = Q(article__in=list(near)) | Q(pk__in=ends) | Q(article__publication__in=kin)
    stories = set(
        Claim.objects.filter(candidates, workspace=article.workspace_id, story__isnull=False).values_list(
            "story", flat=True
        )
    )
    rows = Claim.objects.filter(story__in=stories).exclude(article=article)
    latest: dict[UUID, dict[UUID, None]] = defaultdict(dict)
    for story, other in rows.order_by("-article__created_at").values_list("story_id", "article_id"):
        if len(latest[story]) < ARTICLES_OF_A_STORY:
            latest[story].setdefault(other)
    members = members_among({other for others in latest.values() for other in others})
    return [member for member in members if member.story and UUID(member.story) in stories]
