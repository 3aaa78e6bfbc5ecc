"""Days of the Islamic calendar as days of the common one."""

from datetime import date

_BEFORE_FIRST_YEAR = 227_014
"""Ordinal of the day before 1 Muharram 1 in the civil reckoning: 15 July 622 of the Julian calendar."""
_DAYS_OF_COMMON_YEAR = 354
_MONTHS = 12


def hijri_day(year: int, month: int, day: int) -> date:
    """Return the day of a Hijri date by the tabular calendar, which countries precede or follow by a day.

    The formula of Reingold and Dershowitz, Calendrical Calculations: months of 30 and 29 days in turn, and
    eleven leap years in thirty.

    >>> hijri_day(1446, 1, 1)
    datetime.date(2024, 7, 8)
    """
    leap_days = (3 + 11 * year) // 30
    of_year = day + 29 * (month - 1) + (6 * month - 1) // 11
    return date.fromordinal(_BEFORE_FIRST_YEAR + (year - 1) * _DAYS_OF_COMMON_YEAR + leap_days + of_year)


def hijri_month(year: int, month: int) -> tuple[date, date]:
    """Return the first and the last day of a Hijri month."""
    following = hijri_day(year + month // _MONTHS, month % _MONTHS + 1, 1)
    return hijri_day(year, month, 1), date.fromordinal(following.toordinal() - 1)


def hijri_year_near(published_on: date, month: int) -> int:
    """Return the year whose `month` lies nearest to the day of publication, begun months first.

    A month that is still to come is meant only where the last one is more than ten months past.
    """
    guess = int((published_on.year - 622) * 33 / 32) + 2
    years = [year for year in range(guess - 3, guess + 1) if hijri_day(year, month, 1) <= published_on]
    latest = max(years, default=guess - 3)
    months_past = (published_on - hijri_day(latest, month, 1)).days / 29.5
    return latest + (months_past > 10)
