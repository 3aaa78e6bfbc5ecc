"""Numbers that a text leaves open: "10-15", "between ten and twenty", "dozens", عشرات."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claims.linking.data import arabic, english
from claims.linking.words import Lexicon, Word

_VAGUE = Lexicon(english.VAGUE_NUMBERS, arabic.VAGUE_NUMBERS)
_WORDS = Lexicon(english.RANGES, arabic.RANGES)
_LARGEST_STEP = 10
"""How many times its lower end a range may reach: beyond it, two numbers only stand side by side."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number read from words `start` to `end`, end exclusive; `upper` is the upper end of a range."""

    value: float
    start: int
    end: int
    upper: float | None = None


ReadFigure = Callable[[Sequence[Word], int], Figure | None]


def vague_at(words: Sequence[Word], start: int) -> Figure | None:
    """Return the figures that "dozens", "hundreds of thousands" or عشرات stand for."""
    match = _VAGUE.match(words, start)
    if not match:
        return None
    low, _, high = match.key.partition("~")
    return Figure(float(low), start, match.end, float(high))


def range_from(words: Sequence[Word], lower: Figure, read: ReadFigure) -> Figure | None:
    """Return the range that begins with the number `lower`, or None where there is none.

    `read` reads the number at a place. A dash makes a range of two numbers, as do "to" and, behind
    "between", "and".
    """
    start = lower.start
    cue = next((m for i in (start - 1, start - 2) if i >= 0 and (m := _WORDS.match(words, i))), None)
    between = cue is not None and cue.key == "between" and cue.end == start
    for upper, joined in _uppers(words, lower, read):
        in_order = lower.value < upper.value <= lower.value * _LARGEST_STEP
        if in_order and (joined == "dash" or between or (joined == "to" and _counts(words, lower, upper))):
            first = cue.start if cue and between else start
            return Figure(lower.value, first, upper.end, upper.value)
    return None


def _uppers(words: Sequence[Word], lower: Figure, read: ReadFigure) -> list[tuple[Figure, str]]:
    """Return the number behind `lower` with what joins the two: a dash, "to" or "and"."""
    end = lower.end
    if end >= len(words):
        return []
    found = []
    if words[end].dashed and words[end].is_number and words[end - 1].is_number:
        found.append((read(words, end), "dash"))
    joint = _WORDS.match(words, end)
    if joint and joint.key != "between" and joint.end < len(words):
        found.append((read(words, joint.end), joint.key))
    if words[end].is_arabic and re.match("و..", words[end].folded):
        found.append((read(words, end), "and"))
    return [(figure, how) for figure, how in found if figure]


def _counts(words: Sequence[Word], lower: Figure, upper: Figure) -> bool:
    """Tell "10 to 15 people" from "rose from 3 to 5": the number before "to" follows no word of motion."""
    before = words[lower.start - 1].folded if lower.start else ""
    return before not in {"from", "من"} and words[lower.end].clause == words[upper.start].clause
