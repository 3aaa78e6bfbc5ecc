"""Every figure of the source model that invented worlds can give, module after module."""

from collections.abc import Iterator

from tests.benchmarks.figures import Figure
from tests.benchmarks.sources import poisoning, simulation, speed

MEASURES = (simulation.measure, poisoning.measure, speed.measure)


def measure() -> Iterator[Figure]:
    """Yield the figures of all modules of this package."""
    for measure_one in MEASURES:
        yield from measure_one()
