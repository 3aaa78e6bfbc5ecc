"""Reading a language without word lists."""

from claims.nlp.components.quotations import QuotationReader
from claims.nlp.types import Document, Quote, Span


def quote(start: int, end: int) -> Quote:
    return Quote(inner=Span(start + 1, end - 1), outer=Span(start, end))


def test_only_the_outermost_long_quotations_are_somebodys_words():
    text = "“Ons bood “die lang klein brug” is toe” en die “hawe”"
    whole, inner, name = quote(0, 39), quote(10, 31), quote(47, 53)

    document = QuotationReader()(Document(text=text, language="af", quotes=(whole, inner, name)))

    assert [a.content for a in document.read_by_rules] == [(whole.inner,)]
    assert document.read_by_rules[0].source == ()
