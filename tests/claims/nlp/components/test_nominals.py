"""Contents without a clause of their own: what is wanted, denied, claimed, said of somebody."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Lena Borg wants the harbour pilots suspended pending an inquiry.",
            [("the harbour pilots suspended pending an inquiry", "Lena Borg")],
            id="wants-a-thing-done",
        ),
        pytest.param(
            "The mayor wants to see the bridge reopened by May.",
            [("the bridge reopened by May", "The mayor")],
            id="wants-to-see-a-thing-done",
        ),
        pytest.param("The mayor wants to leave by May.", [], id="wanting-for-oneself"),
        pytest.param(
            "The union pledged to publish its accounts every evening.",
            [("to publish its accounts every evening", "The union")],
            id="pledged-to",
        ),
        pytest.param(
            "The report advises closing the valve.", [("closing the valve", "The report")], id="advises-doing"
        ),
        pytest.param(
            "The fund sees growth at about 2 percent.",
            [("growth at about 2 percent", "The fund")],
            id="sees-at-a-figure",
        ),
        pytest.param("The keeper sees her sister at the market.", [], id="sees-at-a-place"),
        pytest.param(
            "Sam Reed hailed the rescue as exemplary.",
            [("the rescue as exemplary", "Sam Reed")],
            id="hailed-as",
        ),
        pytest.param(
            "The Marsh Brigade claimed responsibility for the raid on the depot.",
            [("the raid on the depot", "The Marsh Brigade")],
            id="claimed-responsibility",
        ),
        pytest.param(
            "No group has claimed responsibility for the raid.", [], id="nobody-claimed-responsibility"
        ),
        pytest.param(
            "تبنت كتائب الساحل الهجوم على المستودع.",
            [("الهجوم على المستودع", "كتائب الساحل")],
            id="arabic-claimed-the-attack",
        ),
        pytest.param(
            "لكن المدرب سامي حداد نفى نفيا قاطعا لقاءه بأي لاعب.",
            [("لقاءه بأي لاعب", "المدرب سامي حداد")],
            id="arabic-subject-behind-but",
        ),
        pytest.param(
            "غير أن مصدرا مسؤولا بالميناء نفى هذه الأنباء.",
            [("هذه الأنباء", "مصدرا مسؤولا بالميناء")],
            id="arabic-subject-behind-however",
        ),
        pytest.param(
            "أما رابطة الصيادين فقد هددت بمقاطعة الميناء.",
            [("مقاطعة الميناء", "رابطة الصيادين")],
            id="arabic-topic-and-past",
        ),
        pytest.param(
            "أما نقابة البحارة فطالبت بإعادة الفحص.",
            [("إعادة الفحص", "نقابة البحارة")],
            id="arabic-topic-and-clitic",
        ),
        pytest.param(
            "ونفى القبطان سامي حداد للوكالة ذاتها فقدان أي حمولة.",
            [("فقدان أي حمولة", "القبطان سامي حداد")],
            id="arabic-recipient-before-the-object",
        ),
        pytest.param(
            "واتهمت لجنة الأحياء في البلدة قيادة المنطقة بترك الحاجز.",
            [("قيادة المنطقة بترك الحاجز", "لجنة الأحياء في البلدة")],
            id="arabic-accuser-and-accused",
        ),
        pytest.param(
            "واتهم الجابري المصرف المركزي بالمماطلة.",
            [("المصرف المركزي بالمماطلة", "الجابري")],
            id="arabic-family-name-and-body",
        ),
        pytest.param(
            "طالب الأهالي بإقالة المدير، مهددين بقطع الطريق.",
            [("إقالة المدير", "الأهالي"), ("قطع الطريق", "الأهالي")],
            id="arabic-plural-participle",
        ),
        pytest.param(
            "وصفته النائبة هدى سالم بأنه «هدية للمحتكرين».",
            [("هدية للمحتكرين", "النائبة هدى سالم")],
            id="arabic-object-on-the-verb",
        ),
    ],
)
def test_a_nominal_content_has_its_source_and_bounds(told, text, expected):
    assert told(text) == expected
