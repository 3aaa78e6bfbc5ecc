"""What the chains of two claims, and the credit lines of their articles, have in common."""

import re
from collections.abc import Iterator

from claims.linking.independence.signs import AS_READ, CONFIRMED, Sign, SignKind
from claims.linking.organisations import same_source, speaks_for
from claims.linking.types import ClaimRecord, HopKey
from claims.nlp.components.credit_lines import names_agencies_at_large
from claims.nlp.types import SourceKind

_FIGURE = re.compile(r"\d+")

SHARED_CREDIT = 0.6
"""Both articles draw on one agency beside their own reporting: likelier than not, it is what they share.
A reasoned default, not measured."""
UNNAMED_AGENCIES = 0.5
"""Agencies that an article does not name are not taken for others than those of the other article (as unnamed
sources are not, reliability 4.5)."""


def chain_signs(a: ClaimRecord, b: ClaimRecord) -> Iterator[Sign]:
    """Yield how the two chains meet: in an outlet, a root, a carrier, a body spoken for, a credit."""
    if not (a.chain and b.chain):
        return
    if is_same_hop(a.chain[0], b.chain[0]):
        yield Sign(SignKind.OUTLET, CONFIRMED, (a.chain[0].name,))
    yield from _relay(a, b)
    yield from _relay(b, a)
    yield from _shared(a, b)
    yield from _spoken_for(a, b)
    yield from _credits(a, b)


def passes_on(later: ClaimRecord, earlier: ClaimRecord) -> bool:
    """Tell whether the chain of `later` leads through the outlet that published `earlier`."""
    outlet = earlier.chain[0]
    return not is_same_hop(later.chain[0], outlet) and any(is_same_hop(h, outlet) for h in later.chain[1:])


def is_same_hop(x: HopKey, y: HopKey) -> bool:
    """Tell whether two hops are one named source; what has no name ("?") or is unnamed never is.

    Names that differ in a figure are two: Channel 2 is not Channel 4.
    """
    if SourceKind.ANONYMOUS in {x.kind, y.kind} or not any(map(str.isalnum, x.name)):
        return False
    return x.key == y.key or (not _figures_differ(x.name, y.name) and same_source(x.name, y.name))


def _figures_differ(one: str, other: str) -> bool:
    ours, theirs = ({int(figure) for figure in _FIGURE.findall(name)} for name in (one, other))
    return bool(ours and theirs) and ours != theirs


def _weight(*claims: ClaimRecord) -> float:
    return CONFIRMED if all(claim.confirmed for claim in claims) else AS_READ


def _relay(later: ClaimRecord, earlier: ClaimRecord) -> Iterator[Sign]:
    if passes_on(later, earlier):
        names = (later.chain[0].name, earlier.chain[0].name)
        yield Sign(SignKind.RELAY, _weight(later), names)


def _shared(a: ClaimRecord, b: ClaimRecord) -> Iterator[Sign]:
    """Yield the named source behind both outlets that is nearest to where the chains end."""
    for x in reversed(a.chain[1:]):
        for y in reversed(b.chain[1:]):
            if is_same_hop(x, y):
                kind = SignKind.ROOT if x is a.chain[-1] or y is b.chain[-1] else SignKind.CARRIER
                yield Sign(kind, _weight(a, b), (x.name,))
                return


def _spoken_for(a: ClaimRecord, b: ClaimRecord) -> Iterator[Sign]:
    body = _body_of(a, b) or _body_of(b, a)
    if body:
        yield Sign(SignKind.BODY, _weight(a, b), (body,))


def _body_of(a: ClaimRecord, b: ClaimRecord) -> str:
    """Return the body that `a`'s source is worded as speaking for, where it is `b`'s originator."""
    if len(b.chain) < 2 or not a.source:
        return ""
    body = b.chain[-1]
    return body.name if body.kind is not SourceKind.ANONYMOUS and speaks_for(a.source, body.name) else ""


def _credits(a: ClaimRecord, b: ClaimRecord) -> Iterator[Sign]:
    for one, other in ((a, b), (b, a)):
        outlet = other.chain[0].name
        if any(same_source(name, outlet) for name in one.credits):
            yield Sign(SignKind.DRAWS_ON, _weight(one), (one.chain[0].name, outlet))
    shared = next((x for x in a.credits for y in b.credits if x == y or same_source(x, y)), "")
    if shared and not names_agencies_at_large(shared):
        yield Sign(SignKind.SHARED_CREDIT, SHARED_CREDIT, (shared,))
    at_large = any(names_agencies_at_large(name) for name in (*a.credits, *b.credits))
    if at_large and a.credits and b.credits:
        yield Sign(SignKind.AGENCIES, UNNAMED_AGENCIES)
