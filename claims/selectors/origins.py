"""On how many independent origins a claim rests, and why reports were not counted."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar
from uuid import UUID

from django.db.models import Q

from claims.linking.independence import (
    Independence,
    count_independent,
    estimate_independence,
    group_by_root,
)
from claims.linking.independence.signs import Sign, as_confirmed, combine, read_sign
from claims.linking.types import ClaimRecord
from claims.models import Claim, Link, Withdrawal
from claims.selectors.links_then import links_at
from claims.selectors.records import claim_records
from claims.selectors.sign_words import worded_sign
from claims.selectors.standings import live_links

Name = TypeVar("Name")

Pair = tuple[UUID, UUID]
"""Two claims, the smaller identifier first."""


@dataclass(frozen=True, slots=True)
class Tie:
    """How far two reports are independent, and the signs that it rests on."""

    independence: float
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class Follower:
    """A report that adds no origin of its own, with whom it hangs together and by which signs."""

    claim: Claim
    tied_to: Claim
    independence: float
    signs: tuple[Sign, ...]

    @property
    def words(self) -> list[str]:
        """Return the signs in the page's language, the weightiest first."""
        return [worded_sign(sign) for sign in self.signs]


@dataclass(frozen=True, slots=True)
class Doubt:
    """The weightiest sign that ties an origin to an earlier one, `to`."""

    to: Claim
    sign: Sign

    @property
    def words(self) -> str:
        """Return the sign in the page's language."""
        return worded_sign(self.sign)


@dataclass(frozen=True, slots=True)
class Origin:
    """One root: the report that stands for it, what it counts, and the reports that it covers.

    `doubts` are why it counts less than one.
    """

    representative: Claim
    counted: float
    followers: tuple[Follower, ...]
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True)
class Origins:
    """The reports of one claim, grouped by origin, the first seen foremost."""

    groups: tuple[Origin, ...]
    counted: float

    @property
    def report_count(self) -> int:
        """Return how many reports there are."""
        return sum(1 + len(group.followers) for group in self.groups)

    @cached_property
    def explained(self) -> bool:
        """Tell whether there is anything to explain: more than one report."""
        return self.report_count > 1


class Ties:
    """The ties between the claims of some supporters, each looked up or estimated once.

    Where a link joins two, its stored estimate counts, by its confirmed weights once a person confirmed
    it; where none does (the two were never compared, or are not alike enough), it is estimated here.
    """

    def __init__(self, claims: Iterable[Claim], links: Mapping[Pair, Link]) -> None:
        self._claims = {claim.pk: claim for claim in claims}
        self._links = links
        self._found: dict[Pair, Tie] = {}

    @cached_property
    def _records(self) -> dict[UUID, ClaimRecord]:
        claims = list(self._claims.values())
        return dict(zip(self._claims, claim_records(claims), strict=True))

    def between(self, one: UUID, other: UUID) -> Tie:
        """Return how the two hang together."""
        pair = (min(one, other), max(one, other))
        if pair not in self._found:
            self._found[pair] = self._tie(pair)
        return self._found[pair]

    def _tie(self, pair: Pair) -> Tie:
        link = self._links.get(pair)
        if link is not None:
            return _stored(link)
        found: Independence = estimate_independence(self._records[pair[0]], self._records[pair[1]])
        return Tie(found.score, found.signs)


def _stored(link: Link) -> Tie:
    signs = [sign for reason in link.reasons if (sign := read_sign(reason))]
    if link.state == Link.State.CONFIRMED and signs:
        signs = as_confirmed(signs)
        return Tie(min(link.independence, combine(signs)), tuple(signs))
    return Tie(link.independence, tuple(signs))


def origins_of(claim: Claim) -> Origins:
    """Return the origins of a claim with its corroborating reports; rejected ones do not count.

    Some ten queries, however many reports there are.
    """
    return origins_of_all([claim.pk])[claim.pk]


def origins_of_all(claim_ids: Sequence[UUID]) -> dict[UUID, Origins]:
    """Return the origins of several claims at once. Reports that their source withdrew are no origins."""
    links = _corroborating(Q(a__in=claim_ids) | Q(b__in=claim_ids))
    ends = {pk: {pk} for pk in claim_ids}
    for a, b in links:
        for own, other in ((a, b), (b, a)):
            if own in ends:
                ends[own].add(other)
    return origins_of_groups(ends, links=links.values())


def origins_of_groups(
    groups: Mapping[Name, Collection[UUID]],
    *,
    links: Iterable[Link],
    moment: datetime | None = None,
    without: Collection[UUID] = (),
) -> dict[Name, Origins]:
    """Return the origins of each group of claims that say the same, by the group's name.

    Reports that were withdrawn by `moment` (now), or that `without` names, are left out. `links` are those
    that are known to join some of them; the rest are looked up.
    """
    needed = set().union(*groups.values()) if groups else set()
    known = {(link.a_id, link.b_id): link for link in links}
    known |= _corroborating(Q(a__in=needed, b__in=needed), moment)
    gone = withdrawn_among(needed, moment) | set(without)
    claims = _supporters(needed - gone)
    ties = Ties(claims.values(), known)
    return {
        name: _origins([claims[member] for member in members if member in claims], ties)
        for name, members in groups.items()
    }


def withdrawn_among(claim_ids: Collection[UUID], moment: datetime | None = None) -> set[UUID]:
    """Return which of the claims rest on a report that its source has withdrawn. One query."""
    rows = Withdrawal.objects.filter(claims__in=claim_ids)
    if moment is None:
        rows = rows.filter(undone_at=None)
    else:
        rows = rows.filter(Q(undone_at=None) | Q(undone_at__gt=moment), created_at__lte=moment)
    return set(rows.values_list("claims", flat=True)) & set(claim_ids)


def _corroborating(condition: Q, moment: datetime | None = None) -> dict[Pair, Link]:
    if moment is None:
        rows = live_links(condition).filter(relation=Link.Relation.CORROBORATES).only(*_LINK_FIELDS)
        return {(link.a_id, link.b_id): link for link in rows}
    same = (link for link in links_at(condition, moment) if link.relation == Link.Relation.CORROBORATES)
    return {(link.a_id, link.b_id): link for link in same}


_LINK_FIELDS = ("a_id", "b_id", "independence", "reasons", "state", "relation")


def _supporters(identifiers: Iterable[UUID]) -> dict[UUID, Claim]:
    rows = Claim.objects.select_related("article__outlet", "originator").defer("embedding", "match_text")
    return rows.prefetch_related("hops", "spans", "slots").in_bulk(list(identifiers))


def _seen(claim: Claim) -> tuple[date, object, UUID]:
    return (claim.article.published_on or date.max, claim.article.created_at, claim.pk)


def _origins(members: Sequence[Claim], ties: Ties) -> Origins:
    ordered = sorted(members, key=_seen)

    def independent(one: int, other: int) -> float:
        return ties.between(ordered[one].pk, ordered[other].pk).independence

    groups = group_by_root(len(ordered), independent)
    reports = [[ordered[place] for place in group.members] for group in groups]
    shown = [
        Origin(
            representative=claims[0],
            counted=group.counted,
            followers=tuple(_follower(claim, claims, ties) for claim in claims[1:]),
            doubts=_doubts(claims, reports[:place], ties),
        )
        for place, (group, claims) in enumerate(zip(groups, reports, strict=True))
    ]
    return Origins(tuple(shown), count_independent(groups))


def _follower(claim: Claim, group: Sequence[Claim], ties: Ties) -> Follower:
    """Tie a report to the one of its origin that it depends on most, an earlier one if there are several."""
    others = [other for other in group if other.pk != claim.pk]
    nearest = min(others, key=lambda other: ties.between(claim.pk, other.pk).independence)
    tie = ties.between(claim.pk, nearest.pk)
    return Follower(claim, nearest, tie.independence, tie.signs)


def _doubts(members: Sequence[Claim], earlier: Iterable[Sequence[Claim]], ties: Ties) -> tuple[Doubt, ...]:
    """Return the weightiest sign between an origin and each earlier one, where the two come nearest."""
    found = []
    for others in earlier:
        pairs = [(one, other) for one in members for other in others]
        one, other = min(pairs, key=lambda pair: ties.between(pair[0].pk, pair[1].pk).independence)
        found += [Doubt(other, sign) for sign in ties.between(one.pk, other.pk).signs[:1] if sign.weight]
    return tuple(found)
