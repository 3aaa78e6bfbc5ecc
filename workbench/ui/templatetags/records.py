"""How templates show records: letters, intervals, shares and what moved them."""

from typing import Any

from django import template
from django.utils.functional import Promise

from sources.reliability.evidence import WeightedOutcome
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
def weight_parts(item: WeightedOutcome) -> list[tuple[str, float]]:
    """Return the factors that make a verdict weigh less than one."""
    return records.weight_parts(item)


@register.filter
def whole(number: float) -> int:
    """Return a count without the fraction that fading leaves: never more than is there."""
    return int(number)


@register.filter
def hundredths(share: float) -> int:
    """Return a share as a whole number of hundredths."""
    return round(share * 100)


@register.filter
def absolute(number: float) -> float:
    """Return the number without its sign."""
    return abs(number)


@register.inclusion_tag("workbench/components/_interval.html")
def interval(card: Any) -> dict[str, Any]:
    """Draw where the upheld share lies: bands of 50 and 90 %, and for a graded source the expected share."""
    width = 120
    return {
        "width": width,
        "outer": round(card.q05 * width, 1),
        "outer_width": round((card.q95 - card.q05) * width, 1),
        "inner": round(card.q25 * width, 1),
        "inner_width": round((card.q75 - card.q25) * width, 1),
        "mark": None if card.letter == "F" else round(card.mean * width - 1, 1),
    }
