"""Building the chain of each attribution: publishing outlet, republished outlet, relays, originator."""

from collections.abc import Iterator
from functools import lru_cache

from claims.nlp.components.credited_sections import section_at
from claims.nlp.components.credits import is_same_outlet
from claims.nlp.types import Attribution, AttributionForm, Document, Hop, SourceKind, Span, Spans, Stance
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
    """Return the chain of one attribution; `Chains` builds those of several in less time."""
    return Chains(document).of(index)


class Chains:
    """The chains of a document's attributions, each built once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._holders = _holders(document.attributions)
        self._built: dict[int, tuple[Hop, ...]] = {}

    def of(self, index: int) -> tuple[Hop, ...]:
        """Return the hops from the publishing outlet to the originator of the attribution with this index.

        An impersonal attribution ends at the outlets: the text names nobody beyond them.
        """
        if index not in self._built:
            self._built[index] = self._build(index)
        return self._built[index]

    def _build(self, index: int) -> tuple[Hop, ...]:
        attribution = self._document.attributions[index]
        chain = list(outlet_hops(self._document, (attribution.content or attribution.cue)[0].start))
        for ancestor in self._ancestors(index):
            _append(chain, self._document, ancestor)
        _append(chain, self._document, index)
        return tuple(chain)

    def _ancestors(self, index: int) -> list[int]:
        """Return the attributions that hold this one, outermost first."""
        attributions = self._document.attributions
        found: list[int] = []
        parent = self._holders[index]
        while parent is not None and parent != index and parent not in found:
            if not _is_inserted(attributions[parent], attributions[index]):
                found.append(parent)
            parent = self._holders[parent]
        return found[::-1]


def _holders(attributions: tuple[Attribution, ...]) -> list[int | None]:
    """Return what holds each attribution.

    What shares the source words of an earlier attribution (..., adding that ...) is
    held by whoever holds that one.
    """
    found: list[int | None] = []
    shared: dict[Spans, int] = {}
    for own in attributions:
        found.append(own.parent if own.parent is not None else shared.get(own.source))
        if own.parent is not None and own.source:
            shared.setdefault(own.source, own.parent)
    return found


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
    if _key(first.name) == _key(second.name):
        return True
    outlets = first.kind is SourceKind.OUTLET and second.kind is not SourceKind.ANONYMOUS
    return outlets and second.kind is SourceKind.OUTLET and is_same_outlet(first.name, second.name)


_key = lru_cache(maxsize=1024)(fold_name)
"""An article names the same few sources again and again."""
