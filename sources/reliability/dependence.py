"""Dependence: how far assertions of one value hang together, and how much of each is independent."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from sources.reliability.assertions import NONE, Columns, CopyPair, Numbers, Places, Tie, TieKind, summed
from sources.reliability.parameters import DependenceRules
from sources.reliability.roots import count_roots, root_memberships

MICROSECONDS_PER_DAY = 86_400_000_000
CONFIRMED = frozenset({TieKind.CHAIN})
AS_READ = frozenset({TieKind.CHAIN, TieKind.PROPOSED_CHAIN})

Found = tuple[Places, Places, Numbers]
"""Rows of earlier and of later assertions, and the dependence in [0, 1) of each pair."""


@dataclass(frozen=True, slots=True, eq=False)
class Independence:
    """How much each assertion adds to the earlier ones of its value, and which pairs depend on each other.

    Parameters
    ----------
    share : in [0, 1], shape (n_assertions,).
    earlier, later, dependence : the pairs with a dependence above 0; rows of one answer, in their order.
    roots : how many roots each answer rests on, shape (n_answers,); `share` never sums to more.
    """

    share: Numbers
    earlier: Places
    later: Places
    dependence: Numbers
    roots: Places


def find_independence(
    columns: Columns, ties: Sequence[Tie], copying: Iterable[CopyPair], *, rules: DependenceRules
) -> Independence:
    """Return the independence of every assertion.

    Notes
    -----
    In the order in which the assertions of one value were first seen, ``I_i = prod(1 - d_ij)`` over the
    earlier ones, with ``d = 1 - prod(1 - d_family)`` over chain, text, owner, unnamed and statistical (REL-1,
    4.4 and 4.5). Where the order is unknown because two moments are equal, the tied ones share:
    ``1 / (1 + sum(d))`` each, so that together they count as one representative would. At last the sum
    over an answer is cut, in proportion, to the number of its roots.
    """
    rows, roots = root_memberships(columns, ties, kinds=CONFIRMED)
    families = (
        _by_chain(columns, ties, (rows, roots), rules),
        _by_text(columns, ties, rules),
        _by_owner(columns, rules),
        _by_unnamed(columns, rules),
        _by_habit(columns, copying, rules),
    )
    earlier, later, dependence = _combined(columns, families)
    tied = columns.moment[earlier] == columns.moment[later]
    kept = summed(later[~tied], np.log1p(-dependence[~tied]), len(columns))
    sharing = summed(earlier[tied], dependence[tied], len(columns))
    sharing += summed(later[tied], dependence[tied], len(columns))
    share = np.exp(kept) / (1.0 + sharing)
    root_count = count_roots(columns, rows, roots)
    sums = summed(columns.answer, share, len(columns.answers))
    share *= np.minimum(1.0, root_count / np.maximum(sums, 1e-300))[columns.answer]
    return Independence(share, earlier, later, dependence, root_count)


def pairs_within(groups: Places, rows: Places, *, most: int) -> tuple[Places, Places]:
    """Return each pair of rows that share a group, the earlier row first.

    Beyond `most` members a row is compared with the first `most` alone: what is left of it is next to
    nothing by then, and a flood of copies must not cost its square.

    >>> earlier, later = pairs_within(np.array([7, 7, 7, 8]), np.array([0, 1, 2, 3]), most=9)
    >>> earlier.tolist(), later.tolist()
    ([0, 0, 1], [1, 2, 2])
    """
    order = np.lexsort((rows, groups))
    groups, rows = groups[order], rows[order]
    begins = np.flatnonzero(np.r_[True, groups[1:] != groups[:-1]]) if len(groups) else groups
    start = np.repeat(begins, np.diff(np.r_[begins, len(groups)]))
    before = np.minimum(np.arange(len(groups)) - start, most)
    later = np.repeat(np.arange(len(groups)), before)
    step = np.arange(len(later)) - np.repeat(np.cumsum(before) - before, before)
    return rows[start[later] + step], rows[later]


def _by_chain(
    columns: Columns, ties: Sequence[Tie], confirmed: tuple[Places, Places], rules: DependenceRules
) -> Found:
    """Return pairs that reach the same root; by confirmed chains, or with some that the machine proposed."""
    found = [_sharing_a_root(columns, confirmed, rules.chain, rules)]
    if any(tie.kind == TieKind.PROPOSED_CHAIN for tie in ties):
        proposed = root_memberships(columns, ties, kinds=AS_READ)
        found.append(_sharing_a_root(columns, proposed, rules.proposed_chain, rules))
    return _strongest(columns, found)


def _sharing_a_root(
    columns: Columns, members: tuple[Places, Places], dependence: float, rules: DependenceRules
) -> Found:
    rows, roots = members
    span = int(roots.max(initial=0)) + 1
    earlier, later = pairs_within(columns.answer[rows] * span + roots, rows, most=rules.most_compared)
    return earlier, later, np.full(len(earlier), dependence)


def _by_text(columns: Columns, ties: Sequence[Tie], rules: DependenceRules) -> Found:
    """Return pairs whose texts resemble each other and that appeared within `rules.text_days`.

    Two texts that resemble a third one resemble each other at least by ``J + J' - 1``, for one less the
    Jaccard resemblance is a distance (Levandowsky and Winter 1971): so copies of one text are
    known for copies of each other, whichever of the pairs were compared.
    """
    texts = [
        (columns.places[tie.earlier], columns.places[tie.later], tie.strength)
        for tie in ties
        if tie.kind == TieKind.TEXT and tie.earlier in columns.places and tie.later in columns.places
    ]
    table = np.array(texts, dtype=np.float64).reshape(-1, 3)
    one, other = table[:, 0].astype(np.int64), table[:, 1].astype(np.int64)
    alike = table[:, 2]
    middle, end = np.concatenate((one, other)), np.concatenate((other, one))
    both = np.concatenate((alike, alike))
    first, second = pairs_within(middle, np.arange(len(middle)), most=rules.most_compared)
    one = np.concatenate((one, end[first]))
    other = np.concatenate((other, end[second]))
    alike = np.concatenate((alike, both[first] + both[second] - 1.0))
    return _as_dependence(columns, np.minimum(one, other), np.maximum(one, other), alike, rules=rules)


def _as_dependence(
    columns: Columns, earlier: Places, later: Places, alike: Numbers, *, rules: DependenceRules
) -> Found:
    gap = columns.moment[later] - columns.moment[earlier]
    fits = (columns.answer[earlier] == columns.answer[later]) & (earlier != later)
    fits &= gap < rules.text_days * MICROSECONDS_PER_DAY
    dependence = np.zeros(len(alike))
    for least, meant in sorted(rules.texts):
        dependence[alike >= least] = meant
    fits &= dependence > 0
    return _strongest(columns, [(earlier[fits], later[fits], dependence[fits])])


def _by_owner(columns: Columns, rules: DependenceRules) -> Found:
    return _strongest(columns, [_alike(columns, codes, rules) for codes in (columns.outlet, columns.owner)])


def _alike(columns: Columns, codes: Places, rules: DependenceRules) -> Found:
    rows = np.flatnonzero(codes != NONE)
    groups = columns.answer[rows] * (int(codes.max(initial=0)) + 1) + codes[rows]
    earlier, later = pairs_within(groups, rows, most=rules.most_compared)
    return earlier, later, np.full(len(earlier), rules.owner)


def _by_unnamed(columns: Columns, rules: DependenceRules) -> Found:
    """Return pairs that both rest on somebody unnamed: likelier one if described alike within a day."""
    rows = np.flatnonzero(columns.descriptor != NONE)
    earlier, later = pairs_within(columns.answer[rows], rows, most=rules.most_compared)
    same = columns.descriptor[earlier] == columns.descriptor[later]
    same &= columns.moment[later] - columns.moment[earlier] <= MICROSECONDS_PER_DAY
    return earlier, later, np.where(same, rules.same_unnamed, rules.unnamed)


def _by_habit(columns: Columns, copying: Iterable[CopyPair], rules: DependenceRules) -> Found:
    """Return pairs whose sources are taken for copying from each other."""
    code = {source: number for number, source in enumerate(columns.sources)}
    count = len(columns.sources)
    chances = {
        min(code[pair.one], code[pair.other]) * count
        + max(code[pair.one], code[pair.other]): pair.probability
        for pair in copying
        if pair.one in code and pair.other in code
    }
    keys = np.array(sorted(chances), dtype=np.int64)
    rows = np.flatnonzero(np.isin(columns.source, np.unique(np.r_[keys // count, keys % count])))
    earlier, later = pairs_within(columns.answer[rows], rows, most=rules.most_compared)
    least, greatest = np.sort(np.stack((columns.source[earlier], columns.source[later])), axis=0)
    known = np.isin(least * count + greatest, keys)
    place = np.searchsorted(keys, (least * count + greatest)[known])
    chance = np.array([chances[key] for key in keys.tolist()], dtype=np.float64)
    return earlier[known], later[known], rules.statistical * chance[place]


def _strongest(columns: Columns, found: Iterable[Found]) -> Found:
    """Return each pair once with its greatest dependence: signs of one family are one piece of evidence."""
    earlier, later, dependence = _joined(found)
    order = np.lexsort((-dependence, earlier * len(columns) + later))
    _, first = np.unique((earlier * len(columns) + later)[order], return_index=True)
    chosen = order[first]
    return earlier[chosen], later[chosen], dependence[chosen]


def _combined(columns: Columns, families: Iterable[Found]) -> Found:
    """Return each pair once, with what the families together say of it."""
    earlier, later, dependence = _joined(families)
    keys, place = np.unique(earlier * len(columns) + later, return_inverse=True)
    left = summed(place, np.log1p(-dependence), len(keys))
    return keys // max(1, len(columns)), keys % max(1, len(columns)), -np.expm1(left)


def _joined(found: Iterable[Found]) -> Found:
    earlier, later, dependence = zip(*found, strict=True)
    return np.concatenate(earlier), np.concatenate(later), np.concatenate(dependence)
