"""Reading the factors of a statement's worth: figures, dates, events, consequences, who says it and how."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from claims.nlp.claim_words import ClaimWords
from claims.nlp.expressions import compiled, shows
from claims.nlp.languages.sources import source_words
from claims.nlp.tokens import Token, tokenize
from claims.nlp.types import Document, Mention, Modality, Span, Spans
from workbench.core.text import fold_letters

HEADLINE_SHARE = 0.5
"""Share of a headline's words that a statement repeats to be what the headline is about."""

_LONGEST_MENTION = 500
"""Code points that no name or description of somebody exceeds."""

_STEM = 4
"""Letters by which two words are taken for forms of one."""

_SENTENCE_END = r"[.!؟?…۔][\"”»’')\]]*\s*$"

_OF_MODALITY = {
    Modality.DENIED: "denial",
    Modality.PREDICTED: "forecast",
    Modality.DEMANDED: "demand",
    Modality.ALLEGED: "accusation",
}

_OF_SENTENCES = frozenset({"voiced", "vague_subject", "own_process", "background"})
"""Signs that are about whole sentences of the outlet; inside somebody's words they mean something else."""


def signs_of(document: Document, spans: Spans, words: ClaimWords) -> Iterator[str]:
    """Yield the factors that the words of a statement show by themselves, whoever says it."""
    text = " ".join(span.text(document.text) for span in spans)
    tokens = [token for span in spans for token in tokenize(document.text, span)]
    folded = fold_letters(text).strip()
    if shows(folded, (r"\b{number}",), words):
        yield "figure"
    if _names_somebody(document, spans, tokens, words):
        yield "named"
    if folded.endswith(("?", "؟")):
        yield "question"
    for sign, expressions in words.signs.items():
        if shows(folded, expressions, words):
            yield sign
    if _repeats_headline(document.title, tokens, words):
        yield "headline"


def signs_of_attributed(
    document: Document, spans: Spans, modality: Modality, words: ClaimWords
) -> frozenset[str]:
    """Return the factors of what somebody other than the outlet says."""
    signs = set(signs_of(document, spans, words)) - _OF_SENTENCES
    signs |= {"attributed"} | ({_OF_MODALITY[modality]} if modality in _OF_MODALITY else set())
    return frozenset(signs)


def signs_of_narrated(document: Document, piece: Span, sentence: Span, words: ClaimWords) -> frozenset[str]:
    """Return the factors of a statement in the outlet's own voice, which is all or part of a sentence."""
    signs = set(signs_of(document, (piece,), words))
    if not compiled((_SENTENCE_END,)).search(sentence.text(document.text)):
        signs.add("fragment")
    return frozenset(signs)


def _names_somebody(document: Document, spans: Spans, tokens: Sequence[Token], words: ClaimWords) -> bool:
    """Tell a name by its capital, by a known given name, or by what resolution made of it."""
    given = source_words(document.language).given_names
    if any(token.norm in given or (words.has_capitals and token.is_capital) for token in tokens[1:]):
        return True
    return any(_is_mentioned(document.mentions, span) for span in spans)


def _is_mentioned(mentions: Sequence[Mention], span: Span) -> bool:
    """Tell whether one of the mentions, which are in text order, touches a span."""
    first = bisect_left(mentions, span.start - _LONGEST_MENTION, key=lambda mention: mention.span.start)
    last = bisect_left(mentions, span.end, key=lambda mention: mention.span.start)
    return any(mention.span.overlaps(span) for mention in mentions[first:last])


def likeness(first: frozenset[str], second: frozenset[str]) -> float:
    """Return the share of `first` whose words `second` has too, in [0, 1]."""
    return len(first & second) / len(first) if first else 0.0


def stems_of(tokens: Sequence[Token], words: ClaimWords) -> frozenset[str]:
    """Return what a statement's words are compared by: their first letters, without empty words."""
    return frozenset(_stem(t.norm, words) for t in tokens if t.is_word and t.norm not in words.empty)


def _stem(word: str, words: ClaimWords) -> str:
    for prefix in words.prefixes:
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            return word[len(prefix) :][:_STEM]
    return word[:_STEM]


def _repeats_headline(title: str, tokens: Sequence[Token], words: ClaimWords) -> bool:
    headline = stems_of(list(tokenize(title)), words)
    return likeness(headline, stems_of(tokens, words)) >= HEADLINE_SHARE
