"""Links as they stood on a day, as far as they are still kept."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q

from claims.models import Claim, Link, LinkDecision
from claims.selectors.standings import live_links


def links_at(condition: Q, moment: datetime | None) -> list[Link]:
    """Return the links that nobody had rejected at `moment`, with relation and state as they were then.

    Without a moment those of now. Two queries. A link that was drawn anew since counts from then on.
    """
    if moment is None:
        return list(live_links(condition))
    both = Q(a__article__created_at__lte=moment, b__article__created_at__lte=moment)
    rows = Link.objects.filter(condition & both, created_at__lte=moment)
    kept = list(rows.exclude(a__state=Claim.State.REJECTED).exclude(b__state=Claim.State.REJECTED))
    decided = _decisions((row.pair for row in kept), moment)
    for row in kept:
        if decision := decided.get(row.pair):
            row.state, row.relation = decision.to_state, decision.to_relation
        elif row.decided_at is None or row.decided_at > moment:
            row.state, row.relation = Link.State.PROPOSED, row.proposed_relation or row.relation
    return [row for row in kept if row.state != Link.State.REJECTED]


def _decisions(pairs: Iterable[str], moment: datetime) -> dict[str, LinkDecision]:
    """Return the last decision that stood at `moment`, by pair."""
    standing = Q(undone_at=None) | Q(undone_at__gt=moment)
    rows = LinkDecision.objects.filter(standing, pair__in=[pair for pair in pairs if pair])
    return {row.pair: row for row in rows.filter(created_at__lte=moment).order_by("created_at", "pk")}
