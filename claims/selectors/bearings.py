"""Which claims and verdicts have to be looked at again when a verdict falls or a report is withdrawn."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from claims.models import Claim, Link, Reconsideration, Verdict
from claims.selectors.standings import live_links

Why = Reconsideration.Why
MOST_BEARINGS = 500
"""Claims that one event puts before people; more is a question for the archive, not for an inbox."""


@dataclass(frozen=True, slots=True)
class Bearing:
    """A claim, the verdict in force on it if there is one, and what it has to do with what changed."""

    claim: Claim
    verdict: Verdict | None
    why: str

    @property
    def why_words(self) -> str:
        """Return why in the page's language."""
        return str(Why(self.why).label)


def bearings_of(
    claims: Sequence[Claim],
    *,
    report: Iterable[UUID] = (),
    own: Iterable[UUID] = (),
    falling: Sequence[Verdict] = (),
    evidence: bool = True,
) -> list[Bearing]:
    """Return what has to be looked at again, each claim once, for its strongest reason. Four queries.

    Parameters
    ----------
    claims : those whose verdicts fall, or that rest on the withdrawn report.
    report : the claims that rest on a withdrawn report; they wait with a verdict or without.
    own : claims that are left without a verdict.
    falling : verdicts that fall; what cites their evidence is looked at again if `evidence`.

    Notes
    -----
    A claim that a person confirmed to say the same always waits. One that is only linked, or whose verdict
    cites the same evidence, waits if there is a verdict that could be wrong.
    """
    judged = _linked(claims)
    for pk in report:
        judged[pk] = Why.REPORT
    for pk in own:
        judged[pk] = Why.OWN
    rows = Claim.objects.filter(pk__in=judged).select_related("article__outlet", "originator", "story")
    found = rows.exclude(state=Claim.State.REJECTED).defer("embedding", "match_text", "article__text")
    verdicts = _verdicts(Q(claim__in=judged), falling)
    bearings = [
        Bearing(claim, verdicts.get(claim.pk), str(judged[claim.pk]))
        for claim in found.order_by("pk")[:MOST_BEARINGS]
        if claim.pk in verdicts or judged[claim.pk] != Why.LINKED
    ]
    if evidence:
        bearings += _citing(claims, falling, {bearing.claim.pk for bearing in bearings})
    order = list(Why.values)
    return sorted(bearings, key=lambda bearing: (order.index(bearing.why), bearing.claim.pk))


def _linked(claims: Sequence[Claim]) -> dict[UUID, Why]:
    """Return the claims at the other ends of live links, with what they are to these."""
    own = {claim.pk for claim in claims}
    links = live_links(Q(a__in=own) | Q(b__in=own)).exclude(relation=Link.Relation.RELATED)
    found: dict[UUID, Why] = {}
    for link in links.only("a_id", "b_id", "relation", "state"):
        same = link.relation == Link.Relation.CORROBORATES and link.state == Link.State.CONFIRMED
        for end in {link.a_id, link.b_id} - own:
            found[end] = Why.SAME if same else found.get(end, Why.LINKED)
    return found


def _verdicts(condition: Q, falling: Sequence[Verdict]) -> Mapping[UUID, Verdict]:
    rows = Verdict.objects.filter(condition, superseded_at=None).exclude(pk__in=[v.pk for v in falling])
    return {row.claim_id: row for row in rows.select_related("author")}


def _citing(claims: Sequence[Claim], falling: Sequence[Verdict], known: set[UUID]) -> list[Bearing]:
    """Return the verdicts elsewhere that cite the same address as evidence."""
    addresses = {verdict.evidence_url for verdict in falling} - {""}
    if not addresses or not claims:
        return []
    condition = Q(workspace=claims[0].workspace_id, evidence_url__in=addresses)
    rows = Verdict.objects.filter(condition, superseded_at=None)
    rows = rows.exclude(claim__in=known | {claim.pk for claim in claims})
    rows = rows.select_related("author", "claim__article__outlet", "claim__originator", "claim__story")
    return [Bearing(row.claim, row, str(Why.EVIDENCE)) for row in rows.order_by("claim")[:MOST_BEARINGS]]
