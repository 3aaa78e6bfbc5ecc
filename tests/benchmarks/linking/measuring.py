"""Every figure of the linking engine, module after module."""

from collections.abc import Iterator

from tests.benchmarks.figures import Figure
from tests.benchmarks.linking import (
    independence,
    inference,
    judging,
    languages,
    names,
    retrieval,
    scale,
    slots,
    stories,
)

MEASURES = (
    slots.measure,
    names.measure,
    independence.measure,
    inference.measure,
    judging.measure,
    languages.measure,
    stories.measure,
    retrieval.measure,
    scale.measure,
)


def measure() -> Iterator[Figure]:
    """Yield the figures of all modules of this package."""
    for measure_one in MEASURES:
        yield from measure_one()
