"""The moment that a reader wants to look at the records from: now, or the end of a day gone by."""

from dataclasses import dataclass
from datetime import date, datetime, time
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from workbench.core.errors import WorkbenchError, gettext_noop

PARAMETER = "as_of"
"""The name of the moment in an address, of pages and of the API alike."""


class MomentNotUnderstood(WorkbenchError):
    """What was given as a moment is neither a date nor a timestamp."""

    code = "as_of_not_understood"
    message = gettext_noop("“{given}” is neither a day nor a moment.")
    hint = gettext_noop("Give a date such as 2026-03-01, or a timestamp such as 2026-03-01T09:30:00Z.")


class MomentNotYet(WorkbenchError):
    """The moment asked for has not come."""

    code = "as_of_in_the_future"
    message = gettext_noop("“{given}” is still to come; nothing is known of it.")
    hint = gettext_noop("Give a day or a moment that is over, or none for now.")


@dataclass(frozen=True, slots=True)
class AsOf:
    """A moment to look from.

    Parameters
    ----------
    moment : timezone-aware; nothing recorded later is known.
    asked : how the address names it; "" for now.
    problem : why what was asked for is not shown, and now is; None where all is well.
    """

    moment: datetime
    asked: str = ""
    problem: WorkbenchError | None = None

    @property
    def is_past(self) -> bool:
        """Whether a moment gone by was asked for."""
        return bool(self.asked)

    @property
    def query(self) -> str:
        """Return what keeps the moment when it is put behind an address; "" for now."""
        return f"?{urlencode({PARAMETER: self.asked})}" if self.asked else ""

    @property
    def day(self) -> date:
        """Return the moment's day, where the pages are read."""
        return timezone.localdate(self.moment)


def read_as_of(given: str, *, now: datetime) -> AsOf:
    """Return the moment that a date or a timestamp names; the end of the day for a date, now for nothing.

    Today's date is now: the day is not over. A timestamp without an offset is in the pages' time zone.
    Raises `MomentNotUnderstood` or `MomentNotYet`.
    """
    text = given.strip()[:40]
    if not text:
        return AsOf(now)
    # An unescaped "+" of an offset arrives as a blank.
    day, moment = _parsed(text.replace(" ", "+") if "T" in text else text)
    if day is not None:
        today = timezone.localdate(now)
        if day > today:
            raise MomentNotYet(given=text)
        return AsOf(now) if day == today else AsOf(_end_of(day), day.isoformat())
    if moment is None:
        raise MomentNotUnderstood(given=text)
    if moment > now:
        raise MomentNotYet(given=text)
    return AsOf(moment, moment.isoformat())


def page_as_of(request: HttpRequest) -> AsOf:
    """Return the moment that a page's address asks for; now, with the problem, where it is none."""
    now = timezone.now()
    try:
        return read_as_of(request.GET.get(PARAMETER, ""), now=now)
    except WorkbenchError as problem:
        return AsOf(now, problem=problem)


def _parsed(text: str) -> tuple[date | None, datetime | None]:
    try:
        day = parse_date(text)
        moment = None if day else parse_datetime(text)
    except ValueError:
        return None, None
    if moment is not None and timezone.is_naive(moment):
        moment = timezone.make_aware(moment)
    return day, moment


def _end_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.max))
