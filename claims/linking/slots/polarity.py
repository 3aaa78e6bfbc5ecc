"""Whether a claim affirms or denies, clause by clause."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from claims.linking.data import arabic, english
from claims.linking.words import Lexicon, Match, Word

_NEGATORS = Lexicon({"not": english.NEGATORS}, {"not": arabic.NEGATORS})
_FAILURES = Lexicon({"fail": english.FAILURES}, {"fail": arabic.FAILURES})
_ASIDES = Lexicon({"aside": english.NEGATIVE_ASIDE}, {"aside": arabic.NEGATIVE_ASIDE})
_BREAKS = Lexicon({"break": english.CLAUSE_BREAKS}, {"break": arabic.CLAUSE_BREAKS})
_CONDITIONS = Lexicon({"if": english.SUBORDINATORS}, {"if": arabic.SUBORDINATORS})
_LACKS = Lexicon({"lack": english.LACKS}, {"lack": arabic.LACKS})
_RESTRICTIONS = Lexicon({"only": english.RESTRICTIONS}, {"only": arabic.RESTRICTIONS})

_FAILURE_REACH = 3
"""Words after "failed to" within which the predicate that failed stands."""
_VERB_FIRST_REACH = 8
"""The same where the verb comes before its subject: رفض محافظ المدينة فلان الفلاني الاستقالة."""


@dataclass(frozen=True, slots=True)
class ClausePolarity:
    """Words `start` to `end` and what negates them.

    `negations` are words such as "not", which hold for the clause; `failures` those such as "failed"
    or رفض, which hold for what follows them; `lacks` those such as "without" or دون, which hold for
    the phrase behind them alone. `verb_first`: the verb stands before its subject. In a subordinate
    clause ("unless", ما لم) nothing is said to be so.
    """

    start: int
    end: int
    negations: tuple[Match, ...]
    failures: tuple[Match, ...]
    lacks: tuple[Match, ...] = ()
    verb_first: bool = False
    subordinate: bool = False

    @property
    def negative(self) -> bool:
        """Tell whether the clause as a whole is negated; two negations make an affirmation."""
        if self.subordinate:
            return False
        undone = sum(1 for lack in self.lacks if any(n.start < lack.start for n in self.negations))
        return (len(self.negations) + len(self.failures) + undone) % 2 == 1

    @property
    def cue(self) -> Match | None:
        """The first words that negate the clause."""
        return min((*self.negations, *self.failures), key=lambda match: match.start, default=None)

    def cues_on(self, start: int, end: int) -> list[Match]:
        """Return what negates the predicate from word `start` to `end` from outside itself."""
        outside = [match for match in self.negations if not start <= match.start < end]
        reach = _VERB_FIRST_REACH if self.verb_first else _FAILURE_REACH
        failed = [match for match in self.failures if 0 < start - match.start <= reach]
        return outside + failed + [m for m in self.lacks if 0 < start - m.start <= _FAILURE_REACH]

    def negates(self, start: int, end: int) -> bool:
        """Tell whether the predicate from word `start` to `end` is negated from outside itself."""
        return len(self.cues_on(start, end)) % 2 == 1


def find_polarity(words: Sequence[Word]) -> list[ClausePolarity]:
    """Return the clauses of a claim with the polarity of each."""
    return [_clause(words, bounds) for bounds in _clauses(words)]


def _clause(words: Sequence[Word], bounds: tuple[int, int]) -> ClausePolarity:
    start, end = bounds
    condition = _CONDITIONS.match(words, start)
    if condition:
        return ClausePolarity(start, end, (), (), subordinate=True)
    negations = _cues(_NEGATORS, words, bounds)
    if negations and any(_RESTRICTIONS.match(words, i) for i in range(negations[-1].end, end)):
        negations = negations[:-1]
    failures, lacks = _cues(_FAILURES, words, bounds), _cues(_LACKS, words, bounds)
    return ClausePolarity(start, end, negations, failures, lacks, verb_first=words[start].is_arabic)


def _clauses(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Split at punctuation, and at conjunctions that set a new clause against the last or under it."""
    starts = [0] if words else []
    for _, group in groupby(range(len(words)), key=lambda index: words[index].clause):
        indices = list(group)
        starts.extend(
            i for i in indices if i == indices[0] or _BREAKS.match(words, i) or _CONDITIONS.match(words, i)
        )
    bounds = sorted(set(starts))
    return list(zip(bounds, [*bounds[1:], len(words)], strict=True))


def _cues(lexicon: Lexicon, words: Sequence[Word], bounds: tuple[int, int]) -> tuple[Match, ...]:
    """Return the entries of `lexicon`, set phrases such as "no fewer than" left out."""
    cues: list[Match] = []
    index, end = bounds
    while index < end:
        aside = _ASIDES.match(words, index)
        if aside:
            index = aside.end
            continue
        match = lexicon.match(words, index)
        numbered = index + 1 < len(words) and words[index + 1].is_number
        if match and not (match.length == 1 and numbered):
            cues.append(match)
        index = match.end if match else index + 1
    return tuple(cues)
