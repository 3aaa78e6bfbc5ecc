"""The words and drawings of a source's record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sources.reliability.evidence import Exclusion, WeightedOutcome
from sources.reliability.grades import SENTENCES
from sources.reliability.types import Letter, Scorecard
from sources.selectors.pages import Moved

LETTER_WORDS: Mapping[str, str | Promise] = {
    Letter.A: gettext_lazy("Completely reliable"),
    Letter.B: gettext_lazy("Usually reliable"),
    Letter.C: gettext_lazy("Fairly reliable"),
    Letter.D: gettext_lazy("Not usually reliable"),
    Letter.E: gettext_lazy("Unreliable"),
    Letter.F: gettext_lazy("Reliability cannot be judged"),
}
"""The wording of the scale (NATO AJP-2.1). F says "unknown", never "worst"."""

EXCLUSION_WORDS: Mapping[str, str | Promise] = {
    Exclusion.UNVERIFIED: gettext_lazy("The claim could not be established: no evidence either way."),
    Exclusion.SUPERSEDED: gettext_lazy("A later verdict took its place."),
    Exclusion.HELD: gettext_lazy("Held: too many verdicts came from one person at once."),
    Exclusion.SAME_CLAIM: gettext_lazy("The same claim counts once, in the source's weightiest role."),
}


def grade_sentence(card: Scorecard) -> str:
    """Return the reason of the letter as a sentence in the reader's language."""
    return _(SENTENCES[card.letter_reason]).format(**card.letter_facts)


def weight_parts(item: WeightedOutcome) -> list[tuple[str, float]]:
    """Return the factors that make an outcome weigh less than one, with their words."""
    parts = (
        (_("role"), item.role),
        (_("one reviewer"), item.reviewer),
        (_("age"), item.decay),
        (_("share of its story"), item.story_share),
    )
    return [(word, factor) for word, factor in parts if factor < 0.995]


@dataclass(frozen=True, slots=True)
class Tick:
    """A verdict on the time axis: where, and whether the claim held."""

    x: float
    held: str


@dataclass(frozen=True, slots=True)
class Curve:
    """The record over time as shapes in a box of `width` by `height`, the share upheld running upwards."""

    width: int
    height: int
    outer: str
    inner: str
    line: str
    prior_y: float
    ticks: tuple[Tick, ...]
    first: datetime
    last: datetime
    cards: tuple[Scorecard, ...]


WIDTH, HEIGHT = 1000, 240
"""Units of the drawing; it is stretched to the page, and its lines keep their width."""


def draw_curve(history: Sequence[Scorecard], moved: Sequence[Moved], *, prior: float) -> Curve | None:
    """Return the record over time as bands, a line and a tick for each verdict; None without a past."""
    if len(history) < 2:
        return None
    first, last = history[0].as_of, history[-1].as_of
    places = [(_x(card.as_of, first, last), card) for card in history]
    return Curve(
        width=WIDTH,
        height=HEIGHT,
        outer=_band([(x, card.q05, card.q95) for x, card in places]),
        inner=_band([(x, card.q25, card.q75) for x, card in places]),
        line=" ".join(f"{x},{_y(card.mean)}" for x, card in places),
        prior_y=_y(prior),
        ticks=tuple(Tick(_x(entry.row.recorded_at, first, last), _held(entry.item.value)) for entry in moved),
        first=first,
        last=last,
        cards=tuple(reversed(history)),
    )


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
