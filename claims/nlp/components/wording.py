"""Proposing for each claim a wording that can be read without its article."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.nlp.components.fills import Fills
from claims.nlp.components.relative_dates import RelativeDates, names_a_day
from claims.nlp.languages.statements import claim_words, wording_words
from claims.nlp.types import Claim, Document, Fill, Mention, Modality, QuoteKind, SourceKind, Span, Wording
from claims.nlp.wording_words import WordingWords

_AHEAD = frozenset({Modality.PREDICTED, Modality.DEMANDED})


class WordingWriter:
    """Writes each claim's `wording`: its content with pronouns, descriptions and relative dates filled in.

    A wrong fill is worse than none: what could mean two things stays, and a claim that needs nothing,
    or nothing sure, has no wording.
    """

    name = "wording"
    reads = frozenset(
        {"text", "language", "published_on", "regions", "quotes", "credit", "origins", "mentions", "claims"}
    )
    writes = frozenset({"claims"})

    def __call__(self, document: Document) -> Document:
        """Return `document` with a wording for each claim that needs one."""
        words = wording_words(document.language)
        if words is None:
            return document
        fills = Fills(document, words)
        claims = tuple(
            replace(claim, wording=_wording(document, claim, fills, words)) for claim in document.claims
        )
        return replace(document, claims=claims)


def _wording(document: Document, claim: Claim, fills: Fills, words: WordingWords) -> Wording | None:
    found: list[Fill] = []
    speaker = _speaker(document, claim)
    found += fills.of(claim.content, speaker)
    for piece in claim.content:
        found += _dates(document, claim, piece, words)
    kept = _once(sorted(found, key=lambda fill: fill.span))
    if not kept:
        return None
    return Wording(text=worded(document.text, claim.content, kept), fills=tuple(kept))


def _speaker(document: Document, claim: Claim) -> Mention | None:
    """Return who says it, None where the outlet does, or nobody whom the text names or describes."""
    if claim.narrated or len(claim.chain) < 2:
        return None
    hop = claim.chain[-1]
    known = next((m for m in document.mentions if m.name == hop.name), None)
    if known or hop.kind is not SourceKind.ANONYMOUS or hop.span is None:
        return known
    return Mention(span=hop.span, name=hop.name, kind=hop.kind, spoken=True)


def _dates(document: Document, claim: Claim, piece: Span, words: WordingWords) -> Iterator[Fill]:
    """Yield the fills of dates outside quotations, where the day of publication is the article's own."""
    day = document.published_on
    if day is None or document.credit.republished_from or claim.quote is QuoteKind.DIRECT:
        return
    past = claim_words(document.language).signs.get("event", ())
    reader = RelativeDates(document.text, piece, day, words.dates, past=past)
    elsewhen = not claim.narrated and names_a_day(
        document.text, list(_around(document, claim)), words.dates, day
    )
    for fill in reader.fills(may_be_ahead=claim.modality in _AHEAD, spoken_elsewhen=elsewhen):
        if not any(quote.inner.overlaps(fill.span) for quote in document.quotes):
            yield fill


def _around(document: Document, claim: Claim) -> Iterator[Span]:
    """Yield what the sentences of a claim's cue hold outside its content."""
    starts = [sentence.start for sentence in document.sentences]
    held = {bisect_right(starts, cue.start) - 1 for cue in claim.cue}
    for sentence in (document.sentences[number] for number in sorted(held) if number >= 0):
        start = sentence.start
        for piece in claim.content:
            if start < piece.start <= sentence.end:
                yield Span(start, piece.start)
            start = max(start, piece.end)
        if start < sentence.end:
            yield Span(start, sentence.end)


def _once(fills: Sequence[Fill]) -> list[Fill]:
    """Drop what overlaps an earlier fill, and what only repeats one: the reader knows by then."""
    kept: list[Fill] = []
    for fill in fills:
        if kept and fill.span.start < kept[-1].span.end:
            continue
        if not any(fill.reason == other.reason and fill.shown == other.shown for other in kept):
            kept.append(fill)
    return kept


def worded(text: str, content: Sequence[Span], fills: Sequence[Fill]) -> str:
    """Return a content with `fills` at their places, its pieces joined as everywhere (` … `).

    >>> worded("He left.", [Span(0, 7)], [Fill(span=Span(0, 2), shown="Abdo Laham", reason="")])
    'Abdo Laham left'
    """
    return " … ".join(_filled(text, piece, fills) for piece in content)


def _filled(text: str, piece: Span, fills: Sequence[Fill]) -> str:
    parts, start = [], piece.start
    for fill in fills:
        if piece.contains(fill.span):
            parts += [text[start : fill.span.start], fill.shown]
            start = fill.span.end
    return "".join([*parts, text[start : piece.end]])
