"""Every figure of the linking engine, module after module."""

from collections.abc import Iterator

from tests.benchmarks.figures import Figure
from tests.benchmarks.linking import independence, slots

MEASURES = (slots.measure, independence.measure)


def measure() -> Iterator[Figure]:
    """Yield the figures of all modules of this package."""
    for measure_one in MEASURES:
        yield from measure_one()
