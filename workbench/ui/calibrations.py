"""The drawing of how well records foretold verdicts."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from sources.reliability.calibration import Calibration, CalibrationBin

SIDE = 400
"""Units of the square in which the drawing is made."""

LEAST, MOST = 5.0, 22.0
"""Radius of a dot of one verdict, and of that which stands for most of them; areas grow with the counts."""


@dataclass(frozen=True, slots=True)
class Dot:
    """The verdicts of one step of expectation, where the two means of the step meet."""

    held: CalibrationBin
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class CalibrationPlot:
    """What was expected against what was upheld; on the diagonal both are the same."""

    calibration: Calibration
    dots: Sequence[Dot]
    side: int = SIDE

    @property
    def gain(self) -> float | None:
        """Return by what part records better a guess that knows no source; None where there is none."""
        base, brier = self.calibration.base_brier, self.calibration.brier
        return None if not base or brier is None else 1.0 - brier / base


def draw_calibration(calibration: Calibration) -> CalibrationPlot:
    """Return the drawing; without dots where nothing was foretold yet."""
    most = max((held.count for held in calibration.bins), default=1)
    dots = [
        Dot(
            held,
            x=round(held.expected * SIDE, 1),
            y=round((1.0 - held.upheld) * SIDE, 1),
            radius=round(max(LEAST, MOST * math.sqrt(held.count / most)), 1),
        )
        for held in calibration.bins
    ]
    return CalibrationPlot(calibration, dots)
