"""What lies between two runs of pieces: the plain facts by which contents and sources find their cue."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from claims.nlp.tagger.labels import ROLES, Run
from claims.nlp.tagger.pieces import Pieces

_EDGES = np.array([0, 1, 2, 3, 5, 9, 17, 33, 65, 129])
"""Lower ends of the classes of distance in pieces."""

_COUNTED = 2 + len(ROLES)
FACTS = 2 * len(_EDGES) + 3 * _COUNTED
"""Numbers that describe a pair: its distance by side, then 0, 1 or more of each thing in between."""

Facts = NDArray[np.float32]
Places = NDArray[np.int64]


class Between:
    """Counts, for any two places of a text, of the paragraph breaks, sentence ends and runs between them."""

    def __init__(self, pieces: Pieces, runs: list[Run]) -> None:
        counts = np.zeros((_COUNTED, len(pieces) + 2), np.int64)
        counts[0, 1:-1] = pieces.breaks
        counts[1, 1:-1] = pieces.stops
        for role, first, _ in runs:
            counts[2 + ROLES.index(role), first + 1] += 1
        self._counts = counts.cumsum(axis=1)

    def facts(self, runs: Places, cues: Places) -> Facts:
        """Return the facts of each run with the cue in the same row, shape (n, FACTS).

        Both have shape (n, 2): the first piece and the one after the last.
        """
        before = runs[:, 0] < cues[:, 0]
        low = np.where(before, runs[:, 1], cues[:, 1])
        high = np.maximum(np.where(before, cues[:, 0], runs[:, 0]), low)
        facts = np.zeros((len(runs), FACTS), np.float32)
        rows = np.arange(len(runs))
        kind = np.searchsorted(_EDGES, high - low, "right") - 1
        facts[rows, kind + len(_EDGES) * before] = 1
        for number, counts in enumerate(self._counts):
            some = np.minimum(2, counts[high] - counts[low])
            facts[rows, 2 * len(_EDGES) + 3 * number + some] = 1
        return facts


def places(runs: Sequence[Run]) -> Places:
    """Return the first piece and the one after the last of each run, shape (n, 2)."""
    return np.array([run[1:] for run in runs], np.int64).reshape(-1, 2)
