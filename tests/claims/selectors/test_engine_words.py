"""Figures are told as counts, and what the page has no word for is shown as it is stored."""

import pytest

from claims.selectors.engine_words import chance_sentence, factor_word, form_word, score_word


@pytest.mark.parametrize(
    ("probability", "sentence"),
    [
        (1.0, "Nearly every claim with this figure is right as it stands."),
        (0.97, "Of a hundred claims with this figure about 97 are right as they stand."),
        (0.87, "Of ten claims with this figure about 9 are right as they stand."),
        (0.12, "Of ten claims with this figure about 1 is right as it stands."),
        (0.01, "Of a hundred claims with this figure about 1 is right as it stands."),
        (0.0, "Hardly any claim with this figure is right as it stands."),
    ],
)
def test_a_probability_is_told_as_a_count_of_claims(probability, sentence):
    assert chance_sentence(probability) == sentence


def test_a_score_has_a_word_at_either_end():
    assert (score_word(1.0), score_word(0.0)) == ("very sure", "doubtful")


def test_a_sign_that_has_no_word_yet_is_shown_as_it_is_stored():
    assert factor_word("cites a law") == "cites a law"
    assert form_word("telepathy") == "telepathy"
