"""Dates of a claim, as intervals of days counted from the day of publication."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from claims.linking.data import arabic, english
from claims.linking.slots.hijri import hijri_day, hijri_month, hijri_year_near
from claims.linking.slots.numbers import find_figures
from claims.linking.slots.times import Days, month_days
from claims.linking.words import Lexicon, Word
from claims.nlp.languages import ar_calendar, en_calendar

_YEAR = re.compile(r"(19|20)\d\d$")
_MAX_DAY_OF_MONTH = 31
_FUTURE_MONTHS = 45
"""Days ahead that a month without a year may lie: news names past months bare more often than coming ones."""

_DAYS = Lexicon(
    {str(k): v for k, v in en_calendar.DAYS.items()},
    {str(k): v for k, v in ar_calendar.DAYS.items()},
)
_WEEKDAYS = Lexicon(
    {str(k): v for k, v in en_calendar.WEEKDAYS.items()},
    {str(k): v for k, v in ar_calendar.WEEKDAYS.items()},
)
_MONTHS = Lexicon(
    {str(k): v for k, v in en_calendar.MONTHS.items()},
    {str(k): v for k, v in ar_calendar.MONTHS.items()},
)
_PERIODS = Lexicon(en_calendar.PERIODS, ar_calendar.PERIODS)
_DIRECTIONS = Lexicon(
    {"next": en_calendar.NEXT, "last": en_calendar.LAST, "this": en_calendar.THIS},
    {"next": ar_calendar.NEXT, "last": ar_calendar.LAST, "this": ar_calendar.THIS},
)
_FIRST_HOURS = Lexicon({"first": english.FIRST_HOURS}, {"first": arabic.FIRST_HOURS})
_DEADLINE_CUES = Lexicon({"within": english.DEADLINE_CUES}, {"within": arabic.DEADLINE_CUES})
_UNITS = Lexicon(english.ITEMS, arabic.ITEMS)
_UNIT_DAYS = {"day": 1, "week": 7, "month": 30}
_DEADLINE_REACH = 3
_FORWARD = Lexicon({"ahead": english.FORWARD_CUES}, {"ahead": arabic.FORWARD_CUES})
_ARABIC_FUTURE = re.compile(r"[وف]?س[يتن]\w{2,}")
_NOT_FUTURE = tuple(arabic.NOT_FUTURE.split())
_HIJRI = Lexicon(
    {str(k): v for k, v in en_calendar.HIJRI_MONTHS.items()},
    {str(k): v for k, v in ar_calendar.HIJRI_MONTHS.items()},
)
_HIJRI_YEAR = re.compile(r"1[34]\d\d$")
_HIJRI_CUES = Lexicon({"in": english.HIJRI_CUES}, {"in": arabic.HIJRI_CUES})
_HIJRI_ERA = Lexicon({"era": english.HIJRI_ERA}, {"era": arabic.HIJRI_ERA})
_AGO_AFTER = Lexicon({"ago": english.AGO_AFTER})
_AGO_BEFORE = Lexicon({"ago": arabic.AGO_BEFORE})
_WEEK_LEEWAY = 2
"""Days by which "a week ago" may miss the day."""
_YEAR_CUES = Lexicon({"year": english.YEAR_CUES}, {"year": arabic.YEAR_CUES})


@dataclass(frozen=True, slots=True)
class FoundDays:
    """Days that words `start` to `end` name; `is_date` where they give the day of a month."""

    days: Days
    start: int
    end: int
    is_date: bool = False


def find_days(words: Sequence[Word], published_on: date | None) -> list[FoundDays]:
    """Return the dates of a claim, left to right.

    Without `published_on` only full dates and years are read. A date that another one
    of the claim contains or repeats ("yesterday, Monday") is given once.
    """
    found: list[FoundDays] = []
    index = 0
    while index < len(words):
        hit = next((hit for read in _READERS if (hit := read(words, index, published_on))), None)
        if hit:
            found.append(hit)
        index = hit.end if hit else index + 1
    return _merge(found)


def _merge(found: Sequence[FoundDays]) -> list[FoundDays]:
    merged: list[FoundDays] = []
    for hit in found:
        last = merged[-1] if merged else None
        if last and hit.start - last.end <= 1 and (days := _one_day(last, hit)):
            merged[-1] = FoundDays(days, last.start, hit.end, last.is_date or hit.is_date)
        else:
            merged.append(hit)
    return merged


def _one_day(last: FoundDays, hit: FoundDays) -> Days | None:
    """Return the day that two neighbours name together; a weekday is that of the date beside it."""
    if hit.days.overlaps(last.days):
        return min(hit.days, last.days, key=lambda days: days.length)
    dated = [found.days for found in (last, hit) if found.is_date]
    one_weekday = hit.days.first.weekday() == last.days.first.weekday()
    if len(dated) == 1 and one_weekday and hit.days.length == last.days.length == 1:
        return dated[0]
    return None


def _calendar_date(words: Sequence[Word], start: int, published_on: date | None) -> FoundDays | None:
    """Read "3 March 2021", "March 3", "3 مارس", "May 2021" and "in May"."""
    day, month_at = None, start
    if _is_day_number(words[start]) and start + 1 < len(words):
        day, month_at = int(words[start].folded), start + 1
        month_at += words[month_at].folded == "of"
    match = _MONTHS.match(words, month_at) if month_at < len(words) else None
    if not match or (
        match.key == "5" and not words[match.start].is_arabic and not words[match.start].is_capital
    ):
        return None
    end = match.end
    if day is None and end < len(words) and _is_day_number(words[end]):
        day, end = int(words[end].folded), end + 1
    year, end = _year_at(words, end)
    if year is None:
        if published_on is None:
            return None
        year, end = _year_near(words, end, published_on, int(match.key))
    days = _days_of(year, int(match.key), day)
    return FoundDays(days, start, end, day is not None) if days else None


def _year_near(words: Sequence[Word], end: int, published_on: date, month: int) -> tuple[int, int]:
    """Return the year meant by a bare month: the nearest one, or the one a "last" or "next" points to."""
    direction = _DIRECTIONS.match(words, end) if end < len(words) and words[end].is_arabic else None
    distance = (date(published_on.year, month, 15) - published_on).days
    year = published_on.year - (distance > _FUTURE_MONTHS) + (distance < _FUTURE_MONTHS - 365)
    if direction and direction.key == "last" and distance > 0:
        year = published_on.year - 1
    return year, direction.end if direction else end


def _days_of(year: int, month: int, day: int | None) -> Days | None:
    """Return the days of a calendar date, or None where there is no such date."""
    if day is None:
        return month_days(year, month)
    try:
        exact = date(year, month, day)
    except ValueError:
        return None
    return Days(exact, exact)


def _is_day_number(word: Word) -> bool:
    return word.folded.isdecimal() and len(word.folded) <= 2 and 1 <= int(word.folded) <= _MAX_DAY_OF_MONTH


def _year_at(words: Sequence[Word], index: int) -> tuple[int | None, int]:
    if index < len(words) and _YEAR.fullmatch(words[index].folded):
        return int(words[index].folded), index + 1
    return None, index


def _bare_year(words: Sequence[Word], start: int, _: date | None) -> FoundDays | None:
    if not _YEAR.fullmatch(words[start].folded):
        return None
    cued = start and _YEAR_CUES.match(words, start - 1)
    if not cued:
        return None
    year = int(words[start].folded)
    return FoundDays(Days(date(year, 1, 1), date(year, 12, 31)), start, start + 1)


def _relative_day(words: Sequence[Word], start: int, published_on: date | None) -> FoundDays | None:
    match = _DAYS.match(words, start)
    if not match or not published_on or _FIRST_HOURS.match(words, start):
        return None
    day = published_on + timedelta(days=int(match.key))
    return FoundDays(Days(day, day), start, match.end)


def _weekday(words: Sequence[Word], start: int, published_on: date | None) -> FoundDays | None:
    """Read a weekday as the last one up to publication, or as the next where the clause looks ahead."""
    match = _WEEKDAYS.match(words, start)
    if not match or not published_on:
        return None
    direction, end = _direction_beside(words, start, match.end)
    back = (published_on.weekday() - int(match.key)) % 7
    if direction == "next" or (back and not direction and _looks_ahead(words, start)):
        back -= 7
    elif direction == "last" and back == 0:
        back = 7
    day = published_on - timedelta(days=back)
    return FoundDays(Days(day, day), start, end)


def _looks_ahead(words: Sequence[Word], start: int) -> bool:
    """Tell whether "will", سوف or a verb in the future comes before the day in its clause."""
    clause = words[start].clause
    before = (index for index in range(start) if words[index].clause == clause)
    return any(_FORWARD.match(words, index) or _is_future(words[index]) for index in before)


def _is_future(word: Word) -> bool:
    """Tell سيبدأ from سيطر and سياسة, which only begin like it."""
    bare = word.folded.lstrip("وف")
    if bare.startswith(_NOT_FUTURE) or bare.endswith("ه"):
        return False
    return bool(_ARABIC_FUTURE.fullmatch(word.folded))


def _direction_beside(words: Sequence[Word], start: int, end: int) -> tuple[str, int]:
    if end < len(words) and (after := _DIRECTIONS.match(words, end)) and words[end].is_arabic:
        return after.key, after.end
    before = _DIRECTIONS.match(words, start - 1) if start else None
    return (before.key, end) if before else ("", end)


def _period(words: Sequence[Word], start: int, published_on: date | None) -> FoundDays | None:
    """Read "last week", "this month", الأسبوع المقبل."""
    match = _PERIODS.match(words, start)
    if not match or not published_on:
        return None
    direction, end = _direction_beside(words, start, match.end)
    if not direction:
        return None
    shift = {"next": 1, "last": -1, "this": 0}[direction]
    return FoundDays(_period_days(match.key, shift, published_on), start, end)


def _period_days(period: str, shift: int, published_on: date) -> Days:
    if period == "year":
        year = published_on.year + shift
        return Days(date(year, 1, 1), date(year, 12, 31))
    if period == "month":
        months = published_on.year * 12 + published_on.month - 1 + shift
        return month_days(months // 12, months % 12 + 1)
    monday = published_on + timedelta(days=7 * shift - published_on.weekday())
    return Days(monday, monday + timedelta(days=6))


def _coming_days(words: Sequence[Word], start: int, published_on: date | None) -> FoundDays | None:
    """Read "within a week", "in the next two days", خلال عشرة أيام as the days from publication on."""
    cue = _DEADLINE_CUES.match(words, start)
    if not cue or not published_on:
        return None
    window = words[cue.end - 1 : cue.end + _DEADLINE_REACH]
    figure = next(find_figures(window), None)
    unit = _unit_of(window, figure.end) if figure else None
    names_month = cue.end + 1 < len(words) and (_HIJRI.match(words, cue.end) or _MONTHS.match(words, cue.end))
    if (
        figure is None
        or unit is None
        or names_month
        or any(_DIRECTIONS.match(window, i) for i in range(len(window)))
    ):
        return None
    last = published_on + timedelta(days=int(figure.value) * _UNIT_DAYS[unit])
    return FoundDays(Days(published_on, last), start, cue.end)


def _unit_of(words: Sequence[Word], end: int) -> str | None:
    """Return the unit behind a number, or the one that is itself the number (أسبوعين, "a week")."""
    for index in (end, end - 1):
        match = _UNITS.match(words, index) if index < len(words) else None
        if match and match.key in _UNIT_DAYS:
            return match.key
    return None


def _days_ago(words: Sequence[Word], start: int, published_on: date | None) -> FoundDays | None:
    """Read "three days ago", قبل يومين and قبل أسبوع, counted from publication; a week is not to the day."""
    before = _AGO_BEFORE.match(words, start)
    first = before.end if before else start
    if not published_on or first >= len(words):
        return None
    figure = next(find_figures(words[first : first + _DEADLINE_REACH]), None)
    unit = _unit_of(words, first + figure.end) if figure and figure.start == 0 else None
    if figure is None or unit not in {"day", "week"}:
        return None
    end = first + figure.end
    end += end < len(words) and bool(_UNITS.match(words, end))
    after = _AGO_AFTER.match(words, end) if end < len(words) else None
    if not after and (not before or (end < len(words) and _continues_lapse(words[end]))):
        return None
    day = published_on - timedelta(days=int(figure.value) * _UNIT_DAYS[unit])
    leeway = timedelta(days=_WEEK_LEEWAY * (unit == "week"))
    return FoundDays(Days(day - leeway, day + leeway), start, after.end if after else end)


def _continues_lapse(word: Word) -> bool:
    """Tell قبل ثلاثة أيام من الموعد, which counts from something else than today."""
    return word.folded in {"من", "علي"}


def _hijri_date(words: Sequence[Word], start: int, published_on: date | None) -> FoundDays | None:
    """Read "15 Ramadan 1445", يوم 27 من شعبان, and "in Ramadan" where a word announces the month."""
    numbered = _is_day_number(words[start])
    at = start + numbered
    at += at < len(words) and numbered and words[at].folded in {"of", "من"}
    match = _HIJRI.match(words, at) if at < len(words) else None
    if not match or not (numbered or _is_cued_month(words, start)):
        return None
    end, year, month = match.end, None, int(match.key)
    if end < len(words) and _HIJRI_YEAR.fullmatch(words[end].folded):
        year, end = int(words[end].folded), end + 1
        end += end < len(words) and bool(_HIJRI_ERA.match(words, end))
    if year is None:
        if published_on is None:
            return None
        year = hijri_year_near(published_on, month)
    if not numbered:
        return FoundDays(Days(*hijri_month(year, month), sighted=True), start, end)
    day = hijri_day(year, month, int(words[start].folded))
    return FoundDays(Days(day, day, sighted=True), start, end, is_date=True)


def _is_cued_month(words: Sequence[Word], start: int) -> bool:
    """Tell the month of Ramadan from a man of that name."""
    return bool(start) and bool(_HIJRI_CUES.match(words, start - 1))


_Reader = Callable[[Sequence[Word], int, date | None], FoundDays | None]
_READERS: tuple[_Reader, ...] = (
    _calendar_date,
    _hijri_date,
    _bare_year,
    _relative_day,
    _days_ago,
    _coming_days,
    _weekday,
    _period,
)
