"""How long finding sources that may be one takes in a big registry, and how many planted pairs it finds."""

import itertools
import re
import time
from collections.abc import Iterator

from sources.naming.candidates import find_alike
from sources.naming.likeness import NamedSource
from tests.benchmarks.figures import Figure

SYLLABLES = re.findall("..", "hamarkalisadornitalbequshirozafawegrotipelodazu")
SOURCES = 20_000
SECOND_NAMES = 1_000


def invented_sources(count: int) -> list[NamedSource]:
    """Return outlets of two invented words each."""
    words = ["".join(three) for three in itertools.product(SYLLABLES, repeat=3)]
    return [
        NamedSource(f"{place:05}", "outlet", (f"{words[place % 8000]} {words[place * 7 % 7919]}",))
        for place in range(count)
    ]


def second_names(sources: list[NamedSource]) -> list[NamedSource]:
    """Return each of the sources once more, under a name with a word that outlets add to theirs."""
    return [NamedSource(f"{each.id}-net", each.kind, (f"{each.names[0].title()} Net",)) for each in sources]


def measure() -> Iterator[Figure]:
    """Yield the seconds of work that one search among all names takes, and what it found."""
    first = invented_sources(SOURCES - SECOND_NAMES)
    sources = [*first, *second_names(first[:: len(first) // SECOND_NAMES][:SECOND_NAMES])]
    began = time.process_time()
    pairs = {frozenset((pair.one, pair.other)) for pair in find_alike(sources)}
    spent = time.process_time() - began
    found = sum(frozenset((each.id, each.id.removesuffix("-net"))) in pairs for each in sources[len(first) :])
    yield Figure(f"one source under two names: search among {SOURCES:,}", spent, unit="s")
    yield Figure("one source under two names: planted pairs found", found / SECOND_NAMES)
