"""Who stands next to a source in chains: whom it quotes, and who quotes it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, F, QuerySet

from claims.models import Claim, Hop
from sources.models import Source
from sources.selectors.families import Families

MOST_PARTNERS = 12
"""Rows of each table of who quotes whom; the rest are rare and are told together."""


@dataclass(frozen=True, slots=True)
class Partner:
    """Another source next to this one in chains: in how many claims, and in what share of them all."""

    source: Source
    claims: int
    share: float


@dataclass(frozen=True, slots=True)
class Partners:
    """The sources on one side of this one, the most frequent first, and how many more there are."""

    rows: Sequence[Partner]
    claims: int
    others: int = 0
    other_claims: int = 0

    @property
    def other_share(self) -> float:
        """Return the share of the claims that those beyond the rows have, in [0, 1]."""
        return self.other_claims / self.claims if self.claims else 0.0


def quoted_by(source: Source, *, families: Families, as_of: datetime) -> Partners:
    """Return whom the source had quoted by `as_of`, the most quoted first. Two queries."""
    own = families.members(source.pk)
    after = Hop.objects.filter(claim__hops__source__in=own, claim__hops__position=F("position") - 1)
    return _partners(after.exclude(source__in=own), families, as_of)


def quoting(source: Source, *, families: Families, as_of: datetime) -> Partners:
    """Return who had quoted the source by `as_of`, the most frequent first. Two queries."""
    own = families.members(source.pk)
    before = Hop.objects.filter(claim__hops__source__in=own, claim__hops__position=F("position") + 1)
    return _partners(before.exclude(source__in=own), families, as_of)


def _partners(hops: QuerySet[Hop], families: Families, as_of: datetime) -> Partners:
    known = hops.filter(claim__created_at__lte=as_of).exclude(claim__state=Claim.State.REJECTED)
    rows = known.order_by().values("source").annotate(number=Count("claim", distinct=True))
    counts: dict[UUID, int] = defaultdict(int)
    for row in rows:
        counts[families.survivor(row["source"])] += row["number"]
    shown = sorted(counts, key=lambda pk: (-counts[pk], pk))[:MOST_PARTNERS]
    named = Source.objects.select_related("outlet").in_bulk(shown)
    claims = sum(counts.values())
    found = [Partner(named[pk], counts[pk], counts[pk] / claims) for pk in shown]
    others = len(counts) - len(shown)
    return Partners(found, claims, others, claims - sum(row.claims for row in found))
