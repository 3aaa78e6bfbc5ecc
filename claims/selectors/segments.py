"""An article's text in flat pieces, so that overlapping claims are drawn without moving a letter."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

LANES = 3
"""Underlines that fit below a line of text; a fourth claim at one place has its marker alone."""

QUIET = "quiet"
"""Kind of a claim that has a marker but no underline."""

CLOSING = frozenset("\"')]}.,;:!?…’”»›،؛؟")
"""Quote marks and punctuation that belong to the word before them."""

JOINERS = frozenset("\u200c\u200d")

PARAGRAPH = re.compile(r"[^\n]*\n*")

Stretch = tuple[int, int]
"""A half-open range of code points in the article's text."""

Region = tuple[int, int, str]
"""A stretch with what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedClaim:
    """A claim as the reader draws it: its number, the kind of its line, and where its parts stand."""

    number: int
    kind: str
    content: tuple[Stretch, ...]
    cue: tuple[Stretch, ...] = ()
    source: tuple[Stretch, ...] = ()

    @property
    def extent(self) -> Stretch:
        """Return from where to where its pieces reach; nothing for a claim without content."""
        starts, ends = zip(*self.content, strict=True) if self.content else ((0,), (0,))
        return min(starts), max(ends)


class Line(NamedTuple):
    """One underline below a piece."""

    kind: str
    lane: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A piece of text in which nothing begins or ends; `markers` are the claims marked after it."""

    start: int
    end: int
    text: str
    region: str = ""
    lines: tuple[Line, ...] = ()
    claims: tuple[int, ...] = ()
    cues: tuple[int, ...] = ()
    sources: tuple[int, ...] = ()
    markers: tuple[MarkedClaim, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Tell whether the piece is bare text."""
        return not (self.claims or self.cues or self.sources or self.region)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph with the line breaks after it; `region` is what the whole of it is, if it is one thing.

    `continues` tells that the paragraph before is the same kind of region, so that a page names it once.
    """

    region: str
    segments: tuple[Segment, ...]
    continues: bool = False

    @property
    def start(self) -> int:
        """Return where the paragraph begins in the text."""
        return self.segments[0].start if self.segments else 0


def blocks_of(text: str, claims: Sequence[MarkedClaim], regions: Sequence[Region] = ()) -> list[Block]:
    """Return the text as paragraphs of flat segments that cover it exactly, in order.

    `regions` are disjoint stretches that are something else than body text.
    """
    paragraphs = [match.span() for match in PARAGRAPH.finditer(text) if match.group()]
    markers = _markers(text, claims, paragraphs)
    drawing = _Drawing(text, claims, regions, markers, _lanes(claims))
    stretches = [*paragraphs, *((start, end) for start, end, _ in regions)]
    stretches += [stretch for claim in claims for stretch in (*claim.content, *claim.cue, *claim.source)]
    bounds = {edge for stretch in stretches for edge in stretch} | set(markers)
    edges = sorted(edge for edge in bounds if 0 <= edge <= len(text))
    pieces = [drawing.segment(start, end) for start, end in pairwise(edges)]
    blocks = [_block([piece for piece in pieces if start <= piece.start < end]) for start, end in paragraphs]
    return [
        replace(block, continues=bool(block.region) and block.region == before)
        for before, block in zip(["", *(block.region for block in blocks)], blocks, strict=False)
    ]


@dataclass(frozen=True, slots=True)
class _Drawing:
    """All that decides how one piece looks."""

    text: str
    claims: Sequence[MarkedClaim]
    regions: Sequence[Region]
    markers: Mapping[int, Sequence[MarkedClaim]]
    lanes: Mapping[int, int]

    def segment(self, start: int, end: int) -> Segment:
        here = [claim for claim in self.claims if _covers(claim.content, start)]
        return Segment(
            start=start,
            end=end,
            text=self.text[start:end],
            region=next((kind for a, b, kind in self.regions if a <= start < b), ""),
            lines=self._lines(here),
            claims=tuple(claim.number for claim in here),
            cues=tuple(claim.number for claim in self.claims if _covers(claim.cue, start)),
            sources=tuple(claim.number for claim in self.claims if _covers(claim.source, start)),
            markers=tuple(self.markers.get(end, ())),
        )

    def _lines(self, claims: Sequence[MarkedClaim]) -> tuple[Line, ...]:
        drawn = (Line(claim.kind, self.lanes[claim.number]) for claim in claims if claim.kind != QUIET)
        return tuple(sorted((line for line in drawn if line.lane <= LANES), key=lambda line: line.lane))


def _covers(stretches: Sequence[Stretch], position: int) -> bool:
    return any(start <= position < end for start, end in stretches)


def _block(pieces: Sequence[Segment]) -> Block:
    kinds = {piece.region for piece in pieces if piece.text.strip()}
    return Block(kinds.pop() if len(kinds) == 1 else "", tuple(pieces))


def _lanes(claims: Sequence[MarkedClaim]) -> dict[int, int]:
    """Give each underlined claim the first lane that is free from its first piece to its last."""
    free_from: list[int] = []
    lanes: dict[int, int] = {}
    drawn = [claim for claim in claims if claim.kind != QUIET and claim.content]
    for claim in sorted(drawn, key=lambda claim: (claim.extent[0], -claim.extent[1])):
        start, end = claim.extent
        lane = next((at for at, free in enumerate(free_from) if free <= start), len(free_from))
        free_from[lane : lane + 1] = [end]
        lanes[claim.number] = lane + 1
    return lanes


def _markers(
    text: str, claims: Sequence[MarkedClaim], paragraphs: Sequence[Stretch]
) -> dict[int, list[MarkedClaim]]:
    """Return where each claim's marker stands: at the end of the word in which its content ends."""
    markers: dict[int, list[MarkedClaim]] = {}
    for claim in claims:
        end = claim.extent[1]
        limit = next((stop for start, stop in paragraphs if start < end <= stop), len(text))
        if end:
            markers.setdefault(_word_end(text, end, limit), []).append(claim)
    return markers


def _word_end(text: str, position: int, limit: int) -> int:
    """Move forward out of the middle of a word, then past what closes it."""
    while position < limit and _is_letter(text[position - 1]) and _is_letter(text[position]):
        position += 1
    while position < limit and text[position] in CLOSING:
        position += 1
    return position


def _is_letter(character: str) -> bool:
    marks = unicodedata.category(character).startswith("M")
    return character.isalnum() or marks or character in JOINERS
