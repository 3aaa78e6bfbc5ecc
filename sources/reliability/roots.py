"""Roots: where chains of who-has-it-from-whom end, whatever way they take."""

from collections.abc import Iterable
from graphlib import TopologicalSorter

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from sources.reliability.assertions import Columns, Places, Tie, TieKind


def root_memberships(
    columns: Columns, ties: Iterable[Tie], *, kinds: frozenset[TieKind]
) -> tuple[Places, Places]:
    """Return pairs (row, root): every root that an assertion goes back to by chains of these kinds.

    An assertion that has it from nobody is one of the roots of its own source, or of the root that it
    names. Assertions that have it from each other in a circle are one root: that of the first seen.
    """
    edges = _edges(columns, ties, kinds)
    inside = np.unique(edges)
    alone = np.setdiff1d(np.arange(len(columns)), inside, assume_unique=True)
    rows, roots = alone.tolist(), columns.root[alone].tolist()
    if len(inside):
        for row, found in _followed(columns, inside, edges).items():
            rows.extend([row] * len(found))
            roots.extend(sorted(found))
    return np.array(rows, dtype=np.int64), np.array(roots, dtype=np.int64)


def count_roots(columns: Columns, rows: Places, roots: Places) -> Places:
    """Return how many roots each answer rests on, shape (n_answers,)."""
    span = int(roots.max(initial=0)) + 1
    distinct = np.unique(columns.answer[rows] * span + roots)
    return np.bincount(distinct // span, minlength=len(columns.answers))


def _edges(columns: Columns, ties: Iterable[Tie], kinds: frozenset[TieKind]) -> Places:
    found = [
        (columns.places[tie.earlier], columns.places[tie.later])
        for tie in ties
        if tie.kind in kinds and tie.earlier in columns.places and tie.later in columns.places
    ]
    return np.array([pair for pair in found if pair[0] != pair[1]], dtype=np.int64).reshape(-1, 2)


def _followed(columns: Columns, inside: Places, edges: Places) -> dict[int, frozenset[int]]:
    """Return the roots of every row that a chain touches: circles made one, then from the roots down."""
    earlier, later = np.searchsorted(inside, edges.T)
    graph = coo_array((np.ones(len(edges)), (earlier, later)), shape=(len(inside), len(inside)))
    count, circle = connected_components(graph, directed=True, connection="strong")
    members: list[list[int]] = [[] for _ in range(count)]
    for row, number in zip(inside.tolist(), circle.tolist(), strict=True):
        members[number].append(row)
    above: dict[int, set[int]] = {number: set() for number in range(count)}
    for before, after in zip(circle[earlier].tolist(), circle[later].tolist(), strict=True):
        if before != after:
            above[after].add(before)
    roots: dict[int, frozenset[int]] = {}
    for number in TopologicalSorter(above).static_order():
        inherited = frozenset().union(*(roots[one] for one in above[number]))
        roots[number] = inherited | _named(columns, members[number]) or _first(columns, members[number])
    return {row: roots[number] for number in range(count) for row in members[number]}


def _named(columns: Columns, rows: list[int]) -> frozenset[int]:
    return frozenset(int(columns.root[row]) for row in rows if columns.is_relayed[row])


def _first(columns: Columns, rows: list[int]) -> frozenset[int]:
    first = min(rows, key=lambda row: (int(columns.moment[row]), row))
    return frozenset([int(columns.root[first])])
