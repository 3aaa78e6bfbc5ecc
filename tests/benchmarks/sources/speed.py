"""What a full recompute of a large newsroom costs: 5,000 sources, 100,000 questions, 400,000 assertions."""

from collections.abc import Iterator

from tests.benchmarks.figures import Figure
from tests.benchmarks.linking.process import printed_by

TARGETS = {"seconds in all": 60.0, "gigabytes at most": 2.0}
"""By the clock, loading included; the processor's time is told beside it, for a machine that does more."""


def measure() -> Iterator[Figure]:
    """Yield the seconds of each part and the peak memory; the process has nothing else to do."""
    for name, value in printed_by("tests.benchmarks.sources.speed_run").items():
        yield Figure(f"full recompute: {name}", value, TARGETS.get(name), False)
