"""Who answers for a claim, and how far: each source of its chain in its role."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from claims.models import Claim, Hop
from sources.models import Outcome, Source


def vouched_for(claim: Claim) -> Source | None:
    """Return the anonymous source in which the chain ends, if an outlet answers for it. No query at best."""
    origin = claim.originator
    return origin if origin.kind == Source.Kind.ANONYMOUS and origin.outlet_id is not None else None


def chain_roles(claim: Claim) -> Sequence[tuple[Source, str]]:
    """Return each graded source of the claim's chain with its role, the originator first. One query.

    Whoever passes a claim on and makes it their own endorses it: an outlet that says it in its own voice,
    and one whose cue takes it for certain ("confirmed", "revealed": the hop's stance). For an anonymous
    originator the outlet that vouched stands in; a republisher answers as one, whatever its copy endorses.
    """
    hops = list(claim.hops.select_related("source__outlet").order_by("position"))
    last = hops[-1].source
    origin = last.outlet if last.kind == Source.Kind.ANONYMOUS else last
    roles = {origin.pk: (origin, str(Outcome.Role.ORIGINATED))} if origin else {}
    for place in range(len(hops) - 2, -1, -1):
        source = hops[place].source
        if source.kind != Source.Kind.ANONYMOUS:
            roles.setdefault(source.pk, (source, str(_passing(claim, hops, place))))
    return list(roles.values())


def _passing(claim: Claim, hops: Sequence[Hop], place: int) -> Outcome.Role:
    """Return what the source of a hop did with what the next one said."""
    if place == 0 and claim.article.republished_from_id is not None:
        return Outcome.Role.REPUBLISHED
    own_voice = place == 0 and claim.narrated
    certain = hops[place + 1].stance == Hop.Stance.ENDORSES
    return Outcome.Role.ENDORSED if own_voice or certain else Outcome.Role.QUOTED


@dataclass(frozen=True, slots=True)
class Answering:
    """A source of the chain in the verdict form: what the chain says that it did, and what was chosen."""

    source: Source
    role: str
    chosen: str
    unnamed: str = ""

    @property
    def field(self) -> str:
        """Return the name of its field in the form."""
        return f"role-{self.source.pk}"

    @property
    def choices(self) -> Sequence[tuple[str, str | Promise]]:
        """Return the roles to choose from."""
        return Outcome.Role.choices


def answering_for(claim: Claim, chosen: dict[str, str] | None = None) -> list[Answering]:
    """Return who answers for the claim, as computed or as `chosen` by a source's identifier. Two queries."""
    unnamed = vouched_for(claim)
    return [
        Answering(
            source,
            role,
            (chosen or {}).get(str(source.pk), role),
            unnamed.name if unnamed and source.pk == unnamed.outlet_id else "",
        )
        for source, role in chain_roles(claim)
    ]
