"""When: intervals of days and of the clock, as slot values and as things to compare."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from claims.linking.types import Agreement

SIGHTING_DAYS = 2
"""Days between the tabular calendar and that of Umm al-Qura, over two years; countries differ by one more."""
DAYS_OF_A_WEEK = 7
MINUTES_OF_A_DAY = 24 * 60
CLOCK_TOLERANCE = 20
"""Minutes by which two clock times of one event may differ: "around two" against "shortly before two"."""


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """Days from `first` to `last`, both included.

    `sighted` days follow the moon as each country sees it: against a day of the common calendar they may
    lie up to `SIGHTING_DAYS` earlier or later.
    """

    first: date
    last: date
    sighted: bool = False

    def encode(self) -> str:
        """Return the slot value: `2021-05-17`, or `2021-05-17/2021-05-18`; sighted days begin with `~`."""
        head = "~" if self.sighted else ""
        return head + (self.first.isoformat() if self.first == self.last else f"{self.first}/{self.last}")

    def overlaps(self, other: "Days") -> bool:
        """Tell whether the two intervals share a day, or may share one."""
        leeway = timedelta(days=SIGHTING_DAYS * (self.sighted != other.sighted))
        return self.first <= other.last + leeway and other.first <= self.last + leeway

    def apart(self, other: "Days") -> int:
        """Return the days between the two intervals, 0 where they touch or overlap."""
        if self.overlaps(other):
            return 0
        return max((other.first - self.last).days, (self.first - other.last).days)

    @property
    def length(self) -> int:
        """Number of days in the interval."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True, order=True)
class Clock:
    """Minutes after midnight, from `first` to `last`; beyond 1440 it is the next morning."""

    first: int
    last: int

    def encode(self) -> str:
        """Return the slot value, such as `T03:20/T03:20`."""
        return f"T{_hours(self.first)}/T{_hours(self.last)}"

    @property
    def is_exact(self) -> bool:
        """Tell whether this is a time of the clock rather than a part of the day."""
        return self.last - self.first <= 2 * CLOCK_TOLERANCE

    def apart(self, other: "Clock") -> int:
        """Return the minutes between the two, the shorter way round the clock."""
        if self.first <= other.last and other.first <= self.last:
            return 0
        gaps = (other.first - self.last, self.first - other.last)
        return min(abs(gap + shift) for gap in gaps for shift in (0, MINUTES_OF_A_DAY) if gap + shift >= 0)


def _hours(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def parse_clock(text: str) -> Clock:
    """Read `03:20/04:00`, with or without the T before each.

    >>> parse_clock("T03:20/T04:00")
    Clock(first=200, last=240)
    """
    first, last = (part.removeprefix("T").split(":") for part in text.split("/"))
    return Clock(int(first[0]) * 60 + int(first[1]), int(last[0]) * 60 + int(last[1]))


def parse_days(text: str) -> Days:
    """Read a value that `Days.encode` wrote."""
    first, _, last = text.removeprefix("~").partition("/")
    return Days(date.fromisoformat(first), date.fromisoformat(last or first), text.startswith("~"))


def split_times(values: Iterable[str]) -> tuple[list[Days], list[Clock]]:
    """Return the day intervals and the clock times among slot values."""
    listed = list(values)
    return (
        [parse_days(value) for value in listed if not value.startswith("T")],
        [parse_clock(value) for value in listed if value.startswith("T")],
    )


def compare_days(a: Days, b: Days) -> Agreement:
    """Tell how two day intervals stand to each other; the vaguer one is compatible.

    >>> compare_days(parse_days("2021-05-17"), parse_days("2021-05-01/2021-05-31"))
    <Agreement.COMPATIBLE: 'compatible'>
    """
    if a == b:
        return Agreement.SAME
    return Agreement.COMPATIBLE if _widened(a).overlaps(_widened(b)) else Agreement.DIFFERENT


def _widened(days: Days) -> Days:
    """Return a week with the two days before it, on which it begins in much of the Arab world."""
    if days.length != DAYS_OF_A_WEEK:
        return days
    return Days(days.first - timedelta(days=2), days.last, days.sighted)


def compare_clocks(a: Clock, b: Clock) -> Agreement:
    """Tell how two times of the day stand to each other.

    >>> compare_clocks(parse_clock("03:20/03:20"), parse_clock("00:00/00:30"))
    <Agreement.DIFFERENT: 'different'>
    """
    gap = a.apart(b)
    if gap > CLOCK_TOLERANCE:
        return Agreement.DIFFERENT
    return Agreement.SAME if a.is_exact and b.is_exact else Agreement.COMPATIBLE


def month_days(year: int, month: int) -> Days:
    """Return the days of a month."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return Days(date(year, month, 1), following - timedelta(days=1))
