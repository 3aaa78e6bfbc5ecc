"""Which of many sources to compare: those that share a key, so that twenty thousand take seconds."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from sources.naming.likeness import WEIGHTS, Likeness, NamedSource, Weights, compare_sources
from sources.naming.looks import look_of
from sources.naming.words import words_of

LARGEST_BLOCK = 60
"""Sources that may share a key; what more share tells nobody apart ("interior ministry" of anywhere)."""


@dataclass(frozen=True, slots=True)
class AlikePair:
    """Two sources that may be one, the smaller identifier first."""

    one: str
    other: str
    likeness: Likeness


def find_alike(
    sources: Sequence[NamedSource],
    *,
    may_be_one: Callable[[NamedSource, NamedSource], bool] = lambda one, other: True,
    weights: Weights = WEIGHTS,
) -> list[AlikePair]:
    """Return the pairs at or above the threshold, the likeliest first.

    Time grows with the number of sources that share keys, not with the square of all.
    """
    found = []
    for one, other in _candidates(sources):
        if not may_be_one(one, other):
            continue
        likeness = compare_sources(one, other, weights=weights)
        if likeness.score >= weights.threshold:
            found.append(AlikePair(one.id, other.id, likeness))
    return sorted(found, key=lambda pair: (-pair.likeness.score, pair.one, pair.other))


def block_keys(source: NamedSource, *, weights: Weights = WEIGHTS) -> Iterator[str]:
    """Yield the keys of which two sources must share one to be compared."""
    for name in source.names:
        words = words_of(name)
        sound = "".join(words.sounds)
        yield f"look {look_of(name)}"
        yield f"words {words.folded}"
        yield f"sound {sound}"
        yield f"sound {sound[:1]}{sound[1:].replace('h', '')}"
        if words.meanings:
            yield f"meaning {' '.join(words.meanings)}"
        if len(sound) >= weights.near_sound_from:
            # Two that differ in one consonant meet where it is left out of both.
            yield from (f"sound {sound[:at]}*{sound[at + 1 :]}" for at in range(len(sound)))
    yield from (f"site {site}" for site in source.sites)


def _candidates(sources: Sequence[NamedSource]) -> Iterator[tuple[NamedSource, NamedSource]]:
    blocks: dict[str, list[int]] = defaultdict(list)
    for place, source in enumerate(sources):
        for key in set(block_keys(source)):
            blocks[key].append(place)
    pairs = {
        pair
        for members in blocks.values()
        if 1 < len(members) <= LARGEST_BLOCK
        for pair in combinations(members, 2)
    }
    for a, b in sorted(pairs):
        one, other = sorted((sources[a], sources[b]), key=lambda source: source.id)
        yield one, other
