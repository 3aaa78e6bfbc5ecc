"""Paragraphs and sentences keep to the body and survive abbreviations, numbers and quotations."""

import pytest

from claims.nlp.components.sentences import SentenceSplitter
from claims.nlp.types import Document, Region, RegionKind, Span

CASES = [
    pytest.param("en", "He left at 6 p.m. on Monday. Mr. Odeh stayed.", 2, id="abbreviations"),
    pytest.param("en", "No. 14 stands. It is 2.5 metres off.", 2, id="number-sign-and-decimal"),
    pytest.param("en", "“Stay here. Do not move,” she said. “It is over.”", 3, id="inside-quotations"),
    pytest.param("ar", "ماذا جرى هناك؟ انهار السقف. ولم يصب أحد.", 3, id="arabic-question-mark"),
    pytest.param("ar", "تحرير: ب. م. نادر", 1, id="initials"),
]


@pytest.mark.parametrize(("language", "text", "count"), CASES)
def test_sentences_end_where_a_reader_would_end_them(language, text, count):
    document = SentenceSplitter()(Document(text=text, language=language))

    assert len(document.sentences) == count
    assert document.sentences[0].start == 0
    assert document.sentences[-1].end == len(text)


def test_only_the_body_regions_are_split():
    text = "Bridge closed\n\nThe bridge is closed. Cars wait.\n\nShare this"
    regions = (
        Region(Span(0, 13), RegionKind.TITLE),
        Region(Span(15, 47), RegionKind.BODY),
        Region(Span(49, 59), RegionKind.BOILERPLATE),
    )

    document = SentenceSplitter()(Document(text=text, language="en", regions=regions))

    assert [s.text(text) for s in document.sentences] == ["The bridge is closed.", "Cars wait."]


def test_a_hard_wrapped_paragraph_is_one_paragraph():
    text = "The council met for three hours on Tuesday evening and then\nvoted "
    text += "to close the bridge.\n\nIt opens in May."

    document = SentenceSplitter()(Document(text=text, language="en"))

    assert len(document.paragraphs) == 2
    assert document.sentences[0].text(text).endswith("close the bridge.")
