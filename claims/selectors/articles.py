"""Articles as the pages show them: lists, versions, and one article with its claims."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext

from claims import engine
from claims.models import Article, Claim, ClaimSpan, Correction, Region, Sighting
from claims.reading.notices import worded
from claims.reading.types import ReadWarning
from claims.selectors.corrections import latest_corrections
from claims.selectors.segments import QUIET, Block, MarkedClaim, Stretch, blocks_of
from claims.selectors.standings import Standing, standings_of
from workbench.accounts.models import Workspace

ASIDE = frozenset({Region.Kind.BOILERPLATE, Region.Kind.CREDIT, Region.Kind.DISCLAIMER, Region.Kind.BYLINE})
"""Regions that are no article text: greyed, with a word that says what they are."""


def articles_of(workspace: Workspace) -> QuerySet[Article]:
    """Return the workspace's articles with outlet and number of claims, the newest first. One query."""
    return (
        Article.objects.filter(workspace=workspace)
        .select_related("outlet", "republished_from")
        .annotate(claim_count=Count("claims", filter=~Q(claims__state=Claim.State.REJECTED)))
        .order_by("-created_at", "-id")
        .defer("text", "signature")
    )


def article_in_full(workspace: Workspace) -> QuerySet[Article]:
    """Return the workspace's articles with outlet and publication, text included. One query."""
    rows = Article.objects.filter(workspace=workspace)
    return rows.select_related("outlet", "republished_from", "publication")


def versions_of(article: Article) -> QuerySet[Article]:
    """Return every version of the article's publication, the newest first. One query."""
    return Article.objects.filter(publication=article.publication_id).order_by("-version").defer("text")


def sightings_of(article: Article) -> QuerySet[Sighting]:
    """Return each time the article's text came in, and who brought it. One query."""
    return article.sightings.select_related("seen_by")


def notices_of(article: Article) -> list[str]:
    """Return what the reader of files and pages noticed about the text, in the page's language. No query."""
    found = [ReadWarning(row["code"], row.get("facts", {})) for row in article.warnings]
    return [worded(warning, gettext) for warning in found]


def is_read_by_words(article: Article) -> bool:
    """Tell whether the article's language has word lists; else only its quotations are read. No query."""
    return engine.knows_words_of(article.language)


@dataclass(frozen=True)
class CardClaim:
    """A claim with where it stands, as its card beside the text shows it."""

    claim: Claim
    standing: Standing
    correction: Correction | None = None

    @property
    def reason(self) -> str:
        """Return why a person said that it is no claim, in words."""
        reason = self.correction.after.get("reason", "") if self.correction else ""
        return str(dict(Correction.Reason.choices).get(reason, reason))

    @property
    def line(self) -> str:
        """Return the kind of its underline; an outlet's own words that nothing touches have a faint one."""
        if self.claim.state == Claim.State.REJECTED:
            return QUIET
        is_faint = self.claim.narrated and self.standing.kind == "unverified"
        return "narrated" if is_faint else self.standing.kind

    @cached_property
    def facets(self) -> str:
        """Return the filters that this card answers to, as words for the page."""
        return " ".join([self.standing.kind, *(["narrated"] if self.claim.narrated else [])])


@dataclass(frozen=True)
class ArticleReading:
    """An article's text in drawable pieces, and the cards of its claims."""

    blocks: Sequence[Block]
    cards: Sequence[CardClaim]

    @property
    def begins_with_title(self) -> bool:
        """Tell whether the text itself holds the headline."""
        return bool(self.blocks) and self.blocks[0].region == Region.Kind.TITLE

    def count(self, facet: str) -> int:
        """Return how many cards answer to a filter."""
        return sum(facet in card.facets.split() for card in self.cards)


def reading_of(article: Article) -> ArticleReading:
    """Return the article as the reader draws it. Seven queries, however many claims it makes."""
    claims = list(
        article.claims.defer("embedding", "match_text").prefetch_related("hops", "spans").order_by("ordinal")
    )
    standings = standings_of(claims)
    corrections = latest_corrections(article)
    cards = [CardClaim(claim, standings[claim.pk], corrections.get(claim.pk)) for claim in claims]
    regions = [(r.start, r.end, r.kind) for r in article.regions.all() if r.kind != Region.Kind.BODY]
    return ArticleReading(blocks_of(article.text, [_marked(card) for card in cards], regions), cards)


def _marked(card: CardClaim) -> MarkedClaim:
    parts: Mapping[str, list[Stretch]] = {part: [] for part in ClaimSpan.Part.values}
    for span in card.claim.spans.all():
        parts[span.part].append((span.start, span.end))
    return MarkedClaim(
        number=card.claim.ordinal,
        kind=card.line,
        content=tuple(parts[ClaimSpan.Part.CONTENT]),
        cue=tuple(parts[ClaimSpan.Part.CUE]),
        source=tuple(parts[ClaimSpan.Part.SOURCE]),
    )


def articles_by_id(workspace: Workspace, identifiers: Sequence[UUID]) -> dict[UUID, Article]:
    """Return the named articles that the workspace holds. One query."""
    return articles_of(workspace).in_bulk(list(identifiers))
