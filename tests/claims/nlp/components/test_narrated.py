"""Choosing the statements that the outlet makes in its own voice."""

import pytest

from claims.nlp.components.narrated import FEWEST, MOST, Narration, find_narrated
from claims.nlp.types import Attribution, AttributionForm, Document, Modality, QuoteKind, Span


def narrated(text: str, language: str = "en", attributions: tuple[Attribution, ...] = ()) -> list[Narration]:
    ends = [i + 1 for i, c in enumerate(text) if c in ".?؟"]
    sentences = tuple(Span(s, e) for s, e in zip([0, *ends], ends, strict=False))
    return find_narrated(
        Document(text=text, language=language, sentences=sentences, attributions=attributions)
    )


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("Three ferries collided off Lakeside on Monday night.", "en", id="event"),
        pytest.param("The company employs 640 people and makes ropes for export.", "en", id="record"),
        pytest.param("انهار الرصيف القديم مساء الاثنين قرب المرفأ.", "ar", id="arabic-event"),
        pytest.param("يذكر أن حريقا آخر اندلع في المرفأ عام 2019.", "ar", id="arabic-marked"),
    ],
)
def test_a_dated_or_counted_event_is_worth_a_check(text: str, language: str):
    (found,) = narrated(text, language)

    assert 0 < found.worth <= 1
    assert found.factors


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("What will the council do on Monday about the pier?", "en", id="question"),
        pytest.param("The Echo asked for a comment on Monday and got no answer.", "en", id="own-process"),
        pytest.param("Here is what you need to know about the pier.", "en", id="address"),
        pytest.param("ولم يتسن للصدى الحصول على رد من الوزارة.", "ar", id="arabic-own-process"),
    ],
)
def test_what_is_no_statement_about_the_story_is_left_out(text: str, language: str):
    assert narrated(text, language) == []


def test_an_introductory_formula_stands_outside_the_statement():
    text = "وتجدر الإشارة إلى أن حريقا آخر اندلع في المرفأ عام 2019."

    (found,) = narrated(text, "ar")

    assert found.span.text(text) == "حريقا آخر اندلع في المرفأ عام 2019"


def test_what_somebody_is_quoted_for_is_not_narrated():
    text = "Three ferries collided off Lakeside on Monday night, she said."
    said = Attribution(
        content=(Span(0, 51),),
        cue=(Span(57, 61),),
        source=(Span(53, 56),),
        quote=QuoteKind.INDIRECT,
        form=AttributionForm.CLAUSE,
        cue_key="say",
        cue_class="neutral",
        modality=Modality.ASSERTED,
    )

    assert narrated(text, attributions=(said,)) == []


def ferries() -> str:
    places = (
        "Lakeside Marsa Daleel Norhus Tarif Sour Kallo Berri Wazzan Hamade Kassir Laham Ormond Pell Quist"
    )
    return " ".join(
        f"On Monday {n} ferries collided off {place} in fog." for n, place in enumerate(places.split(), 2)
    )


def test_a_longer_article_may_have_more_narrated_claims():
    padding = " ".join(f"Nothing else about pier {n} is known to anybody here." for n in range(100))

    assert len(narrated(ferries())) == FEWEST
    assert len(narrated(f"{ferries()} {padding}")) == MOST


def test_what_an_attributed_claim_says_already_is_left_out():
    text = "Three ferries collided off Lakeside on Monday night, she said. Three ferries collided."
    said = Attribution(
        content=(Span(0, 51),),
        cue=(Span(57, 61),),
        source=(Span(53, 56),),
        quote=QuoteKind.INDIRECT,
        form=AttributionForm.CLAUSE,
        cue_key="say",
        cue_class="neutral",
        modality=Modality.ASSERTED,
    )

    assert narrated(text, attributions=(said,)) == []


def test_a_statement_told_twice_is_proposed_once():
    text = (
        "Three ferries collided off Lakeside on Monday. On Monday three ferries collided off Lakeside pier."
    )

    assert len(narrated(text)) == 1
