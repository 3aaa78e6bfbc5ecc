"""Assembling an article's claims: attributed and narrated, in text order, each with its chain."""

from dataclasses import dataclass, replace

from claims.nlp.components.anonymity import anonymity_of, is_anonymous
from claims.nlp.components.chains import Chains, outlet_hops
from claims.nlp.components.hedges import find_hedges
from claims.nlp.components.narrated import find_narrated
from claims.nlp.components.worth import signs_of_attributed
from claims.nlp.languages.sources import source_words
from claims.nlp.languages.statements import claim_words, has_claim_words
from claims.nlp.stretches import Stretches
from claims.nlp.types import (
    Attribution,
    AttributionForm,
    Claim,
    Document,
    Hop,
    Modality,
    QuoteKind,
    SourceKind,
    Span,
    Spans,
)
from claims.nlp.worth import Weights, worth_of

RELAYED_SHARE = 0.75
"""Share of a content that an inner attribution must take up for the outer one to be only its relay."""

SAME_SHARE = 0.8
"""Overlap of two contents by one speaker from which they are one claim read twice."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """An attribution that becomes a claim, under its index in the layer."""

    index: int
    attribution: Attribution
    content: Spans


class ClaimAssembler:
    """Writes `claims`: what the engine proposes to a person."""

    name = "claims"
    reads = frozenset(
        {"text", "language", "sentences", "quotes", "attributions", "origins", "credit", "weights"}
    )
    writes = frozenset({"claims"})

    def __call__(self, document: Document) -> Document:
        """Return `document` with its claims in text order; parents are indices among them."""
        chains, keeper = Chains(document), _Keeper(document)
        kept = _distinct(chains, [k for k in map(keeper, range(len(document.attributions))) if k])
        attributed = [(k.index, _attributed(keeper, k, chains.of(k.index))) for k in kept]
        narrated = (
            [(-1, claim) for claim in _narrated(document)] if has_claim_words(document.language) else []
        )
        ordered = sorted([*attributed, *narrated], key=lambda pair: pair[1].content[0])
        position = {index: number for number, (index, _) in enumerate(ordered) if index >= 0}
        claims = tuple(
            replace(claim, parent=_parent(document, index, position)) if index >= 0 else claim
            for index, claim in ordered
        )
        return replace(document, claims=claims)


class _Keeper:
    """Tells which attributions are claims of their own, and which only relay an inner one."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.children: dict[int, list[Attribution]] = {}
        for attribution in document.attributions:
            if attribution.parent is not None:
                self.children.setdefault(attribution.parent, []).append(attribution)

    def __call__(self, index: int) -> _Kept | None:
        attribution = self.document.attributions[index]
        content = tuple(span for span in attribution.content if span.end > span.start)
        if not content or self._only_relays(index, content) or self._restates_parent(attribution):
            return None
        return _Kept(index, attribution, content)

    def _restates_parent(self, attribution: Attribution) -> bool:
        """Tell whether a nominal attribution is all that its parent says: that X rejected Y."""
        if attribution.parent is None or attribution.form is not AttributionForm.NOMINAL:
            return False
        parent = self.document.attributions[attribution.parent]
        if self._passes_on(attribution.parent) or parent.content == attribution.content:
            return False
        own = (*attribution.content, *attribution.cue, *attribution.source)
        return _covered(parent.content, own) >= RELAYED_SHARE

    def _only_relays(self, index: int, content: Spans) -> bool:
        passes_on = self._passes_on(index)
        children = self.children.get(index, [])
        same = self.document.attributions[index].content
        speech = [
            c for c in children if passes_on or c.form is not AttributionForm.NOMINAL or c.content == same
        ]
        inner = [s for child in speech for s in (*child.content, *child.cue, *child.source)]
        return bool(inner) and _covered(content, tuple(inner)) >= RELAYED_SHARE

    def _passes_on(self, index: int) -> bool:
        """Tell whether the speaker is an outlet, which reports what others say."""
        speaker = self.document.origins[index].speaker
        return speaker is not None and speaker.kind is SourceKind.OUTLET


def _covered(content: Spans, by: Spans) -> float:
    """Return the share of `content` that the spans `by` cover."""
    size = sum(span.end - span.start for span in content)
    shared = sum(
        max(0, min(own.end, other.end) - max(own.start, other.start))
        for own in _disjoint(content)
        for other in _disjoint(by)
    )
    return shared / size if size else 0.0


def _disjoint(spans: Spans) -> Spans:
    """Return the same characters as spans that do not overlap."""
    if len(spans) < 2:
        return spans
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def _distinct(chains: Chains, kept: list[_Kept]) -> list[_Kept]:
    """Drop what repeats another attribution: the same content of the same speaker, or of nobody."""
    chosen: list[_Kept] = []
    places: Stretches[_Kept] = Stretches()
    for entry in sorted(kept, key=lambda k: (-len(chains.of(k.index)), k.index)):
        ends = entry.content[0].start, entry.content[-1].end
        if not any(_is_same_content(entry.content, other.content) for other in places.near(*ends)):
            chosen.append(entry)
            places.put(*ends, entry)
    return sorted(chosen, key=lambda k: k.index)


def _is_same_content(first: Spans, second: Spans) -> bool:
    return min(_covered(first, second), _covered(second, first)) >= SAME_SHARE


def _attributed(keeper: _Keeper, kept: _Kept, chain: tuple[Hop, ...]) -> Claim:
    document, attribution = keeper.document, kept.attribution
    words = claim_words(document.language)
    inner = [span for a in keeper.children.get(kept.index, ()) for span in a.content]
    hedges = tuple(find_hedges(document.text, kept.content, words, apart=inner))
    signs = signs_of_attributed(document, kept.content, attribution.modality, words)
    factors = Weights(document.weights).factors(signs | ({"hedged"} if hedges else set()))
    origin = document.origins[kept.index]
    return Claim(
        content=kept.content,
        cue=attribution.cue,
        source=attribution.source,
        chain=chain,
        quote=attribution.quote,
        modality=attribution.modality,
        anonymous=is_anonymous(origin),
        anonymity=anonymity_of(origin, source_words(document.language)),
        form=attribution.form,
        hedges=hedges,
        worth=worth_of(factors),
        factors=factors,
        probability=attribution.probability,
        votes=attribution.votes,
        reasons=(
            *attribution.reasons,
            *(hop.reason for hop in (origin.speaker,) if hop and hop.reason),
        ),
    )


def _narrated(document: Document) -> list[Claim]:
    words = claim_words(document.language)
    return [
        Claim(
            content=(narration.span,),
            cue=(),
            source=(),
            chain=outlet_hops(document, narration.span.start),
            quote=QuoteKind.NONE,
            modality=Modality.ASSERTED,
            anonymous=False,
            hedges=tuple(find_hedges(document.text, (narration.span,), words)),
            worth=narration.worth,
            factors=narration.factors,
        )
        for narration in find_narrated(document)
    ]


def _parent(document: Document, index: int, position: dict[int, int]) -> int | None:
    """Return the claim that holds this one: the nearest ancestor that became a claim."""
    seen = {index}
    parent = document.attributions[index].parent
    while parent is not None and parent not in seen:
        if parent in position:
            return position[parent]
        seen.add(parent)
        parent = document.attributions[parent].parent
    return None
