"""Arabic originators under the names that their article gives them, from text to chain."""

import pytest

from claims.nlp.pipeline import analyse_article
from claims.nlp.types import Document


def originators(text: str) -> list[str]:
    """Return the last hop of each attributed claim in text order, the outlet's left out."""
    document = analyse_article(Document(text=text, language="ar", outlet="صدى البحيرة"))
    claims = [claim for claim in document.claims if not claim.narrated]
    return [claim.chain[-1].name if len(claim.chain) > 1 else "" for claim in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "قال مفتي البحيرة، الشيخ سامر الحلو، إن السد آمن.\nوأضاف المفتي أن الماء نقي.",
            ["سامر الحلو", "سامر الحلو"],
            id="office-before-an-apposed-name",
        ),
        pytest.param(
            "أغلق الميناء عبد الكريم شمران، القنصل العام للبحيرة، أمس.\n"
            "وقال القنصل العام للبحيرة إن السفن ستعود.",
            ["عبد الكريم شمران"],
            id="office-behind-a-name-of-two-words",
        ),
        pytest.param(
            "زار الميناء حسن شمران، وسامر كرنيل، القنصل العام للبحيرة.\nوقال القنصل العام إن السفن ستعود.",
            ["سامر كرنيل"],
            id="office-of-the-second-of-two",
        ),
        pytest.param(
            "شكر مدرب نادي البحيرة، البرتغالي زونو كالاداس، لاعبيه.\n"
            "وقال كالاداس إن المباراة صعبة. وأضاف مدرب البحيرة أن الفريق تعب.",
            ["زونو كالاداس", "زونو كالاداس"],
            id="unknown-name-between-commas",
        ),
        pytest.param(
            "أعلن مدرب الضفة، سامر الحلو، أن المباراة صعبة.\nوقال مدرب البحيرة إن الفريق تعب.",
            ["سامر الحلو", "مدرب البحيرة"],
            id="coach-of-another-club",
        ),
        pytest.param(
            "حضرت ريم خلف الجلسة. وقالت خلف إن الميزانية كافية.",
            ["ريم خلف"],
            id="family-that-is-a-common-noun",
        ),
        pytest.param(
            "حضر سامر بالحاج الجلسة. وقال بالحاج إن الميزانية كافية.",
            ["سامر بالحاج"],
            id="family-that-begins-like-a-preposition",
        ),
        pytest.param(
            "صرح كرنيلو شمران للصحفيين مساء أمس. وأضاف شمران أن الماء نقي.",
            ["كرنيلو شمران"],
            id="family-behind-an-unknown-first-name",
        ),
        pytest.param(
            "تراجعت الأرباح المعلنة لشركة «مرافئ البحيرة».\nوقالت الشركة إن الغاز انقطع.",
            ["مرافئ البحيرة"],
            id="quoted-body-behind-a-preposition",
        ),
        pytest.param(
            "قررت وزارة الشؤون البحرية إغلاق الميناء، ونشرت القرار الوزارة التي تدير السفن.\n"
            "وأكدت الوزارة أن السفن ستعود.",
            ["وزارة الشؤون البحرية"],
            id="body-named-before",
        ),
        pytest.param(
            "قال سامر الحلو إن السد آمن. وذكر أن الماء نقي.",
            ["سامر الحلو", "سامر الحلو"],
            id="active-verb-written-like-a-passive",
        ),
        pytest.param(
            "قال سامر الحلو إن السد آمن. وذُكر أن الماء نقي.",
            ["سامر الحلو", ""],
            id="passive-with-its-vowel",
        ),
        pytest.param(
            "قال سامر الحلو إن السد آمن.\nوأكد محدثنا أن الماء نقي.",
            ["سامر الحلو", "سامر الحلو"],
            id="our-interlocutor",
        ),
        pytest.param(
            "قال سامر الحلو إن السد آمن.\nوأوضح ضيف “مساء البحيرة” أن الماء نقي.",
            ["سامر الحلو", "سامر الحلو"],
            id="guest-of-a-programme",
        ),
        pytest.param(
            "قال سامر الحلو إن السد آمن.\nوأظهر الاستطلاع أن الناس خائفون.",
            ["سامر الحلو", "الاستطلاع"],
            id="survey-of-nobody-named",
        ),
        pytest.param(
            "قال مصدر مطلع إن السد آمن.\nوأكد الأهالي أن الماء ملوث.",
            ["مصدر مطلع", "الأهالي"],
            id="residents-are-no-source-before-them",
        ),
        pytest.param(
            "ذكرت وكالة مرساة التابعة لتنظيم «الضفة» أن السد آمن.", ["مرساة"], id="whose-agency-it-is"
        ),
        pytest.param("والنواب يؤكدون أن السد آمن.", ["النواب"], id="conjunction-before-the-source"),
        pytest.param("السد آمن، وفقا للسلطات.", ["السلطات"], id="description-behind-its-preposition"),
    ],
)
def test_a_claim_ends_at_the_name_of_its_originator(text: str, expected: list[str]):
    assert originators(text) == expected
