"""Composing the attribution engine: components in a checked order, and the one call that runs them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from claims.nlp.components.assembly import ClaimAssembler
from claims.nlp.components.attributions import AttributionReader
from claims.nlp.components.credits import find_credit
from claims.nlp.components.quotes import QuoteFinder
from claims.nlp.components.regions import find_regions
from claims.nlp.components.relays import RelayFinder
from claims.nlp.components.resolution import SourceResolver
from claims.nlp.components.sentences import SentenceSplitter
from claims.nlp.errors import MissingInput, SpanOutOfText
from claims.nlp.types import Document

GIVEN = frozenset({"text", "language", "title", "outlet", "published_on"})
"""The layers that a document has before any component runs."""


class Component(Protocol):
    """One step: reads some layers of a document, writes others, changes nothing else."""

    @property
    def name(self) -> str:
        """What errors call the component."""
        ...

    @property
    def reads(self) -> frozenset[str]:
        """The layers that it needs."""
        ...

    @property
    def writes(self) -> frozenset[str]:
        """The layers that it fills."""
        ...

    def __call__(self, document: Document) -> Document:
        """Return `document` with the layers named in `writes` filled."""
        ...


@dataclass(frozen=True, slots=True)
class Step:
    """A function as a component."""

    name: str
    reads: frozenset[str]
    writes: frozenset[str]
    run: Callable[[Document], Document]

    def __call__(self, document: Document) -> Document:
        """Return what the function returns."""
        return self.run(document)


class Pipeline:
    """Components applied in order.

    The order is validated on construction, so a mis-wired pipeline fails when the
    worker starts and not on the first article of the evening.
    """

    def __init__(self, components: Sequence[Component]) -> None:
        available = set(GIVEN)
        for component in components:
            missing = component.reads - available
            if missing:
                raise MissingInput(component=component.name, missing=sorted(missing))
            available |= component.writes
        self.components = tuple(components)

    def __call__(self, document: Document) -> Document:
        """Return `document` with the layers of every component."""
        for component in self.components:
            document = component(document)
        return document


@lru_cache(maxsize=1)
def attribution_pipeline() -> Pipeline:
    """Return the rule-based pipeline: regions, credit, sentences, quotes, attributions, origins, claims."""
    return Pipeline(
        [
            Step("regions", frozenset({"text", "title"}), frozenset({"regions"}), find_regions),
            Step("credit", frozenset({"text", "outlet", "regions"}), frozenset({"credit"}), find_credit),
            SentenceSplitter(),
            QuoteFinder(),
            AttributionReader(),
            RelayFinder(),
            SourceResolver(),
            ClaimAssembler(),
        ]
    )


def analyse_article(document: Document) -> Document:
    """Return `document` with its regions, credit and claims.

    A text in a language without word lists still gets its regions and credit, its
    quotations, and the claims that quotation marks alone show.

    Raises
    ------
    SpanOutOfText
        A component wrote a claim that does not fit the text.
    """
    analysed = attribution_pipeline()(document)
    for claim in analysed.claims:
        for span in (*claim.content, *claim.cue, *claim.source, *claim.hedges):
            if not 0 <= span.start < span.end <= len(document.text):
                raise SpanOutOfText(start=span.start, end=span.end, length=len(document.text))
    return analysed
