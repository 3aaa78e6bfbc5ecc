"""How templates show why a claim is worth a check, what weakens it, and how it reads alone."""

from django import template

from claims.models import Claim
from claims.selectors import hedges, weights, wordings

register = template.Library()


@register.filter
def factors_in_words(claim: Claim) -> list[weights.ShownFactor]:
    """Return the factors of the claim's worth, the heaviest first."""
    return weights.factors_in_words(claim)


@register.filter
def hedge_words(claim: Claim) -> list[str]:
    """Return the words that weaken the claim."""
    return hedges.hedge_words(claim)


@register.filter
def worded_pieces(claim: Claim) -> tuple[wordings.WordedPiece, ...]:
    """Return the claim's proposed wording in pieces, each fill apart."""
    return wordings.worded_pieces(claim)


@register.filter
def signed(points: float) -> str:
    """Return points with their sign; a true minus, so that screen readers say it.

    >>> signed(0.25), signed(-0.1)
    ('+0.25', '−0.10')
    """
    return f"{points:+.2f}".replace("-", "−")


@register.filter
def in_full(worth: float) -> str:
    """Return a worth with two decimals: it orders claims and is no share of anything.

    >>> in_full(0.5)
    '0.50'
    """
    return f"{worth:.2f}"
