"""Which letters may be seen: an adverse one only when its source had its chance to answer."""

from collections.abc import Iterable

from sources.reliability.types import Letter

ADVERSE = frozenset({Letter.D, Letter.E})
"""The letters that harm whoever bears them."""


def is_adverse(letters: Iterable[str | None]) -> bool:
    """Tell whether any of the letters harms whoever bears it: then the right of reply decides."""
    return any(letter in ADVERSE for letter in letters)


def seen_letter(letter: str | None, *, adverse_shown: bool) -> str:
    """Return the letter as it may be seen: "" for an adverse one that is withheld, and for none."""
    return "" if letter is None or (letter in ADVERSE and not adverse_shown) else str(letter)
