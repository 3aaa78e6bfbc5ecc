"""Finding the words inside a content by which its author holds back from saying it outright."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from claims.nlp.source_words import SourceWords
from claims.nlp.types import Span
from workbench.core.text import fold_letters


@lru_cache(maxsize=8)
def _pattern(expressions: tuple[str, ...]) -> re.Pattern[str]:
    # An empty alternative would match everywhere, so no expressions match nowhere.
    return re.compile("|".join(rf"\b(?:{fold_letters(e)})\b" for e in expressions) or r"(?!)")


def find_hedges(text: str, spans: Sequence[Span], words: SourceWords) -> Iterator[Span]:
    """Yield the hedges inside `spans` (perhaps, about, allegedly), in order."""
    if not words.hedges:
        return
    pattern = _pattern(words.hedges)
    for span in spans:
        for match in pattern.finditer(fold_letters(span.text(text))):
            yield Span(span.start + match.start(), span.start + match.end())
