"""What the engine found in one text and why, as plain data that needs no database."""

from collections.abc import Sequence
from typing import Any

from claims.nlp.types import Claim, Document, Hop, Span, Vote

Record = dict[str, Any]


def explanation_of(document: Document, *, engine_version: str) -> Record:
    """Return regions, credit and claims of an analysed document in the form of docs/reference/explain.md."""
    text = document.text
    return {
        "engine": engine_version,
        "language": document.language,
        "title": document.title,
        "outlet": document.outlet,
        "regions": [{"kind": str(region.kind), **_place(region.span, text)} for region in document.regions],
        "credit": _credit(document),
        "claims": [
            _claim(document, claim, number=number) for number, claim in enumerate(document.claims, start=1)
        ],
    }


def _place(span: Span, text: str) -> Record:
    return {"start": span.start, "end": span.end, "text": span.text(text)}


def _places(spans: Sequence[Span], text: str) -> list[Record]:
    return [_place(span, text) for span in spans]


def _credit(document: Document) -> Record:
    credit = document.credit
    return {
        "republished_from": credit.republished_from,
        "translated": credit.translated,
        "unverified": credit.unverified,
        "words": _places(credit.spans, document.text),
    }


def _claim(document: Document, claim: Claim, *, number: int) -> Record:
    text = document.text
    anonymity = getattr(claim, "anonymity", None)
    return {
        "number": number,
        "content": _places(claim.content, text),
        "cue": _places(claim.cue, text),
        "source": _places(claim.source, text),
        "hedges": _places(claim.hedges, text),
        "form": str(claim.form) if claim.form else None,
        "quote": str(claim.quote),
        "modality": str(claim.modality),
        "narrated": claim.narrated,
        "anonymous": claim.anonymous,
        "anonymity": str(anonymity) if anonymity else None,
        "inside": claim.parent + 1 if claim.parent is not None else None,
        "chain": [_hop(hop, text) for hop in claim.chain],
        "votes": [_vote(vote, text) for vote in claim.votes],
        "probability": claim.probability,
        "worth": claim.worth,
        "factors": [{"name": factor.name, "points": factor.points} for factor in claim.factors],
        "wording": _wording(claim, text),
        "reasons": list(claim.reasons),
    }


def _hop(hop: Hop, text: str) -> Record:
    stance = getattr(hop, "stance", None)
    return {
        "name": hop.name,
        "kind": str(hop.kind),
        "words": _place(hop.span, text) if hop.span else None,
        "cue": hop.cue,
        "stance": str(stance) if stance else None,
        "inferred": hop.inferred,
        "reason": hop.reason,
    }


def _vote(vote: Vote, text: str) -> Record:
    return {
        "voice": str(vote.voice),
        "form": vote.form,
        "score": vote.score,
        "content": _places(vote.content, text),
        "cue": _places(vote.cue, text),
        "source": _places(vote.source, text),
    }


def _wording(claim: Claim, text: str) -> Record | None:
    if claim.wording is None:
        return None
    fills = [
        {**_place(fill.span, text), "shown": fill.shown, "reason": fill.reason}
        for fill in claim.wording.fills
    ]
    return {"text": claim.wording.text, "fills": fills}
