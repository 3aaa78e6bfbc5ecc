"""How templates show records: letters, intervals, shares and what moved them."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import template
from django.utils.functional import Promise

from sources.models import Outcome
from sources.reliability.evidence import WeightedOutcome
from sources.reliability.facets import Facet
from sources.reliability.types import Scorecard
from workbench.ui import records

register = template.Library()


@register.filter
def letter_word(letter: str) -> str | Promise:
    """Return the words of an Admiralty letter."""
    return records.LETTER_WORDS[letter]


@register.filter
def reason(card: Scorecard) -> str:
    """Return why a scorecard has its letter."""
    return records.grade_sentence(card)


@register.filter
def exclusion_word(code: str) -> str | Promise:
    """Return why a verdict does not count."""
    return records.EXCLUSION_WORDS[code]


@register.filter
def weight_parts(item: WeightedOutcome) -> Sequence[records.WeightPart]:
    """Return the factors of a verdict's weight."""
    return records.weight_parts(item)


@register.filter
def letter_word_otherwise(letter: str) -> str:
    """Return the words of an Admiralty letter in the desk's other language."""
    return records.letter_word_otherwise(letter)


@register.filter
def facet_word(facet: Facet) -> str | Promise:
    """Return by what a record is narrowed."""
    return records.FACET_WORDS[facet]


@register.simple_tag
def facet_value(facet: Facet, value: str) -> str:
    """Return the word of what a record is narrowed to."""
    return records.facet_value_word(facet, value)


@register.simple_tag
def other_language() -> str:
    """Return the code of the desk's other language."""
    return records.other_language()


@register.filter
def of(found: Mapping[Any, Any], key: Any) -> Any:
    """Return what a mapping holds of a key; None where it holds nothing."""
    return found.get(key)


@register.filter
def signed_points(points: float) -> str:
    """Return points with their sign and one decimal; a true minus, so that screen readers say it.

    >>> signed_points(2.04), signed_points(-0.5), signed_points(0.01)
    ('+2.0', '−0.5', '0.0')
    """
    text = f"{points:+.1f}".replace("-", "−")
    return "0.0" if text[1:] == "0.0" else text


@register.filter
def tenths(number: float) -> str:
    """Return a number with one decimal, written alike in every language."""
    return f"{number:.1f}"


@register.filter
def factor(number: float) -> str:
    """Return a factor with two decimals, written alike in every language."""
    return f"{number:.2f}"


@register.filter
def whole(number: float) -> int:
    """Return a count without the fraction that fading leaves: never more than is there."""
    return int(number)


@register.filter
def hundredths(share: float) -> int:
    """Return a share as a whole number of hundredths."""
    return round(share * 100)


@register.filter
def thousandths(share: float) -> str:
    """Return where a share stands in a drawing a thousand wide, written as SVG wants it in every language."""
    return f"{share * 1000:.1f}"


@register.filter
def outer_width(card: Any) -> str:
    """Return how wide the band of 90 % is in a drawing a thousand wide."""
    return thousandths(card.q95 - card.q05)


@register.filter
def inner_width(card: Any) -> str:
    """Return how wide the band of 50 % is in a drawing a thousand wide."""
    return thousandths(card.q75 - card.q25)


@register.filter
def percent_tenths(share: float | None) -> str:
    """Return a share in per cent with one decimal; nothing for nothing."""
    return "" if share is None else f"{share * 100:.1f}%"


@register.filter
def thousandth_words(number: float | None) -> str:
    """Return a score with three decimals; nothing for nothing."""
    return "" if number is None else f"{number:.3f}"


@register.filter
def selection_word(value: str) -> str | Promise:
    """Return why a claim was chosen to be checked."""
    return dict(Outcome.Selection.choices)[value]


@register.inclusion_tag("workbench/components/_interval.html")
def interval(card: Any, *, mark: bool | None = None) -> dict[str, Any]:
    """Draw where the upheld share lies: bands of 50 and 90 %, and for a graded source the expected share.

    `mark` says whether the expected share is drawn, where the card has no letter to tell.
    """
    width = 120
    marked = mark if mark is not None else card.letter != "F"
    return {
        "width": width,
        "outer": round(card.q05 * width, 1),
        "outer_width": round((card.q95 - card.q05) * width, 1),
        "inner": round(card.q25 * width, 1),
        "inner_width": round((card.q75 - card.q25) * width, 1),
        "mark": round(card.mean * width - 1, 1) if marked else None,
    }
