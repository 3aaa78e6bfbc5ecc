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


@dataclass(frozen=True, slots=True)
class ClausePolarity:
    """Words `start` to `end` and whether they are negated; `cue` is the index of the word that does it."""

    start: int
    end: int
    negative: bool
    cue: int | None


def find_polarity(words: Sequence[Word]) -> list[ClausePolarity]:
    """Return the clauses of a claim with the polarity of each; two negations make an affirmation."""
    polarities = []
    for start, end in _clauses(words):
        cues = _negations(words, start, end)
        polarities.append(ClausePolarity(start, end, len(cues) % 2 == 1, cues[0] if cues else None))
    return polarities


def _clauses(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Split at punctuation, and at conjunctions that set a new clause against the last."""
    starts = [0] if words else []
    for _, group in groupby(range(len(words)), key=lambda index: words[index].clause):
        indices = list(group)
        starts.extend(i for i in indices if i == indices[0] or _BREAKS.match(words, i))
    bounds = sorted(set(starts))
    return list(zip(bounds, [*bounds[1:], len(words)], strict=True))


def _negations(words: Sequence[Word], start: int, end: int) -> list[int]:
    cues: list[int] = []
    index = start
    while index < end:
        aside = _ASIDES.match(words, index)
        if aside:
            index = aside.end
            continue
        match = _NEGATORS.match(words, index) or _FAILURES.match(words, index)
        numbered = index + 1 < len(words) and words[index + 1].is_number
        if match and not (match.length == 1 and numbered):
            cues.append(index)
        index = match.end if match else index + 1
    return cues
