"""The relation of two claims follows from their kinds and particulars."""

from datetime import date

import pytest

from claims.linking.alignment import Pair
from claims.linking.comparison import compare_slots
from claims.linking.particulars import Particulars
from claims.linking.relations import judge_pair
from claims.linking.types import ClaimRecord, HopKey, Relation, SlotKind
from claims.nlp.types import Modality, SourceKind

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
    pytest.param("The rate stood at 7.4 dinars on Friday", "بلغ السعر 7.6 دينار أمس", id="a-moving-rate"),
]


def record(name, text, **facts):
    return ClaimRecord(
        id=name,
        article_id=name,
        language="en",
        text=text,
        modality=facts.get("modality", Modality.ASSERTED),
        attributed=True,
        chain=(HopKey(key=name, name=name, kind=SourceKind.OUTLET),),
        published_on=facts.get("published_on", date(2023, 5, 9)),
    )


def judged(a, b, probability=0.9):
    first, second = Particulars(a), Particulars(b)
    pair = Pair(
        a=first,
        b=second,
        cosine=0.5,
        margin=0.3,
        rank_a=0,
        rank_b=0,
        affinity=0.4,
        comparison=compare_slots(first, second),
    )
    return judge_pair(pair, probability)


@pytest.mark.parametrize(("a", "b", "slot"), CONFLICTS)
def test_a_particular_that_differs_is_a_conflict(a, b, slot):
    found = judged(record("a", a), record("b", b))

    assert found.relation is Relation.CONFLICTS
    assert found.finding.kind is slot


@pytest.mark.parametrize(("a", "b"), AGREEMENTS)
def test_a_coarser_particular_is_no_conflict(a, b):
    assert judged(record("a", a), record("b", b)).relation is Relation.CORROBORATES


@pytest.mark.parametrize(("a", "b"), UNLIKE_IN_TIME)
def test_what_happened_at_another_time_is_no_conflict(a, b):
    found = judged(record("a", a), record("b", b))

    assert found is None or found.relation is not Relation.CONFLICTS


def test_an_adjective_of_nationality_is_no_second_actor():
    found = judged(
        record("a", "a Norwegian won the vote"),
        record("b", "Omar Bari won the vote", modality=Modality.ASSERTED),
    )

    assert found.relation is Relation.CORROBORATES


def test_a_weekday_of_a_forecast_may_be_the_coming_one():
    found = judged(
        record("a", "the bakers to strike on Sunday", modality=Modality.PREDICTED),
        record("b", "إضراب الخبازين الأحد المقبل", modality=Modality.PREDICTED),
    )

    assert found.relation is Relation.CORROBORATES


def test_a_denial_conflicts_with_what_it_denies():
    found = judged(
        record("a", "The army shelled the market"),
        record("b", "the army had shelled the market", modality=Modality.DENIED),
    )

    assert (found.relation, found.finding.kind) == (Relation.CONFLICTS, SlotKind.POLARITY)


def test_two_denials_of_one_thing_corroborate():
    denied = {"modality": Modality.DENIED}

    found = judged(record("a", "the army shelled it", **denied), record("b", "الجيش قصفه", **denied))

    assert found.relation is Relation.CORROBORATES


@pytest.mark.parametrize("modality", [Modality.DEMANDED, Modality.PREDICTED])
def test_a_demand_or_forecast_does_not_corroborate_an_assertion(modality):
    found = judged(record("a", "The road is open"), record("b", "The road is open", modality=modality))

    assert found.relation is Relation.RELATED


def test_a_later_higher_toll_is_an_update():
    found = judged(
        record("a", "Four people died", published_on=date(2023, 5, 8)),
        record("b", "Six people died", published_on=date(2023, 5, 9)),
    )

    assert found.relation is Relation.UPDATES


def test_a_later_lower_toll_is_a_conflict():
    found = judged(
        record("a", "Six people died", published_on=date(2023, 5, 8)),
        record("b", "Four people died", published_on=date(2023, 5, 9)),
    )

    assert found.relation is Relation.CONFLICTS


def test_an_unlikely_pair_has_no_relation():
    assert judged(record("a", "Nine people died"), record("b", "مقتل سبعة أشخاص"), 0.05) is None


def test_the_reason_names_both_wordings():
    found = judged(record("a", "They met in al-Mayadin"), record("b", "اجتمعوا في مدينة البوكمال"))

    assert found.reasons[0] == "place: al-Mayadin / البوكمال"
