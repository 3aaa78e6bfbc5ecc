"""Finding the people whom an article introduces."""

import pytest

from claims.nlp.components.background import introduce_speakers
from claims.nlp.components.speakers import Speakers
from claims.nlp.languages.sources import source_words
from claims.nlp.types import Document, Span


def introduced(text: str, language: str = "en") -> Speakers:
    speakers = Speakers(source_words(language))
    introduce_speakers(Document(text=text, language=language, sentences=(Span(0, len(text)),)), speakers)
    return speakers


@pytest.mark.parametrize(
    ("text", "language", "name", "head"),
    [
        pytest.param(
            "He met the port commander (Samir Haddad).", "en", "Samir Haddad", "commander", id="bracket"
        ),
        pytest.param("It was led by a captain named Nora Field.", "en", "Nora Field", "captain", id="named"),
        pytest.param("Nora Field, a lawyer, filed it.", "en", "Nora Field", "lawyer", id="apposition"),
        pytest.param(
            "The town's mayor, Mosli Reed, filed it.", "en", "Mosli Reed", "mayor", id="description-before"
        ),
        pytest.param(
            "But harbour chief Mosli Reed filed it.",
            "en",
            "Mosli Reed",
            "chief",
            id="conjunction-before-a-title",
        ),
        pytest.param("زار مدير الميناء سامر الحلو الرصيف.", "ar", "سامر الحلو", "مدير", id="arabic-title"),
        pytest.param(
            "زار أمير دولة البحيرة الشيخ سامر الحلو الرصيف.",
            "ar",
            "سامر الحلو",
            "امير",
            id="arabic-two-titles",
        ),
        pytest.param(
            "زار مدير الميناء سامر زين العابدين مساء الرصيف.",
            *("ar", "سامر زين العابدين", "مدير"),
            id="arabic-name-of-two-words",
        ),
    ],
)
def test_somebody_named_with_a_description_is_known_by_both(text: str, language: str, name: str, head: str):
    found = {speaker.name: speaker for speaker in introduced(text, language)}

    assert head in found[name].heads


def test_an_acronym_in_brackets_is_remembered():
    assert introduced("The Lake Guard Council (LGC) met.").acronyms["lgc"] >= {"lake", "guard", "council"}


def test_a_family_name_is_known_by_its_full_name():
    assert introduced("زار سامر الحلو الرصيف.", "ar").full_names["حلو"] == "سامر الحلو"


def test_a_full_name_runs_over_its_particles_and_ends_before_a_clause():
    known = introduced(
        "زار ناجي بن علي شمران الرصيف مع سامر الذي ينتظره المتحدث باسم الميناء.", "ar"
    ).full_names

    assert known == {"شمران": "ناجي بن علي شمران"}


def test_capitals_of_a_heading_make_no_names():
    heading = "Lake Council Condemns Raid On Harbour Near Old Lighthouse."

    assert not list(introduced(heading))


def test_a_nationality_before_a_common_noun_is_no_name():
    assert "Ruritanian" not in {speaker.name for speaker in introduced("Six Ruritanian troops left.")}


def test_a_sentence_of_names_is_no_heading():
    found = {speaker.name for speaker in introduced("Mayor Tarek Mosli met Colonel Adam Field.")}

    assert found == {"Tarek Mosli", "Adam Field"}
