"""Runs the benchmarks and prints one table: `python -m tests.benchmarks [NAME]`."""

import argparse
import sys

from tests.benchmarks import encoder, exam, running, speed, wording
from tests.benchmarks.attribution import measuring as attribution
from tests.benchmarks.figures import table, write_results
from tests.benchmarks.linking import measuring as linking
from tests.benchmarks.night import measuring as night
from tests.benchmarks.sources import measuring as sources

BENCHMARKS = {
    "exam": exam.measure,
    "attribution": attribution.measure,
    "encoder": encoder.measure,
    "linking": linking.measure,
    "sources": sources.measure,
    "night": night.measure,
    "speed": speed.measure,
    "wording": wording.measure,
    "running": running.measure,
}


def main() -> int:
    """Measure what is asked for; the exit status says whether every target was reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", nargs="?", choices=sorted(BENCHMARKS), help="measure this one alone")
    only = parser.parse_args().name
    rows = []
    for name, measure in BENCHMARKS.items():
        if only in {None, name}:
            figures = list(measure())
            write_results(name, figures)
            rows.extend((name, figure) for figure in figures)
    print(table(rows))
    return 1 if any(figure.ok is False for _, figure in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
