"""What people can correct of a claim: read as plain data, and put in place of what is there."""

from collections.abc import Mapping, Sequence
from typing import Any

from claims.models import Article, Claim, ClaimSpan, Hop, SearchEntry, Slot
from claims.nlp.types import Span, joined_text
from claims.selectors.inspection import reading_of_claim
from claims.selectors.names import known_names
from claims.selectors.passages import PARTS
from claims.services.particulars import particulars_of, slot_rows
from sources.models import Source
from sources.services import NameAs, find_or_create_source
from workbench.core.text import fold_text

State = dict[str, Any]
"""Spans by part, `chain` (a record a hop), and the claim's fields; all of it fit for JSON."""

FIELDS = ("quote", "modality", "anonymous", "anonymity", "narrated", "wording", "fills", "state")
HOP_FIELDS = ("name", "kind", "start", "end", "cue", "stance", "inferred", "reason")


def state_of(claim: Claim) -> State:
    """Return all that a correction can change of the claim. Two queries."""
    spans = {part: [list(place) for place in places] for part, places in reading_of_claim(claim).items()}
    chain = [
        {"source": str(hop.source_id), **{name: getattr(hop, name) for name in HOP_FIELDS}}
        for hop in claim.hops.order_by("position")
    ]
    return {**spans, "chain": chain, **{name: getattr(claim, name) for name in FIELDS}}


def put_state(claim: Claim, changed: Mapping[str, Any]) -> None:
    """Put what `changed` holds in place, and bring what rests on it up to date: text, vector, particulars."""
    for name in FIELDS:
        if name in changed:
            setattr(claim, name, changed[name])
    for part in PARTS:
        if part in changed:
            _put_spans(claim, part, changed[part])
    if ClaimSpan.Part.CONTENT in changed:
        _put_content(claim, changed[ClaimSpan.Part.CONTENT])
    if "chain" in changed:
        _put_chain(claim, changed["chain"])
    claim.save()


def _put_spans(claim: Claim, part: str, places: Sequence[Sequence[int]]) -> None:
    claim.spans.filter(part=part).delete()
    ClaimSpan.objects.bulk_create(
        ClaimSpan(claim=claim, part=part, start=start, end=end) for start, end in places
    )


def _put_content(claim: Claim, places: Sequence[Sequence[int]]) -> None:
    article = claim.article
    spans = [Span(start, end) for start, end in places]
    claim.text = joined_text(spans, article.text)
    claim.match_text = fold_text(claim.text)
    claim.embedding = None
    SearchEntry.objects.filter(claim=claim).delete()
    claim.slots.all().delete()
    found = particulars_of(article, spans, known_names(article.workspace))
    Slot.objects.bulk_create(slot_rows(claim, found))


def _put_chain(claim: Claim, chain: Sequence[Mapping[str, Any]]) -> None:
    sources = _sources(claim, chain)
    claim.hops.all().delete()
    Hop.objects.bulk_create(
        Hop(claim=claim, position=position, source=source, **{name: hop[name] for name in HOP_FIELDS})
        for position, (hop, source) in enumerate(zip(chain, sources, strict=True))
    )
    claim.originator = sources[-1]


def _sources(claim: Claim, chain: Sequence[Mapping[str, Any]]) -> list[Source]:
    """Return the hops' sources; an unnamed one that is made again stands at the nearest outlet before it."""
    sources: list[Source] = []
    vouching = claim.article.outlet
    for hop in chain:
        source = _source(claim, hop, vouching)
        if source.kind == Source.Kind.OUTLET:
            vouching = source
        sources.append(source)
    return sources


def _source(claim: Claim, hop: Mapping[str, Any], vouching: Source) -> Source:
    """Return a hop's source; one that is gone since is found again by its name."""
    found = Source.objects.filter(workspace=claim.workspace_id, pk=hop["source"]).first()
    if found is not None:
        return found
    outlet = vouching if hop["kind"] == Source.Kind.ANONYMOUS else None
    named = NameAs(name=hop["name"], kind=hop["kind"], language=claim.language, outlet=outlet)
    return find_or_create_source(workspace=claim.workspace, named=named)


def number_claims(article: Article) -> None:
    """Give an article's claims their numbers, in the order in which it makes them."""
    rows = list(article.claims.only("ordinal").prefetch_related("spans"))
    rows.sort(key=lambda claim: (_begins(claim), claim.ordinal))
    for ordinal, claim in enumerate(rows, start=1):
        claim.ordinal = ordinal
    Claim.objects.bulk_update(rows, ["ordinal"])


def _begins(claim: Claim) -> int:
    content = [span.start for span in claim.spans.all() if span.part == ClaimSpan.Part.CONTENT]
    return min(content, default=0)
