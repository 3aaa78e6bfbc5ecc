"""Silence: what is long for one outlet is usual for another, and an archive brought in is no rhythm."""

from datetime import UTC, datetime, timedelta

from sources.reliability.parameters import CoverageRules
from sources.reliability.silence import Gap, find_rhythm, find_silences

RULES = CoverageRules()
START = datetime(2026, 5, 1, 6, 20, tzinfo=UTC)


def every(hours, count):
    return [START + timedelta(hours=hours * n) for n in range(count)]


def silences(arrivals, *, hours_later):
    rhythm = find_rhythm(arrivals, RULES)
    return find_silences(arrivals, rhythm, as_of=max(arrivals) + timedelta(hours=hours_later), rules=RULES)


def test_an_outlet_that_is_heard_twice_a_day_is_silent_after_two_days():
    arrivals = every(12, 60)

    assert silences(arrivals, hours_later=20) == []
    [gap] = silences(arrivals, hours_later=48)
    assert gap == Gap(arrivals[-1].replace(minute=0), None)


def test_an_outlet_that_is_heard_hourly_is_not_silent_over_a_night():
    assert silences(every(1, 400), hours_later=11) == []


def test_a_gap_that_ended_is_told_with_its_end():
    before, after = every(6, 40), [moment + timedelta(days=14) for moment in every(6, 40)]

    [gap] = silences(before + after, hours_later=1)

    assert (gap.since, gap.until) == (before[-1].replace(minute=0), after[0].replace(minute=0))


def test_an_archive_brought_in_at_once_is_no_rhythm():
    assert find_rhythm([START + timedelta(seconds=n) for n in range(500)], RULES) is None


def test_the_order_of_the_arrivals_does_not_matter():
    arrivals = every(5, 50)

    assert find_rhythm(arrivals[::-1], RULES) == find_rhythm(arrivals, RULES)
