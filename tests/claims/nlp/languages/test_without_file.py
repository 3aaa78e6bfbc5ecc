"""A language without files still has its quotations read, and says that nothing else was."""

import pytest

from claims.nlp.languages.sources import has_words
from claims.nlp.pipeline import NO_WORDS, analyse_article
from claims.nlp.types import Document, QuoteKind, joined_text

GERMAN = (
    "Hafen von Tarfa gesperrt\n\n"
    "Die Fähre liegt seit Montag fest, sagte die Hafenmeisterin Lena Borg. „Wir warten auf ein Ersatzteil "
    "aus dem Süden“, fügte sie hinzu. Laut Polizei wurde niemand verletzt."
)
TURKISH = (
    "Feribot iskelede\n\n"
    "Belediye başkanı Emre Kaya, “Parça bir aydır gelmedi, bekliyoruz” dedi. Polise göre yaralanan yok."
)
URDU = "پل بند ہے۔\n\nمیئر نے کہا کہ پل بند رہے گا۔ “ہم ایک مہینے سے انتظار کر رہے ہیں”، انہوں نے کہا۔"

TEXTS = [
    pytest.param("de", GERMAN, "Wir warten auf ein Ersatzteil aus dem Süden", id="german"),
    pytest.param("tr", TURKISH, "Parça bir aydır gelmedi, bekliyoruz", id="turkish"),
    pytest.param("ur", URDU, "ہم ایک مہینے سے انتظار کر رہے ہیں", id="urdu"),
]


def analyse(language, text):
    return analyse_article(
        Document(text=text, language=language, title=text.split("\n", 1)[0], outlet="Lakeside Echo")
    )


@pytest.mark.parametrize(("language", "text", "quotation"), TEXTS)
def test_quotations_become_claims_without_an_originator(language, text, quotation):
    (claim,) = analyse(language, text).claims

    assert joined_text(claim.content, text) == quotation
    assert claim.quote is QuoteKind.DIRECT
    assert claim.anonymous
    assert [hop.name for hop in claim.chain] == ["Lakeside Echo"]
    assert (claim.source, claim.cue) == ((), ())


@pytest.mark.parametrize(("language", "text", "quotation"), TEXTS)
def test_the_claims_say_why_nobody_is_named(language, text, quotation):
    (claim,) = analyse(language, text).claims

    assert claim.reasons == (NO_WORDS,)


@pytest.mark.parametrize(("language", "text", "quotation"), TEXTS)
def test_what_is_said_without_quotation_marks_is_not_read(language, text, quotation):
    claims = analyse(language, text).claims

    assert [joined_text(claim.content, text) for claim in claims] == [quotation]


@pytest.mark.parametrize(("language", "text", "quotation"), TEXTS)
def test_title_and_body_are_still_told_apart(language, text, quotation):
    kinds = [region.kind.value for region in analyse(language, text).regions]

    assert kinds[:2] == ["title", "body"]


@pytest.mark.parametrize("language", ["de", "tr", "ur", "und", ""])
def test_a_language_without_files_is_not_known(language):
    assert not has_words(language)
