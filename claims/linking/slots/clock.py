"""Times of the day in a claim: "3:20 a.m.", "shortly before midnight", في نحو الثانية فجرا."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from claims.linking.data import arabic, english
from claims.linking.slots.times import CLOCK_TOLERANCE, Clock, parse_clock
from claims.linking.words import Lexicon, Match, Word

_WRITTEN = re.compile(r"(\d{1,2})[:.](\d\d)$")
_AROUND_PRAYER = 45
"""Minutes that "before" or "after" a part of the day reaches."""

_HALVES = Lexicon({"am": english.AM, "pm": english.PM}, {"am": arabic.AM, "pm": arabic.PM})
_HOURS = Lexicon({str(k): v for k, v in arabic.CLOCK_HOURS.items()})
_WORDED_HOURS = Lexicon({str(k): v for k, v in english.CLOCK_HOURS.items()})
_LEADING_FRACTIONS = Lexicon({str(k): v for k, v in english.CLOCK_FRACTIONS.items()})
_OCLOCK = Lexicon({"hour": "o'clock | o’clock"})
_FRACTIONS = Lexicon({str(k): v for k, v in arabic.CLOCK_FRACTIONS.items()})
_PARTS = Lexicon(english.DAYPARTS, arabic.DAYPARTS)
_CUES = Lexicon({"cue": english.CLOCK_CUES}, {"cue": arabic.CLOCK_CUES})
_SIDES = Lexicon(
    {"before": english.BEFORE, "after": english.AFTER},
    {"before": arabic.BEFORE, "after": arabic.AFTER},
)
_NAMED_HOURS = frozenset({"noon", "midday", "midnight"})
"""Hours that are parts of the day where no fraction leads them."""
_HALF_REACH = 5


@dataclass(frozen=True, slots=True)
class FoundClock:
    """A time of the day that words `start` to `end` name."""

    clock: Clock
    start: int
    end: int


def find_clocks(words: Sequence[Word], taken: Set[int] = frozenset()) -> list[FoundClock]:
    """Return the times of the day in a claim, left to right; words in `taken` name days."""
    found, index = [], 0
    while index < len(words):
        hit = None if index in taken else _clock_time(words, index) or _part_of_day(words, index)
        if hit:
            found.append(hit)
        index = hit.end if hit else index + 1
    return found


def _clock_time(words: Sequence[Word], start: int) -> FoundClock | None:
    hour, minute, end = _hour_at(words, start)
    if hour is None:
        return None
    digits = words[end - 1].is_number or words[end - 1].is_arabic
    half, end = _half_of_day(words, end, _HALF_REACH if digits else 1)
    written = bool(_WRITTEN.match(words[start].folded))
    if not half and not (written and ":" in words[start].text) and not _names_hour(words, start, end):
        return None
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    minutes = hour * 60 + minute
    return FoundClock(Clock(minutes, minutes), start, end)


def _hour_at(words: Sequence[Word], start: int) -> tuple[int | None, int, int]:
    """Return hour, minute and the index after them, or None for the hour."""
    written = _WRITTEN.match(words[start].folded)
    if written and int(written[1]) < 24 and int(written[2]) < 60:
        return int(written[1]), int(written[2]), start + 1
    if words[start].folded.isdecimal() and 1 <= int(words[start].folded) <= 12 and _cued(words, start):
        return int(words[start].folded), 0, start + 1
    worded = _worded_hour(words, start)
    if worded:
        return worded
    match = _HOURS.match(words, start)
    if not match or not _cued(words, start):
        return None, 0, start
    fraction = _FRACTIONS.match(words, match.end) if match.end < len(words) else None
    minute = int(fraction.key) if fraction else 0
    hour = int(match.key) - (minute < 0)
    return hour, minute % 60, fraction.end if fraction else match.end


def _worded_hour(words: Sequence[Word], start: int) -> tuple[int, int, int] | None:
    """Read "half past nine", "quarter to midnight" and "at nine" as hour, minute and the index after them."""
    fraction = _LEADING_FRACTIONS.match(words, start)
    hour = _WORDED_HOURS.match(words, fraction.end if fraction else start) if _has(words, fraction) else None
    if not hour or not (fraction or _cued(words, start)):
        return None
    if not fraction and words[start].folded in _NAMED_HOURS:
        return None
    minute = int(fraction.key) if fraction else 0
    named = words[hour.start].folded
    base = {"midnight": 0, "noon": 12, "midday": 12}.get(named, int(hour.key))
    return (base - (minute < 0)) % 24, minute % 60, hour.end


def _has(words: Sequence[Word], fraction: Match | None) -> bool:
    return fraction is None or fraction.end < len(words)


def _cued(words: Sequence[Word], start: int) -> bool:
    return any(_CUES.match(words, index) for index in range(max(0, start - 2), start))


def _names_hour(words: Sequence[Word], start: int, end: int) -> bool:
    """Tell an hour that needs no "in the evening": behind الساعة, "half past nine", "nine o'clock"."""
    oclock = end < len(words) and _OCLOCK.match(words, end)
    return _is_arabic_hour(words, start) or bool(oclock) or bool(_LEADING_FRACTIONS.match(words, start))


def _is_arabic_hour(words: Sequence[Word], start: int) -> bool:
    """Tell whether an hour word stands right after الساعة: elsewhere it may be an ordinal."""
    return bool(start) and words[start - 1].folded.endswith("ساعه") and words[start].is_arabic


def _half_of_day(words: Sequence[Word], end: int, reach: int) -> tuple[str, int]:
    for index in range(end, min(end + reach, len(words))):
        if words[index].clause != words[end - 1].clause and index > end + 1:
            break
        match = _HALVES.match(words, index)
        if match:
            return match.key, match.end
    return "", end


def _part_of_day(words: Sequence[Word], start: int) -> FoundClock | None:
    """Read "at midnight", "before dawn", قبيل منتصف الليل."""
    match = _PARTS.match(words, start)
    if not match:
        return None
    clock = parse_clock(match.key)
    side, first = _side_before(words, start)
    if side == "before":
        clock = Clock(clock.first - _AROUND_PRAYER, max(clock.first, clock.last - _AROUND_PRAYER))
    elif side == "after":
        clock = Clock(clock.first, clock.last + _AROUND_PRAYER)
    if clock.first < 0:
        clock = Clock(clock.first + 24 * 60, clock.last + 24 * 60 - (clock.last >= 0) * CLOCK_TOLERANCE)
    return FoundClock(clock, first, match.end)


def _side_before(words: Sequence[Word], start: int) -> tuple[str, int]:
    for index in range(max(0, start - 2), start):
        match = _SIDES.match(words, index)
        if match and match.end >= start - 1:
            return match.key, index
    return "", start
