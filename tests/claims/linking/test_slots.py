"""Particulars are read from claims in each language, whatever the digits and the wording."""

from datetime import date

import pytest

from claims.linking.reader import read_slots
from claims.linking.types import SlotKind

TUESDAY = date(2023, 10, 17)

NUMBERS = [
    pytest.param(
        "At least twenty-one miners were injured", {"at_least:count:injured=21"}, id="en-words-bound"
    ),
    pytest.param("Seven people are dead", {"count:dead=7"}, id="en-state-behind-people"),
    pytest.param("The toll climbed to nineteen overnight", {"count:dead=19"}, id="en-toll-without-noun"),
    pytest.param("Some 3,400 residents fled", {"about:count:displaced=3400"}, id="en-thousands-comma"),
    pytest.param("Four children were killed", {"count:dead-child=4"}, id="en-children-are-not-all-the-dead"),
    pytest.param("The repair cost $5 million", {"money:dollar=5000000"}, id="en-currency-before"),
    pytest.param("Turnout was 43.5 percent", {"percent:turnout=43.5"}, id="en-percent"),
    pytest.param("The talks lasted two hours", {"count:hour=2"}, id="en-duration"),
    pytest.param("She was found after two hours", {"lapse:hour=2"}, id="en-lapse-is-no-duration"),
    pytest.param("مقتل قتيلين وإصابة ثلاثة وأربعين شخصا", {"count:dead=2", "count:injured=43"}, id="ar-dual"),
    pytest.param("قرابة ألفي ساكن نزحوا", {"about:count:displaced=2000"}, id="ar-dual-thousand"),
    pytest.param("بنسبة مشاركة بلغت 52,3 في المئة", {"percent:turnout=52.3"}, id="ar-decimal-comma"),
    pytest.param("تضرر نحو ١٢٠٠ منزل", {"about:count:house=1200"}, id="ar-eastern-digits"),
    pytest.param("خسائر بقيمة مليوني دولار", {"money:dollar=2000000"}, id="ar-dual-million"),
    pytest.param("اثنتا عشرة شاحنة وصلت", {"count:vehicle=12"}, id="ar-teens"),
    pytest.param("ما لا يقل عن أربعين قتيلا", {"at_least:count:dead=40"}, id="ar-at-least"),
    pytest.param("كلف السد مليونا و300 ألف دولار", {"money:dollar=1300000"}, id="ar-million-and-thousands"),
    pytest.param("كلف السد مليونين و50 ألف دولار", {"money:dollar=2050000"}, id="ar-dual-and-thousands"),
    pytest.param("وصلت ثلاثة آلاف و200 شاحنة", {"count:vehicle=3200"}, id="ar-thousands-and-hundreds"),
    pytest.param(
        "تجمع عشرات المواطنين وآلاف السكان",
        {"count:person=20~99", "count:person=2000~99000"},
        id="ar-vague-tens-and-thousands",
    ),
    pytest.param("Dozens of people were killed", {"count:dead=24~99"}, id="en-dozens"),
    pytest.param("10-15 people were injured", {"count:injured=10~15"}, id="en-range-with-a-dash"),
    pytest.param("ما بين عشرة وعشرين قتيلا", {"count:dead=10~20"}, id="ar-range-in-words"),
    pytest.param("٥-١٠ شاحنات", {"count:vehicle=5~10"}, id="ar-range-in-digits"),
    pytest.param("She resigned over 23 documents", {"count:document=23"}, id="en-over-as-a-reason"),
    pytest.param("The toll has gone up to nine dead", {"count:dead=9"}, id="en-up-to-of-a-rise"),
    pytest.param("The boat carrying 35 people sank", {"count:person=35"}, id="en-on-board-are-not-dead"),
    pytest.param("He must repay 4m crowns", {"money:crown=4000000"}, id="en-m-for-million"),
    pytest.param("قال أحد المحتجين ذلك", set(), id="ar-one-of-is-no-number"),
]

TIMES = [
    pytest.param("It happened yesterday", {"2023-10-16"}, id="en-yesterday"),
    pytest.param("on Saturday", {"2023-10-14"}, id="en-weekday-is-the-last-one"),
    pytest.param("The bakers would stop work from Sunday", {"2023-10-22"}, id="en-weekday-ahead"),
    pytest.param("سيبدأ الخبازون الإضراب يوم الأحد", {"2023-10-22"}, id="ar-weekday-ahead"),
    pytest.param("سيطر الخبازون على السوق يوم الأحد", {"2023-10-15"}, id="ar-past-verb-that-looks-ahead"),
    pytest.param("يرفع السعر اعتبارا من الأحد", {"2023-10-22"}, id="ar-as-of-weekday"),
    pytest.param("next Friday", {"2023-10-20"}, id="en-next-weekday"),
    pytest.param("in May 2021", {"2021-05-01/2021-05-31"}, id="en-month"),
    pytest.param("He may resign", set(), id="en-may-the-verb"),
    pytest.param("at 3:20 a.m.", {"T03:20/T03:20"}, id="en-clock"),
    pytest.param("within two weeks", {"2023-10-17/2023-10-31"}, id="en-deadline"),
    pytest.param("three days ago", {"2023-10-14"}, id="en-days-ago"),
    pytest.param("قبل يومين", {"2023-10-15"}, id="ar-days-ago"),
    pytest.param("قبل ثلاثة أيام من الموعد", set(), id="ar-days-before-something-else"),
    pytest.param("on Sunday, October 1", {"2023-10-01"}, id="en-weekday-with-its-date"),
    pytest.param("يوم 27 من شعبان 1444", {"~2023-03-20"}, id="ar-hijri-date"),
    pytest.param("on 10 Rabi al-Awwal", {"~2023-09-25"}, id="en-hijri-date-without-a-year"),
    pytest.param("Ramadan Abdallah spoke", set(), id="en-a-man-called-ramadan"),
    pytest.param("at half past nine in the evening", {"T21:30/T21:30"}, id="en-hour-in-words"),
    pytest.param("في 10 أيار في الساعة ٤:٣٠ عصرا", {"2023-05-10", "T16:30/T16:30"}, id="ar-day-then-hour"),
    pytest.param("أمس الاثنين", {"2023-10-16"}, id="ar-two-words-for-one-day"),
    pytest.param("يوم 3 مارس", {"2023-03-03"}, id="ar-day-and-month"),
    pytest.param("الأسبوع المقبل", {"2023-10-23/2023-10-29"}, id="ar-next-week"),
    pytest.param("نحو الثانية بعد منتصف الليل", {"T02:00/T02:00"}, id="ar-hour-word"),
    pytest.param("في السابعة والنصف مساء", {"T19:30/T19:30"}, id="ar-half-past"),
    pytest.param("قبيل منتصف الليل", {"T23:15/T23:55"}, id="ar-before-midnight"),
]

PLACES = [
    pytest.param("A fire in the al-Mayadin city", "geo:173480", id="en-gazetteer"),
    pytest.param("اجتماع في مدينة البوكمال", "geo:174448", id="ar-gazetteer"),
    pytest.param("اجتاح السيل بلدة أبو كمال", "geo:174448", id="ar-place-that-begins-like-a-name"),
    pytest.param("the mayor of Safita", "geo:165060", id="en-office-over-a-place"),
    pytest.param("near the village of Kafr Nour", "name:village:kfr-nr", id="en-unknown-behind-its-kind"),
    pytest.param("قرب قرية كفر نور", "name:village:kfr-nr", id="ar-unknown-behind-its-kind"),
    pytest.param("on Sidi Lamine Street", "name:street:sd-lmn", id="en-street"),
    pytest.param("في شارع سيدي لمين", "name:street:sd-lmn", id="ar-street"),
]


def values(text, kind):
    return {slot.value for slot in read_slots(text, TUESDAY) if slot.kind is kind}


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_numbers_are_read(text, expected):
    assert values(text, SlotKind.NUMBER) == expected


@pytest.mark.parametrize(("text", "expected"), TIMES)
def test_times_are_read(text, expected):
    assert values(text, SlotKind.TIME) == expected


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_places_are_read(text, expected):
    assert values(text, SlotKind.PLACE) == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The Houthis seized the port", {"org:houthis"}, id="en-organisation"),
        pytest.param("الحوثيون سيطروا على المرفأ", {"org:houthis"}, id="ar-organisation"),
        pytest.param("yesterday Karim Shadli won", {"name:krm-$dl"}, id="en-name"),
        pytest.param("قرار وقعه كريم الشاذلي", {"name:krm-$dl"}, id="ar-given-name-without-title"),
        pytest.param("استقال محافظ حلب سالم القادري", {"name:slm-kdr"}, id="ar-governor-behind-his-place"),
        pytest.param("فاز المرشح كريم الشاذلي", {"name:krm-$dl"}, id="ar-name-behind-title"),
    ],
)
def test_actors_are_read(text, expected):
    assert values(text, SlotKind.ACTOR) >= expected


@pytest.mark.parametrize(
    ("text", "negative"),
    [
        pytest.param("The bridge was not closed", True, id="en-not"),
        pytest.param("No fewer than six bridges were closed", False, id="en-set-phrase"),
        pytest.param("The house at No. 14 was closed", False, id="en-number-sign"),
        pytest.param("لم يغلق الجسر", True, id="ar-lam"),
        pytest.param("لا يقل عن ستة جسور أغلقت", False, id="ar-set-phrase"),
    ],
)
def test_negation_is_read(text, negative):
    assert bool(values(text, SlotKind.POLARITY)) is negative


def test_every_slot_is_the_text_under_its_span():
    text = "Two workers died in Aleppo on Monday, and the plant did not close"

    for slot in read_slots(text, TUESDAY, offset=7):
        assert text[slot.span.start - 7 : slot.span.end - 7] == slot.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("in the town of Khor al-Rihan", {"name:city:xr-rhn"}, id="en-particle-joins-a-name"),
        pytest.param("Norway's coach praised the crew", set(), id="en-owner-is-no-place"),
        pytest.param("The barge reached Norway", {"geo:NO"}, id="en-country-reached"),
    ],
)
def test_a_longer_name_and_an_owner_are_not_split_into_places(text, expected):
    assert values(text, SlotKind.PLACE) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("le pont rouvre le 12 mars 2026", id="french"),
        pytest.param("پل در ۱۲ خرداد ۱۴۰۴ باز شد", id="persian-calendar"),
        pytest.param("die Brücke öffnet am 3 Mai 2026", id="german"),
    ],
)
def test_a_date_whose_month_no_list_knows_counts_nothing(text):
    assert [slot for slot in read_slots(text) if slot.kind is SlotKind.NUMBER] == []


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        pytest.param("لم يغلق الجسر", "close", id="present"),
        pytest.param("سيعتقلون السائق", "arrest", id="future-plural"),
    ],
)
def test_a_verb_in_the_present_has_the_sense_of_its_past(text, sense):
    assert sense in values(text, SlotKind.ACTION)


def test_a_month_that_looks_like_a_predicate_is_none():
    assert values("on 3 March", SlotKind.ACTION) == set()


def test_a_count_in_an_unknown_language_stays_a_count():
    (number,) = [s for s in read_slots("12 bateaux ont coulé") if s.kind is SlotKind.NUMBER]

    assert number.value == "count:=12"
