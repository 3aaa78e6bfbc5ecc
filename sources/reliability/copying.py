"""Copying: which sources share so many errors that one is likely to have them from the other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
import numpy.typing as npt
from scipy.special import expit

from sources.reliability.assertions import (
    Assertion,
    Columns,
    CopyPair,
    KnownValue,
    Numbers,
    Places,
    Tie,
    in_columns,
    summed,
)
from sources.reliability.dependence import Independence, find_independence, pairs_within
from sources.reliability.parameters import CopyRules, Parameters
from sources.reliability.truth import find_belief, settle

__all__ = ["CopyPair", "find_copy_pairs"]

QUESTIONS_AT_ONCE = 2000
"""How many questions are compared in one go, to bound the memory: 60 sources make 1,770 pairs each."""


@dataclass(frozen=True, slots=True, eq=False)
class _Comparison:
    """Pairs of assertions of two suspected sources on one question that no known tie explains.

    Parameters
    ----------
    suspects : the pairs of sources, each as ``one * n_sources + other``; shape (n_suspects,).
    pair : which of `suspects` is compared; shape (n_compared,).
    one, other : the rows compared.
    alike : whether both gave one value.
    held : for settled values, whether that of `one` and of `other` holds (1 or 0), else NaN.
    """

    suspects: Places
    pair: Places
    one: Places
    other: Places
    alike: npt.NDArray[np.bool_]
    held: tuple[Numbers, Numbers]

    @property
    def shared_errors(self) -> npt.NDArray[np.bool_]:
        """Whether both gave one value that people found false."""
        errors: npt.NDArray[np.bool_] = self.alike & (self.held[0] == 0.0)
        return errors


def find_copy_pairs(
    assertions: Iterable[Assertion],
    known: Iterable[KnownValue],
    *,
    parameters: Parameters,
    ties: Iterable[Tie] = (),
    as_of: datetime | None = None,
) -> list[CopyPair]:
    """Return the pairs of sources that people found false in the same way, the likeliest copying first.

    Parameters
    ----------
    ties : what is known of who has it from whom. Assertions that it explains are no sign of hidden copying.
    as_of : assertions made later are not known yet; None takes them all.

    Notes
    -----
    The chance that one copies, by the values of both where people know which is right: errors in common
    are what tells, for a truth is shared by all who are right. ``P = 1 / (1 + (1 - a) / a * prod(L))``,
    where `L` of a common truth, a common error and a difference is how much likelier it is without
    copying. `n` is the number of wrong values that the question actually has; with one alone (yes or no)
    errors are shared by chance, so such questions are never looked at (measured in REL-1, 3a: accuracy .76
    fell to .54). Pairs with fewer than `copying.least_common` common questions or `copying.least_false`
    common errors are not judged; of a question the first `copying.most_sources` are compared.

    References
    ----------
    Dong, Berti-Equille and Srivastava (2009), "Integrating Conflicting Data: The Role of Source
    Dependence", VLDB.
    """
    columns = in_columns(assertions, as_of=as_of)
    settled = settle(columns, known)
    independence = find_independence(columns, list(ties), (), rules=parameters.dependence)
    belief = find_belief(
        columns,
        settled,
        independence.share,
        rules=parameters.automatic,
        prior_mean=parameters.prior_mean,
    )
    compared = _compare(columns, settled.upheld, independence, parameters.copying)
    chances = _chances(columns, compared, belief.trust, parameters.copying)
    return _listed(columns, compared, chances, parameters.copying)


def _compare(columns: Columns, upheld: Numbers, independence: Independence, rules: CopyRules) -> _Comparison:
    hidden = ~(independence.dependence >= rules.explained)
    explained = (independence.earlier * len(columns) + independence.later)[~hidden]
    rows = _comparable(columns, rules)
    suspects = _suspects(columns, rows[upheld[columns.answer[rows]] == 0.0], explained, rules)
    involved = np.unique(np.divmod(suspects, len(columns.sources)))
    rows = rows[np.isin(columns.source[rows], involved)]
    parts = [np.zeros((2, 0), dtype=np.int64), *_pairs_by_question(columns, rows, suspects, explained)]
    one, other = np.concatenate(parts, axis=1)
    return _Comparison(
        suspects=suspects,
        pair=np.searchsorted(suspects, _source_pairs(columns, one, other)),
        one=one,
        other=other,
        alike=columns.answer[one] == columns.answer[other],
        held=(upheld[columns.answer[one]], upheld[columns.answer[other]]),
    )


def _comparable(columns: Columns, rules: CopyRules) -> Places:
    """Return the rows on questions of more than two values, the first so many of each question."""
    rows = np.flatnonzero((columns.alternatives > 2)[columns.question])
    order = rows[np.lexsort((rows, columns.moment[rows], columns.question[rows]))]
    question = columns.question[order]
    begins = np.searchsorted(question, question)
    return np.sort(order[np.arange(len(order)) - begins < rules.most_sources])


def _source_pairs(columns: Columns, one: Places, other: Places) -> Places:
    least = np.minimum(columns.source[one], columns.source[other])
    greatest = np.maximum(columns.source[one], columns.source[other])
    return least * len(columns.sources) + greatest


def _suspects(columns: Columns, errors: Places, explained: Places, rules: CopyRules) -> Places:
    """Return the pairs of sources with enough errors in common that nothing known explains."""
    one, other = pairs_within(columns.answer[errors], errors, most=rules.most_sources)
    hidden = ~np.isin(one * len(columns) + other, explained)
    pairs, count = np.unique(_source_pairs(columns, one[hidden], other[hidden]), return_counts=True)
    return pairs[count >= rules.least_false]


def _pairs_by_question(
    columns: Columns, rows: Places, suspects: Places, explained: Places
) -> Iterator[Places]:
    """Yield pairs of rows of suspected sources on one question, some questions at a time; shape (2, n)."""
    questions = np.unique(columns.question[rows])
    for begin in range(0, len(questions), QUESTIONS_AT_ONCE):
        chunk = questions[begin : begin + QUESTIONS_AT_ONCE]
        inside = rows[np.isin(columns.question[rows], chunk)]
        one, other = pairs_within(columns.question[inside], inside, most=len(inside))
        wanted = np.isin(_source_pairs(columns, one, other), suspects)
        wanted &= ~np.isin(one * len(columns) + other, explained)
        yield np.stack((one[wanted], other[wanted]))


def _chances(columns: Columns, compared: _Comparison, trust: Numbers, rules: CopyRules) -> Numbers:
    """Return the chance of copying of each suspected pair."""
    one, other = trust[columns.source[compared.one]], trust[columns.source[compared.other]]
    wrong = np.maximum(1.0, columns.alternatives - 1.0)[columns.question[compared.one]]
    both_right, both_wrong = one * other, (1.0 - one) * (1.0 - other) / wrong
    copied_right, copied_wrong = (one + other) / 2.0, 1.0 - (one + other) / 2.0
    settled = ~(np.isnan(compared.held[0]) | np.isnan(compared.held[1]))
    chance_alike = np.where(compared.held[0] > 0.0, both_right, both_wrong)
    chance_copied = np.where(compared.held[0] > 0.0, copied_right, copied_wrong)
    alike = np.log(rules.rate * chance_copied / chance_alike + 1.0 - rules.rate)
    signs = np.where(compared.alike, alike, np.log(1.0 - rules.rate))
    evidence = summed(compared.pair, np.where(settled, signs, 0.0), len(compared.suspects))
    chances: Numbers = expit(np.log(rules.prior / (1.0 - rules.prior)) + evidence)
    return chances


def _listed(columns: Columns, compared: _Comparison, chances: Numbers, rules: CopyRules) -> list[CopyPair]:
    common = np.bincount(compared.pair, minlength=len(compared.suspects))
    shared: list[set[int]] = [set() for _ in compared.suspects]
    errors = np.flatnonzero(compared.shared_errors)
    for pair, row in zip(compared.pair[errors].tolist(), compared.one[errors].tolist(), strict=True):
        shared[pair].add(int(columns.question[row]))
    found = [
        CopyPair(
            one=columns.sources[int(suspect) // len(columns.sources)],
            other=columns.sources[int(suspect) % len(columns.sources)],
            probability=float(chances[number]),
            common=int(common[number]),
            shared_false=len(shared[number]),
            questions=_labels(columns.questions, shared[number]),
        )
        for number, suspect in enumerate(compared.suspects)
        if common[number] >= rules.least_common
    ]
    return sorted(found, key=lambda pair: (-pair.probability, pair.one, pair.other))


def _labels(labels: Sequence[str], codes: Iterable[int]) -> tuple[str, ...]:
    return tuple(labels[code] for code in sorted(codes))
