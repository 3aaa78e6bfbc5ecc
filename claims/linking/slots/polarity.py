"""Whether a claim affirms or denies, clause by clause."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from claims.linking.data import arabic, english
from claims.linking.words import Lexicon, Word

_NEGATORS = Lexicon({"not": english.NEGATORS}, {"not": arabic.NEGATORS})
_FAILURES = Lexicon({"fail": english.FAILURES}, {"fail": arabic.FAILURES})
_ASIDES = Lexicon({"aside": english.NEGATIVE_ASIDE}, {"aside": arabic.NEGATIVE_ASIDE})
_BREAKS = Lexicon({"break": english.CLAUSE_BREAKS}, {"break": arabic.CLAUSE_BREAKS})


_FAILURE_REACH = 3
"""Words after "failed to" within which the predicate that failed stands."""


@dataclass(frozen=True, slots=True)
class ClausePolarity:
    """Words `start` to `end` and what negates them.

    `negations` are the indices of words such as "not", which hold for the clause;
    `failures` those of words such as "failed" or رفض, which hold for what follows them.
    """

    start: int
    end: int
    negations: tuple[int, ...]
    failures: tuple[int, ...]

    @property
    def negative(self) -> bool:
        """Tell whether the clause as a whole is negated; two negations make an affirmation."""
        return (len(self.negations) + len(self.failures)) % 2 == 1

    @property
    def cue(self) -> int | None:
        """Index of the first word that negates."""
        return min((*self.negations, *self.failures), default=None)

    def negates(self, start: int, end: int) -> bool:
        """Tell whether the predicate from word `start` to `end` is negated from outside itself."""
        negated = sum(1 for negation in self.negations if not start <= negation < end)
        failed = sum(1 for failure in self.failures if 0 < start - failure <= _FAILURE_REACH)
        return (negated + failed) % 2 == 1


def find_polarity(words: Sequence[Word]) -> list[ClausePolarity]:
    """Return the clauses of a claim with the polarity of each."""
    return [
        ClausePolarity(
            start, end, _cues(_NEGATORS, words, (start, end)), _cues(_FAILURES, words, (start, end))
        )
        for start, end in _clauses(words)
    ]


def _clauses(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Split at punctuation, and at conjunctions that set a new clause against the last."""
    starts = [0] if words else []
    for _, group in groupby(range(len(words)), key=lambda index: words[index].clause):
        indices = list(group)
        starts.extend(i for i in indices if i == indices[0] or _BREAKS.match(words, i))
    bounds = sorted(set(starts))
    return list(zip(bounds, [*bounds[1:], len(words)], strict=True))


def _cues(lexicon: Lexicon, words: Sequence[Word], bounds: tuple[int, int]) -> tuple[int, ...]:
    """Return where the words of `lexicon` stand, set phrases such as "no fewer than" left out."""
    cues: list[int] = []
    index, end = bounds
    while index < end:
        aside = _ASIDES.match(words, index)
        if aside:
            index = aside.end
            continue
        match = lexicon.match(words, index)
        numbered = index + 1 < len(words) and words[index + 1].is_number
        if match and not (match.length == 1 and numbered):
            cues.append(index)
        index = match.end if match else index + 1
    return tuple(cues)
