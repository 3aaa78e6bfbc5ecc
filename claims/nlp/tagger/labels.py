"""The labels that the tagger gives to word pieces: three roles, each with a beginning and an inside."""

import numpy as np
from numpy.typing import NDArray

ROLES = ("content", "cue", "source")
LABELS = ("O", *(f"{part}-{role}" for role in ROLES for part in "BI"))
LEVELS = 2
"""Layers of labels: what stands in the article's own text, and what stands inside a content of it."""

OUTSIDE = 0
FORBIDDEN = -1e4
"""Score of a step that no labelling takes: an inside without its beginning."""

Run = tuple[str, int, int]
"""A role with the first piece and the one after the last of one labelled run."""


def begin(role: str) -> int:
    """Return the label that begins a run of `role`; the next number is its inside."""
    return 1 + 2 * ROLES.index(role)


def allowed_steps() -> NDArray[np.float32]:
    """Return what each step from label to label adds to a score: nothing, or `FORBIDDEN`; shape (7, 7)."""
    steps = np.zeros((len(LABELS), len(LABELS)), np.float32)
    for role in ROLES:
        first = begin(role)
        for before in range(len(LABELS)):
            if before not in (first, first + 1):
                steps[before, first + 1] = FORBIDDEN
    return steps


def runs_of(labels: NDArray[np.int64]) -> list[Run]:
    """Return the labelled runs in order.

    >>> runs_of(np.array([0, 3, 4, 1, 1, 2]))
    [('cue', 1, 3), ('content', 3, 4), ('content', 4, 6)]
    """
    runs: list[Run] = []
    for place, label in enumerate(labels.tolist()):
        if label == OUTSIDE:
            continue
        role = ROLES[(label - 1) // 2]
        begins = label % 2 == 1
        if begins or not runs or runs[-1][0] != role or runs[-1][2] != place:
            runs.append((role, place, place + 1))
        else:
            runs[-1] = (role, runs[-1][1], place + 1)
    return runs


def labels_of(runs: list[Run], length: int) -> NDArray[np.int64]:
    """Return the labels of `length` pieces with these runs; cues win over sources, sources over contents."""
    labels = np.zeros(length, np.int64)
    for role in ("content", "source", "cue"):
        for _, first, last in (run for run in runs if run[0] == role):
            labels[first:last] = begin(role) + 1
            labels[first] = begin(role)
    return mended(labels)


def mended(labels: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return labels in which every inside follows its beginning; one that lost it becomes one."""
    result = labels.copy()
    for place in range(len(result)):
        label = result[place]
        inside = label and label % 2 == 0
        if inside and (place == 0 or result[place - 1] not in (label, label - 1)):
            result[place] = label - 1
    return result
