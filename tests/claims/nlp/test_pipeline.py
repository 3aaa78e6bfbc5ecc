"""The attribution engine as a whole."""

from dataclasses import replace

import pytest

from claims.nlp.errors import MissingInput, SpanOutOfText
from claims.nlp.pipeline import NO_WORDS, Pipeline, Step, analyse_article, attribution_pipeline
from claims.nlp.types import Claim, Document, Modality, joined_text

RELAYED = (
    "Two ferries collided off Lakeside on Monday, according to al-Wadi.\n\n"
    "According to al-Wadi’s source, Salem rejected the owner's offer of a refund.\n\n"
    "The harbour master, Nora Field, said the pier would stay closed until Friday. "
    "She called for a new lighthouse.\n\n"
    "This article was translated and edited by Lakeside Echo."
)
ARABIC = (
    "قال موقع «ضفة البحيرة» المحلي إن العبارة تعطلت قرب الرصيف يوم الاثنين.\n\n"
    "وأضاف الموقع أن الركاب نقلوا إلى الميناء القديم.\n\n"
    "وأكد مدير الميناء سامر الحلو أن الرصيف سيبقى مغلقا حتى الجمعة."
)


def analyse(text: str, language: str = "en") -> Document:
    return analyse_article(Document(text=text, language=language, outlet="Lakeside Echo"))


def claim_with(document: Document, words: str) -> Claim:
    return next(c for c in document.claims if words in joined_text(c.content, document.text))


def names(claim: Claim) -> list[str]:
    return [hop.name for hop in claim.chain]


def test_a_possessive_source_is_an_anonymous_hop_inside_its_outlet():
    claim = claim_with(analyse(RELAYED), "Salem rejected")

    assert names(claim) == ["Lakeside Echo", "al-Wadi", "al-Wadi’s source"]
    assert claim.anonymous


def test_a_translated_article_ends_its_own_claims_at_the_outlet_that_it_republishes():
    assert names(claim_with(analyse(RELAYED), "ferries collided")) == ["Lakeside Echo", "al-Wadi"]


def test_a_pronoun_ends_at_the_person_named_before():
    claim = claim_with(analyse(RELAYED), "a new lighthouse")

    assert names(claim)[-1] == "Nora Field"
    assert claim.chain[-1].inferred
    assert claim.modality is Modality.DEMANDED


def test_arabic_anaphora_ends_at_the_site_named_before():
    claim = claim_with(analyse(ARABIC, "ar"), "الركاب نقلوا")

    assert names(claim) == ["Lakeside Echo", "ضفة البحيرة"]
    assert not claim.anonymous


def test_an_arabic_title_is_no_part_of_the_name():
    assert names(claim_with(analyse(ARABIC, "ar"), "سيبقى مغلقا"))[-1] == "سامر الحلو"


def test_claims_stand_in_text_order_inside_the_text():
    claims = analyse(RELAYED).claims

    starts = [claim.content[0].start for claim in claims]
    assert starts == sorted(starts)
    assert all(claim.chain for claim in claims)


def test_a_language_without_words_keeps_its_quotations_and_says_so():
    document = analyse("Die Fähre liegt fest. „Wir warten seit einem Monat auf das Teil“, sagte Paul.", "de")

    (claim,) = document.claims
    assert document.language == "de"
    assert claim.reasons == (NO_WORDS,)
    assert claim.anonymous


@pytest.mark.parametrize("text", ["", "  \n", "x", "“", "قال", "(" * 50, "a\u202eb said that"])
@pytest.mark.parametrize("language", ["en", "ar", "zz"])
def test_any_text_is_analysed_without_error(text: str, language: str):
    assert analyse(text, language).text == text


def test_a_component_before_its_input_is_refused_when_the_pipeline_is_built():
    late = Step("late", frozenset({"quotes"}), frozenset({"claims"}), lambda document: document)

    with pytest.raises(MissingInput, match=r"NLP-020.*'late' reads \['quotes'\]"):
        Pipeline([late])


def test_the_pipeline_is_built_once():
    assert attribution_pipeline() is attribution_pipeline()


def test_a_pipeline_runs_its_components_in_order():
    def mark(word: str) -> Step:
        return Step(word, frozenset(), frozenset({"title"}), lambda d: replace(d, title=d.title + word))

    assert Pipeline([mark("a"), mark("b")])(Document(text="", language="en")).title == "ab"


def test_an_engine_error_names_its_code_and_the_way_out():
    error = SpanOutOfText(start=4, end=9, length=5)

    assert str(error).startswith("[NLP-012] Span 4:9 does not fit in a text of 5 code points.")
    assert error.facts == {"start": 4, "end": 9, "length": 5}


def test_a_text_that_ends_in_an_empty_paragraph_is_read():
    document = analyse_article(Document(text="said \n\n ", language="en", outlet="Lakeside Echo"))

    assert document.claims == ()
