"""Composing the attribution engine: components in a checked order, and the one call that runs them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol

from claims.nlp.components.assembly import ClaimAssembler
from claims.nlp.components.attributions import AttributionReader
from claims.nlp.components.credited_sections import find_sections
from claims.nlp.components.credits import find_credit
from claims.nlp.components.framing import AccountFramer
from claims.nlp.components.nesting import Nesting
from claims.nlp.components.quotations import QuotationReader
from claims.nlp.components.quotes import QuoteFinder
from claims.nlp.components.regions import find_regions
from claims.nlp.components.relays import RelayFinder
from claims.nlp.components.resolution import SourceResolver
from claims.nlp.components.sentences import SentenceSplitter
from claims.nlp.components.tagging import Tagging, TextTagger, as_attributions, as_marked
from claims.nlp.components.voting import RulesAlone, Voting, Weighing
from claims.nlp.components.wording import WordingWriter
from claims.nlp.components.written_names import SourceNamer
from claims.nlp.errors import MissingInput, SpanOutOfText
from claims.nlp.languages.sources import has_words
from claims.nlp.types import Attribution, Document
from claims.nlp.voting.model import VoteModel

NO_WORDS = "no word lists for this language: quotation marks only"
"""The reason that claims carry where the engine does not know the article's language."""

UNDETERMINED = "und"
"""The language file that knows marks but no words (ISO 639-2 "undetermined")."""

GIVEN = frozenset({"text", "language", "title", "outlet", "published_on", "weights"})
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


_READ_PAGE = (
    Step("regions", frozenset({"text", "title"}), frozenset({"regions"}), find_regions),
    Step("credit", frozenset({"text", "outlet", "regions"}), frozenset({"credit"}), find_credit),
    Step(
        "sections", frozenset({"text", "outlet", "regions", "credit"}), frozenset({"credit"}), find_sections
    ),
    SentenceSplitter(),
    QuoteFinder(),
)


@lru_cache(maxsize=4)
def attribution_pipeline(tagger: TextTagger | None = None) -> Pipeline:
    """Return the pipeline for languages with a file of words: who says what, and through whom.

    Without a tagger the rules' reading stands as it is, and no probability is given.
    """
    return Pipeline(
        [
            *_READ_PAGE,
            AttributionReader(),
            *_voted(tagger),
            RelayFinder(),
            SourceResolver(),
            AccountFramer(),
            *([Weighing(VoteModel.load())] if tagger else []),
            ClaimAssembler(),
            WordingWriter(),
        ]
    )


@lru_cache(maxsize=4)
def unlisted_pipeline(tagger: TextTagger | None = None) -> Pipeline:
    """Return the pipeline for any other language: quotations, and what the tagger reads."""
    return Pipeline([*_READ_PAGE, QuotationReader(), *_voted(tagger), SourceNamer(), ClaimAssembler()])


def _voted(tagger: TextTagger | None) -> list[Component]:
    if tagger is None:
        return [RulesAlone()]
    tagging, voting = Tagging(tagger), Voting(VoteModel.load())
    return [tagging, voting, Nesting(tagging, voting)]


def analyse_article(document: Document, tagger: TextTagger | None = None) -> Document:
    """Return `document` with its regions, credit and claims.

    A text in a language without a file of words still gets its regions, its credit and
    a claim for each quotation, with the reason `NO_WORDS`; with a tagger also what that
    reads, under the source's own words.

    Raises
    ------
    SpanOutOfText
        A component wrote a claim that does not fit the text.
    """
    analysed = _analyse(document, tagger)
    for claim in analysed.claims:
        for span in (*claim.content, *claim.cue, *claim.source, *claim.hedges):
            if not 0 <= span.start < span.end <= len(document.text):
                raise SpanOutOfText(start=span.start, end=span.end, length=len(document.text))
    return analysed


def read_page(document: Document) -> Document:
    """Return `document` with its regions, credit, paragraphs, sentences and quotations."""
    for component in _READ_PAGE:
        document = component(document)
    return document


def _analyse(document: Document, tagger: TextTagger | None) -> Document:
    if has_words(document.language):
        return attribution_pipeline(tagger)(document)
    read = unlisted_pipeline(tagger)(replace(document, language=UNDETERMINED))
    claims = tuple(replace(claim, reasons=(NO_WORDS, *claim.reasons)) for claim in read.claims)
    return replace(read, language=document.language, claims=claims)


def read_attributions(
    document: Document, tagger: TextTagger, *, broad: bool = False
) -> tuple[Attribution, ...]:
    """Return what the tagger alone reads in title and body.

    With `broad`, by PolNeAR's definition: attitudes and intentions too, anywhere, in the words marked.
    """
    known = has_words(document.language)
    document = read_page(document if known else replace(document, language=UNDETERMINED))
    pieces, tagged = tagger(document.text, broad=broad)
    return tuple((as_marked if broad else as_attributions)(document, pieces, tagged))
