"""Building the chain of each attribution: publishing outlet, republished outlet, relays, originator."""

from collections.abc import Iterator

from claims.nlp.components.credited_sections import section_at
from claims.nlp.components.credits import is_same_outlet
from claims.nlp.types import Attribution, AttributionForm, Document, Hop, SourceKind, Span, Stance
from workbench.core.text import fold_name

_UNNAMED_OUTLET = "?"
"""Stands for the publisher where the caller does not know it: a chain is never empty."""


def outlet_hops(document: Document, position: int = 0) -> tuple[Hop, ...]:
    """Return the chain of what the article says in its own voice: its outlet, and whom that republishes.

    `position` tells the place in the text, where only sections are credited to another outlet.
    """
    credit = document.credit
    section = section_at(credit, position)
    if section:
        return _publisher(document), _credited(document, section.outlet, section.mark, "this section")
    if not credit.republished_from:
        return (_publisher(document),)
    span = credit.spans[0] if credit.spans else None
    return _publisher(document), _credited(document, credit.republished_from, span, "the article as a whole")


def _publisher(document: Document) -> Hop:
    unverified = document.credit.unverified
    return Hop(
        name=document.outlet or _UNNAMED_OUTLET,
        kind=SourceKind.OUTLET,
        reason="published here, and says that it has not verified the text"
        if unverified
        else "published here",
        stance=Stance.DOUBTS if unverified else Stance.REPORTS,
    )


def _credited(document: Document, name: str, span: Span | None, part: str) -> Hop:
    """Return the hop of the outlet to which a part of the text is credited; its cue is what says so."""
    words = span.text(document.text) if span else ""
    return Hop(
        name=name,
        kind=SourceKind.OUTLET,
        span=span,
        cue=words.removesuffix(name).strip(' \n"«“:'),
        inferred=True,
        reason=f"{part} is credited to it",
    )


def chain_of(document: Document, index: int) -> tuple[Hop, ...]:
    """Return the hops from the publishing outlet to the originator of the attribution with this index.

    An impersonal attribution ends at the outlets: the text names nobody beyond them.
    """
    attribution = document.attributions[index]
    chain = list(outlet_hops(document, (attribution.content or attribution.cue)[0].start))
    for ancestor in _ancestors(document.attributions, index):
        _append(chain, document, ancestor)
    _append(chain, document, index)
    return tuple(chain)


def _ancestors(attributions: tuple[Attribution, ...], index: int) -> list[int]:
    """Return the attributions that hold this one, outermost first.

    What shares the source words of an earlier attribution (..., adding that ...) is
    held by whoever holds that one.
    """
    found: list[int] = []
    parent = _holder(attributions, index)
    while parent is not None and parent != index and parent not in found:
        if not _is_inserted(attributions[parent], attributions[index]):
            found.append(parent)
        parent = _holder(attributions, parent)
    return found[::-1]


def _holder(attributions: tuple[Attribution, ...], index: int) -> int | None:
    own = attributions[index]
    if own.parent is not None or not own.source:
        return own.parent
    return next(
        (a.parent for a in attributions[:index] if a.source == own.source and a.parent is not None), None
    )


def _is_inserted(outer: Attribution, inner: Attribution) -> bool:
    """Tell whether the outer cue stands between the inner cue and its content: a basis, not a relay.

    "The front said, according to a count of its own, that ..." is the front's claim.
    """
    if outer.form is not AttributionForm.ACCORDING_TO or not (outer.cue and inner.cue):
        return False
    return inner.cue[0].start < outer.cue[0].start < inner.content[0].start


def _append(chain: list[Hop], document: Document, index: int) -> None:
    """Add an attribution's relays and speaker, each at most once; the speaker comes last."""
    origin = document.origins[index]
    for hop in _with_cue(origin.relays, origin.speaker):
        known = next((i for i, earlier in enumerate(chain) if is_same_hop(earlier, hop)), None)
        if known is None:
            chain.append(hop)
        elif hop is origin.speaker and known:
            chain.append(chain.pop(known))


def _with_cue(relays: tuple[Hop, ...], speaker: Hop | None) -> Iterator[Hop]:
    yield from relays
    if speaker is not None:
        yield speaker


def is_same_hop(first: Hop, second: Hop) -> bool:
    """Tell whether two hops are one: equal names, or an outlet's name in full and in short."""
    if fold_name(first.name) == fold_name(second.name):
        return True
    outlets = first.kind is SourceKind.OUTLET and second.kind is not SourceKind.ANONYMOUS
    return outlets and second.kind is SourceKind.OUTLET and is_same_outlet(first.name, second.name)
