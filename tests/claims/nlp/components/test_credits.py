"""Finding whom an article as a whole republishes."""

import pytest

from claims.nlp.components.credits import find_credit
from claims.nlp.components.regions import find_regions
from claims.nlp.types import Credit, Document

BODY = "The ferry to Lakeside stopped running on Monday after its engine failed near the pier."
BODY_AR = "توقفت العبارة المتجهة إلى ضفة البحيرة يوم الاثنين بعد تعطل محركها قرب الرصيف."


def credit_of(text: str, *, outlet: str = "Lakeside Echo", title: str = "") -> Credit:
    document = Document(text=text, language="en", title=title, outlet=outlet)
    return find_credit(find_regions(document)).credit


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(f"LAKESIDE (Valley News) - {BODY}", "Valley News", id="bracketed-agency"),
        pytest.param(f"LAKESIDE, May 4 (Reuters) – {BODY}", "Reuters", id="known-agency"),
        pytest.param(f"By Agence France-Presse\n\n{BODY}", "Agence France-Presse", id="agency-byline"),
        pytest.param(f"البحيرة (أنباء الوادي)\n\n{BODY_AR}", "أنباء الوادي", id="arabic-agency"),
        pytest.param(f"رويترز\n\n{BODY_AR}", "رويترز", id="arabic-agency-line"),
        pytest.param(f"بيروت ـ رويترز: {BODY_AR}", "رويترز", id="place-and-agency"),
        pytest.param(f"{BODY_AR}\n\n(وكالات)", "وكالات", id="agencies-at-the-foot"),
        pytest.param(f"{BODY} (AFP)", "AFP", id="agency-after-the-last-sentence"),
        pytest.param(f"{BODY_AR}\n\nنقلاً عن: موقع «الوادي»", "الوادي", id="arabic-quoting-with-colon"),
        pytest.param(f"ترجمة عن «ذا فالي تايمز»\n\n{BODY_AR}", "ذا فالي تايمز", id="translated-from"),
        pytest.param(f"{BODY}\n\nTranslated by Sam Reed from Al-Wadi.", "Al-Wadi", id="translator-named"),
        pytest.param(f"{BODY}\n\nSource: Valley Radio", "Valley Radio", id="source-line"),
        pytest.param(
            f"Lakeside Echo carries this report from Valley Radio.\n\n{BODY}", "Valley Radio", id="carries"
        ),
        pytest.param(
            f"Lakeside Echo | This article was originally published in Arabic by Al-Wadi.\n\n{BODY}",
            "Al-Wadi",
            id="behind-the-outlet",
        ),
        pytest.param(
            f"Ferry stops after a fire\n\nValley Press, 7 April 2025 | Translation: Lakeside Echo\n\n{BODY}",
            "Valley Press",
            id="translated-here",
        ),
        pytest.param(f"{BODY_AR}\n\nنُشر هذا الخبر أوّلاً في موقع «الوادي».", "الوادي", id="vowel-marks"),
        pytest.param(f"{BODY_AR}\n\nتنشر هذه المادة بالتعاون مع موقع «الوادي»", "الوادي", id="cooperation"),
        pytest.param(f"{BODY_AR}\n\nالمصدر: صحيفة «الوادي»", "الوادي", id="arabic-source-line"),
        pytest.param(f"{BODY_AR}\n\nنقلا عن موقع الوادي نيوز", "موقع الوادي نيوز", id="arabic-quoting-line"),
        pytest.param(
            f"{BODY}\n\nThis article was first published by Valley Radio.",
            "Valley Radio",
            id="first-published",
        ),
        pytest.param(
            f"{BODY}\n\nThis story first appeared in The Valley Gazette and runs with permission.",
            "The Valley Gazette",
            id="originally-appeared",
        ),
        pytest.param(
            f"{BODY}\n\nThis is an edited translation of a report by Al-Wadi News Agency (Arabic).",
            "Al-Wadi News Agency",
            id="translation-of-a-report-by",
        ),
        pytest.param(
            f"{BODY}\n\nThis is an abridged version of a story first published by Valley Radio.",
            "Valley Radio",
            id="version-of-a-story-published-by",
        ),
        pytest.param(
            f"{BODY}\n\nA version of this article first appeared in The Valley Gazette.",
            "The Valley Gazette",
            id="version-first-appeared",
        ),
        pytest.param(
            f"{BODY}\n\nTranslated from the Arabic original by Valley Radio.",
            "Valley Radio",
            id="tongue-and-first-publisher",
        ),
        pytest.param(
            f"{BODY_AR}\n\nهذه ترجمة محررة لتقرير نشرته صحيفة «الوادي».",
            "الوادي",
            id="arabic-translation-of-a-report",
        ),
        pytest.param(
            "Two ferries collided off Lakeside, according to al-Wadi.\n\n"
            f"Al-Wadi's source saw both captains.\n\n{BODY}\n\nThis article was translated by the Echo.",
            "al-Wadi",
            id="translated-lead",
        ),
    ],
)
def test_a_republication_names_its_first_publisher(text: str, name: str):
    assert credit_of(text).republished_from == name


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"LAKESIDE (Lakeside Echo) - {BODY}", id="own-dateline"),
        pytest.param(f"LAKESIDE, May 4 (LE) - {BODY}", id="own-initials"),
        pytest.param(f"{BODY}\n\nTranslated from Arabic.", id="a-language-is-no-outlet"),
        pytest.param(f"By Nora Field, transport reporter\n\n{BODY}", id="own-byline"),
        pytest.param(f"The ferry sank, according to Valley Radio. {BODY}", id="quoting-is-not-republishing"),
        pytest.param(
            f"{BODY}\n\n© Lakeside Echo. Copying without naming the source is forbidden.", id="copyright"
        ),
        pytest.param(
            f"Sunk, according to the port police.\n\n{BODY}\n\nThis article was translated by the Echo.",
            id="an-office-is-not-an-outlet",
        ),
    ],
)
def test_own_reporting_has_no_first_publisher(text: str):
    assert credit_of(text).republished_from is None


def test_a_credit_points_at_the_words_that_give_it():
    text = f"{BODY}\n\nSource: Valley Radio"

    (span,) = credit_of(text).spans

    assert span.text(text) == "Source: Valley Radio"


def test_translation_and_missing_verification_are_kept():
    note = (
        "This article was translated and edited by Lakeside Echo. Lakeside Echo has not verified the content."
    )

    credit = credit_of(f"{BODY}\n\n{note}")

    assert credit.translated
    assert credit.unverified


def test_what_a_writer_takes_from_agencies_is_no_republication():
    assert credit_of(f"س. ح / وكالات\n\n{BODY_AR}").republished_from is None
