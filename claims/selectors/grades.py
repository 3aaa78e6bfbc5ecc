"""The grades of those who stand in claims' chains: on the day a claim was made, and as they are looked at."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from django.utils import timezone

from claims.models import Claim
from sources.models import Source
from sources.selectors.grades import RecordedSources, ShownGrade


@dataclass(frozen=True, slots=True)
class HopGrade:
    """A source's grade when it said it, and at the moment that the reader looks from."""

    said_at: datetime
    then: ShownGrade | None
    now: ShownGrade | None

    @property
    def has_stayed(self) -> bool:
        """Whether the letter is what it was."""
        return bool(self.then and self.now and self.then.letter == self.now.letter)


def said_at(claim: Claim) -> datetime:
    """Return when the claim was made, as far as that is known: the end of the day it was published on."""
    day = claim.article.published_on
    if day is None:
        return claim.article.created_at
    return timezone.make_aware(datetime.combine(day, time.max))


def chain_grades(claims: Sequence[Claim], *, as_of: datetime, with_now: bool = True) -> dict[int, HopGrade]:
    """Return the grades of each hop of the claims, whose articles and hops are at hand. Four queries.

    What was known on the day of a claim that lies after `as_of` is what was known at `as_of`. `with_now`
    says whether the grade at `as_of` is wanted beside that of the day.
    """
    hops = [hop for claim in claims for hop in claim.hops.all()]
    sources = Source.objects.in_bulk({hop.source_id for hop in hops}).values()
    recorded = RecordedSources(sources, as_of=as_of)
    moments = {claim.pk: min(said_at(claim), as_of) for claim in claims}
    return {
        hop.pk: HopGrade(
            moments[hop.claim_id],
            recorded.grade(hop.source_id, moments[hop.claim_id]),
            recorded.grade(hop.source_id, as_of) if with_now else None,
        )
        for hop in hops
    }
