"""The system under test: what the workbench reads in a text, in the form that the scorers know."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any

from claims.nlp.pipeline import analyse_article, read_attributions
from claims.nlp.tagger.network import TaggerNetwork
from claims.nlp.tagger.reader import TaggerReader
from claims.nlp.types import Attribution, Document, Spans
from tests.benchmarks.attribution.corpora import Corpus
from tests.benchmarks.exam import ROOT

ARTEFACTS = ROOT / "claims" / "artefacts"

Marks = dict[str, list[list[int]]]


@cache
def tagger() -> TaggerReader:
    """Return the tagger that ships, loaded once and run on one thread as in a worker."""
    return TaggerReader(TaggerNetwork(ARTEFACTS / "tagger", ARTEFACTS / "encoder"))


def read_article(text: str, language: str) -> Document:
    """Return the article as the product reads it."""
    return analyse_article(Document(text=text, language=language, outlet="Bench"), tagger())


def read_broadly(text: str, language: str) -> Sequence[Attribution]:
    """Return the attributions by PolNeAR's definition, which is broader than the product's."""
    document = Document(text=text, language=language, outlet="Bench")
    return read_attributions(document, tagger(), broad=True)


def marks_of(attribution: Attribution) -> Marks:
    """Return the spans of an attribution by role."""
    return {
        "source": pairs(attribution.source),
        "cue": pairs(attribution.cue),
        "content": pairs(attribution.content),
    }


def pairs(spans: Spans) -> list[list[int]]:
    """Return spans as pairs of start and end."""
    return [[span.start, span.end] for span in spans]


def predictions(gold: Corpus, read: Callable[[str, str], Iterable[Attribution]]) -> dict[str, dict[str, Any]]:
    """Return what `read` finds in each text of `gold`, as records of the same form."""
    return {
        key: {"attributions": [marks_of(found) for found in read(record["text"], record["lang"])]}
        for key, record in gold.items()
    }
