"""What the descriptions beside a person's name say: before its comma, and behind it."""

from collections.abc import Sequence
from dataclasses import replace

from claims.nlp.components.names import name_source
from claims.nlp.components.naming import Naming
from claims.nlp.source_words import SourceWords
from claims.nlp.tokens import Token
from claims.nlp.types import SourceKind, Span

DESCRIPTION_WORDS = 9
"""Words before a bracketed name that can describe it."""

TITLE_REACH = 12
"""Words from a title to the end of the name that follows it."""


def with_description_before(naming: Naming, text: str, before: Sequence[Token], words: SourceWords) -> Naming:
    """Add what a description before the comma says of a person (The minister, Ana Reed, ...)."""
    if naming.kind is not SourceKind.PERSON or naming.head or len(before) < 2 or before[-1].norm != ",":
        return naming
    described = words_before(before[:-1], before[-2].end, DESCRIPTION_WORDS)
    first = next(
        (i for i in range(len(described) - 1, -1, -1) if _opens_description(described[i], words)), -1
    )
    if first < 0 or any(t.norm in words.openers for t in described[first:]):
        return naming
    title = name_source(text, Span(described[first].start, described[-1].end), words)
    if not title or title.proper or title.kind is not SourceKind.PERSON or not title.head:
        return naming
    return replace(
        naming,
        head=title.head,
        modifiers=naming.modifiers | title.modifiers,
        gender=naming.gender or title.gender,
    )


def _opens_description(token: Token, words: SourceWords) -> bool:
    return token.norm in words.articles | words.definite | words.possessives or token.norm.endswith("'s")


def with_apposition(naming: Naming, text: str, after: Sequence[Token], words: SourceWords) -> Naming:
    """Add what stands between commas after a person's name."""
    if naming.kind is not SourceKind.PERSON or len(after) < 2 or after[0].norm != ",":
        return naming
    close = next((i for i in range(1, len(after)) if not after[i].is_word and after[i].norm in ",.;"), 0)
    if not 0 < close - 1 <= TITLE_REACH:
        return naming
    described = name_source(text, Span(after[1].start, after[close - 1].end), words)
    if not described or described.proper or described.kind is not SourceKind.PERSON or not described.head:
        return naming
    return replace(
        naming,
        head=naming.head or described.head,
        modifiers=naming.modifiers | described.modifiers,
        gender=naming.gender or described.gender,
    )


def words_before(tokens: Sequence[Token], position: int, limit: int) -> list[Token]:
    """Return the words of the same clause before a position."""
    words: list[Token] = []
    for token in reversed([t for t in tokens if t.end <= position]):
        if not token.is_word or len(words) == limit:
            break
        words.append(token)
    return words[::-1]
