"""Links as a claim's page shows them: the other side, how the wordings differ, and why they were proposed."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q, QuerySet

from claims.linking.drift import read_drift
from claims.linking.independence.signs import read_sign
from claims.models import Claim, Link
from claims.selectors.reasons import side_words, worded_reason
from claims.selectors.sign_words import worded_drift, worded_sign
from claims.selectors.wording import Piece, marked_apart, marked_words
from workbench.accounts.models import Workspace

ORDER = {
    Link.Relation.CONFLICTS: 0,
    Link.Relation.CORROBORATES: 1,
    Link.Relation.UPDATES: 2,
    Link.Relation.RELATED: 3,
}

COMPARED_WORD_FOR_WORD = frozenset({Link.Relation.CORROBORATES, Link.Relation.UPDATES})
"""Relations whose two wordings are near enough for their differing words to be worth marking."""

HEAVY = tuple(f"{end}__{field}" for end in "ab" for field in ("embedding", "match_text", "article__text"))
"""Columns that no link shows."""


@dataclass(frozen=True)
class LinkedClaim:
    """A link seen from one of its claims."""

    link: Link
    own: Claim
    other: Claim

    @property
    def is_proposed(self) -> bool:
        """Tell whether no person has decided on it."""
        return self.link.state == Link.State.PROPOSED

    @cached_property
    def own_pieces(self) -> list[Piece]:
        """Return the claim's own words, the differing ones marked."""
        return self._pieces(self.own, self.other)

    @cached_property
    def other_pieces(self) -> list[Piece]:
        """Return the other claim's words, the differing ones marked."""
        return self._pieces(self.other, self.own)

    @property
    def own_slot_text(self) -> str:
        """Return how this side words the particular in question."""
        text = self.link.a_text if self.link.a_id == self.own.pk else self.link.b_text
        return side_words(self.link.slot, text)

    @property
    def other_slot_text(self) -> str:
        """Return how the other side words it."""
        text = self.link.b_text if self.link.a_id == self.own.pk else self.link.a_text
        return side_words(self.link.slot, text)

    @property
    def reasons(self) -> list[str]:
        """Return why the link was proposed, in the page's language."""
        return [worded_reason(reason) for reason in self.link.reasons]

    @property
    def relation_reasons(self) -> list[str]:
        """Return why the two stand as they do, without drift and independence."""
        return [worded_reason(reason) for reason in self.link.reasons if not _is_of_the_way(reason)]

    @property
    def drift(self) -> list[str]:
        """Return what changed where one side passes the other on."""
        return [worded_drift(drift) for reason in self.link.reasons if (drift := read_drift(reason))]

    @property
    def independence_reasons(self) -> list[str]:
        """Return the signs that the estimate of independence rests on, the weightiest first."""
        return [worded_sign(sign) for reason in self.link.reasons if (sign := read_sign(reason))]

    def _pieces(self, one: Claim, two: Claim) -> list[Piece]:
        slot_text = self.own_slot_text if one.pk == self.own.pk else self.other_slot_text
        if slot_text and slot_text in one.text:
            return marked_words(one.text, slot_text)
        if one.language == two.language and self.link.relation in COMPARED_WORD_FOR_WORD:
            return marked_apart(one.text, two.text)
        return [Piece(one.text, False)]


def links_in(workspace: Workspace) -> QuerySet[Link]:
    """Return the workspace's links with both claims, their articles and outlets. One query."""
    return Link.objects.filter(workspace=workspace).select_related(
        "a__article__outlet", "b__article__outlet", "decided_by"
    )


def links_of(claim: Claim) -> list[LinkedClaim]:
    """Return the claim's links: contradiction first, rejected ones last. Two queries."""
    rows = links_in(claim.workspace).filter(Q(a=claim) | Q(b=claim)).defer(*HEAVY)
    rows = rows.prefetch_related("a__hops", "b__hops")
    return sorted((seen_from(claim, link) for link in rows), key=_rank)


def seen_from(claim: Claim, link: Link) -> LinkedClaim:
    """Return the link as `claim`, one of its two ends, sees it."""
    own, other = (link.a, link.b) if link.a_id == claim.pk else (link.b, link.a)
    return LinkedClaim(link, own, other)


def open_links(links: Sequence[LinkedClaim]) -> list[LinkedClaim]:
    """Return those that nobody rejected and whose other claim nobody rejected."""
    return [
        row
        for row in links
        if row.link.state != Link.State.REJECTED and row.other.state != Claim.State.REJECTED
    ]


def _is_of_the_way(reason: str) -> bool:
    """Tell whether a reason is about how the claim travelled: drift, or a sign of dependence."""
    return read_drift(reason) is not None or read_sign(reason) is not None


def _rank(row: LinkedClaim) -> tuple[bool, int, float]:
    rejected = row.link.state == Link.State.REJECTED
    return (rejected, ORDER[Link.Relation(row.link.relation)], -row.link.probability)
