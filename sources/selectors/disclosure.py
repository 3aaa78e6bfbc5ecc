"""Which letters may be seen: an adverse one only when its source had its chance to answer."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sources.models import Source
from sources.reliability.types import Letter
from sources.selectors.replies import sources_showing_adverse

ADVERSE = frozenset({Letter.D, Letter.E})
"""The letters that harm whoever bears them."""


def seen_letter(letter: str | None, *, adverse_shown: bool) -> str:
    """Return the letter as it may be seen: "" for an adverse one that is withheld, and for none."""
    return "" if letter is None or (letter in ADVERSE and not adverse_shown) else str(letter)


def adverse_shown(sources: Iterable[Source], *, as_of: datetime) -> frozenset[UUID]:
    """Return those of the sources, all of one workspace, whose adverse letters may be seen at `as_of`.

    They were asked, and answered or had their time (`sources.selectors.replies`). Two queries at most.
    """
    return frozenset(sources_showing_adverse(sources, as_of))
