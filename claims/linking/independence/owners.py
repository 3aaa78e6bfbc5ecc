"""Whether the outlets of two claims belong together."""

from collections.abc import Iterator

from claims.linking.independence.chains import is_same_hop
from claims.linking.independence.signs import Sign, SignKind
from claims.linking.organisations import same_source
from claims.linking.types import ClaimRecord, HopKey
from claims.nlp.types import SourceKind

SAME_OWNER = 0.5
"""One owner or newsroom (design, reliability 4.4: d_owner)."""


def owner_signs(a: ClaimRecord, b: ClaimRecord) -> Iterator[Sign]:
    """Yield the first two outlets of the chains, not one outlet themselves, that one owner has."""
    for x in _outlets(a):
        for y in _outlets(b):
            owner = "" if is_same_hop(x, y) else _common_owner(x, y)
            if owner:
                yield Sign(SignKind.OWNER, SAME_OWNER, (x.name, y.name, owner))
                return


def _outlets(claim: ClaimRecord) -> list[HopKey]:
    return [hop for hop in claim.chain if hop.kind is SourceKind.OUTLET]


def _common_owner(x: HopKey, y: HopKey) -> str:
    """Return who owns both; an outlet can be the owner of the other."""
    owners_x = [name for name in (x.owner, x.name) if name]
    owners_y = [name for name in (y.owner, y.name) if name]
    if not (x.owner or y.owner):
        return ""
    return next((name for name in owners_x for other in owners_y if _is_one(name, other)), "")


def _is_one(name: str, other: str) -> bool:
    return name.casefold() == other.casefold() or same_source(name, other)
