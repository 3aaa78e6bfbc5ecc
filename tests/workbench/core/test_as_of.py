"""A day or a moment to look from: what an address may ask for, and what is told where it may not."""

from datetime import UTC, datetime

import pytest

from workbench.core.as_of import AsOf, MomentNotUnderstood, MomentNotYet, read_as_of

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)


def test_nothing_asked_for_is_now():
    as_of = read_as_of("", now=NOW)

    assert (as_of.moment, as_of.is_past, as_of.query) == (NOW, False, "")


def test_a_day_is_looked_at_from_its_end_and_stays_in_the_address():
    as_of = read_as_of("2026-03-01", now=NOW)

    assert as_of.moment == datetime(2026, 3, 1, 23, 59, 59, 999999, tzinfo=UTC)
    assert (as_of.is_past, as_of.query) == (True, "?as_of=2026-03-01")


def test_today_is_not_over_and_so_is_now():
    assert read_as_of("2026-03-10", now=NOW) == AsOf(NOW)


@pytest.mark.parametrize(
    "given",
    [
        "2026-03-01T09:30:00Z",
        "2026-03-01T09:30:00+00:00",
        "2026-03-01T09:30:00 00:00",
        "2026-03-01T12:30+03:00",
        "2026-03-01T09:30",
    ],
)
def test_a_timestamp_is_that_moment_however_it_is_written(given):
    assert read_as_of(given, now=NOW).moment == datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize("given", ["yesterday", "2026-02-30", "2026-13-01T00:00Z", "1", "\x00", "٢٠٢٦"])
def test_what_is_no_moment_is_refused_with_its_words(given):
    with pytest.raises(MomentNotUnderstood) as refused:
        read_as_of(given, now=NOW)

    assert given.strip() in str(refused.value)


@pytest.mark.parametrize("given", ["2026-03-11", "2026-03-10T12:00:01Z"])
def test_a_moment_to_come_is_refused(given):
    with pytest.raises(MomentNotYet):
        read_as_of(given, now=NOW)


def test_a_moment_asked_for_comes_back_from_its_own_address():
    as_of = read_as_of("2026-03-01T12:30:00+03:00", now=NOW)

    assert read_as_of(as_of.asked, now=NOW).moment == as_of.moment
