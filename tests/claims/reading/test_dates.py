"""The day an article was published is read from what people and pages write, or honestly not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reading.dates import read_published

TODAY = date(2026, 5, 1)
MARCH_12 = date(2026, 3, 12)

READABLE = [
    pytest.param("2026-03-12", MARCH_12, id="iso"),
    pytest.param("2026-03-12T23:30:00+03:00", MARCH_12, id="iso-with-time"),
    pytest.param("2026-03-12 08:15", MARCH_12, id="iso-with-space"),
    pytest.param("20260312", MARCH_12, id="compact"),
    pytest.param("2026/3/12", MARCH_12, id="strokes"),
    pytest.param("٢٠٢٦/٠٣/١٢", MARCH_12, id="arabic-digits"),
    pytest.param("۲۰۲۶-۰۳-۱۲", MARCH_12, id="persian-digits"),
    pytest.param("12 March 2026", MARCH_12, id="day-month"),
    pytest.param("12th of March, 2026", MARCH_12, id="ordinal"),
    pytest.param("March 12, 2026", MARCH_12, id="month-day"),
    pytest.param("Thu, 12 Mar 2026 08:00:00 GMT", MARCH_12, id="rfc-822"),
    pytest.param("Updated Mar. 12, 2026 at 5 p.m.", MARCH_12, id="words-around"),
    pytest.param("13/02/2026", date(2026, 2, 13), id="day-first"),
    pytest.param("02/13/2026", date(2026, 2, 13), id="month-first"),
    pytest.param("03.03.2026", date(2026, 3, 3), id="either-way"),
    pytest.param("12 مارس 2026", MARCH_12, id="egypt"),
    pytest.param("١٢ مارس ٢٠٢٦", MARCH_12, id="egypt-arabic-digits"),
    pytest.param("12 آذار 2026", MARCH_12, id="levant"),
    pytest.param("الخميس ١٢ آذار/مارس ٢٠٢٦ - 08:15", MARCH_12, id="both-names"),
    pytest.param("12 آذار (مارس) 2026", MARCH_12, id="both-names-in-brackets"),
    pytest.param("الخميس، 12 مارس، 2026", MARCH_12, id="arabic-commas"),
    pytest.param("12 كانون الثاني 2026", date(2026, 1, 12), id="two-word-month"),
    pytest.param("12 تشرين الأول/أكتوبر 2025", date(2025, 10, 12), id="two-word-month-with-twin"),
    pytest.param("12 أيلول 2025", date(2025, 9, 12), id="september"),
    pytest.param("3 آب 2025", date(2025, 8, 3), id="august"),
    pytest.param("14 جانفي 2026", date(2026, 1, 14), id="tunisia"),
    pytest.param("14 جويلية 2025", date(2025, 7, 14), id="algeria"),
    pytest.param("14 غشت 2025", date(2025, 8, 14), id="morocco"),
    pytest.param("14 شتنبر 2025", date(2025, 9, 14), id="morocco-september"),
    pytest.param("14 أبريل 2026", date(2026, 4, 14), id="april"),
    pytest.param("14 إبريل 2026", date(2026, 4, 14), id="april-with-kasra"),
]


@pytest.mark.parametrize(("raw", "day"), READABLE)
def test_a_date_is_read(raw, day):
    published = read_published(raw, today=TODAY)

    assert published.day == day
    assert published.warnings == ()
    assert published.raw == " ".join(raw.split())


DOUBTFUL = [
    pytest.param("03/02/2026", "date_ambiguous", id="two-ways"),
    pytest.param("2026-02-30", "date_impossible", id="no-such-day"),
    pytest.param("0000-00-00", "date_impossible", id="zeros"),
    pytest.param("9999-12-31", "date_in_future", id="far-future"),
    pytest.param("2026-05-04", "date_in_future", id="three-days-ahead"),
    pytest.param("0001-01-01", "date_too_early", id="year-one"),
    pytest.param("15 رمضان 1447 هـ", "date_hijri", id="hijri"),
    pytest.param("yesterday", "date_not_understood", id="relative"),
    pytest.param("12/3/26", "date_not_understood", id="two-digit-year"),
    pytest.param("None", "date_not_understood", id="none"),
]


@pytest.mark.parametrize(("raw", "code"), DOUBTFUL)
def test_a_date_that_cannot_be_right_is_refused_with_its_words(raw, code):
    published = read_published(raw, today=TODAY)

    assert published.day is None
    assert [warning.code for warning in published.warnings] == [code]
    assert published.raw == raw


def test_the_other_side_of_the_date_line_is_no_future():
    assert read_published("2026-05-02", today=TODAY).day == date(2026, 5, 2)


def test_no_date_is_no_warning():
    assert read_published("  ", today=TODAY).warnings == ()


@given(st.text())
def test_no_text_is_too_strange(raw):
    published = read_published(raw, today=TODAY)

    assert published.day is None or published.day.year >= 1900


@given(st.dates(min_value=date(1900, 1, 1), max_value=TODAY))
def test_every_iso_date_is_read_back(day):
    assert read_published(day.isoformat(), today=TODAY).day == day
