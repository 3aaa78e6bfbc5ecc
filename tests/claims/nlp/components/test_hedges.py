"""Finding hedges inside a content."""

import pytest

from claims.nlp.components.hedges import find_hedges
from claims.nlp.languages.statements import claim_words
from claims.nlp.types import Span


def hedges_of(text: str, language: str, apart: tuple[Span, ...] = ()) -> list[str]:
    found = find_hedges(text, [Span(0, len(text))], claim_words(language), apart=apart)
    return [span.text(text) for span in found]


@pytest.mark.parametrize(
    ("text", "language", "hedges"),
    [
        pytest.param("the pier may reopen in about a week", "en", ["may", "about"], id="auxiliary-and-about"),
        pytest.param("May the pier reopen", "en", ["May"], id="auxiliary-that-opens-a-sentence"),
        pytest.param(
            "some 40 boats were reportedly sunk", "en", ["some", "reportedly"], id="some-and-adverb"
        ),
        pytest.param("at least nine of nearly a hundred seats", "en", ["at least", "nearly"], id="bounds"),
        pytest.param("the boiler appears to have burst", "en", ["appears to"], id="appears-to"),
        pytest.param("the captain is believed to be abroad", "en", ["is believed to"], id="impersonal"),
        pytest.param("unconfirmed lists named ten men", "en", ["unconfirmed"], id="unconfirmed"),
        pytest.param(
            "an aide spoke on condition of anonymity", "en", ["on condition of anonymity"], id="condition"
        ),
        pytest.param("ربما يفتح الرصيف بعد نحو أسبوعين", "ar", ["ربما", "نحو"], id="arabic-adverb-and-about"),
        pytest.param("قد يفتح الرصيف", "ar", ["قد "], id="particle-before-imperfect"),
        pytest.param("قد لا يفتح الرصيف", "ar", ["قد "], id="particle-before-negated-imperfect"),
        pytest.param(
            "وقد تصل الكلفة إلى مليون", "ar", ["وقد "], id="joined-particle-before-feminine-imperfect"
        ),
        pytest.param("يبدو أن السد تصدع", "ar", ["يبدو"], id="it-seems"),
        pytest.param("على الأرجح غادر القائد", "ar", ["على الأرجح"], id="most-likely"),
        pytest.param("من المحتمل تأجيل الجلسة", "ar", ["من المحتمل"], id="it-is-possible"),
        pytest.param("ما وصفه بالمجزرة وقع ليلا", "ar", ["ما وصفه بالمجزرة"], id="what-he-called"),
        pytest.param("أصيب حوالي 30 عاملا", "ar", ["حوالي"], id="about-in-digits"),
        pytest.param("شارك قرابة مئة صياد", "ar", ["قرابة"], id="nearly-a-hundred"),
    ],
)
def test_words_that_hold_back_are_marked(text: str, language: str, hedges: list[str]):
    assert hedges_of(text, language) == hedges


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("the pier is open", "en", id="none"),
        pytest.param("the vote was held in May", "en", id="month"),
        pytest.param("on 12 May the pier reopened", "en", id="month-after-day"),
        pytest.param("two clerks talked about the pier", "en", id="about-a-subject"),
        pytest.param("they walked around the harbour", "en", id="around-a-place"),
        pytest.param("the fleet lost its naval might", "en", id="might-the-noun"),
        pytest.param("the divers could not reach the wreck", "en", id="inability"),
        pytest.param("وقد فتح الرصيف", "ar", id="particle-before-perfect"),
        pytest.param("قد تم إغلاق الرصيف", "ar", id="perfect-in-t"),
        pytest.param("كان قد نقل الوثائق", "ar", id="perfect-in-n"),
        pytest.param("قد تعرضت السفينة لأضرار", "ar", id="fifth-form-perfect"),
        pytest.param("لقد توفي السائق", "ar", id="emphasis"),
        pytest.param("سار الموكب نحو الميناء", "ar", id="towards"),
        pytest.param("تربطه به صلة قرابة", "ar", id="kinship"),
        pytest.param("le quai rouvrira peut-être", "xx", id="unknown-language"),
    ],
)
def test_words_that_only_look_like_hedges_are_not(text: str, language: str):
    assert hedges_of(text, language) == []


def test_the_hedge_of_a_claim_inside_the_claim_is_not_its_own():
    text = "the mayor told them that the pier may reopen"

    assert hedges_of(text, "en", (Span(text.index("the pier"), len(text)),)) == []
