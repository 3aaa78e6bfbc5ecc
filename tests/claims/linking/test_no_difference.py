"""Two reports of one event that are worded, rounded or placed otherwise show no difference."""

from datetime import date

import pytest

from claims.linking.differing import differing_particular
from claims.linking.particulars import Particulars
from claims.linking.types import ClaimRecord
from claims.nlp.types import Modality

WEDNESDAY = date(2024, 5, 15)

ROUNDED = [
    ("At least ten people died in the blast", "Twelve people died in the blast"),
    ("Dozens of people were killed in the blast", "The blast killed 40 people"),
    ("Between ten and fifteen people were killed", "قتل 12 شخصا"),
    ("10-15 houses burned", "احترق ثلاثة عشر منزلا"),
    ("Some 2,000 families fled the town", "نزحت 1950 عائلة من البلدة"),
    ("nearly 300 workers walked out", "أضرب 295 عاملا"),
    ("Hundreds of families fled the town", "نزحت 640 عائلة من البلدة"),
    ("مقتل عشرات الأشخاص في الانفجار", "The explosion killed 52 people"),
    ("ما لا يقل عن عشرين جريحا", "21 people were injured"),
    ("مقتل قتيلين في الانهيار", "Two people were killed in the collapse"),
    ("The talks lasted three hours", "استمرت المحادثات ثلاث ساعات"),
    ("The talks lasted three hours", "استمرت المحادثات 180 دقيقة"),
    ("The truce lasts two weeks", "تستمر الهدنة أربعة عشر يوما"),
    ("The repair costs $4m", "كلف الإصلاح أربعة ملايين دولار"),
    ("Turnout was 43.5 percent", "بلغت نسبة المشاركة ٤٣,٥ في المئة"),
    ("The toll has gone up to nine dead", "مقتل تسعة أشخاص"),
    ("Up to 60 people were on board the ferry", "كان على متن العبارة 55 شخصا"),
    ("Half of the voters stayed away", "50 percent of the voters stayed away"),
    ("خمسة وعشرون ألف ناخب صوتوا", "25,000 voters voted"),
    ("More than forty houses were destroyed", "دمر 44 منزلا"),
    ("Fourteen, not nine, were killed", "مقتل أربعة عشر شخصا"),
]

DATED = [
    ("The bridge was closed on Monday", "أغلق الجسر يوم 13 أيار"),
    ("The bridge was closed yesterday", "أغلق الجسر أمس الثلاثاء"),
    ("The bridge was closed three days ago", "أغلق الجسر يوم الأحد"),
    ("The bridge was closed last week", "أغلق الجسر في 8 مايو"),
    ("The bridge was closed earlier this month", "أغلق الجسر يوم 3 مايو"),
    ("The bridge was closed in May", "أغلق الجسر في ١٢ ماي"),
    ("The bridge was closed on 10 May", "أغلق الجسر يوم 2 من ذي القعدة"),
    ("The bridge was closed on Sunday, May 12", "أغلق الجسر في 12 أيار 2024"),
    ("أغلق الجسر أول من أمس", "أغلق الجسر الاثنين"),
    ("أغلق الجسر قبل يومين", "The bridge was closed on Monday"),
    ("أغلق الجسر في 4 ذي القعدة 1445", "أغلق الجسر يوم الأحد الماضي"),
    ("The bridge, open since 2008, was closed on Monday", "أغلق الجسر يوم الاثنين"),
    (
        "The bridge was closed on Monday, the first closure since 2016",
        "أغلق الجسر يوم الاثنين لأول مرة منذ 2016",
    ),
    ("The fire began at 9:30 p.m.", "بدأ الحريق في التاسعة والنصف مساء"),
    ("The fire began at half past nine in the evening", "بدأ الحريق الساعة 21:30"),
    ("The fire began at night", "بدأ الحريق في العاشرة ليلا"),
    ("The fire began shortly before midnight", "بدأ الحريق في الساعة 11:40 ليلا"),
    ("The toll reached nine dead by Tuesday", "مقتل تسعة أشخاص يوم الاثنين"),
]

PLACED = [
    ("The mill burned in Hama", "احترقت المطحنة في حماة"),
    ("The mill burned in Syria", "احترقت المطحنة في حلب"),
    ("The mill burned in al-Mayadin", "احترقت المطحنة في محافظة دير الزور"),
    ("The mill burned in al-Mayadin, on the road to Hama", "احترقت المطحنة في الميادين"),
    ("The mill burned in the town of Zliten", "احترقت المطحنة في زليتن"),
    ("The mill burned in Omdurman, not in Port Sudan", "احترقت المطحنة في أم درمان"),
    ("احترقت المطحنة في سوق الجملة في إربد", "احترقت المطحنة في السوق المركزي في إربد"),
    ("The governor of Aleppo resigned", "استقال محافظ حلب"),
]

WORDED = [
    ("The crossing reopened after a closure", "أعيد فتح المعبر"),
    ("The crossing did not reopen", "لم يفتح المعبر"),
    ("The army withdrew from the valley", "انسحب الجيش من الوادي"),
    ("The meeting ended without agreement", "انتهى الاجتماع من دون اتفاق"),
    ("Police arrested Karim Mansouri", "اعتقلت الشرطة كريم المنصوري"),
    ("Minister Karim Mansouri resigned", "قدم الوزير كريم المنصوري استقالته"),
    ("Parliament rejected the bill", "رفض البرلمان مشروع القانون"),
    ("The union denied that the port was closed", "The union said that the port was not closed"),
]

OTHER_FACTS = [
    ("A fire in Hama killed nine people on Monday", "Firefighters from Homs needed five hours to put it out"),
    ("The quake destroyed 40 houses in Fes on Monday", "A smaller shock in 2016 had caused no damage"),
    ("The boat carried 35 migrants when it sank", "غرق القارب وانتشلت تسع جثث"),
    ("Police in Tripoli arrested six suspects", "The case file runs to 340 pages"),
    ("Trucks crossed at Nyala after it was opened again on Friday", "جمعت الحصيلة مليوني دولار في عام 2019"),
    ("The barge sank on Sunday", "The captain was questioned on Monday"),
    ("Three trucks were burned in Sirte", "Seven families waited in Misrata"),
    ("رفع الوزير سعر الوقود بنسبة 12 في المئة", "بلغت نسبة المشاركة 40 في المئة"),
    ("The strike began on Monday with 300 workers", "Managers offered a bonus of $150"),
]

ALL = [*ROUNDED, *DATED, *PLACED, *WORDED, *OTHER_FACTS]


def particulars(name, text):
    record = ClaimRecord(
        id=name,
        article_id=name,
        language="en" if text.isascii() else "ar",
        text=text,
        modality=Modality.ASSERTED,
        attributed=False,
        chain=(),
        published_on=WEDNESDAY,
    )
    return Particulars(record)


@pytest.mark.parametrize(("a", "b"), ALL)
def test_one_event_told_twice_shows_no_difference(a, b):
    assert differing_particular(particulars("a", a), particulars("b", b)) is None


@pytest.mark.parametrize(("a", "b"), ALL)
def test_it_does_not_matter_which_of_the_two_comes_first(a, b):
    assert differing_particular(particulars("b", b), particulars("a", a)) is None
