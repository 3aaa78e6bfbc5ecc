"""How the cost of linking one article of 15 claims grows with what is stored."""

from collections.abc import Iterator

from tests.benchmarks.figures import Figure
from tests.benchmarks.linking.process import printed_by

SIZES = ("10000", "50000", "200000")
TARGETS = {"link, CPU of database, p95": 400.0, "link, CPU in all, p95": 2000.0}
"""Milliseconds at the largest size. The database's is its processor time: the clock of a shared machine
measures the others."""


def measure() -> Iterator[Figure]:
    """Yield each cost for each size; some eight minutes of two idle cores, most of it the vector index."""
    found = printed_by("tests.benchmarks.linking.stored_claims", *SIZES)
    for size, costs in found.items():
        for name, value in costs.items():
            target = TARGETS.get(name) if size == SIZES[-1] else None
            unit = "s" if name == "seconds to fill" else "" if "own event" in name else "ms"
            yield Figure(
                f"{int(size.split()[0]):,} claims{size[len(size.split()[0]) :]}: {name}",
                value,
                target,
                False,
                unit,
            )
