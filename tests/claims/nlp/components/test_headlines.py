"""Headlines that attribute themselves give each of their statements to its source."""

import pytest

from claims.nlp.components.attributions import AttributionReader
from claims.nlp.components.quotes import QuoteFinder
from claims.nlp.components.sentences import SentenceSplitter
from claims.nlp.types import Document, Region, RegionKind, Span, joined_text


def headline_claims(title: str) -> list[tuple[str, str]]:
    regions = (Region(Span(0, len(title)), RegionKind.TITLE),)
    document = Document(text=title, language="ar", regions=regions)
    for component in (SentenceSplitter(), QuoteFinder(), AttributionReader()):
        document = component(document)
    return [(joined_text(a.content, title), joined_text(a.source, title)) for a in document.read_by_rules]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param(
            "وزير النقل: الجسر آمن والعبارات ما زالت تعمل",
            [("الجسر آمن", "وزير النقل"), ("العبارات ما زالت تعمل", "وزير النقل")],
            id="two-clauses-under-one-name",
        ),
        pytest.param(
            "وزير النقل: اجتماع بين الوزارة والشركة ينتهي",
            [("اجتماع بين الوزارة والشركة ينتهي", "وزير النقل")],
            id="two-nouns-in-one-clause",
        ),
        pytest.param(
            "وزير النقل: الجسر آمن اليوم .. ورئيس البلدية: لن أغلق الجسر",
            [("الجسر آمن اليوم", "وزير النقل"), ("لن أغلق الجسر", "رئيس البلدية")],
            id="two-names",
        ),
    ],
)
def test_a_headline_gives_each_statement_to_its_source(title, expected):
    assert headline_claims(title) == expected
