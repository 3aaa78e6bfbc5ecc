"""Finding which reading of the rules and which of the tagger are of the same statement."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from claims.nlp.types import Attribution, Spans

SAME_CONTENT = 0.5
"""Dice overlap of two contents from which they are one statement, as the benchmark's scorer counts a pair."""

_SOURCE_SHARE = 0.05
_CUE_SHARE = 0.3
"""What a common source and a common cue add: they decide between readings of contents that overlap."""

_ALIKE = 0.8
"""Dice overlap from which two contents are one statement though their cues are others."""

_NEAR = 24
"""Readings before and behind a place among which its counterpart stands."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One statement as the rules read it, as the tagger reads it, or both; never neither.

    `inside_rules` and `inside_tagged` count the other side's readings of the same cue that the content holds
    besides its counterpart: "that X and that Y" read as one statement or as two.
    """

    rules: Attribution | None = None
    tagged: Attribution | None = None
    inside_rules: int = 0
    inside_tagged: int = 0

    @property
    def readings(self) -> tuple[Attribution, ...]:
        """The one reading or both, the rules' first."""
        return tuple(reading for reading in (self.rules, self.tagged) if reading is not None)


def pair_up(rules: Sequence[Attribution], tagged: Sequence[Attribution]) -> list[Candidate]:
    """Return every reading once, with its counterpart where there is one, in text order."""
    order = sorted(range(len(tagged)), key=lambda k: tagged[k].content[0])
    starts = [tagged[k].content[0].start for k in order]
    offers = []
    for number, reading in enumerate(rules):
        at = bisect_left(starts, reading.content[0].start)
        for k in order[max(0, at - _NEAR) : at + _NEAR]:
            alike = _likeness(reading, tagged[k])
            if alike:
                offers.append((alike, number, k))
    theirs: dict[int, int] = {}
    taken: set[int] = set()
    for _, number, k in sorted(offers, key=lambda offer: (-offer[0], offer[1], offer[2])):
        if number not in theirs and k not in taken:
            theirs[number] = k
            taken.add(k)
    by_rules, by_tagger = _InOrder(rules), _InOrder(tagged)
    found = []
    for number, reading in enumerate(rules):
        counterpart = tagged[theirs[number]] if number in theirs else None
        found.append(_candidate(reading, counterpart, by_rules, by_tagger))
    lone = [reading for k, reading in enumerate(tagged) if k not in taken]
    found += [Candidate(tagged=reading, inside_tagged=_inside(reading, by_rules, ())) for reading in lone]
    return sorted(found, key=lambda candidate: candidate.readings[-1].content[0])


def _likeness(rules: Attribution, tagged: Attribution) -> float:
    """Return how sure two readings are of one statement, 0 where they are not."""
    apart = (
        rules.content[-1].end <= tagged.content[0].start or tagged.content[-1].end <= rules.content[0].start
    )
    if apart:
        return 0.0
    alike = dice(rules.content, tagged.content)
    same_cue = share(rules.cue, tagged.cue) > 0
    if alike < SAME_CONTENT or not (same_cue or alike >= _ALIKE or not (rules.cue and tagged.cue)):
        return 0.0
    return alike + _CUE_SHARE * same_cue + _SOURCE_SHARE * dice(rules.source, tagged.source)


class _InOrder:
    """Readings in the order in which their contents begin."""

    def __init__(self, readings: Sequence[Attribution]) -> None:
        self._readings = sorted(readings, key=lambda reading: reading.content[0].start)
        self._starts = [reading.content[0].start for reading in self._readings]

    def beginning_in(self, content: Spans) -> list[Attribution]:
        """Return the readings whose contents begin inside another."""
        first, last = content[0].start, content[-1].end
        return self._readings[bisect_left(self._starts, first) : bisect_left(self._starts, last)]


def _candidate(
    reading: Attribution, counterpart: Attribution | None, by_rules: _InOrder, by_tagger: _InOrder
) -> Candidate:
    return Candidate(
        rules=reading,
        tagged=counterpart,
        inside_rules=_inside(reading, by_tagger, (counterpart,)),
        inside_tagged=0 if counterpart is None else _inside(counterpart, by_rules, (reading,)),
    )


def _inside(reading: Attribution, others: _InOrder, but: Sequence[Attribution | None]) -> int:
    """Return how many other readings of the same cue stand wholly inside this one's content."""
    return sum(
        covered(other.content, reading.content) > 0.9 and share(other.cue, reading.cue) > 0
        for other in others.beginning_in(reading.content)
        if not any(other is left for left in but)
    )


def share(one: Spans, other: Spans) -> int:
    """Return how many characters two marks have in common."""
    common = 0
    for a in one:
        for b in other:
            common += max(0, min(a.end, b.end) - max(a.start, b.start))
    return common


def size(spans: Spans) -> int:
    """Return how many characters a mark has."""
    return sum(span.end - span.start for span in spans)


def dice(one: Spans, other: Spans) -> float:
    """Return twice the common characters over all of them, in [0, 1]; two empty marks are equal."""
    total = size(one) + size(other)
    return 2 * share(one, other) / total if total else 1.0


def covered(one: Spans, by: Spans) -> float:
    """Return the share of a mark that another covers, in [0, 1]."""
    whole = size(one)
    return share(one, by) / whole if whole else 0.0
