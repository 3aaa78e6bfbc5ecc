"""Reading one text for the tables of the components' tests."""

from collections.abc import Callable

import pytest

from claims.nlp.components.attributions import AttributionReader
from claims.nlp.components.quotes import QuoteFinder
from claims.nlp.components.sentences import SentenceSplitter
from claims.nlp.types import Attribution, Document, joined_text

Told = Callable[[str], list[tuple[str, str]]]
"""From a text to the content and source of each attribution."""


def language_of(text: str) -> str:
    return "ar" if any("\u0600" <= letter <= "\u06ff" for letter in text) else "en"


@pytest.fixture(name="read")
def read_fixture() -> Callable[[str], tuple[Attribution, ...]]:
    def read(text: str) -> tuple[Attribution, ...]:
        document = Document(text=text, language=language_of(text))
        for component in (SentenceSplitter(), QuoteFinder(), AttributionReader()):
            document = component(document)
        return document.read_by_rules

    return read


@pytest.fixture(name="told")
def told_fixture(read) -> Told:
    def told(text: str) -> list[tuple[str, str]]:
        return [(joined_text(a.content, text), joined_text(a.source, text)) for a in read(text)]

    return told
