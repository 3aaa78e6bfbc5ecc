"""Where a claim stands: what the claims linked with it and the people who checked it say."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Q, QuerySet

from claims.models import Claim, Link, Verdict
from claims.selectors.reasons import side_words
from sources.models import Outcome

INDEPENDENT_FROM = 0.5
"""Estimated independence from which two claims more likely than not go back to different roots."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """The particular in which another claim differs, as each side words it."""

    slot: str
    slot_word: str
    own: str
    other: str


@dataclass(slots=True)
class Standing:
    """What is known of a claim: agreeing and disagreeing claims, and the verdict in force."""

    agreeing: int = 0
    independent: int = 0
    updates: int = 0
    disagreements: list[Disagreement] = field(default_factory=list)
    verdict: Verdict | None = None

    @property
    def kind(self) -> str:
        """Return the one word for it; a verdict that refutes weighs most, then contradiction."""
        if self.verdict is not None and self.verdict.rating == Outcome.Rating.FALSE:
            return "refuted"
        if self.disagreements:
            return "conflict"
        if self.independent:
            return "corroborated"
        return "circular" if self.agreeing else "unverified"


def live_links(condition: Q) -> QuerySet[Link]:
    """Return the links that nobody rejected, between claims that nobody rejected."""
    return (
        Link.objects.filter(condition)
        .exclude(state=Link.State.REJECTED)
        .exclude(a__state=Claim.State.REJECTED)
        .exclude(b__state=Claim.State.REJECTED)
    )


def standings_of(claims: Sequence[Claim]) -> dict[UUID, Standing]:
    """Return where each claim stands. Two queries."""
    standings = {claim.pk: Standing() for claim in claims}
    for link in live_links(Q(a__in=standings) | Q(b__in=standings)):
        for claim_id, own, other in (
            (link.a_id, link.a_text, link.b_text),
            (link.b_id, link.b_text, link.a_text),
        ):
            if claim_id in standings:
                _count(standings[claim_id], link, own, other)
    for verdict in Verdict.objects.filter(claim__in=standings, superseded_at=None):
        standings[verdict.claim_id].verdict = verdict
    return standings


def _count(standing: Standing, link: Link, own: str, other: str) -> None:
    if link.relation == Link.Relation.CORROBORATES:
        standing.agreeing += 1
        standing.independent += link.independence >= INDEPENDENT_FROM
    elif link.relation == Link.Relation.CONFLICTS:
        word = link.get_slot_display() if link.slot else ""
        sides = side_words(link.slot, own), side_words(link.slot, other)
        standing.disagreements.append(Disagreement(link.slot, word, *sides))
    elif link.relation == Link.Relation.UPDATES:
        standing.updates += 1
