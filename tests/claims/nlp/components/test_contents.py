"""Contents begin behind adjuncts and recipients and end before asides."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The board insisted on Monday that it would stay.",
            [("it would stay", "The board")],
            id="time-before-that",
        ),
        pytest.param(
            "Traders in the market complain a sack of flour now costs double.",
            [("a sack of flour now costs double", "Traders in the market")],
            id="no-that-behind-a-plural-with-a-phrase",
        ),
        pytest.param(
            "Sources close to the club say talks have stalled.",
            [("talks have stalled", "Sources close to the club")],
            id="plural-with-an-adjective-phrase",
        ),
        pytest.param(
            "The pilot told the Echo nobody had been hurt.",
            [("nobody had been hurt", "The pilot")],
            id="outlet-before-the-clause",
        ),
        pytest.param(
            "A neighbour who runs the bakery opposite said the wall fell.",
            [("the wall fell", "A neighbour")],
            id="verb-inside-a-relative-clause",
        ),
        pytest.param(
            "The bank said it would lend more, up from 2 million now.",
            [("it would lend more", "The bank")],
            id="aside-of-the-writer",
        ),
        pytest.param(
            "Suspected leaks in the valley have fallen to 12, the ministry said.",
            [("Suspected leaks in the valley have fallen to 12", "the ministry")],
            id="participle-before-its-noun",
        ),
        pytest.param("The two sides agree on nothing but the weather.", [], id="agreeing-is-not-saying"),
        pytest.param(
            "وقال المحافظ سامي فارس إن المخزون كاف، مطمئنا السكان إلى أن الماء نظيف.",
            [("المخزون كاف", "المحافظ سامي فارس"), ("الماء نظيف", "المحافظ سامي فارس")],
            id="arabic-participle-with-an-object",
        ),
        pytest.param(
            "ارتفع عدد الجرحى إلى ستة، على ما أفاد مصدر طبي.",
            [("ارتفع عدد الجرحى إلى ستة", "مصدر طبي")],
            id="arabic-trailing-with-what",
        ),
        pytest.param("توقفت العبارة، على ما يبدو، قرب الميناء.", [], id="arabic-as-it-seems"),
        pytest.param(
            "أغلق الميناء مساء، وفق ما علم موقع «الضفة» من مصدر أمني.",
            [("أغلق الميناء مساء", "مصدر أمني")],
            id="arabic-learnt-from",
        ),
        pytest.param(
            "أعلنت الوزارة تسجيل 12 حالة مؤكدة بالحصبة في الوادي.",
            [("تسجيل 12 حالة مؤكدة بالحصبة في الوادي", "الوزارة")],
            id="arabic-participle-behind-its-noun",
        ),
        pytest.param(
            "وغرد النائب طوني سعد عبر حسابه: «الجسر المكسور يقسم القرية».",
            [("الجسر المكسور يقسم القرية", "النائب طوني سعد")],
            id="arabic-through-an-account",
        ),
        pytest.param(
            "وقال النائب عن ضفة البحيرة رعد الجابري إن الأرقام مزورة.",
            [("الأرقام مزورة", "النائب عن ضفة البحيرة رعد الجابري")],
            id="arabic-member-for",
        ),
    ],
)
def test_a_content_has_its_source_and_bounds(told, text, expected):
    assert told(text) == expected
