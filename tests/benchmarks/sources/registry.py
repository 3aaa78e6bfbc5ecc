"""How long finding sources that may be one takes in a big registry."""

import itertools
import re
import time
from collections.abc import Iterator

from sources.naming.candidates import find_alike
from sources.naming.likeness import NamedSource
from tests.benchmarks.figures import Figure

SYLLABLES = re.findall("..", "hamarkalisadornitalbequshirozafawegrotipelodazu")
SOURCES = 20_000


def invented_sources(count: int) -> list[NamedSource]:
    """Return outlets of two invented words each, some of which sound alike."""
    words = ["".join(three) for three in itertools.product(SYLLABLES, repeat=3)]
    return [
        NamedSource(f"{place:05}", "outlet", (f"{words[place % 8000]} {words[place * 7 % 7919]}",))
        for place in range(count)
    ]


def measure() -> Iterator[Figure]:
    """Yield the seconds of work that one search among all names takes."""
    sources = invented_sources(SOURCES)
    began = time.process_time()
    pairs = find_alike(sources)
    spent = time.process_time() - began
    yield Figure(f"search for one source under two names, {SOURCES:,} sources", spent, unit="s")
    yield Figure("pairs that it proposes there", float(len(list(pairs))))
