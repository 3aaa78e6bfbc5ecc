"""One night over a workspace of so many claims, in a process and a database of its own; prints an object."""

import json
import os
import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import django


@contextmanager
def timed(figures: dict[str, float], name: str) -> Iterator[None]:
    """Keep the seconds of the block."""
    began = time.monotonic()
    yield
    figures[name] = time.monotonic() - began


def main(count: int) -> None:
    """Fill the workspace, gather, run the night twice, and print what each took."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "workbench.settings.testing"
    django.setup()
    from tests.benchmarks.night.nights import run_nights

    figures = run_nights(count, timed)
    figures["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps(figures) + "\n")


if __name__ == "__main__":
    main(int(sys.argv[1]))
