"""The one door from Django to the engines: settings in, loaded and cached engines out."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from uuid import UUID

import numpy as np
from django.conf import settings
from numpy.typing import NDArray

from claims.encoding.artefacts import load_artefact
from claims.encoding.words import open_tokenizer
from claims.linking.encoder import KIND as ENCODER_KIND
from claims.linking.encoder import OnnxEncoder, SentenceEncoder
from claims.linking.known import KnownNames, NameRows, knowing, known_from, names_in_files
from claims.linking.linker import Linker, read_slots
from claims.linking.relating.network import RelationNetwork
from claims.linking.topics import TopicFinder
from claims.linking.types import ClaimRecord, LinkProposal, Slot
from claims.nlp.components.attributions import quote_kind
from claims.nlp.components.hedges import find_hedges
from claims.nlp.components.names import name_source
from claims.nlp.components.quotes import QuoteFinder
from claims.nlp.components.sentences import SentenceSplitter
from claims.nlp.languages.sources import has_words, source_words
from claims.nlp.languages.statements import claim_words
from claims.nlp.pipeline import UNDETERMINED, analyse_article
from claims.nlp.tagger.network import TaggerNetwork
from claims.nlp.tagger.reader import TaggerReader
from claims.nlp.types import Document, QuoteKind, SourceKind, Span
from claims.nlp.voting.model import VoteModel
from claims.nlp.worth import BASE, DEFAULT_POINTS, SLOPE

RULES_VERSION = "rules-2"
WORKSPACES_KEPT = 16
"""Workspaces whose own names a process keeps at hand; the actors of each are some 0.5 MB."""


@lru_cache(maxsize=1)
def extractor_version() -> str:
    """Return what is stored with each article: it tells which a later engine has to work through again."""
    return f"{RULES_VERSION}+{tagger().version}+{VoteModel.load().version}"


@lru_cache(maxsize=1)
def tagger() -> TaggerReader:
    """Return the tagger of this process, loaded on first use (some 0.5 s, 40 MB beside the tokenizer)."""
    network = TaggerNetwork(settings.TAGGER_DIR, settings.ENCODER_DIR, threads=settings.ENCODER_THREADS)
    return TaggerReader(network)


def load_shared() -> None:
    """Load the parts of the engines that survive a fork: the tokenizer (110 MB). The networks do not."""
    open_tokenizer(load_artefact(settings.ENCODER_DIR, kind=ENCODER_KIND))


def analyse(document: Document) -> Document:
    """Return the document with its regions, credit and claims, as the rules and the tagger read it."""
    return analyse_article(document, tagger())


def knows_words_of(language: str) -> bool:
    """Tell whether the engine has word lists for the language, so that it reads more than quotations."""
    return has_words(language)


def sentences_of(text: str, language: str) -> tuple[Span, ...]:
    """Return the sentences of a text, whatever region they stand in. Needs no model."""
    return SentenceSplitter()(_marked_by_people(text, language)).sentences


def quote_and_hedges(text: str, language: str, content: Sequence[Span]) -> tuple[QuoteKind, tuple[Span, ...]]:
    """Return how much of a content that a person marked is quoted, and its hedges. Needs no model."""
    document = QuoteFinder()(SentenceSplitter()(_marked_by_people(text, language)))
    hedges = find_hedges(text, content, claim_words(language))
    return quote_kind(text, list(content), document.quotes), tuple(hedges)


def named_by(words: str, language: str) -> tuple[str, SourceKind]:
    """Return the clean name and the kind of the source that the words name. Needs no model."""
    naming = name_source(words, Span(0, len(words)), source_words(language)) if has_words(language) else None
    return (naming.name, naming.kind) if naming else (words, SourceKind.PERSON)


def _marked_by_people(text: str, language: str) -> Document:
    return Document(text=text, language=language if has_words(language) else UNDETERMINED)


def default_points() -> Mapping[str, float]:
    """Return what each factor of worth counts unless a workspace sets it, those for a check first."""
    return DEFAULT_POINTS


def worth_curve() -> tuple[float, float]:
    """Return base and slope of the curve by which points become worth (`claims.nlp.worth.worth_of`)."""
    return BASE, SLOPE


@lru_cache(maxsize=1)
def sentence_encoder() -> SentenceEncoder:
    """Return the encoder of this process, loaded on first use (some 0.5 s, 60 MB beside the tokenizer)."""
    return OnnxEncoder(settings.ENCODER_DIR, threads=settings.ENCODER_THREADS)


def encode(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return unit sentence vectors, shape (n, 384)."""
    return sentence_encoder().encode(texts)


@lru_cache(maxsize=1)
def topic_finder() -> TopicFinder:
    """Return the finder of topics of this process; its descriptions are encoded on first use (some 0.3 s)."""
    return TopicFinder(sentence_encoder())


def topic_of(vectors: NDArray[np.float32], languages: Sequence[str]) -> str:
    """Return what claims of these vectors and languages are about, or "" where that is not clear."""
    return topic_finder().propose(vectors, languages)


def slots_of(
    text: str, language: str, *, published_on: date | None, offset: int, names: KnownNames | None = None
) -> tuple[Slot, ...]:
    """Return the typed particulars of a claim's words, which begin at `offset` of their article.

    Places and actors are read by `names`, or by those that come with the project.
    """
    with knowing(names or names_in_files()):
        return read_slots(text, language, published_on=published_on, offset=offset)


@lru_cache(maxsize=1)
def linker() -> Linker:
    """Return the linker of this process, its network loaded on first use (some 0.2 s, 60 MB)."""
    threads = settings.ENCODER_THREADS
    return Linker(RelationNetwork(settings.RELATIONS_DIR, settings.ENCODER_DIR, threads=threads))


def links_between(
    own: Sequence[ClaimRecord], others: Sequence[ClaimRecord], *, names: KnownNames | None = None
) -> list[LinkProposal]:
    """Return the relations that the engine proposes of one article's claims with those of others."""
    with knowing(names or names_in_files()):
        return linker().link_article(own, others)


Version = UUID | None
"""Changes whenever the names of a kind do; None where the database holds none."""


@lru_cache(maxsize=1)
def shared_names(version: Version, read: Callable[[], NameRows]) -> KnownNames:
    """Return the names that all workspaces share, read once a version, or those of the files."""
    return known_from(read()) if version else names_in_files()


@lru_cache(maxsize=WORKSPACES_KEPT)
def workspace_names(
    workspace: UUID, version: UUID, shared: KnownNames, read: Callable[[UUID], NameRows]
) -> KnownNames:
    """Return the shared names with those that a workspace added, read once a version."""
    return known_from(read(workspace), base=shared)
