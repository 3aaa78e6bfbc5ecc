"""A passage of an article with the parts of a reading drawn in it, in flat pieces that move no letter."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims import engine
from claims.models import Article, ClaimSpan
from claims.selectors.segments import Stretch

PARTS = tuple(str(part) for part in ClaimSpan.Part.values)
"""Content, cue, source, hedge: the order in which a page names them."""

Reading = Mapping[str, Sequence[Stretch]]
"""Where each part stands, by the name of the part."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text in which nothing begins or ends; `differs` where another reading has other parts here."""

    text: str
    parts: tuple[str, ...] = ()
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Extent:
    """From where to where a passage reaches in its article, and whether it leaves text out on each side."""

    start: int
    end: int
    begins_late: bool
    ends_early: bool


def extent_of(article: Article, readings: Iterable[Reading]) -> Extent:
    """Return the sentences that hold every part of the readings; the whole text where they have none."""
    places = [stretch for reading in readings for stretches in reading.values() for stretch in stretches]
    if not places:
        return Extent(0, len(article.text), begins_late=False, ends_early=False)
    first, last = min(start for start, _ in places), max(end for _, end in places)
    for sentence in engine.sentences_of(article.text, article.language):
        if sentence.start < last and first < sentence.end:
            first, last = min(first, sentence.start), max(last, sentence.end)
    before, after = article.text[:first].strip(), article.text[last:].strip()
    return Extent(first, last, begins_late=bool(before), ends_early=bool(after))


def pieces_of(
    text: str, extent: Extent, reading: Reading, others: Sequence[Reading] = ()
) -> tuple[Piece, ...]:
    """Return the passage in pieces that cover it exactly, each with its parts.

    A piece differs where one of `others` gives it to other parts than `reading` does.
    """
    bounds = {
        edge for one in (reading, *others) for stretches in one.values() for s in stretches for edge in s
    }
    inside = {edge for edge in bounds if extent.start < edge < extent.end}
    edges = sorted({extent.start, extent.end} | inside)
    pieces = []
    for start, end in pairwise(edges):
        here = parts_at(reading, start)
        differs = any(parts_at(other, start) != here for other in others)
        pieces.append(Piece(text[start:end], here, differs))
    return tuple(pieces)


def parts_at(reading: Reading, position: int) -> tuple[str, ...]:
    """Return the parts that the code point at `position` belongs to."""
    return tuple(
        part for part in PARTS if any(start <= position < end for start, end in reading.get(part, ()))
    )
