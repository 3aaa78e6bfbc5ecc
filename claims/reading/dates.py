"""When an article was published: the forms that pages, files and people write."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from claims.reading.types import ReadWarning, Warnings

EARLIEST_YEAR = 1900
"""Older newspapers are archive work, and a year below this is nearly always a mistake."""

FUTURE_DAYS_MAX = 2
"""A page dated tomorrow may come from the other side of the date line; later is a mistake or a schedule."""

RAW_CHARACTERS_MAX = 100
"""The longest date with weekday, two calendars and a clock stays below this."""

ENGLISH_MONTHS = "january february march april may june july august september october november december"
ARABIC_MONTHS = (
    "يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر",  # Egypt, Gulf, Sudan
    "- شباط اذار نيسان ايار حزيران تموز اب ايلول - - -",  # Levant, Iraq
    "جانفي فيفري - افريل ماي جوان جويليه اوت - - - -",  # Algeria, Tunisia
    "- - - - ماي يونيه يوليوز غشت شتنبر - نونبر دجنبر",  # Morocco
    "- - - - - يونيه يوليه - - - - -",
)
ARABIC_LONG_MONTHS = {"كانون الثاني": 1, "تشرين الاول": 10, "تشرين الثاني": 11, "كانون الاول": 12}
HIJRI_MONTHS = (
    "محرم صفر ربيع جمادى رجب شعبان رمضان شوال ذو ذي القعده الحجه "
    "muharram safar rabi jumada rajab shaaban shaban ramadan shawwal dhu"
)

DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
ARABIC_FOLDING = str.maketrans("أإآٱة", "ااااه", "\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652")
INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u061c]")

YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$")
DAY_OR_MONTH_FIRST = re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
DAY_WORD_YEAR = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.)?\s*(?:of\s+|من\s+|-|/)?\s*([^\W\d]+)(?:\s+(الثاني|الاول))?"
    r"(?:\s*[/(]\s*[^\W\d]+(?:\s+(?:الثاني|الاول))?\s*\)?)?[\s,،.\-/]*(?:لعام\s+|عام\s+)?(\d{4})(?!\d)"
)
WORD_DAY_YEAR = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?\s*[,،]?\s+(\d{4})(?!\d)")
HIJRI_YEAR = re.compile(r"(?<!\d)1[34]\d\d\s*(?:هـ|ه|ھ|ah)?(?!\w)")


def _month_numbers() -> Mapping[str, int]:
    english = ENGLISH_MONTHS.split()
    numbers = {name: index for index, name in enumerate(english, 1)}
    numbers |= {name[:3]: index for index, name in enumerate(english, 1)} | {"sept": 9}
    rows = (enumerate(row.split(), 1) for row in ARABIC_MONTHS)
    numbers |= {name: index for index, name in chain.from_iterable(rows) if name != "-"}
    return numbers | ARABIC_LONG_MONTHS


MONTHS = _month_numbers()


@dataclass(frozen=True, slots=True)
class PublishedDate:
    """A day, the words it was read from, and why it is missing or doubtful."""

    day: date | None
    raw: str
    warnings: Warnings = ()


def read_published(raw: str, *, today: date) -> PublishedDate:
    """Return the day that `raw` names; a day that cannot be right is refused with a warning.

    >>> read_published("الخميس ١٢ آذار/مارس ٢٠٢٦", today=date(2026, 5, 1)).day
    datetime.date(2026, 3, 12)
    """
    raw = " ".join(raw.split())[:RAW_CHARACTERS_MAX]
    if not raw:
        return PublishedDate(None, "")
    words = INVISIBLE.sub("", raw).translate(DIGITS).translate(ARABIC_FOLDING).lower()
    for reading in READINGS:
        found = reading(words)
        if found is not None:
            return _checked(found, raw, today)
    code = "date_hijri" if _is_hijri(words) else "date_not_understood"
    return PublishedDate(None, raw, (ReadWarning(code, {"raw": raw}),))


@dataclass(frozen=True, slots=True)
class _Numbers:
    year: int
    month: int
    day: int
    is_ambiguous: bool = False


def _checked(found: _Numbers, raw: str, today: date) -> PublishedDate:
    if found.is_ambiguous:
        return PublishedDate(None, raw, (ReadWarning("date_ambiguous", {"raw": raw}),))
    try:
        day = date(found.year, found.month, found.day)
    except ValueError:
        return PublishedDate(None, raw, (ReadWarning("date_impossible", {"raw": raw}),))
    if day > today + timedelta(days=FUTURE_DAYS_MAX):
        return PublishedDate(None, raw, (ReadWarning("date_in_future", {"raw": raw}),))
    if day.year < EARLIEST_YEAR:
        return PublishedDate(None, raw, (ReadWarning("date_too_early", {"raw": raw}),))
    return PublishedDate(day, raw)


def _year_first(words: str) -> _Numbers | None:
    found = YEAR_FIRST.search(words) or COMPACT.match(words)
    if found is None:
        return None
    year, month, day = (int(number) for number in found.groups())
    return _Numbers(year, month, day)


def _numbers_only(words: str) -> _Numbers | None:
    """Read 13/02/2026 either way round, but not 03/02/2026: half the world would read it wrong."""
    found = DAY_OR_MONTH_FIRST.search(words)
    if found is None:
        return None
    first, second, year = (int(number) for number in found.groups())
    if second > 12 >= first:
        return _Numbers(year, first, second)
    return _Numbers(year, second, first, is_ambiguous=first <= 12 and first != second)


def _day_month_year(words: str) -> _Numbers | None:
    for found in DAY_WORD_YEAR.finditer(words):
        day, word, ordinal, year = found.groups()
        month = MONTHS.get(f"{word} {ordinal}" if ordinal else word)
        if month:
            return _Numbers(int(year), month, int(day))
    return None


def _month_day_year(words: str) -> _Numbers | None:
    for found in WORD_DAY_YEAR.finditer(words):
        word, day, year = found.groups()
        if word in MONTHS:
            return _Numbers(int(year), MONTHS[word], int(day))
    return None


def _is_hijri(words: str) -> bool:
    return bool(HIJRI_YEAR.search(words)) and not set(HIJRI_MONTHS.split()).isdisjoint(words.split())


READINGS: tuple[Callable[[str], _Numbers | None], ...] = (
    _year_first,
    _numbers_only,
    _day_month_year,
    _month_day_year,
)
