"""The drawing of a source's record over time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sources.reliability.types import Scorecard
from sources.selectors.disclosure import seen_letter
from sources.selectors.explained import Record


@dataclass(frozen=True, slots=True)
class Tick:
    """A verdict on the time axis: where, and whether the claim held."""

    x: float
    held: str


@dataclass(frozen=True, slots=True)
class LetterMark:
    """Where on the time axis, in per cent of it, the letter became another."""

    place: str
    letter: str


@dataclass(frozen=True, slots=True)
class Curve:
    """The record over time as shapes in a box of `width` by `height`, the share upheld running upwards.

    `points` are its scorecards with their letters as they may be seen, the newest first.
    """

    width: int
    height: int
    outer: str
    inner: str
    line: str
    prior_y: float
    ticks: tuple[Tick, ...]
    letters: tuple[LetterMark, ...]
    first: datetime
    last: datetime
    points: tuple[tuple[Scorecard, str], ...]


WIDTH, HEIGHT = 1000, 240
"""Units of the drawing; it is stretched to the page, and its lines keep their width."""


def draw_curve(record: Record) -> Curve | None:
    """Return the record over time as bands, a line and a tick for each verdict; None without a past."""
    history = record.history
    if len(history) < 2:
        return None
    letters = [seen_letter(card.letter, adverse_shown=record.adverse_shown) for card in history]
    first, last = history[0].as_of, history[-1].as_of
    places = [(_x(card.as_of, first, last), card) for card in history]
    return Curve(
        width=WIDTH,
        height=HEIGHT,
        outer=_band([(x, card.q05, card.q95) for x, card in places]),
        inner=_band([(x, card.q25, card.q75) for x, card in places]),
        line=" ".join(f"{x},{_y(card.mean)}" for x, card in places),
        prior_y=_y(record.explanation.prior_mean),
        ticks=tuple(
            Tick(_x(entry.row.recorded_at, first, last), _held(entry.item.value)) for entry in record.moved
        ),
        letters=_letters([(x, letter) for (x, _card), letter in zip(places, letters, strict=True)]),
        first=first,
        last=last,
        points=tuple(zip(reversed(history), reversed(letters), strict=True)),
    )


def _letters(places: Sequence[tuple[float, str]]) -> tuple[LetterMark, ...]:
    """Return the first letter and each change; the last ones keep their distance from the end of the axis."""
    marks: list[LetterMark] = []
    for x, letter in places:
        if not marks or marks[-1].letter != letter:
            marks.append(LetterMark(f"{min(x / WIDTH, 0.97):.1%}", letter))
    return tuple(marks)


def _x(moment: datetime, first: datetime, last: datetime) -> float:
    return round(WIDTH * ((moment - first) / (last - first)), 1)


def _y(share: float) -> float:
    return round(HEIGHT * (1.0 - share), 1)


def _band(places: Sequence[tuple[float, float, float]]) -> str:
    upper = [f"{x},{_y(high)}" for x, _low, high in places]
    lower = [f"{x},{_y(low)}" for x, low, _high in reversed(places)]
    return " ".join(upper + lower)


def _held(value: float) -> str:
    """Return whether a claim held, did not, or in part (a claim found half true or misleading)."""
    if value >= 0.75:
        return "upheld"
    return "partly" if value > 0 else "refuted"
