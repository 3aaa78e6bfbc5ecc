"""The credibility number of claims: on a day, and as it would be if something fell."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from claims.models import Claim, Link, Region, Verdict
from claims.selectors.links_then import links_at
from claims.selectors.origins import Origins, origins_of_groups
from sources.models import Source
from sources.selectors.numbers import SENTENCES, WORDS, ClaimEvidence, Credibility, Rating, rate_credibility

NOT_ASSESSABLE = frozenset({Claim.Modality.DEMANDED, Claim.Modality.PREDICTED})
"""A demand or a forecast is neither true nor false yet."""


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What would be otherwise: ratings by verdict, "" for one that falls; and reports that are gone."""

    ratings: Mapping[UUID, str] = field(default_factory=dict)
    withdrawn: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class Number:
    """A claim's credibility number with its words in the page's language, and the origins that say so."""

    credibility: Credibility
    origins: Origins

    @property
    def number(self) -> int:
        """Return the number, 1 to 6."""
        return self.credibility.number

    @property
    def word(self) -> str:
        """Return what the number means."""
        return _(WORDS[self.number])

    @property
    def sentence(self) -> str:
        """Return why it is this number."""
        return _(SENTENCES[self.credibility.reason]).format(**self.credibility.facts)


@dataclass(slots=True)
class _Near:
    """What is linked with one claim."""

    own: UUID
    same: set[UUID]
    support: set[UUID]
    against: set[UUID] = field(default_factory=set)


def numbers_of(
    claim_ids: Collection[UUID], *, moment: datetime | None = None, what_if: WhatIf | None = None
) -> dict[UUID, Number]:
    """Return the credibility number of each claim at `moment` (now). Some ten queries, for any number.

    The number never looks at a source's letter. The verdict that decides is the claim's own, or else the
    latest on a claim that a person confirmed to say the same. Links are those of that day as far as they
    are kept; a claim's own words, chain and state are those of now.
    """
    if not claim_ids:
        return {}
    what_if = what_if or WhatIf()
    ends = Q(a__in=claim_ids) | Q(b__in=claim_ids)
    links = links_at(ends, moment)
    near = _near(claim_ids, links)
    same = [link for link in links if link.relation == Link.Relation.CORROBORATES]
    groups = {(pk, "for"): found.support for pk, found in near.items()}
    groups |= {(pk, "against"): found.against for pk, found in near.items()}
    origins = origins_of_groups(groups, links=same, moment=moment, without=what_if.withdrawn)
    ratings = _ratings(near, moment, what_if)
    reported = _with_reporters(origins.values())
    modalities = dict(Claim.objects.filter(pk__in=claim_ids).values_list("pk", "modality"))
    return {
        pk: _rated(
            found,
            origins[pk, "for"],
            reported,
            opposing_roots=origins[pk, "against"].counted,
            verdict=ratings.get(pk),
            assessable=modalities.get(pk) not in NOT_ASSESSABLE,
        )
        for pk, found in near.items()
    }


def _with_reporters(found: Iterable[Origins]) -> set[UUID]:
    """Return the articles with a byline that bring a root of their outlet's own. One query, or none."""
    articles = {claim.article_id for origins in found for claim in _own_unnamed(origins)}
    if not articles:
        return set()
    rows = Region.objects.filter(article__in=articles, kind=Region.Kind.BYLINE)
    return set(rows.values_list("article_id", flat=True))


def _own_unnamed(origins: Origins) -> list[Claim]:
    """Return the reports that stand for a root which is an unnamed source of their own outlet."""
    claims = [origin.representative for origin in origins.groups]
    return [claim for claim in claims if claim.originator.outlet_id == claim.article.outlet_id]


def _rated(near: _Near, origins: Origins, reported: Collection[UUID], **facts: Any) -> Number:
    kinds = [origin.representative.originator.kind for origin in origins.groups]
    own = [claim.article for claim in _own_unnamed(origins) if claim.article_id in reported]
    evidence = ClaimEvidence(
        roots=origins.counted,
        only_unnamed=bool(kinds) and all(kind == Source.Kind.ANONYMOUS for kind in kinds),
        unnamed_outlets=len({article.outlet.merged_into_id or article.outlet_id for article in own}),
        documented=Source.Kind.DOCUMENT in kinds,
        editor_confirmed=_is_confirmed(near, origins),
        **facts,
    )
    return Number(rate_credibility(evidence), origins)


def _near(claim_ids: Iterable[UUID], links: Iterable[Link]) -> dict[UUID, _Near]:
    near = {pk: _Near(pk, {pk}, {pk}) for pk in claim_ids}
    for link in links:
        for own, other in ((link.a_id, link.b_id), (link.b_id, link.a_id)):
            if own not in near:
                continue
            if link.relation == Link.Relation.CONFLICTS:
                near[own].against.add(other)
            elif link.relation == Link.Relation.CORROBORATES:
                near[own].support.add(other)
                if link.state == Link.State.CONFIRMED:
                    near[own].same.add(other)
    return near


def _ratings(near: Mapping[UUID, _Near], moment: datetime | None, what_if: WhatIf) -> dict[UUID, Rating]:
    """Return the rating that decides each claim which has one."""
    needed = set().union(*(found.same for found in near.values()))
    rows = Verdict.objects.filter(claim__in=needed)
    if moment is None:
        rows = rows.filter(superseded_at=None)
    else:
        rows = rows.filter(Q(superseded_at=None) | Q(superseded_at__gt=moment), created_at__lte=moment)
    said: dict[UUID, str] = {}
    order: dict[UUID, int] = defaultdict(int)
    for place, row in enumerate(rows.order_by("created_at", "pk"), start=1):
        if rating := what_if.ratings.get(row.pk, row.rating):
            said[row.claim_id], order[row.claim_id] = rating, place
    found = {}
    for pk, others in near.items():
        judged = [other for other in others.same if other in said]
        if judged:
            best = pk if pk in said else max(judged, key=lambda other: order[other])
            found[pk] = Rating(said[best])
    return found


def _is_confirmed(near: _Near, origins: Origins) -> bool:
    """Tell whether a person confirmed, for each other root, that one of its reports says the same."""
    members = [
        {origin.representative.pk, *(follower.claim.pk for follower in origin.followers)}
        for origin in origins.groups
    ]
    others = [group for group in members if near.own not in group]
    return bool(others) and all(group & near.same for group in others)
