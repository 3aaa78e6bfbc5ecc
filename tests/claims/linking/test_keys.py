"""Claims that may be of one event share keys; others do not."""

from datetime import date

import pytest

from claims.linking.keys import KeyedClaim, asked_keys, stored_keys
from claims.linking.terms import MOST_TERMS, terms_of
from claims.linking.types import Slot, SlotKind
from claims.nlp.types import Modality, QuoteKind, Span

DAY = date(2026, 5, 4)


def claim(text="The quay is closed.", **fields):
    known = {"language": "en", "modality": Modality.ASSERTED, "quote": QuoteKind.NONE, "published_on": DAY}
    return KeyedClaim(text=text, **known | fields)


def slot(kind, value):
    return Slot(kind=SlotKind(kind), span=Span(0, 1), text="x", value=value)


def shared(asked, stored, around=DAY):
    """Return the values under which `asked` finds `stored`."""
    kept = set(stored_keys(stored))
    return {value for value, keys in asked_keys(asked, around, 10).items() if kept & set(keys)}


def test_words_are_shared_within_the_window_only():
    stored = claim(published_on=date(2026, 5, 12))

    assert shared(claim(), stored) == {"term:quai", "term:clos"}
    assert shared(claim(), stored, around=date(2026, 6, 12)) == set()


@pytest.mark.parametrize(
    ("ours", "theirs", "value"),
    [
        pytest.param(("actor", "name:frs-rk"), ("actor", "name:rk"), "name:rk", id="last-name-alone"),
        pytest.param(("actor", "org:sdf"), ("actor", "org:sdf"), "actor:org:sdf", id="organisation"),
        pytest.param(("place", "geo:7"), ("place", "geo:7"), "place:geo:7", id="place-in-gazetteer"),
        pytest.param(("place", "name:street:mr"), ("place", "name::mr"), "place:mr", id="unknown-place"),
        pytest.param(
            ("number", "count:dead=3"), ("number", "at_least:count:dead=3"), "number:dead=3", id="bound-aside"
        ),
        pytest.param(
            ("time", "2026-05-01/2026-05-02"), ("time", "2026-05-02"), "day:2026-05-02", id="day-of-interval"
        ),
    ],
)
def test_a_particular_is_one_block_however_it_is_put(ours, theirs, value):
    asked, stored = claim("Aa bb.", slots=[slot(*ours)]), claim("Cc dd.", slots=[slot(*theirs)])

    assert value in shared(asked, stored)


@pytest.mark.parametrize(
    "vague", [("actor", "role:minister"), ("time", "T03:00/T03:00"), ("time", "2026-05-01/2026-05-31")]
)
def test_what_half_the_news_shares_is_no_block(vague):
    assert shared(claim("Aa bb.", slots=[slot(*vague)]), claim("Cc dd.", slots=[slot(*vague)])) == set()


def test_a_denial_meets_what_it_denies_at_any_time_and_no_other_denial():
    slots = [slot("actor", "org:union"), slot("action", "strike")]
    said = claim("Aa bb.", slots=slots, published_on=date(2020, 1, 1))
    denied = claim("Cc dd.", slots=slots, modality=Modality.DENIED)
    again = claim("Ee ff.", slots=slots, modality=Modality.DENIED)

    assert shared(denied, said) == {"said:actor:org:union+strike"}
    assert shared(denied, again) == {"actor:org:union"}


def test_speakers_are_blocks():
    assert "speaker:s1" in shared(claim("Aa.", speakers=["s1"]), claim("Bb.", speakers=["s1"]))


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        pytest.param("المدينة", "مدينة", "ar", id="article"),
        pytest.param("وبالطائرات", "طائرة", "ar", id="clitics-and-plural"),
        pytest.param("مصابين", "مصابون", "ar", id="cases"),
        pytest.param("killed", "killing", "en", id="verb-forms"),
        pytest.param("bodies", "body", "en", id="plural"),
        pytest.param("1,200", "1200", "en", id="grouped-figures"),
    ],
)
def test_forms_of_a_word_are_one_term(one, other, language):
    assert terms_of(one, language) == terms_of(other, language) != ()


def test_words_of_a_language_without_data_are_only_folded():
    assert terms_of("Đang được", "vi") == ("đang", "đuoc")


def test_a_long_text_has_a_bounded_number_of_terms():
    assert len(terms_of(" ".join(f"word{n}x" for n in range(500)), "en")) == MOST_TERMS
