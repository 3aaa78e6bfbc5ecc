"""Forms of the lexicon are cues where they speak, and not where they are nouns, negated or traps."""

import pytest

from claims.nlp.components.cues import find_cues
from claims.nlp.components.units import make_unit
from claims.nlp.lexicon import load_language
from claims.nlp.types import Span

CASES = [
    pytest.param("en", "The mayor insisted that it rained.", ["insist"], id="finite"),
    pytest.param("en", "The claims were lost.", [], id="noun"),
    pytest.param("en", "She did not say why.", [], id="negated"),
    pytest.param("en", "He was told to wait.", [], id="passive"),
    pytest.param("ar", "وأكدت الهيئة أن الطريق مغلق", ["اكد"], id="conjunction-written-onto-it"),
    pytest.param("ar", "لم يؤكد الوزير الخبر", [], id="arabic-negated"),
    pytest.param("ar", "ويذكر أن الجسر قديم", [], id="narration"),
]


@pytest.mark.parametrize(("language", "text", "keys"), CASES)
def test_cues_are_told_from_their_look_alikes(language, text, keys):
    unit = make_unit(text, load_language(language), Span(0, len(text)), quotes=())

    assert [cue.entry.key for cue in find_cues(unit)] == keys
