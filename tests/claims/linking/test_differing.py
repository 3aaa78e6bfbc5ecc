"""Which particular two claims differ in, and when a differing figure is only a later one."""

from datetime import date

import pytest

from claims.linking.differing import difference_of, is_of_another_day, is_update
from claims.linking.types import SlotKind
from claims.nlp.types import Modality
from tests.claims.linking.pairs import pair_of, record

CONFLICTS = [
    pytest.param("Nine people died", "مقتل سبعة أشخاص", SlotKind.NUMBER, id="number"),
    pytest.param("They met in al-Mayadin", "اجتمعوا في مدينة البوكمال", SlotKind.PLACE, id="place"),
    pytest.param("The fire began at 3:20 a.m.", "بدأ الحريق قبيل منتصف الليل", SlotKind.TIME, id="time"),
    pytest.param("The mine was closed", "المنجم لم يغلق", SlotKind.POLARITY, id="polarity"),
    pytest.param(
        "The present owner added a wall", "المالك السابق أضاف جدارا", SlotKind.ACTOR, id="actor-contrast"
    ),
    pytest.param("Omar Bari won the vote", "فازت المرشحة ليلى حمدان", SlotKind.ACTOR, id="actor-name"),
    pytest.param("The ballots will be counted again", "تقرر إعادة الاقتراع", SlotKind.ACTION, id="action"),
]

AGREEMENTS = [
    pytest.param("About 2,000 residents fled", "نزوح ألفي ساكن", id="rounded-number"),
    pytest.param("At least 40 people died", "مقتل 43 شخصا", id="at-least"),
    pytest.param("It happened in Syria", "وقع الحادث في حلب", id="containment"),
    pytest.param("The road was closed in May 2023", "أغلق الطريق في 3 مايو 2023", id="coarser-date"),
    pytest.param("The truce holds for a week", "تستمر الهدنة سبعة أيام", id="units-of-time"),
]

UNLIKE_IN_TIME = [
    pytest.param(
        "The barge that sank on Monday evening cost 11 lives by Tuesday",
        "ارتفعت الحصيلة صباح الثلاثاء",
        id="hours-of-two-days",
    ),
    pytest.param("The barge sank on Sunday", "The crew was arrested on Monday", id="two-predicates"),
]


def difference(a, b):
    return difference_of(pair_of(record("a", a), record("b", b)))


@pytest.mark.parametrize(("a", "b", "slot"), CONFLICTS)
def test_a_particular_that_differs_is_found(a, b, slot):
    assert difference(a, b).kind is slot


@pytest.mark.parametrize(("a", "b"), AGREEMENTS)
def test_a_coarser_particular_is_no_difference(a, b):
    assert difference(a, b) is None


@pytest.mark.parametrize(("a", "b"), UNLIKE_IN_TIME)
def test_what_happened_at_another_time_is_no_difference(a, b):
    assert difference(a, b) is None


def test_an_adjective_of_nationality_is_no_second_actor():
    assert difference("a Norwegian won the vote", "Omar Bari won the vote") is None


def test_a_weekday_of_a_forecast_may_be_the_coming_one():
    pair = pair_of(
        record("a", "the bakers to strike on Sunday", modality=Modality.PREDICTED),
        record("b", "إضراب الخبازين الأحد المقبل", modality=Modality.PREDICTED),
    )

    assert difference_of(pair) is None


def test_a_moving_rate_is_of_another_day():
    pair = pair_of(
        record("a", "The rate stood at 7.4 dinars on Friday"), record("b", "بلغ السعر 7.6 دينار أمس")
    )

    assert is_of_another_day(pair, difference_of(pair))


def test_a_later_higher_toll_is_an_update():
    pair = pair_of(
        record("a", "Four people died", published_on=date(2023, 5, 8)),
        record("b", "Six people died", published_on=date(2023, 5, 9)),
    )

    assert is_update(pair, difference_of(pair))


def test_a_later_lower_toll_is_no_update():
    pair = pair_of(
        record("a", "Six people died", published_on=date(2023, 5, 8)),
        record("b", "Four people died", published_on=date(2023, 5, 9)),
    )

    assert not is_update(pair, difference_of(pair))
