"""Reading a text costs time in proportion to its length in every language, whatever it holds."""

import time

import pytest

from claims.nlp.components.attributions import AttributionReader
from claims.nlp.components.quotes import QuoteFinder
from claims.nlp.components.sentences import SentenceSplitter
from claims.nlp.types import Document

HOSTILE = [
    pytest.param("fr", "« mot, dit-il, ", id="french-incises-in-open-quotations"),
    pytest.param("fr", "mot, a-t-il dit, ", id="french-incises"),
    pytest.param("fr", "selon qu'il a ", id="french-cues"),
    pytest.param("fr", "qu'l'd'", id="french-elisions"),
    pytest.param("fa", "وزیر که را رد کرد ", id="persian-objects"),
    pytest.param("fa", "، گفت که از ", id="persian-commas-and-verbs"),
    pytest.param("fa", "می‌", id="persian-joiners"),
]


def seconds(language, text):
    start = time.process_time()
    document = Document(text=text, language=language)
    for component in (SentenceSplitter(), QuoteFinder(), AttributionReader()):
        document = component(document)
    return time.process_time() - start


@pytest.mark.parametrize(("language", "piece"), HOSTILE)
def test_the_cost_grows_with_the_length_and_no_faster(language, piece):
    seconds(language, piece * 100)
    small, large = (seconds(language, piece * (size // len(piece))) for size in (6_000, 24_000))

    # Four times the text; twice that again is left to a busy machine.
    assert large < 8 * small + 0.5
