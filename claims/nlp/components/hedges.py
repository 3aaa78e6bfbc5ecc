"""Finding the words inside a content by which its author holds back from saying it outright."""

from collections.abc import Iterator, Sequence

from claims.nlp.claim_words import ClaimWords
from claims.nlp.expressions import compiled
from claims.nlp.types import Span
from workbench.core.text import fold_letters


def find_hedges(
    text: str, spans: Sequence[Span], words: ClaimWords, *, apart: Sequence[Span] = ()
) -> Iterator[Span]:
    """Yield the hedges inside `spans` (perhaps, about, allegedly), in order.

    What stands in `apart`, the contents of other claims in there, is theirs.
    """
    if not words.hedges:
        return
    whole = tuple(rf"\b(?:{expression})\b" for expression in words.hedges)
    pattern = compiled(whole, words.number_words)
    other = compiled(tuple(rf"\b(?:{e})" for e in words.not_hedges), words.number_words)
    for span in spans:
        folded = fold_letters(span.text(text))
        lookalikes = [Span(span.start + m.start(), span.start + m.end()) for m in other.finditer(folded)]
        for match in pattern.finditer(folded):
            hedge = Span(span.start + match.start(), span.start + match.end())
            if any(hedge.overlaps(taken) for taken in (*lookalikes, *apart)):
                continue
            if not (folded[match.start() : match.end()] in words.capital_hedges and _is_name(text, hedge)):
                yield hedge


def _is_name(text: str, word: Span) -> bool:
    """Tell a month or a name from the auxiliary that is spelled like it, but for the capital."""
    before = text[: word.start].rstrip()
    return text[word.start].isupper() and bool(before) and before[-1] not in ".!?:“\"'"
