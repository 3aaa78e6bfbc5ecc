"""Every figure of the records of sources, module after module."""

from collections.abc import Iterator

from tests.benchmarks.figures import Figure
from tests.benchmarks.sources import (
    page,
    poisoning,
    rebuilding,
    registry,
    simulation,
    speed,
    tampering,
)

MEASURES = (
    rebuilding.measure,
    tampering.measure,
    simulation.measure,
    poisoning.measure,
    registry.measure,
    page.measure,
    speed.measure,
)


def measure() -> Iterator[Figure]:
    """Yield the figures of all modules of this package."""
    for measure_one in MEASURES:
        yield from measure_one()
