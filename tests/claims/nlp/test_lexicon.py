"""A language is a file of facts that the lexicon can look up."""

import pytest

from claims.nlp.languages.sources import known_languages
from claims.nlp.lexicon import UnknownLanguage, load_language, longest_phrase, phrases


@pytest.mark.parametrize("code", known_languages())
def test_every_cue_has_forms_and_a_complement(code):
    for entry in load_language(code).cues:
        assert entry.finite or entry.perfects or entry.participles or entry.nouns, entry.key
        assert entry.takes, entry.key


@pytest.mark.parametrize("code", ["xx", "../ar", ""])
def test_a_language_without_a_file_is_unknown(code):
    with pytest.raises(UnknownLanguage):
        load_language(code)


def test_the_longest_phrase_wins():
    known = phrases("in view, in view of the fact")

    assert longest_phrase(["in", "view", "of", "the", "fact", "that"], known) == 5
    assert longest_phrase(["in", "view", "of", "that"], known) == 2
    assert longest_phrase(["out", "of", "view"], known) == 0
