"""An explanation as lines that a person reads in a terminal.

Names and quotations stand between isolates (U+2068, U+2069), so that an Arabic name in an
English line, or the reverse, changes the order of nothing around it. A chain is a numbered
list: names in a row with arrows between them would swap places where directions mix.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from claims.models import Claim, Hop, Region
from claims.selectors.engine_words import (
    ABOUT_VOICES,
    MODALITY_REASONS,
    QUOTE_REASONS,
    VOICES,
    chance_sentence,
    factor_word,
    form_word,
    score_word,
)
from claims.selectors.inspection import signed
from claims.selectors.reasons import worded_reason
from sources.models import Source

Record = dict[str, Any]
SHOWN = 160
"""Characters of a region that are shown: enough to know it again."""


def explanation_lines(explanation: Record, *, only: int | None = None) -> Iterator[str]:
    """Yield the lines of an explanation; `only` leaves out every claim but that number."""
    yield f"Engine {explanation['engine']}, language {explanation['language']}"
    if explanation["title"]:
        yield f"Title: {isolated(explanation['title'])}"
    if only is None:
        yield from _regions(explanation)
        yield from _credit(explanation["credit"])
    for claim in explanation["claims"]:
        if only in {None, claim["number"]}:
            yield ""
            yield from _claim(claim)
    if not explanation["claims"]:
        yield ""
        yield "No claims were found: the text may be opinion, very short, or in a language without cue words."


def isolated(words: str) -> str:
    r"""Return words that keep their own direction inside a line of another.

    >>> isolated("نعم") == "\u2068نعم\u2069"
    True
    """
    return f"\u2068{' '.join(words.split())}\u2069"


def _quoted(words: str, limit: int | None = None) -> str:
    shown = words if limit is None or len(words) <= limit else words[:limit].rstrip() + "…"
    return isolated(f"“{' '.join(shown.split())}”")


def _regions(explanation: Record) -> Iterator[str]:
    yield ""
    yield "Regions"
    for region in explanation["regions"]:
        label = str(Region.Kind(region["kind"]).label)
        yield f"  {label} {region['start']}-{region['end']}: {_quoted(region['text'], SHOWN)}"
    if not explanation["regions"]:
        yield "  none: the whole text is read as body"


def _credit(credit: Record) -> Iterator[str]:
    yield ""
    if credit["republished_from"]:
        yield f"Credit: republished from {isolated(credit['republished_from'])}"
    else:
        yield "Credit: no other outlet is credited with the article as a whole"
    for words in credit["words"]:
        yield f"  because of {words['start']}-{words['end']}: {_quoted(words['text'], SHOWN)}"
    for fact in ("translated", "unverified"):
        if credit[fact]:
            yield f"  the article says that it is {fact}"


def _claim(claim: Record) -> Iterator[str]:
    nested = f", inside claim {claim['inside']}" if claim["inside"] else ""
    yield f"Claim {claim['number']}{nested}"
    for part in ("content", "cue", "source", "hedges"):
        yield from _part("  ", part, claim[part])
    yield from _kind(claim)
    yield from _votes(claim)
    yield from _chance(claim)
    yield from _chain(claim["chain"])
    yield from _factors(claim)
    yield from _wording(claim["wording"])
    for reason in claim["reasons"]:
        yield f"  Reason: {isolated(worded_reason(reason))}"


def _part(indent: str, part: str, places: Sequence[Record]) -> Iterator[str]:
    label = f"{indent}{part.capitalize()}:".ljust(len(indent) + 10)
    if not places:
        yield f"{label}nothing written"
    for place in places:
        yield f"{label}{_quoted(place['text'])} {place['start']}-{place['end']}"


def _kind(claim: Record) -> Iterator[str]:
    if claim["form"]:
        yield f"  Construction: {form_word(claim['form'])}"
    yield f"  Quotation: {Claim.Quote(claim['quote']).label}. {QUOTE_REASONS[claim['quote']]}"
    yield f"  Modality: {Claim.Modality(claim['modality']).label}. {MODALITY_REASONS[claim['modality']]}"
    known = f", {Claim.Anonymity(claim['anonymity']).label}" if claim["anonymity"] else ""
    yield f"  Originator: {'anonymous' + known if claim['anonymous'] else 'named'}"


def _votes(claim: Record) -> Iterator[str]:
    if not claim["votes"]:
        chosen = "own narration is chosen by its signs" if claim["narrated"] else "not weighed"
        yield f"  Votes: none ({chosen})"
    for vote in claim["votes"]:
        voice, score = vote["voice"], vote["score"]
        sure = "no degrees" if score is None else f"{score_word(score)} ({score:.2f}, not calibrated)"
        form = f", {form_word(vote['form'])}" if vote["form"] else ""
        yield f"  Vote of {VOICES.get(voice, voice)} ({ABOUT_VOICES.get(voice, voice)}): {sure}{form}"
        for part in ("content", "cue", "source"):
            same = [p["start"] for p in vote[part]] == [p["start"] for p in claim[part]]
            same = same and [p["end"] for p in vote[part]] == [p["end"] for p in claim[part]]
            if same:
                yield f"    {part.capitalize()}: as above"
            else:
                yield from _part("    ", part, vote[part])


def _chance(claim: Record) -> Iterator[str]:
    probability = claim["probability"]
    if probability is None:
        yield "  Probability: not weighed"
    else:
        yield f"  Probability: {probability:.2f}. {chance_sentence(probability)}"


def _chain(hops: Sequence[Record]) -> Iterator[str]:
    yield "  Chain, from the publishing outlet to the originator:"
    for place, hop in enumerate(hops, start=1):
        kind = str(Source.Kind(hop["kind"]).label).lower()
        how = "publishes it" if place == 1 else "inferred" if hop["inferred"] else "written"
        stance = f", {str(Hop.Stance(hop['stance']).label).lower()}" if hop["stance"] else ""
        name = isolated(hop["name"]) if hop["name"] != "?" else "an outlet without a name"
        yield f"    {place}. {name} ({kind}, {how}{stance})"
        if hop["words"]:
            words = hop["words"]
            yield f"       in the text: {_quoted(words['text'])} {words['start']}-{words['end']}"
        if hop["cue"]:
            yield f"       by the words: {_quoted(hop['cue'])}"
        if hop["reason"]:
            yield f"       because: {isolated(worded_reason(hop['reason']))}"


def _factors(claim: Record) -> Iterator[str]:
    yield f"  Worth a check: {claim['worth']:.2f}"
    for factor in claim["factors"]:
        yield f"    {signed(factor['points'])}  {factor_word(factor['name'])}"
    if claim["factors"]:
        yield f"    {signed(sum(factor['points'] for factor in claim['factors']))}  sum"


def _wording(wording: Record | None) -> Iterator[str]:
    if wording is None:
        yield "  Readable alone: needs no other words, or none could be proposed"
        return
    yield f"  Readable alone (proposed): {_quoted(wording['text'])}"
    for fill in wording["fills"]:
        written = _quoted(fill["text"]) if fill["text"] else "what is left out"
        because = isolated(worded_reason(fill["reason"]))
        yield f"    {_quoted(fill['shown'])} for {written}, because: {because}"
