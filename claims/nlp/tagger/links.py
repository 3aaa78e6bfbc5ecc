"""Which runs stand near enough to a cue to be its own, and how likely each of them is."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claims.nlp.tagger.heads import Heads, Numbers
from claims.nlp.tagger.labels import Run
from claims.nlp.tagger.nearness import Between, Places, places

_BATCH = 4096
"""Pairs that are scored at once: some 10 MB, however long the text is."""

Likeliest = dict[int, tuple[int, float]]
"""For the number of a run or cue that of its likeliest counterpart, with the logit."""


@dataclass(frozen=True, slots=True)
class Links:
    """The logit of each pair of run and cue that stand near each other, ordered by run, then by cue."""

    runs: Places
    cues: Places
    logits: NDArray[np.float32]

    def of_runs(self) -> Likeliest:
        """Return the likeliest cue of each run that has one near; the first of equals."""
        return self._likeliest(self.runs, self.cues)

    def of_cues(self) -> Likeliest:
        """Return the likeliest run of each cue that has one near; the first of equals."""
        return self._likeliest(self.cues, self.runs)

    def _likeliest(self, own: Places, other: Places) -> Likeliest:
        order = np.lexsort((other, -self.logits, own))
        numbers, first = np.unique(own[order], return_index=True)
        best = order[first]
        found = zip(other[best].tolist(), self.logits[best].tolist(), strict=True)
        return dict(zip(numbers.tolist(), found, strict=True))


@dataclass(frozen=True, slots=True)
class Linker:
    """Scores pairs of run and cue with the small networks over the vectors of a text's pieces."""

    heads: Heads
    vectors: Numbers
    between: Between

    def links(self, runs: list[Run], cues: list[Run], farthest: int) -> Links:
        """Return the links of runs of one role to the cues that begin at most `farthest` pieces away.

        The cues are in text order. Time and memory grow with the number of such pairs.
        """
        where, at = places(runs), places(cues)
        which, cue = _near(where[:, 0], at[:, 0], farthest)
        scored = [self._scored(runs[0][0], where[which[b]], at[cue[b]]) for b in _batches(len(which))]
        return Links(which, cue, np.concatenate([np.zeros(0, np.float32), *scored]))

    def _scored(self, role: str, runs: Places, cues: Places) -> NDArray[np.float32]:
        return self.heads.pair_scores(role, self.vectors, (runs, cues), self.between.facts(runs, cues))


def _near(runs: Places, cues: Places, farthest: int) -> tuple[Places, Places]:
    """Return the numbers of each run and cue, given where they begin, that stand near each other."""
    first = np.searchsorted(cues, runs - farthest, "left")
    last = np.searchsorted(cues, runs + farthest, "right")
    count = last - first
    skipped = np.repeat(count.cumsum() - count - first, count)
    return np.repeat(np.arange(len(runs)), count), np.arange(count.sum()) - skipped


def _batches(length: int) -> Iterator[slice]:
    for begin in range(0, length, _BATCH):
        yield slice(begin, begin + _BATCH)
