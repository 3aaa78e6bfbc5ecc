"""A night through the database: what each step takes over 20,000 claims that people looked at."""

from collections.abc import Iterator

from tests.benchmarks.figures import Figure
from tests.benchmarks.linking.process import printed_by

CLAIMS = 20_000
SECONDS = ("gathering", "first night", "second night")


def measure() -> Iterator[Figure]:
    """Yield seconds, memory and sizes, and whether the second night gave the same. No targets but that."""
    figures = printed_by("tests.benchmarks.night.night_run", str(CLAIMS))
    for name in SECONDS:
        yield Figure(f"{name}, {CLAIMS:,} claims", figures[name], unit="s")
    for name in sorted(figures):
        if name.startswith("step "):
            yield Figure(f"{name.removeprefix('step ')} alone", figures[name], unit="s")
    for name in ("assertions", "ties", "sources", "estimates"):
        yield Figure(name, figures[name])
    yield Figure("memory", figures["memory"], 2048.0, at_least=False, unit="MB")
    yield Figure("the second night gives the same records", float(figures["same"]), 1.0)
