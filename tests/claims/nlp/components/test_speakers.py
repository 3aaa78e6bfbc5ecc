"""Names that are the same, and descriptions that fit a name."""

import pytest

from claims.nlp.components.names import name_source
from claims.nlp.components.naming import Naming
from claims.nlp.components.speakers import Speakers
from claims.nlp.languages.sources import source_words
from claims.nlp.types import Span

EN = source_words("en")


def naming(words: str) -> Naming:
    found = name_source(words, Span(0, len(words)), EN)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("Nora Field", "Field", id="family-name"),
        pytest.param("Field", "Nora Field", id="family-name-first"),
        pytest.param("the Lake Party", "Lake", id="short-organisation"),
        pytest.param("Samir al-Haddad", "Haddad", id="article-in-name"),
    ],
)
def test_a_short_name_is_the_same_speaker_under_the_longer_name(first: str, second: str):
    speakers = Speakers(EN)

    one, other = speakers.named(naming(first)), speakers.named(naming(second))

    assert one is other
    assert len(one.words) == max(len(one.words), 2)


def test_two_people_of_one_family_stay_two():
    speakers = Speakers(EN)

    assert speakers.named(naming("Nora Field")) is not speakers.named(naming("Omar Field"))


def test_an_acronym_in_brackets_describes_its_organisation():
    speakers = Speakers(EN)
    speakers.acronyms["lg"] = frozenset({"lake", "guard"})
    commander = speakers.named(naming("Lake Guard commander Samir Haddad"))
    speakers.named(naming("port commander Omar Nasser"))

    assert speakers.described(naming("the LG commander")) is commander


def test_a_description_of_nobody_known_is_nobody():
    speakers = Speakers(EN)
    speakers.named(naming("Mayor Nora Field"))

    assert speakers.described(naming("the transport ministry")) is None
