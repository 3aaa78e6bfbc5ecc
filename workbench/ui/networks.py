"""The drawing of who quotes whom: this source in the middle, a ribbon for each of its partners."""

from collections.abc import Sequence
from dataclasses import dataclass

from sources.models import Source
from workbench.ui.selectors.partners import Partner, Partners

ROW = 44
"""Height of a partner's row in units of the drawing, as many as the style sheet gives it pixels."""

WIDTH = 100
MOST_ROWS = 8
"""Partners drawn on one side; more ribbons than that cannot be told apart."""

LEAST, MOST = 2.0, 30.0
"""Thickness of the thinnest ribbon, and of that of the most frequent partner."""


@dataclass(frozen=True, slots=True)
class Ribbon:
    """One partner and the shape of its claims on their way to or from the middle."""

    partner: Partner
    shape: str
    unnamed: bool


@dataclass(frozen=True, slots=True)
class Side:
    """The ribbons on one side of the source, in a box of `width` by `height`."""

    ribbons: Sequence[Ribbon]
    height: int
    more: int
    width: int = WIDTH


@dataclass(frozen=True, slots=True)
class Network:
    """Who quotes the source, and whom it quotes; ribbons of both sides have one measure."""

    quoting: Side
    quoted: Side


def draw_network(*, quoting: Partners, quoted: Partners) -> Network | None:
    """Return the drawing; None for a source that stands beside nobody."""
    if not quoting.rows and not quoted.rows:
        return None
    most = max(partner.claims for partner in (*quoting.rows, *quoted.rows))
    return Network(
        _side(quoting, most=most, inner=WIDTH, outer=0), _side(quoted, most=most, inner=0, outer=WIDTH)
    )


def _side(partners: Partners, *, most: int, inner: int, outer: int) -> Side:
    """Draw the ribbons of one side: at their rows at the `outer` edge, together at the `inner` one."""
    rows = partners.rows[:MOST_ROWS]
    sizes = [max(LEAST, MOST * row.claims / most) for row in rows]
    height = ROW * len(rows)
    edge = (height - sum(sizes)) / 2
    ribbons = []
    for place, (row, size) in enumerate(zip(rows, sizes, strict=True)):
        middle = ROW * (place + 0.5)
        shape = _ribbon(outer, (middle - size / 2, middle + size / 2), inner, (edge, edge + size))
        ribbons.append(Ribbon(row, shape, row.source.kind == Source.Kind.ANONYMOUS))
        edge += size
    return Side(ribbons, height, len(partners.rows) - len(rows) + partners.others)


def _ribbon(outer: int, far: tuple[float, float], inner: int, near: tuple[float, float]) -> str:
    """Return the path of a band that swings from `far` at the outer edge to `near` at the inner one."""
    half = WIDTH / 2
    (top, bottom), (near_top, near_bottom) = far, near
    return (
        f"M{outer},{top:.1f} C{half:g},{top:.1f} {half:g},{near_top:.1f} {inner},{near_top:.1f} "
        f"L{inner},{near_bottom:.1f} C{half:g},{near_bottom:.1f} {half:g},{bottom:.1f} {outer},{bottom:.1f} Z"
    )
