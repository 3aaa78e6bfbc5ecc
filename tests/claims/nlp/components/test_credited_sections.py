"""Telling republished sections of an article from its own reporting."""

import pytest

from claims.nlp.components.credited_sections import find_sections, section_at
from claims.nlp.components.credits import find_credit
from claims.nlp.components.regions import find_regions
from claims.nlp.types import Credit, Document

OWN = "The ferry to Lakeside stopped running on Monday after its engine failed near the old pier."
OTHER = "The harbour union said the engine had not been looked at by an inspector for nine years."
LAST = "Work on the pier goes on, and our reporter saw two cranes lifting stones into the water."
OWN_AR = "توقفت العبارة المتجهة إلى ضفة البحيرة يوم الاثنين بعد تعطل محركها قرب الرصيف القديم في المدينة."
OTHER_AR = "وقال اتحاد عمال الميناء إن المحرك لم يخضع لأي فحص منذ تسع سنوات على الأقل بحسب السجلات."
LAST_AR = "وتتواصل الأعمال في الرصيف حيث شاهد مراسلنا رافعتين ترفعان الحجارة من الماء صباح اليوم."


def credit_of(text: str, language: str = "en") -> Credit:
    document = Document(text=text, language=language, outlet="Lakeside Echo")
    return find_sections(find_credit(find_regions(document))).credit


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        pytest.param(
            f"{OWN}\n\nThe following is from Valley News:\n\n{OTHER}\n\nAt the pier\n\n{LAST}",
            "Valley News",
            id="announced-up-to-a-heading",
        ),
        pytest.param(
            f"{OWN}\n\n{OTHER} (Valley News)\n\n{LAST}", "Valley News", id="bracket-after-a-paragraph"
        ),
        pytest.param(
            f"{OWN}\n\nLAKESIDE (Reuters) - {OTHER}\n\nAt the pier\n\n{LAST}", "Reuters", id="dateline-inside"
        ),
        pytest.param(
            f"{OWN_AR}\n\nوفيما يلي ما نشرته صحيفة «الوادي»:\n\n{OTHER_AR}\n\nعند الرصيف\n\n{LAST_AR}",
            "الوادي",
            id="announced-in-arabic",
        ),
        pytest.param(f"{OWN_AR}\n\n{OTHER_AR} (رويترز)\n\n{LAST_AR}", "رويترز", id="bracket-in-arabic"),
        pytest.param(
            f"{OWN_AR}\n\nنقلا عن وكالة أنباء الوادي:\n\n{OTHER_AR}\n\nعند الرصيف\n\n{LAST_AR}",
            "وكالة أنباء الوادي",
            id="quoting-line-in-arabic",
        ),
    ],
)
def test_only_the_republished_section_is_credited(text: str, outlet: str):
    credit = credit_of(text)
    other = OTHER if OTHER in text else OTHER_AR
    own, last = (OWN, LAST) if OTHER in text else (OWN_AR, LAST_AR)
    section = section_at(credit, text.index(other) + 10)
    assert section is not None
    assert section.outlet == outlet
    assert section.mark.text(text) == outlet
    assert section_at(credit, text.index(own)) is None
    assert section_at(credit, text.index(last)) is None
    assert credit.republished_from is None


def test_each_item_of_a_digest_has_its_own_agency():
    text = f"At the pier\n\n{OWN} (Reuters)\n\nIn the town\n\n{OTHER} (AFP)"
    credit = credit_of(text)
    assert [section.outlet for section in credit.sections] == ["Reuters", "AFP"]
    assert credit.republished_from is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{OWN}\n\n{LAST}", id="own-reporting"),
        pytest.param(f"{OWN}\n\n{OTHER}\n\n{LAST} (AFP)", id="agency-at-the-end"),
        pytest.param(f"LAKESIDE (Reuters) - {OWN}\n\n{OTHER}", id="dateline-of-the-article"),
        pytest.param(f"{OWN}\n\n{OTHER}\n\nSource: Valley Radio", id="source-at-the-foot"),
        pytest.param(f"{OWN} (see below)\n\n{OTHER}", id="other-brackets"),
    ],
)
def test_an_article_of_one_origin_has_no_sections(text: str):
    assert credit_of(text).sections == ()


def test_an_agency_at_the_end_still_credits_the_whole_article():
    assert credit_of(f"{OWN}\n\n{OTHER}\n\n{LAST} (AFP)").republished_from == "AFP"
